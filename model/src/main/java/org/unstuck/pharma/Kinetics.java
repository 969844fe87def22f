package org.unstuck.pharma;

import org.unstuck.describe.Invalid;
import org.unstuck.describe.Meaning;
import org.unstuck.describe.Optional;
import org.unstuck.describe.Sourced;

/**
 * One to three compartments with linear elimination and an effect site (Gabrielsson and Weiner 2016, chapter 3; effect
 * compartment: Sheiner et al. 1979, Clin Pharmacol Ther 25, 358-371). Volumes and clearances are for a body of 70 kg and scale
 * with weight in the model.
 *
 * @param clearance L/h
 * @param volume central volume, L
 * @param flow2 clearance between the centre and compartment 2, L/h; null for one compartment
 * @param volume2 L; null for one compartment
 * @param flow3 clearance between the centre and compartment 3, L/h; null for fewer than three
 * @param volume3 L; null for fewer than three
 * @param effectSite rate constant ke0 of the effect site, 1/h
 */
public record Kinetics(
        @Meaning(value = "clearance", unit = "L/h") Sourced clearance,

        @Meaning(value = "central volume", unit = "L") Sourced volume,

        @Meaning(value = "clearance between the centre and compartment 2; absent for one compartment", unit = "L/h")
        @Optional
        Sourced flow2,

        @Meaning(value = "volume of compartment 2; absent for one compartment", unit = "L") @Optional
        Sourced volume2,

        @Meaning(value = "clearance between the centre and compartment 3; absent for fewer than three", unit = "L/h")
        @Optional
        Sourced flow3,

        @Meaning(value = "volume of compartment 3; absent for fewer than three", unit = "L") @Optional
        Sourced volume3,

        @Meaning(value = "rate constant ke0 of the effect site", unit = "1/h")
        Sourced effectSite) {

    /** Body weight the numbers are for, kg. */
    public static final double REFERENCE_KG = 70;

    public Kinetics {
        clearance.positive("clearance");
        volume.positive("volume");
        effectSite.positive("effectSite");
        if ((flow2 == null) != (volume2 == null)) {
            throw new Invalid("flow2", "flow2 and volume2 belong together: give both or neither.", "");
        }
        if ((flow3 == null) != (volume3 == null)) {
            throw new Invalid("flow3", "flow3 and volume3 belong together: give both or neither.", "");
        }
        if (flow3 != null && flow2 == null) {
            throw new Invalid("flow3", "there is a third compartment but no second.", "");
        }
        if (flow2 != null) {
            flow2.positive("flow2");
            volume2.positive("volume2");
        }
        if (flow3 != null) {
            flow3.positive("flow3");
            volume3.positive("volume3");
        }
    }

    /** Number of compartments, the effect site and the gut not counted. */
    public int compartments() {
        return flow3 != null ? 3 : flow2 != null ? 2 : 1;
    }
}
