/**
 * Randomness addressed by name. A number is fixed by what it is for (seed, patient, region, purpose, step), never by when
 * it is drawn: adding a region, an arm or a thread changes nobody else's numbers.
 */
package org.unstuck.noise;
