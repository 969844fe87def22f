package org.unstuck.pharma;

import org.unstuck.describe.Invalid;
import org.unstuck.describe.Meaning;
import org.unstuck.describe.Optional;
import org.unstuck.describe.Sourced;

/**
 * A way into the body.
 *
 * @param name "oral", "iv", ...
 * @param bioavailability fraction of the dose that reaches the central compartment
 * @param absorption first-order rate constant ka, 1/h; null if the drug enters the blood directly
 */
public record Route(
        @Meaning("oral, iv, ...") String name,

        @Meaning("fraction of the dose that reaches the central compartment, above 0 and at most 1")
        Sourced bioavailability,

        @Meaning("first-order rate constant ka, 1/h; absent if the drug enters the blood directly") @Optional
        Sourced absorption) {

    public Route {
        double f = bioavailability.positive("bioavailability");
        if (f > 1) {
            throw new Invalid("bioavailability", "bioavailability is " + f + ", it must be at most 1.", "");
        }
        if (absorption != null) {
            absorption.positive("absorption");
        }
    }
}
