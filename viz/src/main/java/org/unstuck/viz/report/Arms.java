package org.unstuck.viz.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.unstuck.describe.Decimal;
import org.unstuck.study.Comparison;
import org.unstuck.viz.figure.Key;
import org.unstuck.viz.theme.Palette;

/** The arms of a comparison, with the look that each has in every figure. A figure holds at most one palette of them. */
final class Arms {

    private Arms() {}

    /** Numbers of the arms, in as few groups of nearly equal size as fit into one figure each. */
    static List<List<Integer>> groups(Comparison comparison) {
        int arms = comparison.scenario().arms().size();
        int n = (arms + Palette.size() - 1) / Palette.size();
        List<List<Integer>> groups = new ArrayList<>();
        for (int g = 0; g < n; g++) {
            groups.add(IntStream.range(g * arms / n, (g + 1) * arms / n).boxed().toList());
        }
        return groups;
    }

    static Key key(Comparison comparison, int arm) {
        return new Key(comparison.scenario().arms().get(arm).name(), arm % Palette.size());
    }

    /** Added to names and titles of figures beyond the first group. */
    static String suffix(int group) {
        return group == 0 ? "" : "-" + (group + 1);
    }

    static double day(Comparison comparison, int scan) {
        return comparison.scanHours().get(scan) / 24;
    }

    /** The scan nearest to {@code day}. */
    static int scanNear(Comparison comparison, double day) {
        int nearest = 0;
        for (int s = 0; s < comparison.scanHours().size(); s++) {
            if (Math.abs(day(comparison, s) - day) < Math.abs(day(comparison, nearest) - day)) {
                nearest = s;
            }
        }
        return nearest;
    }

    /** A number of days as text. */
    static String dayText(Comparison comparison, int scan) {
        return Decimal.of(day(comparison, scan), 4);
    }
}
