package org.unstuck.viz.explore;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Cursor;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.event.ActionEvent;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Rectangle2D;
import java.util.function.BiConsumer;
import javax.swing.AbstractAction;
import javax.swing.KeyStroke;
import org.jfree.chart.ChartPanel;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.unstuck.describe.Decimal;
import org.unstuck.protocol.Arm;
import org.unstuck.protocol.Event;

/** The events of an arm over the weeks, one lane each; they can be dragged, or moved with the arrow keys. */
final class TimelineView {

    private static final double DAY = 24;
    private static final double LEAST_PX = 7;
    private static final double LANE = 20;

    private final Chart chart;
    private final BiConsumer<Integer, Double> moved;
    private Arm arm;
    private double days = 84;
    private int held = -1;
    private int chosen;
    private double grabbed;
    private double dragged;
    private Shade shade = Shade.now();

    /** A timeline; {@code moved} is told which event moves by how many hours. */
    TimelineView(BiConsumer<Integer, Double> moved) {
        this.moved = moved;
        NumberAxis y = Chart.axis(null, 0, 1);
        y.setTickLabelsVisible(false);
        y.setTickMarksVisible(false);
        this.chart = new Chart("timeline", "Timeline of doses and sessions", Chart.days(days), y, this::draw);
        chart.plot().setRangeGridlinesVisible(false);
        ChartPanel panel = chart.panel();
        panel.setFocusable(true);
        MouseAdapter mouse = new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent e) {
                panel.requestFocusInWindow();
                held = at(e);
                chosen = held >= 0 ? held : chosen;
                grabbed = day(e.getX());
                dragged = 0;
                chart.refresh(false);
            }

            @Override
            public void mouseDragged(MouseEvent e) {
                if (held >= 0) {
                    dragged = Math.rint((day(e.getX()) - grabbed) * DAY) / DAY;
                    chart.refresh(true);
                }
            }

            @Override
            public void mouseReleased(MouseEvent e) {
                if (held >= 0 && dragged != 0) {
                    moved.accept(held, dragged * DAY);
                }
                held = -1;
                dragged = 0;
                chart.refresh(false);
            }

            @Override
            public void mouseMoved(MouseEvent e) {
                panel.setCursor(
                        Cursor.getPredefinedCursor(at(e) >= 0 ? Cursor.E_RESIZE_CURSOR : Cursor.DEFAULT_CURSOR));
            }
        };
        panel.addMouseListener(mouse);
        panel.addMouseMotionListener(mouse);
        panel.addFocusListener(new FocusAdapter() {
            @Override
            public void focusGained(FocusEvent e) {
                chart.refresh(false); // The picture is kept until the chart has changed.
            }

            @Override
            public void focusLost(FocusEvent e) {
                chart.refresh(false); // The picture is kept until the chart has changed.
            }
        });
        key("UP", () -> choose(-1));
        key("DOWN", () -> choose(1));
        key("LEFT", () -> moved.accept(chosen, -DAY));
        key("RIGHT", () -> moved.accept(chosen, DAY));
        key("shift LEFT", () -> moved.accept(chosen, -1.0));
        key("shift RIGHT", () -> moved.accept(chosen, 1.0));
    }

    private void choose(int further) {
        int n = arm.events().size();
        chosen = (chosen + further + n) % n;
    }

    /** A key of the panel: what has no key cannot be reached with Tab. */
    private void key(String stroke, Runnable task) {
        chart.panel().getInputMap().put(KeyStroke.getKeyStroke(stroke), stroke);
        chart.panel().getActionMap().put(stroke, new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent e) {
                if (arm != null && !arm.events().isEmpty()) {
                    task.run();
                    chart.refresh(false);
                }
            }
        });
    }

    Chart chart() {
        return chart;
    }

    /** Shows {@code of} on a course of {@code length} days. */
    void show(Arm of, double length) {
        arm = of;
        days = length;
        chosen = Math.min(chosen, Math.max(0, of.events().size() - 1));
        chart.plot().setDomainAxis(Chart.days(length));
        chart.dress(shade);
        StringBuilder words = new StringBuilder("Timeline of " + of.name() + ": ");
        of.events().forEach(e -> words.append(label(e)).append("; "));
        chart.panel().getAccessibleContext().setAccessibleDescription(words + "arrow keys choose and move");
        chart.refresh(false);
    }

    void dress(Shade now) {
        shade = now;
        chart.dress(now);
    }

    private Rectangle2D area() {
        return chart.panel().getChartRenderingInfo().getPlotInfo().getDataArea();
    }

    private double day(int x) {
        return chart.plot().getDomainAxis().java2DToValue(x, area(), RectangleEdge.BOTTOM);
    }

    private int at(MouseEvent e) {
        for (int k = 0; arm != null && k < arm.events().size(); k++) {
            if (box(k, area(), 0).contains(e.getPoint())) {
                return k;
            }
        }
        return -1;
    }

    private Rectangle2D box(int k, Rectangle2D area, double later) {
        Event event = arm.events().get(k);
        var axis = chart.plot().getDomainAxis();
        double x1 = axis.valueToJava2D(event.begins().inDays() + later, area, RectangleEdge.BOTTOM);
        double x2 = axis.valueToJava2D(event.ends().inDays() + later, area, RectangleEdge.BOTTOM);
        return new Rectangle2D.Double(x1, area.getY() + 3 + k * LANE, Math.max(LEAST_PX, x2 - x1), LANE - 4);
    }

    private void draw(Painted.Brush b) {
        Font font = Chart.font(Font.PLAIN, -1);
        if (arm == null || arm.events().isEmpty()) {
            if (chart.panel().isFocusOwner()) {
                Rectangle2D all = b.area();
                b.g().setColor(shade.color(0));
                b.g().setStroke(new BasicStroke(2f));
                b.g().draw(new Rectangle2D.Double(
                        all.getX() + 2, all.getY() + 2, all.getWidth() - 4, all.getHeight() - 4));
            }
            b.text(
                    "nothing happens in this arm",
                    font,
                    shade.soft(),
                    b.area().getCenterX(),
                    b.area().getCenterY(),
                    0.5);
            return;
        }
        Graphics2D g = b.g();
        boolean focus = chart.panel().isFocusOwner();
        for (int k = 0; k < arm.events().size(); k++) {
            Rectangle2D box = box(k, b.area(), k == held ? dragged : 0);
            Event event = arm.events().get(k);
            Color color = shade.color(event instanceof Event.OfDrug ? 0 : event instanceof Event.Session ? 2 : 4);
            g.setColor(Shade.mix(shade.paper(), color, 0.55));
            g.fill(box);
            g.setColor(k == chosen ? shade.ink() : color);
            g.setStroke(new BasicStroke(k == chosen ? 2f : 1f));
            g.draw(box);
            if (k == chosen && focus) {
                g.setColor(shade.color(0));
                g.setStroke(new BasicStroke(2f));
                g.draw(new Rectangle2D.Double(box.getX() - 3, box.getY() - 3, box.getWidth() + 6, box.getHeight() + 6));
            }
            String words = label(event)
                    + (k == held && dragged != 0 ? String.format(java.util.Locale.ROOT, " (%+.1f d)", dragged) : "");
            g.setFont(font);
            double width = g.getFontMetrics().stringWidth(words);
            double x = box.getMaxX() + 5 + width < b.area().getMaxX() ? box.getMaxX() + 5 : box.getX() + 6;
            b.text(words, font, shade.ink(), x, box.getCenterY() + 4, 0);
        }
    }

    private static String label(Event event) {
        String from = " from day " + Decimal.of(event.begins().inDays(), 4);
        return event instanceof Event.OfDrug of ? of.drug() + " " + event.type() + from : event.type() + from;
    }
}
