package org.unstuck.viz.figure;

import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;
import org.unstuck.describe.Invalid;
import org.unstuck.viz.theme.Look;
import org.unstuck.viz.theme.Theme;

/**
 * A protocol on one clock: what is done in each arm, and below it what follows in the body (concentrations, receptor effects,
 * plasticity).
 *
 * @param name file stem
 * @param title one line
 * @param strips the events of each arm, from top to bottom
 * @param panels quantities over time, from top to bottom
 * @param fromDay start of the time axis, days
 * @param toDay end of the time axis, days
 */
public record TimelineFigure(
        String name, String title, List<Strip> strips, List<Panel> panels, double fromDay, double toDay)
        implements Figure {

    static final int WIDTH = 960;
    private static final int PANEL_HEIGHT = 150;
    private static final int FRAME_HEIGHT = 150;

    /** How much of its colour the band between peaks and troughs shows. */
    private static final float BAND_ALPHA = 0.4f;

    /** What an event is; the word is the one in the legend. */
    public enum Kind {
        COURSE("repeated doses"),
        DOSE("single dose"),
        INFUSION("infusion"),
        DECIDED("by symptom"),
        STOP("stop"),
        THERAPY("therapy session"),
        EXPOSURE("exposure"),
        SHAM("sham"),
        CUE("stress cue"),
        OTHER_CUE("other cue"),
        PERIOD("period"),
        SCAN("scan");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        boolean ofDrug() {
            return this == COURSE || this == DOSE || this == INFUSION || this == DECIDED || this == STOP;
        }
    }

    /**
     * One event of an arm.
     *
     * @param kind what happens
     * @param of the drug, or whatever it is called; drugs keep their look in the panels below
     * @param label dose and rhythm, as "1 mg 3 times a day"; may be empty
     * @param fromDay start, days
     * @param toDay end, days; the same as the start for a moment
     * @param level height of a course relative to the highest dose: it shows a taper as steps; of doses by symptom, how many
     *     there were in this stretch relative to the stretch with most of them, and 0 for the whole time in which they may come
     */
    public record Event(Kind kind, Key of, String label, double fromDay, double toDay, double level) {
        public Event {
            Check.finite("fromDay", fromDay);
            Check.finite("toDay", toDay);
            Check.below("fromDay", fromDay, "toDay", toDay);
            Check.between("level", level, 0, 1);
        }

        /** An event at full height. */
        public static Event of(Kind kind, Key of, String label, double fromDay, double toDay) {
            return new Event(kind, of, label, fromDay, toDay, 1);
        }
    }

    /**
     * The events of one arm.
     *
     * @param arm its name
     * @param events in any order
     */
    public record Strip(String arm, List<Event> events) {
        public Strip {
            Check.words("arm", arm);
            events = List.copyOf(events);
        }
    }

    /**
     * One quantity over time.
     *
     * @param quantity what is on the vertical axis
     * @param unit its unit; empty if it has none
     * @param logarithmic whether the axis is logarithmic; values below {@code low} then lie on its lower edge
     * @param low lower end of the axis; above 0 if logarithmic
     * @param high upper end of the axis
     * @param lines at least one; no value may lie outside the axis, except that a logarithmic one takes values down to 0
     */
    public record Panel(String quantity, String unit, boolean logarithmic, double low, double high, List<Line> lines) {
        public Panel {
            Check.words("quantity", quantity);
            lines = List.copyOf(lines);
            Check.notEmpty("lines", lines.size());
            Check.finite("low", low);
            Check.finite("high", high);
            Check.below("low", low, "high", Math.nextDown(high));
            if (logarithmic && low <= 0) {
                throw new Invalid(
                        "low",
                        "low of the logarithmic axis of " + quantity + " is " + low + " " + unit
                                + ", it must be above 0.",
                        "Maybe use the limit of detection.");
            }
            for (Line line : lines) {
                for (int i = 0; i < line.values.length; i++) {
                    Check.between(
                            quantity + " of " + line.of.label() + " [" + i + "]",
                            line.values[i],
                            logarithmic ? 0 : low,
                            high);
                }
            }
        }

        /** A linear axis from 0 to a little above the highest value. */
        public static Panel linear(String quantity, String unit, List<Line> lines) {
            return new Panel(quantity, unit, false, 0, highest(lines) > 0 ? highest(lines) * 1.08 : 1, lines);
        }

        /** A linear axis from 0 to 1. */
        public static Panel share(String quantity, List<Line> lines) {
            return new Panel(quantity, "0 to 1", false, 0, 1.05, lines);
        }

        /** A logarithmic axis from {@code low} to a little above the highest value. */
        public static Panel logarithmic(String quantity, String unit, double low, List<Line> lines) {
            return new Panel(quantity, unit, true, low, Math.max(highest(lines) * 1.6, 10 * low), lines);
        }

        /** Where a value lies on the axis. */
        private double position(double value) {
            return logarithmic ? Decades.position(Math.max(low, value)) : value;
        }

        private static double highest(List<Line> lines) {
            double highest = 0;
            for (Line line : lines) {
                for (double value : line.values) {
                    highest = Math.max(highest, value);
                }
            }
            return highest;
        }
    }

    /**
     * One line of a panel.
     *
     * @param of whose
     * @param days {@code days[sample]}, ascending
     * @param values {@code values[sample]}
     */
    public record Line(Key of, double[] days, double[] values) {
        public Line {
            days = Check.finite("days", days);
            values = Check.finite("values", values);
            Check.notEmpty("days", days.length);
            Check.ascending("days", days);
            Check.sameLength("values", values.length, "days", days.length);
        }

        /** The last value not later than {@code day}, or the first there is. */
        private double at(double day) {
            int i = days.length - 1;
            while (i > 0 && days[i] > day) {
                i--;
            }
            return values[i];
        }
    }

    public TimelineFigure {
        strips = List.copyOf(strips);
        panels = List.copyOf(panels);
        Check.words("title", title);
        Check.finite("fromDay", fromDay);
        Check.finite("toDay", toDay);
        Check.below("fromDay", fromDay, "toDay", Math.nextDown(toDay));
        Check.notEmpty("strips and panels", strips.size() + panels.size());
    }

    /** The same protocol through a window of time, as a figure of its own. */
    public TimelineFigure zoomed(String otherName, String otherTitle, double from, double to) {
        return new TimelineFigure(otherName, otherTitle, strips, panels, from, to);
    }

    @Override
    public String caption() {
        return "Top: what happens in each arm; the height of a bar is the dose, and where patients differ the mean over patients."
                + " Below, on the same clock: what follows in the body; doses close together merge"
                + " into a band from trough to peak.";
    }

    @Override
    public String description() {
        StringBuilder text = new StringBuilder();
        text.append("From " + DayAxis.words(fromDay) + " to " + DayAxis.words(toDay) + ". ");
        for (Strip strip : strips) {
            text.append(Words.sentence(strip.arm)).append(": ");
            text.append(EventStrips.words(strip.events)).append(". ");
        }
        for (Panel panel : panels) {
            text.append(Words.sentence(Theme.label(panel.quantity, panel.unit))).append(": ");
            List<String> peaks = new ArrayList<>();
            for (Line line : panel.lines) {
                int peak = peak(line);
                if (peak >= 0) {
                    peaks.add(line.of.label() + " at most " + Words.number(line.values[peak]) + " at "
                            + DayAxis.words(line.days[peak]));
                }
            }
            text.append(peaks.isEmpty() ? "no value in this window" : Words.list(peaks))
                    .append(". ");
        }
        return text.toString().strip();
    }

    private int peak(Line line) {
        int peak = -1;
        for (int i = 0; i < line.days.length; i++) {
            boolean shown = line.days[i] >= fromDay && line.days[i] <= toDay;
            if (shown && (peak < 0 || line.values[i] > line.values[peak])) {
                peak = i;
            }
        }
        return peak;
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int height() {
        int gaps = (int) (Pen.HEADING_ROOM + 8) * (panels.size() + Math.min(1, strips.size()) - 1);
        return FRAME_HEIGHT + gaps + EventStrips.height(strips) + PANEL_HEIGHT * panels.size();
    }

    @Override
    public JFreeChart chart() {
        CombinedDomainXYPlot stack = new CombinedDomainXYPlot(DayAxis.of(fromDay, toDay));
        stack.setGap(Pen.HEADING_ROOM + 8);
        if (!strips.isEmpty()) {
            stack.add(EventStrips.plot(strips), EventStrips.height(strips));
        }
        for (Panel panel : panels) {
            stack.add(plot(panel), PANEL_HEIGHT);
        }
        JFreeChart chart = Theme.chart(title, stack);
        if (!strips.isEmpty()) {
            stack.getSubplots().get(0).setRangeGridlinesVisible(false);
        }
        List<Key> keys =
                panels.stream().flatMap(p -> p.lines.stream().map(Line::of)).toList();
        stack.setInsets(new RectangleInsets(Pen.HEADING_ROOM, 0, 0, EndLabels.room(keys)));
        return chart;
    }

    private XYPlot plot(Panel panel) {
        YIntervalSeriesCollection data = new YIntervalSeriesCollection();
        DeviationRenderer renderer = new DeviationRenderer(true, false);
        renderer.setAlpha(BAND_ALPHA);
        for (int i = 0; i < panel.lines.size(); i++) {
            Line line = panel.lines.get(i);
            Look look = line.of.style();
            Envelope envelope = Envelope.of(line.days, line.values, fromDay, toDay);
            YIntervalSeries series = new YIntervalSeries(i, false, true);
            for (int k = 0; k < envelope.size(); k++) {
                double low = panel.position(envelope.low(k));
                double high = panel.position(envelope.high(k));
                series.add(envelope.day(k), high, low, high);
            }
            data.addSeries(series);
            renderer.setSeriesPaint(i, look.color());
            renderer.setSeriesFillPaint(i, look.color());
            renderer.setSeriesStroke(i, look.stroke(2f));
        }
        XYPlot plot = new XYPlot(data, null, axis(panel), renderer);
        Sketch.beyond(plot, pen -> pen.heading(heading(panel)));
        Sketch.beyond(plot, pen -> {
            List<EndLabels.End> ends = new ArrayList<>();
            for (Line line : panel.lines) {
                double end = panel.position(line.at(toDay));
                ends.add(new EndLabels.End(line.of, Math.min(toDay, line.days[line.days.length - 1]), end));
            }
            EndLabels.draw(pen, ends);
        });
        return plot;
    }

    private static String heading(Panel panel) {
        return panel.logarithmic
                ? panel.quantity + " (" + panel.unit + ", logarithmic; lower edge: " + Words.number(panel.low)
                        + " or less)"
                : Theme.label(panel.quantity, panel.unit);
    }

    private static NumberAxis axis(Panel panel) {
        return panel.logarithmic ? Decades.axis(panel.low, panel.high) : Theme.axis(null, panel.low, panel.high);
    }
}
