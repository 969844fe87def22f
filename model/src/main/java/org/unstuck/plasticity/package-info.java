/** How use changes links: a Hebbian rule with a sliding threshold, gated by the window of plasticity, and consolidation. */
package org.unstuck.plasticity;
