/** What instruments see of activity: BOLD, averages over time, a sum like that of an electrode. One second of activity is one second of signal. */
package org.unstuck.observe;
