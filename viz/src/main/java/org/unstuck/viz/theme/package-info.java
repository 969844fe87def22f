/** How every chart looks and how it leaves the program: colours, fonts, lines, SVG and PNG. Knows nothing of what is drawn. */
package org.unstuck.viz.theme;
