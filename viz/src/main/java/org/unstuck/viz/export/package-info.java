/** Results as arrays in files that NumPy, MATLAB and R open in one line. */
package org.unstuck.viz.export;
