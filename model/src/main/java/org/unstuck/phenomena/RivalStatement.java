package org.unstuck.phenomena;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.unstuck.metric.Interval;
import org.unstuck.metric.Measurement;
import org.unstuck.noise.Address;
import org.unstuck.study.Comparison;
import org.unstuck.study.Outcome;

/**
 * A difference between two groups of the same patients in the default comparison, and which way it goes in one mass.
 *
 * @param text what is compared
 * @param mean mean difference over patients of all seeds; NaN if undefined
 * @param low lower end of its 95 % bootstrap interval over patients
 * @param high upper end
 */
public record RivalStatement(String text, double mean, double low, double high) {

    /** Which way a difference goes. */
    public enum Way {
        UP("up"),
        DOWN("down"),
        /** The interval includes 0. */
        UNDECIDED("undecided"),
        /** The measure is undefined, as a shift of networks none of which is ever dominant. */
        UNDEFINED("undefined");

        private final String word;

        Way(String word) {
            this.word = word;
        }

        /** The word in tables. */
        public String word() {
            return word;
        }
    }

    private static final double HOURS = 24;

    /** Which way it goes: decided if 0 is outside the interval. */
    public Way way() {
        if (Double.isNaN(mean)) {
            return Way.UNDEFINED;
        }
        return low > 0 ? Way.UP : high < 0 ? Way.DOWN : Way.UNDECIDED;
    }

    /** All statements of the comparisons of one mass, one for each seed; the first arm is the untreated one. */
    static List<RivalStatement> of(List<Comparison> seeds) {
        List<RivalStatement> all = new ArrayList<>();
        Comparison first = seeds.get(0);
        all.add(difference(
                "untreated patients against healthy twins: intensity",
                seeds.stream().map(c -> c.intensity(0, 0)).toList(),
                seeds.stream().map(Comparison::healthyIntensity).toList()));
        all.add(difference(
                "untreated patients against healthy twins: cued shifts",
                seeds.stream().map(c -> c.values(Outcome.CUED_SHIFT, 0, 0)).toList(),
                seeds.stream().map(RivalStatement::healthyShifts).toList()));
        for (int arm = 1; arm < first.scenario().arms().size(); arm++) {
            for (int scan = 1; scan < first.scanHours().size(); scan++) {
                all.add(against(seeds, arm, scan, true));
            }
            for (int scan = 1; scan < first.scanHours().size(); scan++) {
                all.add(against(seeds, arm, scan, false));
            }
        }
        return all;
    }

    private static Measurement[] healthyShifts(Comparison c) {
        return c.healthy().stream().map(Outcome.CUED_SHIFT::of).toArray(Measurement[]::new);
    }

    private static RivalStatement against(List<Comparison> seeds, int arm, int scan, boolean intensity) {
        int day = (int) Math.rint(seeds.get(0).scanHours().get(scan) / HOURS);
        String text = seeds.get(0).scenario().arms().get(arm).name() + " against untreated, day " + day
                + (intensity ? ": intensity" : ": cued shifts");
        return difference(
                text,
                seeds.stream()
                        .map(c -> intensity ? c.intensity(arm, scan) : c.values(Outcome.CUED_SHIFT, arm, scan))
                        .toList(),
                seeds.stream()
                        .map(c -> intensity ? c.intensity(0, scan) : c.values(Outcome.CUED_SHIFT, 0, scan))
                        .toList());
    }

    private static RivalStatement difference(String text, List<Measurement[]> one, List<Measurement[]> other) {
        Interval interval = Interval.ofDifference(
                joined(one), joined(other), Address.of(1).with("rivals").with(text));
        return new RivalStatement(text, number(interval.mean()), number(interval.low()), number(interval.high()));
    }

    private static Measurement[] joined(List<Measurement[]> seeds) {
        return seeds.stream().flatMap(Arrays::stream).toArray(Measurement[]::new);
    }

    private static double number(Measurement m) {
        return m instanceof Measurement.Defined d ? d.value() : Double.NaN;
    }
}
