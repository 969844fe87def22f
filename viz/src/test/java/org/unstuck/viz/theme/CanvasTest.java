package org.unstuck.viz.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A picture on used pixels is the same as on new ones. */
class CanvasTest {

    @Test
    void nothingIsLeftOfThePictureBefore() throws IOException {
        Canvas canvas = new Canvas();
        BufferedImage large = canvas.image(40, 30);
        assertThat(large.getType()).isEqualTo(BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 40; x++) {
            for (int y = 0; y < 30; y++) {
                large.setRGB(x, y, 0xffffff);
            }
        }
        BufferedImage used = canvas.image(20, 25);
        BufferedImage fresh = new BufferedImage(20, 25, BufferedImage.TYPE_INT_RGB);
        used.setRGB(3, 4, 0x123456);
        fresh.setRGB(3, 4, 0x123456);
        assertThat(png(used)).isEqualTo(png(fresh));
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PngEncoder.write(image, 96, out);
        return out.toByteArray();
    }
}
