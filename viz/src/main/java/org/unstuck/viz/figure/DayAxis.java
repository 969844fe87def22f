package org.unstuck.viz.figure;

import java.text.DecimalFormat;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.unstuck.viz.theme.Theme;

/** The time axis of slow figures: values in days; ticks at whole hours, days or weeks. */
final class DayAxis {

    /** Up to this many days the ticks are in hours. */
    private static final double HOURS_UP_TO = 4;

    private static final double HOURS_PER_DAY = 24;
    private static final double[] HOUR_STEPS = {0.25, 0.5, 1, 2, 3, 6, 12};
    private static final double[] DAY_STEPS = {1, 2, 7, 14, 28, 91, 182, 364};

    /** Most intervals between ticks; 84 days in weeks are 12. */
    private static final int INTERVALS = 13;

    /** Share of the span left free at both ends, so that markers there are whole. */
    private static final double AIR = 0.012;

    private DayAxis() {}

    /** An axis that shows {@code fromDay} to {@code toDay} with a little air at both ends. */
    static NumberAxis of(double fromDay, double toDay) {
        Check.below("fromDay", fromDay, "toDay", Math.nextDown(toDay));
        double span = toDay - fromDay;
        double air = AIR * span;
        NumberAxis axis;
        if (span <= HOURS_UP_TO) {
            double hours = step(HOUR_STEPS, span * HOURS_PER_DAY);
            axis = Theme.axis("time since start (hours)", fromDay - air, toDay + air);
            DecimalFormat format = (DecimalFormat) Theme.format(hours < 1 ? 2 : 0);
            format.setMultiplier((int) HOURS_PER_DAY);
            axis.setTickUnit(new NumberTickUnit(hours / HOURS_PER_DAY));
            axis.setNumberFormatOverride(format);
        } else {
            double days = step(DAY_STEPS, span);
            axis = Theme.axis(
                    days == 7 ? "time since start (days, a tick every week)" : "time since start (days)",
                    fromDay - air,
                    toDay + air);
            axis.setTickUnit(new NumberTickUnit(days));
            axis.setNumberFormatOverride(Theme.format(0));
        }
        return axis;
    }

    /** A time as words: "6 h" below a day, "day 28" from then on. */
    static String words(double day) {
        return day != 0 && Math.abs(day) < 1 ? Words.number(day * HOURS_PER_DAY) + " h" : "day " + Words.number(day);
    }

    private static double step(double[] steps, double span) {
        for (double step : steps) {
            if (span / step <= INTERVALS) {
                return step;
            }
        }
        return steps[steps.length - 1];
    }
}
