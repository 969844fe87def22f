/**
 * Claims: statements that a run can show to be true or false, and how far each of them holds. A claim is evaluated at the default
 * parameters, at many draws of them, with every mechanism switched off, and with the names of the arms swapped.
 */
package org.unstuck.claim;
