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
 * @param bioavailability fraction of the dose that reaches the central compartment unchanged by this way; what is swallowed
 *     is not counted here
 * @param absorption first-order rate constant ka, 1/h; null if the drug enters the blood directly
 * @param lag time before absorption begins, h; null for none
 * @param firstPass mg of the first metabolite per mg of dose, made before the drug reaches the blood and entering it at the
 *     same rate; null for none
 * @param swallowed fraction of the dose that goes on as if taken by the route "oral"; null for none
 */
public record Route(
        @Meaning("oral, iv, ...") @Limits(low = 1, high = 60)
        String name,

        @Meaning(
                value =
                        "fraction of the dose that reaches the central compartment unchanged by this way, above 0 and at most 1",
                unit = "1")
        Sourced bioavailability,

        @Meaning(value = "first-order rate constant ka; absent if the drug enters the blood directly", unit = "1/h")
        @Optional
        Sourced absorption,

        @Meaning(value = "time before absorption begins; absent for none", unit = "h") @Optional
        Sourced lag,

        @Meaning(
                value = "mg of the first metabolite per mg of dose, made before the blood is reached; absent for none",
                unit = "1")
        @Optional
        Sourced firstPass,

        @Meaning(
                value = "fraction of the dose that is swallowed and goes on as by the route oral; absent for none",
                unit = "1")
        @Optional
        Sourced swallowed) {

    /** The route by which the swallowed part goes on. */
    public static final String ORAL = "oral";

    /** The route of infusions. */
    public static final String INTO_A_VEIN = "iv";

    public Route {
        double f = bioavailability.positive("bioavailability");
        if (f > 1) {
            throw new Invalid("bioavailability", "bioavailability is " + f + ", it must be at most 1.", "");
        }
        if (absorption != null) {
            absorption.positive("absorption");
        }
        if (lag != null) {
            lag.atLeastZero("lag");
        }
        if (absorption == null && (firstPass != null || swallowed != null || lag != null)) {
            throw new Invalid(
                    "absorption",
                    "the route \"" + name + "\" has lag, firstPass or swallowed, but no absorption.",
                    "Maybe add it, in 1/h.");
        }
        if (firstPass != null) {
            firstPass.atLeastZero("firstPass");
        }
        if (swallowed != null) {
            double s = swallowed.atLeastZero("swallowed");
            if (s + f > 1) {
                throw new Invalid(
                        "swallowed",
                        "swallowed is " + s + " and bioavailability " + f + ", together they must be at most 1.",
                        "");
            }
            if (name.equals(ORAL)) {
                throw new Invalid(
                        "swallowed", "the route \"oral\" has swallowed: all of it is.", "Maybe leave it out.");
            }
        }
    }

    /** A route without lag, first pass or swallowed part. */
    public Route(String name, Sourced bioavailability, Sourced absorption) {
        this(name, bioavailability, absorption, null, null, null);
    }

    /** Hours from a dose to the begin of its absorption. */
    double lagHours() {
        return lag == null ? 0 : lag.value();
    }
}
