/**
 * The explorer: a window in which a live network moves while parameters, cues, drugs and sessions change. The simulation runs on a
 * thread of its own ({@link org.unstuck.viz.explore.Engine}); the window reads its latest {@link org.unstuck.viz.explore.Frame}.
 */
package org.unstuck.viz.explore;
