package org.unstuck.viz.explore;

import java.util.Locale;
import org.unstuck.describe.Decimal;

/** What stands at the foot: two clocks, never one time that is stretched. */
final class Clocks {

    private static final double MINUTES = 60;
    private static final double HOURS = 24;

    private Clocks() {}

    static String words(Frame now) {
        if (now.busy >= 0) {
            return "starting ... " + (int) (100 * now.busy) + " %";
        }
        Frame.Side a = now.sides[Engine.A];
        return String.format(
                Locale.ROOT,
                "activity %.1f s (%s real time)   |   slow clock %s, %s per s of activity%s",
                a.seconds(),
                Decimal.of(now.playing ? now.achieved : 0, 2) + "x",
                slow(a.hours),
                pace(a.paceNow),
                a.session == null ? "" : "   |   in " + a.session);
    }

    private static String pace(double minutes) {
        return minutes < MINUTES ? Decimal.of(minutes, 3) + " min" : Decimal.of(minutes / MINUTES, 3) + " h";
    }

    private static String slow(double hours) {
        int days = (int) (hours / HOURS);
        double rest = hours - HOURS * days;
        int whole = (int) rest;
        return String.format(Locale.ROOT, "day %d %02d:%02d", days, whole, (int) ((rest - whole) * MINUTES));
    }
}
