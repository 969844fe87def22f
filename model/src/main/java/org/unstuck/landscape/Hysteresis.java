package org.unstuck.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.unstuck.describe.Invalid;
import org.unstuck.simulate.Cancelled;

/**
 * A parameter moved up in small steps and down again; at every value the system, without noise, goes on from where it was and settles. Where
 * the two ways differ there is more than one attractor, and which one is met depends on the past.
 *
 * @param parameter {@code parameter[k]} values, ascending
 * @param up what is seen on the way up {@code up[k]}
 * @param down the same on the way down, also in ascending order of the parameter
 */
public record Hysteresis(double[] parameter, List<Seen> up, List<Seen> down) {

    private static final int MOST_VALUES = 2000;
    /** A state that sits exactly on an unstable point would stay: it is moved by this share of a width. */
    private static final double NUDGE = 1e-6;
    /** Differences of means beyond this, in widths of the box, are no longer those of settling. */
    private static final double DIFFERENT = 0.01;

    private static final int QUARTERS = 4;

    /**
     * What is seen at one value after settling, over the last half of the time.
     *
     * @param mean {@code mean[coordinate]}
     * @param low least values
     * @param high largest values
     * @param waver how far means of quarters of that time lie apart at most, widths of the box: 0 at rest; what a mean over a state that
     *     moves is known to
     */
    public record Seen(double[] mean, double[] low, double[] high, double waver) {}

    /**
     * Scans.
     *
     * @param family the equations
     * @param from lowest value
     * @param to highest value
     * @param values number of values, 3 to 2000
     * @param box scale of the coordinates
     * @param start state at the lowest value, before it settles
     * @param settle time at every value, unit of time of the equations
     * @param cancelled asked at every value whether to stop
     */
    public static Hysteresis of(
            Family family,
            double from,
            double to,
            int values,
            Box box,
            double[] start,
            double settle,
            BooleanSupplier cancelled) {
        if (values < 3 || values > MOST_VALUES) {
            throw new Invalid("values is " + values + ", it must be 3 to " + MOST_VALUES + ".", "Maybe 61.");
        }
        if (!(from < to)) {
            throw new Invalid(
                    "the range of " + family.parameter() + " is " + from + " to " + to + ", it must ascend.",
                    "Maybe the ends were exchanged.");
        }
        double[] parameter = new double[values];
        for (int k = 0; k < values; k++) {
            parameter[k] = from + k * (to - from) / (values - 1);
        }
        List<Seen> up = new ArrayList<>();
        List<Seen> down = new ArrayList<>();
        double[] x = start.clone();
        for (int k = 0; k < values; k++) {
            x = settled(family.at(parameter[k]), box, x, settle, up, up.size(), cancelled);
        }
        for (int k = values - 1; k >= 0; k--) {
            x = settled(family.at(parameter[k]), box, x, settle, down, 0, cancelled);
        }
        return new Hysteresis(parameter, up, down);
    }

    private static double[] settled(
            VectorField field,
            Box box,
            double[] start,
            double settle,
            List<Seen> seen,
            int at,
            BooleanSupplier cancelled) {
        if (cancelled.getAsBoolean()) {
            throw new Cancelled();
        }
        double[] nudged = start.clone();
        for (int i = 0; i < nudged.length; i++) {
            nudged[i] += NUDGE * box.width(i);
        }
        Flow flow = Flow.of(field, nudged);
        int half = flow.steps(settle / 2);
        flow.advance(half);
        int n = start.length;
        double[] mean = new double[n];
        double[] low = flow.point(0);
        double[] high = flow.point(0);
        double[][] quarter = new double[QUARTERS][n];
        for (int s = 0; s < half; s++) {
            double[] part = quarter[(int) ((long) s * QUARTERS / half)];
            flow.advance(1);
            for (int i = 0; i < n; i++) {
                double value = flow.state()[i][0];
                mean[i] += value / half;
                part[i] += value * QUARTERS / half;
                low[i] = Math.min(low[i], value);
                high[i] = Math.max(high[i], value);
            }
        }
        seen.add(at, new Seen(mean, low, high, apart(quarter, box)));
        return flow.point(0);
    }

    private static double apart(double[][] means, Box box) {
        double apart = 0;
        for (double[] a : means) {
            for (double[] b : means) {
                apart = Math.max(apart, box.distance(a, b));
            }
        }
        return apart;
    }

    /** Whether somewhere the state keeps moving so that its mean is not known to the last per cent. */
    public boolean wavers() {
        return Stream.concat(up.stream(), down.stream()).anyMatch(s -> s.waver() > DIFFERENT);
    }

    /**
     * The stretches of the parameter in which the two ways differ, by more than a hundredth of a width and by more than their means
     * waver: {@code {first value, last value}}.
     */
    public List<double[]> loops(Box box) {
        List<double[]> loops = new ArrayList<>();
        double[] open = null;
        for (int k = 0; k < parameter.length; k++) {
            double known = (up.get(k).waver() + down.get(k).waver()) / 2;
            boolean differ = box.distance(up.get(k).mean(), down.get(k).mean()) > DIFFERENT + known
                    || box.distance(up.get(k).high(), down.get(k).high()) > 2 * DIFFERENT + known;
            if (differ && open == null) {
                open = new double[] {parameter[k], parameter[k]};
                loops.add(open);
            } else if (differ) {
                open[1] = parameter[k];
            } else {
                open = null;
            }
        }
        return loops;
    }
}
