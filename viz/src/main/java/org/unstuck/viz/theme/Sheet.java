package org.unstuck.viz.theme;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.JFreeChart;

/**
 * A chart with everything it needs to leave the program: size, words for those who cannot see it, and a stamp.
 *
 * @param name file stem and prefix of the ids in SVG: letters, digits, '-' and '_', starting with a letter; must be unique
 *     within a page
 * @param title what the chart is about
 * @param description what the chart shows, in words
 * @param chart the chart
 * @param width px
 * @param height px, foot included
 * @param stamp line at the foot of the figure: product, "toy research model, not medical advice", seed; never blank, because
 *     pictures travel without their text
 */
public record Sheet(
        String name, String title, String description, JFreeChart chart, int width, int height, String stamp) {

    /** Free space left and right of the stamp in px. */
    private static final int MARGIN = 16;

    /** Smallest side in px: below it no axis fits. */
    private static final int SMALLEST = 200;

    public Sheet {
        if (!name.matches("[A-Za-z][A-Za-z0-9_-]*")) {
            throw new IllegalArgumentException("name is \"" + name
                    + "\", it must be a letter followed by letters, digits, '-' or '_'. Maybe replace spaces by '-'.");
        }
        if (title.isBlank() || description.isBlank()) {
            throw new IllegalArgumentException("title and description of " + name
                    + " must have words. Maybe say what the chart shows for those who cannot see it.");
        }
        if (stamp.isBlank()) {
            throw new IllegalArgumentException("stamp of " + name
                    + " is blank, every exported figure says what it comes from. Maybe name the version and the seed.");
        }
        if (width < SMALLEST || height < SMALLEST) {
            throw new IllegalArgumentException("size of " + name + " is " + width + " x " + height
                    + " px, each side must be at least " + SMALLEST + " px. Maybe inches were meant.");
        }
    }

    /** Draws the chart and the stamp into (0, 0, width, height). */
    void draw(Graphics2D g) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setColor(Palette.PAPER);
        g.fill(new Rectangle2D.Double(0, 0, width, height));
        List<String> lines = Theme.wrap(stamp, Theme.NOTE, width - 2.0 * MARGIN);
        double lineHeight = Theme.height(Theme.NOTE);
        double foot = lines.size() * lineHeight + MARGIN / 2.0;
        chart.draw(g, new Rectangle2D.Double(0, 0, width, height - foot));
        g.setColor(Palette.GRID);
        g.setStroke(Theme.HAIRLINE);
        g.draw(new Line2D.Double(MARGIN, height - foot, width - MARGIN, height - foot));
        g.setFont(Theme.NOTE);
        g.setColor(Palette.SOFT_INK);
        for (int i = 0; i < lines.size(); i++) {
            g.drawString(lines.get(i), MARGIN, (float) (height - foot + (i + 1) * lineHeight));
        }
    }
}
