package org.unstuck.viz.theme;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Arrays;

/** Pixels for one picture after another, for one thread at a time. */
public final class Canvas {

    private static final int RED = 0xff0000;
    private static final int GREEN = 0x00ff00;
    private static final int BLUE = 0x0000ff;
    private static final int BITS = 24;

    private int[] pixels = {};

    /** A black picture of type {@link BufferedImage#TYPE_INT_RGB} on the same pixels as the one before, which is lost. */
    BufferedImage image(int width, int height) {
        int size = width * height;
        if (pixels.length < size) {
            pixels = new int[size];
        }
        Arrays.fill(pixels, 0, size, 0);
        WritableRaster raster = Raster.createPackedRaster(
                new DataBufferInt(pixels, size), width, height, width, new int[] {RED, GREEN, BLUE}, null);
        return new BufferedImage(new DirectColorModel(BITS, RED, GREEN, BLUE), raster, false, null);
    }
}
