package org.unstuck.viz.theme;

import java.awt.Color;
import java.util.List;

/**
 * Colours that stay apart for colour-blind readers, on a projector and in grey print.
 *
 * <ul>
 *   <li>Qualitative: Okabe and Ito, "Color Universal Design" (2008), without its yellow, which is too pale for a line on white; the first
 *       three differ in grey, too.
 *   <li>Sequential: viridis (van der Walt and Smith, 2015; 11 of its 256 colours, linear in between).
 *   <li>Diverging: RdBu of ColorBrewer 2.0 (Brewer 2003; 11 classes, linear in between), blue below 0, red above 0.
 * </ul>
 *
 * <p>Colour is never the only carrier of meaning: a line also has a dash and a marker ({@link Look}), an area a label.
 */
public final class Palette {

    /** Text and axes: nearly black. */
    public static final Color INK = new Color(0x222222);

    /** Secondary text; contrast 7:1 on white. */
    public static final Color SOFT_INK = new Color(0x555555);

    /** Grid lines. */
    public static final Color GRID = new Color(0xE4E4E4);

    /** What is there but not the subject: unchanged links, leader lines, "no dominant state". */
    public static final Color QUIET = new Color(0xB4B4B4);

    /** A healthy range: warm grey on purpose, because a band in green would say "good" and an edge "better". */
    public static final Color BAND = new Color(0xEFEBDD);

    /** Outline of a {@link #BAND}. */
    public static final Color BAND_EDGE = new Color(0xA89F7F);

    /** Paper. */
    public static final Color PAPER = Color.WHITE;

    private static final List<Color> OKABE_ITO = List.of(
            new Color(0x0072B2),
            new Color(0xE69F00),
            new Color(0x009E73),
            new Color(0xD55E00),
            new Color(0x56B4E9),
            new Color(0xCC79A7),
            new Color(0x000000));

    private static final int[] VIRIDIS = {
        0x440154, 0x482475, 0x414487, 0x355F8D, 0x2A788E, 0x21918C, 0x22A884, 0x44BF70, 0x7AD151, 0xBDDF26, 0xFDE725
    };

    private static final int[] BLUE_WHITE_RED = {
        0x053061, 0x2166AC, 0x4393C3, 0x92C5DE, 0xD1E5F0, 0xF7F7F7, 0xFDDBC7, 0xF4A582, 0xD6604D, 0xB2182B, 0x67001F
    };

    private Palette() {}

    /** Number of qualitative colours. */
    public static int size() {
        return OKABE_ITO.size();
    }

    /**
     * Qualitative colour {@code index}.
     *
     * @param index 0..6
     * @throws IllegalArgumentException if there is no such colour
     */
    public static Color color(int index) {
        if (index < 0 || index >= OKABE_ITO.size()) {
            throw new IllegalArgumentException("index is " + index + ", there are " + OKABE_ITO.size()
                    + " colours that can be told apart (0.." + (OKABE_ITO.size() - 1)
                    + "). Maybe fewer things fit one figure.");
        }
        return OKABE_ITO.get(index);
    }

    /**
     * Sequential colour, dark to light.
     *
     * @param fraction 0 to 1; outside it is clamped
     * @throws IllegalArgumentException if {@code fraction} is NaN
     */
    public static Color sequential(double fraction) {
        return between(VIRIDIS, fraction);
    }

    /**
     * Diverging colour, centred on 0: blue for negative, nearly white for 0, red for positive.
     *
     * @param signed -1 to 1; outside it is clamped
     * @throws IllegalArgumentException if {@code signed} is NaN
     */
    public static Color diverging(double signed) {
        return between(BLUE_WHITE_RED, (signed + 1) / 2);
    }

    /** The same colour mixed with white: {@code share} 1 is the colour itself, 0 is white. Opaque, so that it prints. */
    public static Color tint(Color color, double share) {
        return mix(Color.WHITE, color, share);
    }

    /** Black or white, whichever reads better on {@code background} (the higher contrast ratio of WCAG 2.1). */
    public static Color inkOn(Color background) {
        return contrast(background, INK) >= contrast(background, Color.WHITE) ? INK : Color.WHITE;
    }

    /** Contrast ratio of two colours, 1 to 21 (WCAG 2.1, "contrast ratio"). */
    public static double contrast(Color a, Color b) {
        double lighter = Math.max(luminance(a), luminance(b));
        double darker = Math.min(luminance(a), luminance(b));
        return (lighter + 0.05) / (darker + 0.05);
    }

    /** Relative luminance of a colour, 0 (black) to 1 (white) (WCAG 2.1, "relative luminance"). */
    public static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static Color between(int[] anchors, double fraction) {
        if (Double.isNaN(fraction)) {
            throw new IllegalArgumentException(
                    "there is no colour for NaN. Maybe the value is missing and should be shown as missing.");
        }
        double position = Math.min(1, Math.max(0, fraction)) * (anchors.length - 1);
        int below = Math.min((int) position, anchors.length - 2);
        return mix(new Color(anchors[below]), new Color(anchors[below + 1]), position - below);
    }

    private static Color mix(Color a, Color b, double shareOfB) {
        return new Color(
                mix(a.getRed(), b.getRed(), shareOfB),
                mix(a.getGreen(), b.getGreen(), shareOfB),
                mix(a.getBlue(), b.getBlue(), shareOfB));
    }

    private static int mix(int a, int b, double shareOfB) {
        return (int) Math.rint(a + (b - a) * shareOfB);
    }
}
