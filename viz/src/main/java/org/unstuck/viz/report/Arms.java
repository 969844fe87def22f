package org.unstuck.viz.report;

import java.util.ArrayList;
import java.util.List;
import org.unstuck.study.Comparison;
import org.unstuck.viz.figure.Key;
import org.unstuck.viz.theme.Palette;

/** The arms of a comparison, with the look that each has in every figure. A figure holds at most one palette of them. */
final class Arms {

    private Arms() {}

    /** Numbers of the arms, in groups that fit into one figure. */
    static List<List<Integer>> groups(Comparison comparison) {
        List<List<Integer>> groups = new ArrayList<>();
        for (int arm = 0; arm < comparison.scenario().arms().size(); arm++) {
            if (arm % Palette.size() == 0) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(arm);
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
        return org.unstuck.describe.Decimal.of(day(comparison, scan), 4);
    }
}
