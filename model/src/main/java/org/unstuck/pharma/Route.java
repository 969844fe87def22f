package org.unstuck.pharma;

import org.unstuck.describe.Invalid;
import org.unstuck.describe.Limits;
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
        @Meaning("oral, iv, ...") @Limits(low = 1, high = 60)
        String name,

        @Meaning(value = "fraction of the dose that reaches the central compartment, above 0 and at most 1", unit = "1")
        Sourced bioavailability,

        @Meaning(value = "first-order rate constant ka; absent if the drug enters the blood directly", unit = "1/h")
        @Optional
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
