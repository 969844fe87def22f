/**
 * The landscape behind "stuck": equilibria and their stability, branches and where they turn, basins, what it takes to leave one and
 * how long that lasts. Works on any {@link org.unstuck.landscape.VectorField}; {@link org.unstuck.landscape.NetworkField} makes one of a
 * patient's network with everything slow held still.
 */
package org.unstuck.landscape;
