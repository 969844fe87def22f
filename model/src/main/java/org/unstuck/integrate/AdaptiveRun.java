package org.unstuck.integrate;

import java.util.Arrays;

/** One run with {@link DormandPrince54}. It owns scratch arrays and is not shared between threads. */
public final class AdaptiveRun {

    /**
     * Weights of the fifth-order minus those of the fourth-order value, stages 1 to 6 (Dormand and Prince 1980,
     * table 2).
     */
    private static final double[] ERROR = {71.0 / 57600, 0, -71.0 / 16695, 71.0 / 1920, -17253.0 / 339200, 22.0 / 525};
    /** The same of the seventh stage, the slope at the new value. */
    private static final double ERROR_AHEAD = -1.0 / 40;
    /** A step must be longer than this many units in the last place of the time. */
    private static final double SHORTEST_ULPS = 8;
    /** A step that would leave less than a hundredth of itself goes to the end instead, as in DOPRI5. */
    private static final double REACH = 1.01;

    private final DormandPrince54 scheme;
    private final ExplicitRungeKutta stages;
    private final double[][] slopeAhead;
    private final double[][] ahead;
    private final double[][] error;
    private final double[][] noNoise;
    private final FirstStep firstStep;
    private double proposedMs;
    private long accepted;
    private long rejected;

    AdaptiveRun(DormandPrince54 scheme, int variables, int size) {
        this.scheme = scheme;
        this.stages = new ExplicitRungeKutta(ButcherTableau.DORMAND_PRINCE_5, variables, size);
        this.slopeAhead = new double[variables][size];
        this.ahead = new double[variables][size];
        this.error = new double[variables][size];
        this.noNoise = new double[variables][];
        this.firstStep = new FirstStep(scheme);
    }

    /**
     * Integrates from one time to another. The last step ends exactly at {@code toMs}: stop at every time where the
     * drift jumps, and go on from there. A later call starts with the step the earlier one ended with. The steps
     * allocate nothing.
     *
     * @param f the drift; it may be another one in each call
     * @param fromMs time of {@code y}, ms
     * @param toMs end time, ms, not before {@code fromMs}
     * @param y state {@code y[variable][k]}; overwritten
     * @throws StepFailed if the step becomes too short for the time to advance or the steps are used up; {@code y} is
     *     then the state at the time the exception names
     * @throws IllegalArgumentException if {@code toMs} is before {@code fromMs} or a time is not finite
     */
    public void advance(Drift f, double fromMs, double toMs, double[][] y) {
        if (!(fromMs <= toMs && Double.isFinite(fromMs) && Double.isFinite(toMs))) {
            throw new IllegalArgumentException("the times are " + fromMs + " ms and " + toMs
                    + " ms, they must be finite and in order. Maybe they were exchanged.");
        }
        if (fromMs == toMs) {
            return;
        }
        StepControl control = new StepControl();
        double t = fromMs;
        f.at(t, y, stages.slope(0));
        if (proposedMs == 0) {
            proposedMs = firstStep.of(f, t, toMs - t, y, stages.slope(0), ahead, slopeAhead);
        }
        for (int tried = 0; t < toMs; tried++) {
            boolean last = t + REACH * proposedMs >= toMs;
            double h = last ? toMs - t : proposedMs;
            if (!last && h <= SHORTEST_ULPS * Math.ulp(t)) {
                throw failed(
                        "the step has shrunk to " + h + " ms", "the solution becomes infinite or jumps there", t, y);
            }
            if (tried == scheme.maxSteps()) {
                throw failed(
                        "no end after " + tried + " steps",
                        "the equations are stiff, or the tolerance is too small",
                        t,
                        y);
            }
            double err = attempt(f, t, h, y);
            if (err <= 1) {
                double next = h * control.accepted(err);
                proposedMs = last ? Math.max(proposedMs, next) : next;
                t = last ? toMs : t + h;
                accepted++;
                keep(y);
            } else {
                proposedMs = h * control.rejected(err);
                rejected++;
            }
        }
    }

    /** Steps accepted so far. */
    public long accepted() {
        return accepted;
    }

    /** Steps rejected so far. */
    public long rejected() {
        return rejected;
    }

    /** Computes the values and slopes at t + h; returns the largest error, 1 being what is allowed. */
    private double attempt(Drift f, double t, double h, double[][] y) {
        stages.slopes(f, t, h, y, noNoise);
        for (int v = 0; v < y.length; v++) {
            System.arraycopy(y[v], 0, ahead[v], 0, y[v].length);
            stages.addStep(v, h, ahead[v]);
        }
        f.at(t + h, ahead, slopeAhead);
        double largest = 0;
        for (int v = 0; v < y.length; v++) {
            Arrays.fill(error[v], 0);
            stages.add(ERROR, v, h, error[v]);
            Update.advance(error[v], ERROR_AHEAD * h, slopeAhead[v]);
            largest = Math.max(largest, scale(v, y));
        }
        return largest;
    }

    /** Divides the errors of variable {@code v} by what is allowed; returns the largest, NaN if any is. */
    private double scale(int v, double[][] y) {
        double largest = 0;
        for (int k = 0; k < y[v].length; k++) {
            double size = Math.max(Math.abs(y[v][k]), Math.abs(ahead[v][k]));
            error[v][k] = Math.abs(error[v][k]) / (scheme.absolute() + scheme.relative() * size);
            largest = Math.max(largest, error[v][k]);
        }
        return largest;
    }

    private void keep(double[][] y) {
        for (int v = 0; v < y.length; v++) {
            System.arraycopy(ahead[v], 0, y[v], 0, y[v].length);
            System.arraycopy(slopeAhead[v], 0, stages.slope(0)[v], 0, y[v].length);
        }
    }

    private StepFailed failed(String what, String maybe, double t, double[][] y) {
        int variable = 0;
        int entry = 0;
        for (int v = 0; v < y.length; v++) {
            for (int k = 0; k < y[v].length; k++) {
                // A NaN is the worst of all: it is not at most anything.
                if (!(error[v][k] <= error[variable][entry]) && !Double.isNaN(error[variable][entry])) {
                    variable = v;
                    entry = k;
                }
            }
        }
        return new StepFailed(
                "At t = " + t + " ms " + what + ": y[" + variable + "][" + entry + "] = " + y[variable][entry]
                        + " has the largest error, " + error[variable][entry] + " of what is allowed (relative "
                        + scheme.relative() + ", absolute " + scheme.absolute() + "). Maybe " + maybe + ".",
                t,
                variable,
                entry);
    }
}
