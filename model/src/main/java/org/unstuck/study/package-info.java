/** Studies: arms x virtual patients, the same patients and noise in every arm, and what is measured of them. */
package org.unstuck.study;
