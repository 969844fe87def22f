/** What everything else is described with: declared parameters, quantities with units, and errors that help. */
package org.unstuck.describe;
