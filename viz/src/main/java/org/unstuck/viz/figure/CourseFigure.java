package org.unstuck.viz.figure;

import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.ui.RectangleInsets;
import org.unstuck.describe.Invalid;
import org.unstuck.viz.theme.Theme;

/**
 * Quantities over days, one line with its interval per arm: intensity, flexibility.
 *
 * @param name file stem
 * @param title one line
 * @param panels one quantity each, from top to bottom, sharing the time axis
 */
public record CourseFigure(String name, String title, List<Panel> panels) implements Figure {

    private static final int WIDTH = 960;
    private static final int PANEL_HEIGHT = 330;
    private static final int FRAME_HEIGHT = 150;

    /**
     * One quantity.
     *
     * @param quantity what is on the vertical axis
     * @param unit its unit; empty if it has none
     * @param curves at least one
     * @param bands named ranges behind the lines, as the healthy range; may be empty
     */
    public record Panel(String quantity, String unit, List<Curve> curves, List<Band> bands) {
        public Panel {
            Check.words("quantity", quantity);
            curves = List.copyOf(curves);
            bands = List.copyOf(bands);
            Check.notEmpty("curves", curves.size());
        }
    }

    /**
     * The course of one arm.
     *
     * @param arm whose
     * @param days {@code days[sample]}, ascending
     * @param mean {@code mean[sample]} over patients
     * @param low {@code low[sample]}, lower end of the interval
     * @param high {@code high[sample]}, upper end of the interval
     * @param missing {@code missing[sample]}: whether there is no value; what the other arrays hold there is not read and
     *     the line is broken
     * @param scans whether the samples are single scans, drawn as points with whiskers, or a continuous record
     */
    public record Curve(
            Key arm, double[] days, double[] mean, double[] low, double[] high, boolean[] missing, boolean scans) {
        public Curve {
            days = Check.finite("days", days);
            missing = missing.clone();
            mean = mean.clone();
            low = low.clone();
            high = high.clone();
            Check.notEmpty("days", days.length);
            Check.ascending("days", days);
            Check.sameLength("mean", mean.length, "days", days.length);
            Check.sameLength("low", low.length, "days", days.length);
            Check.sameLength("high", high.length, "days", days.length);
            Check.sameLength("missing", missing.length, "days", days.length);
            int present = 0;
            for (int i = 0; i < days.length; i++) {
                if (!missing[i]) {
                    present++;
                    Check.finite("mean[" + i + "]", mean[i]);
                    Check.finite("low[" + i + "]", low[i]);
                    Check.finite("high[" + i + "]", high[i]);
                    Check.below("low[" + i + "]", low[i], "mean[" + i + "]", mean[i]);
                    Check.below("mean[" + i + "]", mean[i], "high[" + i + "]", high[i]);
                }
            }
            if (present == 0) {
                throw new Invalid(
                        "missing", "every value of \"" + arm.label() + "\" is missing.", "Maybe leave the arm out.");
            }
        }

        /** A continuous record without gaps. */
        public static Curve of(Key arm, double[] days, double[] mean, double[] low, double[] high) {
            return new Curve(arm, days, mean, low, high, new boolean[days.length], false);
        }

        /** The same values as single scans. */
        public Curve atScans() {
            return new Curve(arm, days, mean, low, high, missing, true);
        }

        /** The same record with gaps where {@code missing}. */
        public Curve withMissing(boolean[] gaps) {
            return new Curve(arm, days, mean, low, high, gaps, scans);
        }

        int first() {
            int i = 0;
            while (missing[i]) {
                i++;
            }
            return i;
        }

        int last() {
            int i = days.length - 1;
            while (missing[i]) {
                i--;
            }
            return i;
        }

        boolean broken() {
            for (boolean gap : missing) {
                if (gap) {
                    return true;
                }
            }
            return false;
        }
    }

    public CourseFigure {
        panels = List.copyOf(panels);
        Check.words("title", title);
        Check.notEmpty("panels", panels.size());
    }

    @Override
    public String caption() {
        String text = "Lines are means over patients; shaded bands and whiskers are 95 % intervals.";
        if (curves().stream().anyMatch(Curve::scans)) {
            text +=
                    " Points with whiskers are single scans; arms scanned on the same day are moved apart sideways and the"
                            + " thin line is only a guide.";
        }
        if (curves().stream().anyMatch(Curve::broken)) {
            text += " A broken line is a gap: nothing was measured there.";
        }
        return text;
    }

    @Override
    public String description() {
        StringBuilder text = new StringBuilder();
        for (Panel panel : panels) {
            text.append(Words.sentence(Theme.label(panel.quantity, panel.unit))).append(" over time. ");
            for (Band band : panel.bands) {
                text.append(Words.sentence(band.label()) + ": " + Words.number(band.low()) + " to "
                        + Words.number(band.high()) + ". ");
            }
            for (Curve c : panel.curves) {
                int first = c.first();
                int last = c.last();
                text.append(Words.sentence(c.arm.label()) + ": " + Words.number(c.mean[first]) + " at "
                        + DayAxis.words(c.days[first]) + ", " + Words.number(c.mean[last]) + " (95 % interval "
                        + Words.number(c.low[last]) + " to " + Words.number(c.high[last]) + ") at "
                        + DayAxis.words(c.days[last]) + (c.broken() ? ", with gaps" : "") + ". ");
            }
        }
        return text.toString().strip();
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int height() {
        return FRAME_HEIGHT + PANEL_HEIGHT * panels.size();
    }

    @Override
    public JFreeChart chart() {
        List<Curve> drawn = panels.stream()
                .flatMap(p -> CoursePlot.apart(p.curves).stream())
                .toList();
        double from = drawn.stream().mapToDouble(c -> c.days[0]).min().orElseThrow();
        double to =
                drawn.stream().mapToDouble(c -> c.days[c.days.length - 1]).max().orElseThrow();
        CombinedDomainXYPlot stack = new CombinedDomainXYPlot(DayAxis.of(from, to > from ? to : from + 1));
        stack.setGap(Pen.HEADING_ROOM + 8);
        for (Panel panel : panels) {
            stack.add(CoursePlot.of(panel));
        }
        JFreeChart chart = Theme.chart(title, stack);
        stack.setInsets(new RectangleInsets(
                Pen.HEADING_ROOM,
                0,
                0,
                EndLabels.room(curves().stream().map(Curve::arm).toList())));
        return chart;
    }

    private List<Curve> curves() {
        return panels.stream().flatMap(p -> p.curves.stream()).toList();
    }
}
