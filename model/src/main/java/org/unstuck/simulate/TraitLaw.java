package org.unstuck.simulate;

import org.unstuck.describe.Meaning;

/**
 * How one trait is distributed.
 *
 * @param trait which
 * @param law its distribution
 */
public record TraitLaw(
        @Meaning("which trait; weight is relative to weightKg")
        Trait trait,

        @Meaning("how it is distributed over patients") Law law) {}
