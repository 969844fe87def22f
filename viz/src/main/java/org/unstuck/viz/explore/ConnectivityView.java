package org.unstuck.viz.explore;

import java.awt.Color;
import java.awt.Font;
import java.awt.Point;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Locale;
import java.util.function.Supplier;
import org.unstuck.network.Network;
import org.unstuck.viz.theme.Palette;

/** Functional connectivity of the last 30 s: A below the diagonal, and above it B, or A again while there is no B. */
final class ConnectivityView {

    private static final double SCALE = 10;

    private final Network network;
    private final Supplier<Frame> frames;
    private final BufferedImage image;
    private final Chart chart;
    private Shade shade = Shade.now();
    private double left;
    private double top;
    private double cell = 1;

    ConnectivityView(Network network, Supplier<Frame> frames) {
        this.network = network;
        this.frames = frames;
        this.image = new BufferedImage(network.size(), network.size(), BufferedImage.TYPE_INT_RGB);
        this.chart = new Chart(
                "connectivity", "Functional connectivity of the last 30 s", Chart.hidden(), Chart.hidden(), this::draw);
        chart.tips(this::tip);
        chart.plot().setDomainGridlinesVisible(false);
        chart.plot().setRangeGridlinesVisible(false);
    }

    /** The two regions at a place and their correlation, or how to read the figure. */
    private String tip(Point at) {
        Frame frame = frames.get();
        int row = (int) Math.floor((at.y - top) / cell);
        int column = (int) Math.floor((at.x - left) / cell);
        int n = network.size();
        boolean inside = row >= 0 && row < n && column >= 0 && column < n && row != column;
        Frame.Side of = frame.sides[row < column && frame.sides[Engine.B].on ? Engine.B : Engine.A];
        if (!inside || !of.shows(network)) {
            return "Correlation of the activity of two regions over 30 s: red together, blue opposed";
        }
        return String.format(
                Locale.ROOT,
                "%s and %s%s: correlation %.2f over 30 s",
                network.regions().get(row).name(),
                network.regions().get(column).name(),
                frame.sides[Engine.B].on ? (of == frame.sides[Engine.A] ? " in A" : " in B") : "",
                of.connectivity[row][column]);
    }

    Chart chart() {
        return chart;
    }

    void dress(Shade now) {
        shade = now;
        chart.dress(now);
    }

    private void draw(Painted.Brush b) {
        Frame frame = frames.get();
        Frame.Side a = frame.sides[Engine.A];
        Frame.Side other = frame.sides[Engine.B].on ? frame.sides[Engine.B] : a;
        int n = network.size();
        if (!a.shows(network) || !other.shows(network)) {
            return;
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double r = i == j ? 1 : i > j ? a.connectivity[i][j] : other.connectivity[i][j];
                image.setRGB(
                        j,
                        i,
                        i == j ? shade.grid().getRGB() : Palette.diverging(r).getRGB());
            }
        }
        Rectangle2D area = b.area();
        Font font = Chart.font(Font.PLAIN, n > 14 ? -4 : -2);
        double names = 4.8 * font.getSize2D();
        double bar = 12 + 2.2 * font.getSize2D();
        double size = Math.max(10, Math.min(area.getWidth() - names - bar, area.getHeight() - 6 - font.getSize2D()));
        double x = area.getX() + names;
        double y = area.getY() + 2;
        b.g().setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        b.g().drawImage(image, (int) x, (int) y, (int) size, (int) size, null);
        cell = size / n;
        left = x;
        top = y;
        int every = (int) Math.max(1, Math.ceil(font.getSize2D() / cell));
        for (int i = 0; i < n; i += every) {
            b.text(
                    network.regions().get(i).name(),
                    font,
                    shade.soft(),
                    x - 4,
                    y + (i + 0.5) * cell + 0.36 * font.getSize2D(),
                    1);
        }
        b.text(
                frame.sides[Engine.B].on ? "below: A, above: B" : "last 30 s",
                font,
                shade.soft(),
                x,
                y + size + font.getSize2D() + 1,
                0);
        scale(b, x + size + 8, y, size, font);
    }

    private void scale(Painted.Brush b, double x, double y, double height, Font font) {
        for (int k = 0; k < 2 * SCALE; k++) {
            Color color = Palette.diverging(1 - (k + 0.5) / SCALE);
            b.g().setColor(color);
            b.g().fill(new Rectangle2D.Double(x, y + k * height / (2 * SCALE), 8, height / (2 * SCALE) + 1));
        }
        b.text("1", font, shade.soft(), x + 11, y + 9, 0);
        b.text("0", font, shade.soft(), x + 11, y + height / 2 + 4, 0);
        b.text("-1", font, shade.soft(), x + 11, y + height - 1, 0);
    }
}
