/** The command line: one class per command, and what they share (exit codes, whole-or-nothing output, interruption, progress). */
package org.unstuck.viz.cli;
