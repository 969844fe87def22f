/** Sweeps: one study at many points of its parameters, conditions and treatments, and what is kept of each. */
package org.unstuck.sweep;
