/** Checks of this program on the machine it runs on: against truth that comes from elsewhere, and against published bytes. */
package org.unstuck.viz.selftest;
