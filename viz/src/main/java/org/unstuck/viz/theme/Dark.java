package org.unstuck.viz.theme;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The same figure on dark paper: every colour keeps its hue and saturation, and its lightness is turned round, white to nearly black
 * and back. Soft edges stay soft, because what lies between two colours stays between them.
 */
public final class Dark {

    /** Lightness of what was black, and by how much that of white is less. */
    private static final double INK = 0.94;

    private static final double RANGE = 0.81;

    private static final int LARGEST = 255;
    private static final Pattern COLOR =
            Pattern.compile("(fill|stroke)=\"(?:rgb\\((\\d+),(\\d+),(\\d+)\\)|(white|black|gray))\"");

    private Dark() {}

    /** The dark counterpart of a colour. */
    public static Color of(Color light) {
        return new Color(of(light.getRGB()));
    }

    private static int of(int rgb) {
        double r = (rgb >> 16 & LARGEST) / (double) LARGEST;
        double g = (rgb >> 8 & LARGEST) / (double) LARGEST;
        double b = (rgb & LARGEST) / (double) LARGEST;
        double most = Math.max(r, Math.max(g, b));
        double least = Math.min(r, Math.min(g, b));
        double lightness = (most + least) / 2;
        double turned = INK - RANGE * lightness;
        // In HSL colours of equal hue and saturation differ from grey in proportion to this width.
        double before = 1 - Math.abs(2 * lightness - 1);
        double after = 1 - Math.abs(2 * turned - 1);
        double scale = before < 1e-9 ? 0 : after / before;
        return channel(turned + (r - lightness) * scale) << 16
                | channel(turned + (g - lightness) * scale) << 8
                | channel(turned + (b - lightness) * scale);
    }

    private static int channel(double value) {
        return (int) Math.rint(Math.max(0, Math.min(1, value)) * LARGEST);
    }

    /** The SVG of a figure with dark colours. */
    public static String svg(String light) {
        Matcher color = COLOR.matcher(light);
        StringBuilder dark = new StringBuilder();
        while (color.find()) {
            Color of = color.group(5) == null
                    ? new Color(number(color, 2), number(color, 3), number(color, 4))
                    : color.group(5).equals("white")
                            ? Color.WHITE
                            : color.group(5).equals("black") ? Color.BLACK : Color.GRAY;
            Color to = of(of);
            color.appendReplacement(
                    dark, color.group(1) + "=\"rgb(" + to.getRed() + "," + to.getGreen() + "," + to.getBlue() + ")\"");
        }
        return color.appendTail(dark).toString();
    }

    private static int number(Matcher match, int group) {
        return Integer.parseInt(match.group(group));
    }

    /** The picture of a sheet with dark colours. */
    public static BufferedImage image(Sheet sheet) {
        BufferedImage image = Png.image(sheet);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, of(image.getRGB(x, y)));
            }
        }
        return image;
    }

    /**
     * Writes the dark picture, making folders as needed.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public static void write(Sheet sheet, Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                PngEncoder.write(image(sheet), Png.RESOLUTION, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
