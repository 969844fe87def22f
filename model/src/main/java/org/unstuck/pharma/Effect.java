package org.unstuck.pharma;

import org.unstuck.describe.Invalid;
import org.unstuck.describe.Meaning;
import org.unstuck.describe.Sourced;

/**
 * A concentration-effect relation (Hill 1910; Emax model): E = C^n / (C^n + EC50^n), which the maximum scales.
 *
 * @param on the receptor
 * @param ec50 effect-site concentration of half effect, ng/mL
 * @param hill the exponent n
 * @param maximum change of the gain at full effect, as a fraction
 */
public record Effect(
        @Meaning("the receptor") Receptor on,

        @Meaning(value = "effect-site concentration of half effect", unit = "ng/mL")
        Sourced ec50,

        @Meaning(value = "exponent n of the Hill equation", unit = "1")
        Sourced hill,

        @Meaning(value = "change of the gain at full effect, as a fraction", unit = "1")
        Sourced maximum) {

    public Effect {
        ec50.positive("ec50");
        hill.positive("hill");
        maximum.atLeastZero("maximum");
        if (!ec50.unit().equals("ng/mL")) {
            throw new Invalid("ec50/unit", "unit is \"" + ec50.unit() + "\", it must be ng/mL.", "");
        }
    }

    /** The effect, 0 to 1, at effect-site concentration {@code ngPerMl}; 0 below 0, where rounding may lead. */
    public double at(double ngPerMl) {
        if (ngPerMl <= 0) {
            return 0;
        }
        return Hill.share(ngPerMl, ec50.value(), hill.value());
    }
}
