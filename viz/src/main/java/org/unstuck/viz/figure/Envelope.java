package org.unstuck.viz.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * What of a long record can be seen in a window of time: lowest and highest value per bin. A record with few ups and downs
 * keeps its samples (bins of less than a px); one that swings faster than can be drawn becomes a band from trough to peak. No
 * peak is lost.
 */
final class Envelope {

    /** Bins of a record drawn as a line: one per px. */
    private static final int FINE = 700;

    /** Bins of a record drawn as a band: broad enough to hold a swing when there are {@link #SWINGS}. */
    private static final int COARSE = 120;

    /** From so many changes of direction on a record is a band. */
    private static final int SWINGS = 100;

    private final List<double[]> bins = new ArrayList<>();

    private Envelope() {}

    /**
     * The envelope between two days; one sample beyond each end is kept, so that lines reach the edges.
     *
     * @param days {@code days[sample]}, ascending
     * @param values {@code values[sample]}
     */
    static Envelope of(double[] days, double[] values, double fromDay, double toDay) {
        int first = 0;
        while (first + 1 < days.length && days[first + 1] <= fromDay) {
            first++;
        }
        int end = days.length;
        while (end > first + 1 && days[end - 2] >= toDay) {
            end--;
        }
        Envelope envelope = new Envelope();
        boolean band = swings(values, first, end) >= SWINGS;
        double width = (days[end - 1] - days[first]) / (band ? COARSE : FINE);
        for (int i = first; i < end; ) {
            double low = values[i];
            double high = values[i];
            int from = i;
            double until = days[from] + width;
            for (; i == from || i < end && days[i] < until; i++) {
                low = Math.min(low, values[i]);
                high = Math.max(high, values[i]);
            }
            envelope.bins.add(new double[] {(days[from] + days[i - 1]) / 2, low, high});
        }
        return envelope;
    }

    private static int swings(double[] values, int first, int end) {
        int swings = 0;
        double direction = 0;
        for (int i = first + 1; i < end; i++) {
            double step = Math.signum(values[i] - values[i - 1]);
            if (step != 0) {
                swings += step == -direction ? 1 : 0;
                direction = step;
            }
        }
        return swings;
    }

    int size() {
        return bins.size();
    }

    double day(int bin) {
        return bins.get(bin)[0];
    }

    double low(int bin) {
        return bins.get(bin)[1];
    }

    double high(int bin) {
        return bins.get(bin)[2];
    }
}
