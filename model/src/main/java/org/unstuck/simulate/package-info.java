/** The two clocks: bursts of fast dynamics at every step of the slow course. */
package org.unstuck.simulate;
