package org.unstuck.viz.explore;

import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;

/** The axis of the time that has just passed: as long as there is something to show, so that a run that began lately fills it. */
final class Past {

    /** The shortest stretch, s. */
    private static final double SHORTEST = 20;

    private static final double TICKS = 4;
    private static final double MS = 1000;

    private Past() {}

    /** An axis that ends now. */
    static NumberAxis axis() {
        return Chart.axis("s of activity (0 = now)", -SHORTEST, 0, SHORTEST / TICKS);
    }

    /** Stretches the axes of {@code charts} to what is shown of the longer run: 20 s, 40 s, 80 s, and so on. */
    static void follow(Frame frame, List<Chart> charts) {
        double seconds = 0;
        for (Frame.Side side : frame.sides) {
            seconds = side.on ? Math.max(seconds, side.shown * side.sampleMs / MS) : seconds;
        }
        double span = SHORTEST;
        while (span < seconds) {
            span *= 2;
        }
        for (Chart chart : charts) {
            NumberAxis axis = (NumberAxis) chart.plot().getDomainAxis();
            if (axis.getLowerBound() != -span) {
                axis.setRange(-span, 0);
                axis.setTickUnit(new NumberTickUnit(span / TICKS));
            }
        }
    }
}
