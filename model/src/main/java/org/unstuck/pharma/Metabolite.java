package org.unstuck.pharma;

import org.unstuck.describe.Invalid;
import org.unstuck.describe.Limits;
import org.unstuck.describe.Meaning;
import org.unstuck.describe.Optional;
import org.unstuck.describe.Sourced;

/**
 * What a drug becomes. Metabolites form a chain: the first is made of the drug, each next one of the one before, always in
 * proportion to what is there, so that drug and metabolites together stay linear (Gabrielsson and Weiner 2016, section 2.7):
 *
 * <pre>
 *   M' = formation (CL/V)_before before - (CL + Q)/V M + Q/V2 m2        m2' = Q/V M - Q/V2 m2        amounts in mg, for 70 kg
 * </pre>
 *
 * @param name unique within the drug
 * @param label how it is shown
 * @param formation mg of it per mg of its precursor eliminated: share of that path times the ratio of the molar masses
 * @param clearance CL, L/h
 * @param volume V, L
 * @param flow2 Q between the two compartments, L/h; null for one compartment
 * @param volume2 V2, L; null for one compartment
 * @param potency effect of 1 ng/mL of it as the ng/mL of the drug that have the same effect; null if it has none
 */
public record Metabolite(
        @Meaning("unique within the drug") @Limits(low = 1, high = 60)
        String name,

        @Meaning("how it is shown") @Limits(low = 1, high = 120)
        String label,

        @Meaning(
                value =
                        "mg of it per mg of its precursor eliminated: share of that path times the ratio of molar masses",
                unit = "1")
        Sourced formation,

        @Meaning(value = "clearance", unit = "L/h") Sourced clearance,

        @Meaning(value = "volume", unit = "L") Sourced volume,

        @Meaning(value = "clearance between its two compartments; absent for one compartment", unit = "L/h") @Optional
        Sourced flow2,

        @Meaning(value = "volume of its second compartment; absent for one compartment", unit = "L") @Optional
        Sourced volume2,

        @Meaning(value = "ng/mL of the drug that have the effect of 1 ng/mL of it; absent if it has none", unit = "1")
        @Optional
        Sourced potency) {

    /** Heaviest possible metabolite per drug, by mass: conjugates may double it, nothing here triples it. */
    private static final double MOST_FORMED = 3;

    public Metabolite {
        if (formation.positive("formation") > MOST_FORMED) {
            throw new Invalid(
                    "formation",
                    "formation is " + formation.value() + ", it must be at most " + MOST_FORMED + ".",
                    "Maybe percent were meant.");
        }
        clearance.positive("clearance");
        volume.positive("volume");
        if ((flow2 == null) != (volume2 == null)) {
            throw new Invalid("flow2", "flow2 and volume2 belong together: give both or neither.", "");
        }
        if (flow2 != null) {
            flow2.positive("flow2");
            volume2.positive("volume2");
        }
        if (potency != null) {
            potency.atLeastZero("potency");
        }
    }
}
