/** Drugs as data: kinetics, receptor effects, tolerance, and the cascade from NMDA block to a window of plasticity. */
package org.unstuck.pharma;
