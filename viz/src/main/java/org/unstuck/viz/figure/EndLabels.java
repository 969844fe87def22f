package org.unstuck.viz.figure;

import java.util.ArrayList;
import java.util.List;
import org.unstuck.viz.theme.Look;
import org.unstuck.viz.theme.Palette;
import org.unstuck.viz.theme.Theme;

/** Labels at the right end of lines: leader, sample of the line, words; moved apart so that none overlaps. */
final class EndLabels {

    /** Widest line of words in px. */
    private static final double WRAP = 150;

    private static final double LEADER = 16;
    private static final double SAMPLE = 30;
    private static final double GAP = 7;

    private EndLabels() {}

    /** An end of a line: whose, and where it is. */
    record End(Key key, double x, double y) {}

    /** Room in px that labels of these keys need right of the plot. */
    static double room(List<Key> keys) {
        double widest = 0;
        for (Key key : keys) {
            for (String line : lines(key)) {
                widest = Math.max(widest, Theme.width(line, Theme.TEXT));
            }
        }
        return LEADER + SAMPLE + 2 * GAP + widest;
    }

    /** Draws the labels right of the plot; {@code x} and {@code y} of the ends are values. */
    static void draw(Pen pen, List<End> ends) {
        draw(pen, ends, true);
    }

    /** The same as a legend: without lines from the ends to the labels. */
    static void drawWithoutLeaders(Pen pen, List<End> ends) {
        draw(pen, ends, false);
    }

    private static void draw(Pen pen, List<End> ends, boolean leaders) {
        double[] wanted = new double[ends.size()];
        double[] heights = new double[ends.size()];
        List<List<String>> texts = new ArrayList<>();
        for (int i = 0; i < ends.size(); i++) {
            texts.add(lines(ends.get(i).key()));
            wanted[i] = pen.y(ends.get(i).y());
            heights[i] = texts.get(i).size() * Theme.height(Theme.TEXT) + 3;
        }
        double[] centres =
                Spread.apart(wanted, heights, pen.area().getMinY(), pen.area().getMaxY());
        double right = pen.area().getMaxX();
        for (int i = 0; i < ends.size(); i++) {
            Look look = ends.get(i).key().style();
            double from = pen.x(ends.get(i).x());
            if (leaders) {
                double start = Math.max(from + 2, right - 2);
                pen.line(Palette.QUIET, Theme.HAIRLINE, start, wanted[i], right + LEADER, centres[i]);
            }
            look.drawSample(pen.g(), right + LEADER + 2, centres[i], SAMPLE);
            pen.text(
                    texts.get(i),
                    Theme.TEXT,
                    Palette.INK,
                    Pen.Align.LEFT,
                    right + LEADER + SAMPLE + GAP + 2,
                    centres[i]);
        }
    }

    private static List<String> lines(Key key) {
        return Theme.wrap(key.label(), Theme.TEXT, WRAP);
    }
}
