package org.unstuck.metric;

/**
 * Which network is dominant, with hysteresis, so that noise at a threshold does not count as switching. With activities
 * {@code a_k} (mean E of each network) and the present state c:
 *
 * <pre>
 *   keep c      if  a_c &gt;= off_c  and no other network is above a_c by more than the margin
 *   otherwise   the network j that is above on_j and above every other network by more than the margin
 *   otherwise   none (-1)
 * </pre>
 *
 * <p>"No dominant state" is a state of its own: activity where nothing stands out is not silently given to the nearest
 * network. Fixed thresholds make states comparable between arms; they also mean that damping everything empties the states,
 * which shows as time in none.
 *
 * @param on {@code on[network]} activity above which a network can become dominant
 * @param off {@code off[network]} activity below which it no longer is; off &lt;= on
 * @param margin lead needed to take over, and deficit tolerated before being overtaken; &gt;= 0, unit of the activity
 */
public record HysteresisStates(double[] on, double[] off, double margin) {

    /** The label of "no dominant state". */
    public static final int NONE = -1;

    /** @throws IllegalArgumentException if lengths differ, off &gt; on, margin &lt; 0 or a value is not finite */
    public HysteresisStates {
        if (on.length == 0 || on.length != off.length) {
            throw new IllegalArgumentException("on has " + on.length + " and off has " + off.length
                    + " networks, they must be equal and at least 1. Maybe one threshold is missing.");
        }
        for (int k = 0; k < on.length; k++) {
            if (!Double.isFinite(on[k]) || !(off[k] <= on[k]) || !Double.isFinite(off[k])) {
                throw new IllegalArgumentException("on[" + k + "] is " + on[k] + " and off[" + k + "] is " + off[k]
                        + ", both must be finite with off <= on. Maybe they are exchanged.");
            }
        }
        if (!(margin >= 0) || !Double.isFinite(margin)) {
            throw new IllegalArgumentException(
                    "margin is " + margin + ", it must be finite and at least 0. Maybe 0.05.");
        }
        on = on.clone();
        off = off.clone();
    }

    /** The same thresholds for all of {@code networks}. */
    public static HysteresisStates of(int networks, double on, double off, double margin) {
        double[] allOn = new double[networks];
        double[] allOff = new double[networks];
        java.util.Arrays.fill(allOn, on);
        java.util.Arrays.fill(allOff, off);
        return new HysteresisStates(allOn, allOff, margin);
    }

    /** Number of networks. */
    public int networks() {
        return on.length;
    }

    /** A tracker that starts in {@link #NONE} and can be fed sample by sample. */
    public Tracker start() {
        return new Tracker();
    }

    /**
     * Labels a recording from its first sample on.
     *
     * @param networkActivity {@code networkActivity[sample][network]}, not modified
     * @param samplingMs time between samples, ms
     */
    public StateSequence of(double[][] networkActivity, double samplingMs) {
        int[] labels = new int[networkActivity.length];
        Tracker tracker = start();
        for (int t = 0; t < labels.length; t++) {
            labels[t] = tracker.accept(networkActivity[t]);
        }
        return StateSequence.of(labels, networks(), samplingMs);
    }

    /** The running state of one recording; allocates nothing per sample. */
    public final class Tracker {

        private int state = NONE;

        private Tracker() {}

        /** The present state: a network, or {@link #NONE}. */
        public int state() {
            return state;
        }

        /**
         * Takes the next sample. Cost: one pass over the networks.
         *
         * @param activity {@code activity[network]}, only read
         * @return the state at this sample
         * @throws IllegalArgumentException if the number of networks differs or a value is not finite
         */
        public int accept(double[] activity) {
            if (activity.length != on.length) {
                throw new IllegalArgumentException("activity has " + activity.length + " networks, the thresholds have "
                        + on.length + ". Maybe regions were not averaged into networks.");
            }
            int first = -1; // largest
            double second = Double.NEGATIVE_INFINITY; // largest of the others
            for (int k = 0; k < activity.length; k++) {
                double a = activity[k];
                if (!Double.isFinite(a)) {
                    throw new IllegalArgumentException("activity[" + k + "] is " + a
                            + ", activities must be finite. Maybe the simulation diverged.");
                }
                if (first < 0 || a > activity[first]) {
                    second = first < 0 ? second : activity[first];
                    first = k;
                } else if (a > second) {
                    second = a;
                }
            }
            boolean keep =
                    state != NONE && activity[state] >= off[state] && activity[first] - activity[state] <= margin;
            if (!keep) {
                boolean dominant = activity[first] > on[first] && activity[first] - second > margin;
                state = dominant ? first : NONE;
            }
            return state;
        }
    }
}
