package org.unstuck.simulate;

import org.unstuck.describe.Evidence;
import org.unstuck.describe.Parameter;
import org.unstuck.describe.Parameters;
import org.unstuck.describe.Rule;
import org.unstuck.describe.Status;

/**
 * Sleep, exercise and avoidance: how everyday life changes learning. None of them drives a region.
 *
 * <pre>
 *   learning rate        times  1 + l_s z_s + l_m z_m          z_s, z_m: strength of better sleep and of exercise now, usually 0
 *   decay of what is new  over  tau_r (1 + f_s z_s)
 *   stressors            times  max(0, 1 - r_m z_m)
 *   engagement           v = max(0, 1 - alpha T)               T: threat, 0 healthy, 1 as before the course, of the last step
 *   learning outside sessions, and in those that can be avoided (exposure, social, trauma and good cues)    times  v
 * </pre>
 *
 * The factors act on whatever is learned, good or bad. Avoidance (alpha) is off by default: an assumption switch.
 */
public record Life(
        @Parameter(
                symbol = "l_s",
                value = 0.25,
                unit = "1",
                low = 0,
                high = 0.5,
                rule = Rule.NON_NEGATIVE,
                meaning = "learning added by better sleep",
                source = "sleep helps consolidation; size assumed",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double sleepLearning,

        @Parameter(
                symbol = "f_s",
                value = 0.5,
                unit = "1",
                low = 0,
                high = 1,
                rule = Rule.NON_NEGATIVE,
                meaning = "how much longer new changes last with better sleep",
                source = "sleep helps consolidation; size assumed",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double sleepRetention,

        @Parameter(
                symbol = "l_m",
                value = 0.15,
                unit = "1",
                low = 0,
                high = 0.4,
                rule = Rule.NON_NEGATIVE,
                meaning = "learning added by exercise",
                source = "exercise raises BDNF in rodents; size assumed",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double exerciseLearning,

        @Parameter(
                symbol = "r_m",
                value = 0.2,
                unit = "1",
                low = 0,
                high = 0.5,
                rule = Rule.FRACTION,
                meaning = "share of stressors that exercise takes away",
                source = "assumed",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double exerciseRelief,

        @Parameter(
                symbol = "alpha",
                value = 0,
                unit = "1",
                low = 0,
                high = 0.8,
                rule = Rule.FRACTION,
                meaning = "avoidance: share of everyday exposure lost at the threat level before the course",
                source = "avoidance keeps anxiety going (a premise of exposure therapy); size assumed, off by default",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double avoidance) {

    /** Threat above which avoidance grows no further, in units of the gap between health and illness. */
    private static final double MOST_THREAT = 1.5;

    public Life {
        Parameters.check(Life.class, sleepLearning, sleepRetention, exerciseLearning, exerciseRelief, avoidance);
    }

    /** All parameters at their defaults. */
    public static Life standard() {
        return Parameters.defaults(Life.class);
    }

    /** Nothing of it has any effect: the ablation. */
    public static Life none() {
        return new Life(0, 0, 0, 0, 0);
    }

    /** Factor of the learning rate. */
    double learning(double sleep, double exercise) {
        return 1 + sleepLearning * sleep + exerciseLearning * exercise;
    }

    /** Factor of the time over which new changes decay. */
    double retention(double sleep) {
        return 1 + sleepRetention * sleep;
    }

    /** Factor of stressors. */
    double stress(double exercise) {
        return Math.max(0, 1 - exerciseRelief * exercise);
    }

    /** v: what is left of everyday exposure at threat level T; 1 if T is not known. */
    double engagement(double T) {
        return Double.isNaN(T) ? 1 : Math.max(0, 1 - avoidance * Math.max(0, Math.min(MOST_THREAT, T)));
    }
}
