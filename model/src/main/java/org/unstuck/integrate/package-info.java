/** Integrators of stochastic and ordinary differential equations. They know arrays only. */
package org.unstuck.integrate;
