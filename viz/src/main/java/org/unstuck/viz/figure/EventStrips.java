package org.unstuck.viz.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.unstuck.viz.figure.TimelineFigure.Event;
import org.unstuck.viz.figure.TimelineFigure.Kind;
import org.unstuck.viz.figure.TimelineFigure.Strip;
import org.unstuck.viz.theme.Palette;
import org.unstuck.viz.theme.Theme;

/** The upper part of a {@link TimelineFigure}: one strip of events per arm, one lane per drug and one for moments. */
final class EventStrips {

    private static final double NAME = 20;
    private static final double LANE = 21;
    private static final double MOMENTS = 15;
    private static final double AIR = 7;

    /** Width of a moment's mark in px. */
    private static final double MARK = 9;

    /** Kinds whose mark is two marks wide. */
    private static final List<Kind> WIDE = List.of(Kind.COURSE, Kind.DECIDED, Kind.PERIOD);

    /** Room between entries of the legend, px: what is usual, and the least when there are many. */
    private static final double GAP = 26;

    private static final double LEAST_GAP = 9;
    private static final double MARGIN = 16;

    /** Ends of bars nearer than this are one, days. */
    private static final double SAME_DAY = 1e-6;

    private EventStrips() {}

    /** Height of all strips in px. */
    static int height(List<Strip> strips) {
        return (int) Math.ceil(strips.stream().mapToDouble(EventStrips::height).sum());
    }

    private static double height(Strip strip) {
        return NAME + lanes(strip).size() * LANE + rows(strip).size() * MOMENTS + AIR;
    }

    private static List<String> lanes(Strip strip) {
        return strip.events().stream()
                .filter(e -> e.kind().ofDrug())
                .map(e -> e.of().label())
                .distinct()
                .toList();
    }

    /** Sessions, periods and scans often share a day: a row for each, if there are any. */
    private static List<List<Event>> rows(Strip strip) {
        List<List<Event>> rows = new ArrayList<>();
        rows.add(strip.events().stream()
                .filter(e -> e.kind() != Kind.SCAN
                        && e.kind() != Kind.PERIOD
                        && !e.kind().ofDrug())
                .toList());
        strip.events().stream()
                .filter(e -> e.kind() == Kind.PERIOD)
                .map(e -> e.of().label())
                .distinct()
                .forEach(what -> rows.add(strip.events().stream()
                        .filter(e -> e.kind() == Kind.PERIOD && e.of().label().equals(what))
                        .toList()));
        rows.add(strip.events().stream().filter(e -> e.kind() == Kind.SCAN).toList());
        rows.removeIf(List::isEmpty);
        return rows;
    }

    /** A plot whose vertical axis counts px from the top. */
    static XYPlot plot(List<Strip> strips) {
        NumberAxis axis = Theme.axis(null, 0, height(strips));
        axis.setInverted(true);
        axis.setTickLabelsVisible(false);
        axis.setTickMarksVisible(false);
        XYPlot plot = new XYPlot(null, null, axis, new XYLineAndShapeRenderer());
        Sketch.over(plot, pen -> {
            double top = 0;
            for (Strip strip : strips) {
                draw(pen, strip, top);
                top += height(strip);
                if (top < height(strips) - 1) {
                    double y = pen.y(top);
                    pen.line(
                            Palette.QUIET,
                            Theme.HAIRLINE,
                            pen.area().getX(),
                            y,
                            pen.area().getMaxX(),
                            y);
                }
            }
        });
        Sketch.beyond(plot, pen -> legend(pen, strips));
        return plot;
    }

    private static void draw(Pen pen, Strip strip, double top) {
        double left = pen.area().getX() + 6;
        double nameY = pen.y(top) + NAME / 2 + 1;
        double nameWidth = Theme.width(strip.arm(), Theme.STRONG) + 8;
        pen.box(Palette.PAPER, left - 2, nameY - NAME / 2 + 2, nameWidth, NAME - 2);
        pen.text(strip.arm(), Theme.STRONG, Palette.INK, Pen.Align.LEFT, left, nameY);
        List<String> lanes = lanes(strip);
        for (int lane = 0; lane < lanes.size(); lane++) {
            String drug = lanes.get(lane);
            List<Event> events = strip.events().stream()
                    .filter(e -> e.kind().ofDrug() && e.of().label().equals(drug))
                    .toList();
            drawLane(pen, events, pen.y(top) + NAME + lane * LANE);
        }
        double middle = pen.y(top) + NAME + lanes.size() * LANE + MOMENTS / 2;
        for (List<Event> row : rows(strip)) {
            for (Event event : row) {
                if (event.kind() == Kind.PERIOD) {
                    period(pen, event, middle);
                } else {
                    mark(pen, event.kind(), event.of(), pen.x(event.fromDay()), middle);
                }
            }
            middle += MOMENTS;
        }
    }

    private static void period(Pen pen, Event e, double middle) {
        double from = pen.x(e.fromDay());
        double to = pen.x(e.toDay());
        pen.box(Palette.tint(Palette.SOFT_INK, 0.25), from, middle - MOMENTS / 2 + 1, to - from, MOMENTS - 2);
        if (Theme.width(e.of().label(), Theme.NOTE) < to - from - 10) {
            pen.text(e.of().label(), Theme.NOTE, Palette.INK, Pen.Align.LEFT, from + 5, middle);
        }
    }

    /** One drug: shapes first, then as many labels as there is free room for. */
    private static void drawLane(Pen pen, List<Event> events, double top) {
        double bottom = top + LANE - 2;
        Placer placer = new Placer(pen.area());
        for (Event e : events) {
            double from = pen.x(e.fromDay());
            double to = pen.x(e.toDay());
            if (e.kind() == Kind.COURSE) {
                double height = 3 + (LANE - 6) * e.level();
                Color color = e.of().style().color();
                pen.box(Palette.tint(color, 0.35), from, bottom - height, to - from, height);
                pen.box(color, from, bottom - 2, to - from, 2);
                if (!follows(e, events)) {
                    pen.line(color, Theme.HAIRLINE, from, bottom - height, from, bottom);
                }
            } else if (e.kind() == Kind.DECIDED) {
                Color color = e.of().style().color();
                double height = Math.max(1, (LANE - 3) * e.level());
                pen.box(e.level() > 0 ? Palette.tint(color, 0.35) : color, from, bottom - height, to - from, height);
            } else if (e.kind() == Kind.INFUSION) {
                pen.box(e.of().style().color(), from - 2, top, Math.max(4, to - from), LANE - 2);
                placer.block(new Rectangle2D.Double(from - 4, top, Math.max(8, to - from + 4), LANE));
            } else {
                mark(pen, e.kind(), e.of(), from, top + LANE / 2);
                placer.block(from, top + LANE / 2, MARK / 2);
            }
        }
        Set<String> said = new LinkedHashSet<>();
        for (Event e : events) {
            label(pen, placer, e, end(e, events), top + LANE / 2 - 1, said);
        }
    }

    /** Whether a bar begins where another ends. */
    private static boolean follows(Event e, List<Event> events) {
        return events.stream()
                .anyMatch(b -> b.kind() == Kind.COURSE && b != e && Math.abs(b.toDay() - e.fromDay()) < SAME_DAY);
    }

    /** Where the bars that begin with this one end. */
    private static double end(Event e, List<Event> events) {
        double end = e.toDay();
        for (Event next : events) {
            if (e.kind() == Kind.COURSE
                    && next.kind() == Kind.COURSE
                    && next.label().isEmpty()
                    && Math.abs(next.fromDay() - end) < SAME_DAY) {
                end = next.toDay();
            }
        }
        return end;
    }

    /** Labels a course inside its bar and a moment to its right; what is said once or does not fit is left out. */
    private static void label(Pen pen, Placer placer, Event e, double endDay, double y, Set<String> said) {
        String drug = e.of().label();
        String dose = e.kind() == Kind.STOP ? "stop" : e.label();
        boolean inside = e.kind() == Kind.COURSE || e.kind() == Kind.DECIDED;
        double from = Math.max(pen.x(e.fromDay()), pen.area().getX()) + (inside ? 5 : MARK);
        from = inside ? from : Math.max(from, pen.x(e.toDay()) + MARK);
        double to = Math.min(pen.x(endDay), pen.area().getMaxX());
        List<String> wordings = said.contains(drug) ? List.of(dose) : List.of((drug + " " + dose).strip(), drug, dose);
        if (e.kind() == Kind.DECIDED && e.level() > 0) {
            return;
        }
        if (inside && to - from < 0 || from > pen.area().getMaxX() || said.contains(drug + dose)) {
            return;
        }
        for (String words : wordings) {
            double width = Theme.width(words, Theme.NOTE);
            Rectangle2D place = new Rectangle2D.Double(from, y - LANE / 2 + 2, width, LANE - 4);
            boolean fits = inside ? from + width <= to - 3 : true;
            if (!words.isEmpty() && fits && placer.isFree(place)) {
                pen.text(words, Theme.NOTE, Palette.INK, Pen.Align.LEFT, from, y + 1);
                placer.block(place);
                said.add(drug);
                said.add(drug + dose);
                return;
            }
        }
    }

    /** Draws the mark of a moment. */
    private static void mark(Pen pen, Kind kind, Key of, double x, double y) {
        double r = MARK / 2;
        switch (kind) {
            case STOP -> {
                BasicStroke bold = new BasicStroke(2.4f);
                pen.line(Palette.INK, bold, x - r, y - r, x + r, y + r);
                pen.line(Palette.INK, bold, x - r, y + r, x + r, y - r);
            }
            case THERAPY -> pen.fill(Palette.INK, new Ellipse2D.Double(x - r + 0.5, y - r + 0.5, MARK - 1, MARK - 1));
            case EXPOSURE -> {
                pen.draw(
                        Palette.INK,
                        new BasicStroke(1.6f),
                        new Ellipse2D.Double(x - r + 1, y - r + 1, MARK - 2, MARK - 2));
                pen.fill(Palette.INK, new Ellipse2D.Double(x - 1.5, y - 1.5, 3, 3));
            }
            case SHAM ->
                pen.draw(
                        Palette.INK,
                        new BasicStroke(1.6f),
                        new Ellipse2D.Double(x - r + 1, y - r + 1, MARK - 2, MARK - 2));
            case OTHER_CUE -> {
                BasicStroke thin = new BasicStroke(1.6f);
                pen.line(Palette.INK, thin, x - r, y, x + r, y);
                pen.line(Palette.INK, thin, x, y - r, x, y + r);
            }
            case PERIOD -> pen.box(Palette.tint(Palette.SOFT_INK, 0.25), x - MARK, y - r, 2 * MARK, MARK);
            case DECIDED -> {
                pen.box(Palette.tint(Palette.SOFT_INK, 0.3), x - MARK, y, MARK, r);
                pen.box(Palette.tint(Palette.SOFT_INK, 0.3), x, y - r, MARK, MARK);
            }
            case CUE ->
                pen.draw(
                        Palette.INK,
                        new BasicStroke(1.6f),
                        new Rectangle2D.Double(x - r + 1, y - r + 1, MARK - 2, MARK - 2));
            case SCAN -> {
                Path2D triangle = new Path2D.Double();
                triangle.moveTo(x, y - r);
                triangle.lineTo(x + r, y + r);
                triangle.lineTo(x - r, y + r);
                triangle.closePath();
                pen.fill(Palette.PAPER, triangle);
                pen.draw(Palette.INK, new BasicStroke(1.4f), triangle);
            }
            case DOSE -> of.style().drawMarker(pen.g(), x, y);
            case INFUSION -> pen.box(Palette.SOFT_INK, x - 2, y - r - 2, 4, MARK + 4);
            case COURSE -> {
                pen.box(Palette.tint(Palette.SOFT_INK, 0.3), x - MARK, y - r, 2 * MARK, MARK);
                pen.draw(Palette.SOFT_INK, Theme.HAIRLINE, new Rectangle2D.Double(x - MARK, y - r, 2 * MARK, MARK));
            }
        }
    }

    /** The marks that occur, in the heading line. */
    private static void legend(Pen pen, List<Strip> strips) {
        Map<Kind, Key> kinds = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            for (Strip strip : strips) {
                for (Event e : strip.events()) {
                    // A period has its word in its bar.
                    if (e.kind() == kind && kind != Kind.PERIOD) {
                        kinds.putIfAbsent(kind, e.of());
                    }
                }
            }
        }
        pen.heading("protocol");
        double x = pen.area().getX() + Theme.width("protocol", Theme.AXIS) + 34;
        double y = pen.headingY();
        double room = TimelineFigure.WIDTH - MARGIN - x;
        double total =
                kinds.keySet().stream().mapToDouble(EventStrips::legendWidth).sum();
        double gap = Math.max(LEAST_GAP, Math.min(GAP, (room - total) / Math.max(1, kinds.size() - 1)));
        for (Map.Entry<Kind, Key> entry : kinds.entrySet()) {
            mark(pen, entry.getKey(), entry.getValue(), x, y);
            pen.text(entry.getKey().word(), Theme.NOTE, Palette.INK, Pen.Align.LEFT, x + after(entry.getKey()), y);
            x += legendWidth(entry.getKey()) + gap;
        }
    }

    /** From the middle of a mark to its word. */
    private static double after(Kind kind) {
        return (WIDE.contains(kind) ? MARK : MARK / 2) + 5;
    }

    private static double legendWidth(Kind kind) {
        return after(kind) + Theme.width(kind.word(), Theme.NOTE);
    }

    /** The events in words, the same kind of the same thing together. */
    static String words(List<Event> events) {
        Map<String, List<Event>> groups = new LinkedHashMap<>();
        for (Event e : events) {
            if (e.kind() == Kind.DECIDED && e.level() > 0) {
                continue; // Told by the event that spans them all.
            }
            groups.computeIfAbsent(
                            (e.of().label() + " " + (e.kind() == Kind.STOP ? "stop" : e.label())).strip(),
                            k -> new ArrayList<>())
                    .add(e);
        }
        List<String> parts = new ArrayList<>();
        groups.forEach((what, same) -> {
            Event first = same.get(0);
            Event last = same.get(same.size() - 1);
            String span = first.kind() == Kind.COURSE || first.kind() == Kind.DECIDED || first.kind() == Kind.PERIOD
                    ? " from " + DayAxis.words(first.fromDay()) + " to " + DayAxis.words(last.toDay())
                    : same.size() == 1
                            ? " at " + DayAxis.words(first.fromDay())
                            : ", " + same.size() + " times from " + DayAxis.words(first.fromDay()) + " to "
                                    + DayAxis.words(last.fromDay());
            parts.add(what + span);
        });
        return parts.isEmpty() ? "nothing" : String.join("; ", parts);
    }
}
