/** Published phenomena, what the model makes of them, and calibration towards them. */
package org.unstuck.phenomena;
