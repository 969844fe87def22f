package org.unstuck.viz.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.unstuck.describe.Decimal;
import org.unstuck.metric.Interval;
import org.unstuck.metric.Measurement;
import org.unstuck.study.Comparison;

/** Intensity and flexibility per arm at a few days, with intervals. */
public final class SummaryTable {

    private static final double[] DAYS = {0, 1, 7, 28, 84};

    private SummaryTable() {}

    /** The scans shown: those nearest to days 0, 1, 7, 28 and 84, and the last. */
    static List<Integer> scans(Comparison comparison) {
        List<Integer> scans = new ArrayList<>();
        for (double day : DAYS) {
            int scan = Arms.scanNear(comparison, day);
            if (!scans.contains(scan)) {
                scans.add(scan);
            }
        }
        int last = comparison.scanHours().size() - 1;
        if (!scans.contains(last)) {
            scans.add(last);
        }
        return scans;
    }

    /**
     * The table as text for a terminal.
     *
     * @param comparison what to summarise
     * @param colour whether to use ANSI colours
     */
    public static String text(Comparison comparison, boolean colour) {
        List<Integer> scans = scans(comparison);
        StringBuilder out = new StringBuilder();
        String bold = colour ? "\u001B[1m" : "";
        String faint = colour ? "\u001B[2m" : "";
        String plain = colour ? "\u001B[0m" : "";
        int width = comparison.scenario().arms().stream()
                .mapToInt(a -> a.name().length())
                .max()
                .orElse(0);
        width = Math.max(width, "healthy twins (5-95%)".length());
        block(out, comparison, scans, width, bold, plain, "Intensity (symptom relative to health, 1 = healthy)", true);
        out.append('\n');
        block(
                out,
                comparison,
                scans,
                width,
                bold,
                plain,
                "Flexibility (" + CourseFigures.FLEXIBILITY.label().toLowerCase(Locale.ROOT) + ", "
                        + CourseFigures.FLEXIBILITY.unit() + ")",
                false);
        out.append(faint)
                .append("Mean of ")
                .append(comparison.people().size())
                .append(" virtual patients [95% bootstrap interval]. Other measures of flexibility: report.html.\n")
                .append("A ")
                .append(Disclaimer.SHORT)
                .append(".")
                .append(plain)
                .append('\n');
        return out.toString();
    }

    private static void block(
            StringBuilder out,
            Comparison comparison,
            List<Integer> scans,
            int width,
            String bold,
            String plain,
            String title,
            boolean intensity) {
        out.append(bold).append(title).append(plain).append('\n');
        out.append(pad("", width));
        for (int scan : scans) {
            out.append("  ").append(pad("day " + Arms.dayText(comparison, scan), CELL));
        }
        out.append('\n');
        for (int arm = 0; arm < comparison.scenario().arms().size(); arm++) {
            out.append(pad(comparison.scenario().arms().get(arm).name(), width));
            for (int scan : scans) {
                out.append("  ").append(pad(cell(interval(comparison, arm, scan, intensity)), CELL));
            }
            out.append('\n');
        }
        Comparison.Band band =
                intensity ? comparison.healthyIntensityBand() : comparison.healthyBand(CourseFigures.FLEXIBILITY);
        if (band != null) {
            out.append(pad("healthy twins (5-95%)", width))
                    .append("  ")
                    .append(number(band.low()))
                    .append(" to ")
                    .append(number(band.high()))
                    .append('\n');
        }
    }

    private static final int CELL = 17;

    static Interval interval(Comparison comparison, int arm, int scan, boolean intensity) {
        return intensity
                ? comparison.intensityInterval(arm, scan)
                : comparison.interval(CourseFigures.FLEXIBILITY, arm, scan);
    }

    static String cell(Interval interval) {
        if (!(interval.mean() instanceof Measurement.Defined mean)) {
            return "undefined";
        }
        if (!interval.low().isDefined()) {
            return number(mean.value());
        }
        return number(mean.value()) + " [" + number(interval.low().orElseThrow()) + ", "
                + number(interval.high().orElseThrow()) + "]";
    }

    static String number(double x) {
        return Decimal.fixed(x, 2);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
