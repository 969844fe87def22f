package org.unstuck.pharma;

import org.unstuck.describe.Invalid;
import org.unstuck.describe.Sourced;

/**
 * A way into the body.
 *
 * @param name "oral", "iv", ...
 * @param bioavailability fraction of the dose that reaches the central compartment
 * @param absorption first-order rate constant ka, 1/h; null if the drug enters the blood directly
 */
public record Route(String name, Sourced bioavailability, Sourced absorption) {

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
