package org.unstuck.simulate;

/** In what patients differ. Each is a factor relative to the typical patient, whose own is 1. */
public enum Trait {
    SEVERITY,
    CLEARANCE,
    COUNTER_DRIVE,
    SURGE,
    LEARNING,
    COUPLING,
    VOLUME,
    ABSORPTION,
    RECEPTORS,
    SEROTONIN,
    EXPECTANCY,
    /** Body weight, relative to that of the cohort. */
    WEIGHT;

    /** The name of its random stream and in files. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
