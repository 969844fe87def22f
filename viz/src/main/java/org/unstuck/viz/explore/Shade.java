package org.unstuck.viz.explore;

import java.awt.Color;
import javax.swing.UIManager;
import org.unstuck.viz.theme.Palette;

/** The colours of live charts on a light or a dark window. */
record Shade(boolean dark) {

    private static final Color DARK_PAPER = new Color(0x1E2124);
    private static final Color DARK_GRID = new Color(0x3A3F44);
    private static final Color DARK_SOFT = new Color(0xB8BEC4);
    private static final Color DARK_INK = new Color(0xECEFF1);
    private static final Color DARK_QUIET = new Color(0x6B7278);
    private static final double LIGHTER = 0.35;

    /** As the window is now. */
    static Shade now() {
        Color panel = UIManager.getColor("Panel.background");
        return new Shade(panel != null && Palette.luminance(panel) < 0.5);
    }

    Color paper() {
        return dark ? DARK_PAPER : Palette.PAPER;
    }

    Color ink() {
        return dark ? DARK_INK : Palette.INK;
    }

    Color soft() {
        return dark ? DARK_SOFT : Palette.SOFT_INK;
    }

    Color grid() {
        return dark ? DARK_GRID : Palette.GRID;
    }

    Color quiet() {
        return dark ? DARK_QUIET : Palette.QUIET;
    }

    /** Qualitative colour {@code index}, lighter on dark paper; the seventh, black, becomes the ink. */
    Color color(int index) {
        Color color = Palette.color(index % Palette.size());
        if (!dark) {
            return color;
        }
        return index % Palette.size() == Palette.size() - 1 ? DARK_INK : mix(color, Color.WHITE, LIGHTER);
    }

    /** Colour of patient A or B. */
    Color side(int side) {
        return color(side == Engine.A ? 0 : 1);
    }

    static Color mix(Color a, Color b, double shareOfB) {
        double s = Math.max(0, Math.min(1, shareOfB));
        return new Color(
                (int) Math.rint(a.getRed() + s * (b.getRed() - a.getRed())),
                (int) Math.rint(a.getGreen() + s * (b.getGreen() - a.getGreen())),
                (int) Math.rint(a.getBlue() + s * (b.getBlue() - a.getBlue())));
    }
}
