package org.unstuck.integrate;

/**
 * The states that a delay equation has gone through: a ring of states, and of their slopes, at the grid points of the longest delay,
 * and a function for the time before the start. Between grid points the state is interpolated.
 *
 * <p>Owned by one {@link DelayRun}; reading allocates nothing. Memory: 2 (longest delay / step + 3) states.
 */
public final class Past {

    /** How the state between two grid points is found. */
    public enum Interpolation {
        /** A straight line: error of order step^2, for schemes of order 1 and 2 and for equations with noise. */
        LINEAR,
        /** The cubic through the states and their slopes (Hermite): error of order step^4, for smooth equations. */
        CUBIC
    }

    /** The state before the start. */
    @FunctionalInterface
    public interface Before {
        /**
         * Writes the state at {@code tMs}, a time up to the start.
         *
         * @param tMs time in ms
         * @param y overwritten: {@code y[variable][k]}
         */
        void at(double tMs, double[][] y);
    }

    /** A time this little, in steps, beyond the newest state is that state: a difference of times is rounded. */
    private static final double ROUNDING = 1e-9;

    private final Interpolation interpolation;
    private final Before before;
    private final double startMs;
    private final double dtMs;
    /** Rings {@code [slot][variable][k]}; grid point n is in slot n modulo their length. */
    private final double[][][] states;

    private final double[][][] slopes;
    private final double[][] scratch;
    private long newest = -1;
    private long newestSlope = -1;

    Past(Interpolation interpolation, Before before, double startMs, double dtMs, int slots, int variables, int size) {
        this.interpolation = interpolation;
        this.before = before;
        this.startMs = startMs;
        this.dtMs = dtMs;
        this.states = new double[slots][variables][size];
        this.slopes = new double[slots][variables][size];
        this.scratch = new double[variables][size];
    }

    /** All of a variable at an earlier time: {@code out[k]}. */
    public void read(double tMs, int variable, double[] out) {
        read(tMs, variable, 0, out);
    }

    /**
     * A part of a variable at an earlier time, as the lanes of one region: {@code out[j]} becomes entry {@code from + j}.
     *
     * @param tMs time in ms
     * @param variable the variable
     * @param from first entry
     * @param out overwritten; decides how many entries
     * @throws IllegalArgumentException if the time is later than the newest state, or longer ago than the longest delay
     */
    public void read(double tMs, int variable, int from, double[] out) {
        double steps = (tMs - startMs) / dtMs;
        if (steps <= 0) {
            before.at(tMs, scratch);
            System.arraycopy(scratch[variable], from, out, 0, out.length);
            return;
        }
        long n = gridPoint(steps, tMs);
        double part = Math.min(steps - n, 1);
        double[] a = states[slot(n)][variable];
        double[] b = states[slot(n + 1)][variable];
        if (interpolation == Interpolation.LINEAR) {
            for (int j = 0; j < out.length; j++) {
                out[j] = (1 - part) * a[from + j] + part * b[from + j];
            }
            return;
        }
        double rest = 1 - part;
        // Up to the newest state, while its slope is unknown: the parabola through both states and the first slope.
        boolean known = n < newestSlope;
        double ofA = rest * (known ? rest * (1 + 2 * part) : 1 + part);
        double ofB = part * part * (known ? 1 + 2 * rest : 1);
        double ofSlopeA = dtMs * rest * part * (known ? rest : 1);
        double ofSlopeB = known ? -dtMs * part * part * rest : 0;
        double[] da = slopes[slot(n)][variable];
        double[] db = slopes[slot(n + 1)][variable];
        for (int j = 0; j < out.length; j++) {
            out[j] = ofA * a[from + j] + ofB * b[from + j] + ofSlopeA * da[from + j] + ofSlopeB * db[from + j];
        }
    }

    /** The grid point before, so that it and the next one are known. */
    private long gridPoint(double steps, double tMs) {
        if (!(steps <= newest + ROUNDING)) {
            throw new IllegalArgumentException("the state at " + tMs + " ms was asked for, but it is known up to "
                    + (startMs + newest * dtMs) + " ms. Maybe a delay is shorter than the step, " + dtMs + " ms.");
        }
        long n = Math.max(0, Math.min((long) steps, newest - 1));
        if (newest - n >= states.length) {
            throw new IllegalArgumentException("the state at " + tMs + " ms was asked for, but it is kept from "
                    + (startMs + (newest - states.length + 1) * dtMs)
                    + " ms on. Maybe the longest delay was given too short.");
        }
        return n;
    }

    private int slot(long n) {
        return (int) (n % states.length);
    }

    /** Keeps the state of the next grid point. */
    void add(double[][] y) {
        newest++;
        double[][] of = states[slot(newest)];
        for (int v = 0; v < y.length; v++) {
            System.arraycopy(y[v], 0, of[v], 0, y[v].length);
        }
    }

    /** Keeps the slope of the newest grid point. */
    void addSlope(double[][] slope) {
        newestSlope = newest;
        double[][] of = slopes[slot(newest)];
        for (int v = 0; v < slope.length; v++) {
            System.arraycopy(slope[v], 0, of[v], 0, slope[v].length);
        }
    }
}
