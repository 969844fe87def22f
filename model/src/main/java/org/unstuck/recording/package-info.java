/** What a run leaves behind: scans (activity over seconds) and traces (slow quantities over weeks). Arrays and names only. */
package org.unstuck.recording;
