package org.unstuck.viz.theme;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a sheet as PNG with two pixels per unit, sharp on a projector and in print. Bytes depend on the machine's fonts. */
public final class Png {

    /** Pixels per unit of the sheet. */
    private static final int SCALE = 2;
    /** Units of a sheet are those of a screen: 96 to the inch. */
    private static final double UNITS_PER_INCH = 96;
    /** Pixels per inch. */
    static final double RESOLUTION = SCALE * UNITS_PER_INCH;

    private Png() {}

    /** The picture, twice as wide and high as the sheet. */
    public static BufferedImage image(Sheet sheet) {
        return draw(
                sheet, new BufferedImage(SCALE * sheet.width(), SCALE * sheet.height(), BufferedImage.TYPE_INT_RGB));
    }

    private static BufferedImage draw(Sheet sheet, BufferedImage image) {
        Graphics2D g = image.createGraphics();
        try {
            g.scale(SCALE, SCALE);
            sheet.draw(g);
        } finally {
            g.dispose();
        }
        return image;
    }

    /**
     * Writes the picture, making folders as needed.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public static void write(Sheet sheet, Path file) {
        write(sheet, file, new Canvas());
    }

    /** The same on pixels that were used before: a report draws a dozen large pictures. */
    public static void write(Sheet sheet, Path file, Canvas canvas) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                PngEncoder.write(
                        draw(sheet, canvas.image(SCALE * sheet.width(), SCALE * sheet.height())), RESOLUTION, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
