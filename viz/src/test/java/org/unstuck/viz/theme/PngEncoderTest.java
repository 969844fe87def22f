package org.unstuck.viz.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Every pixel is read back by the decoder of the JDK. */
class PngEncoderTest {

    @Test
    void everyPixelIsReadBack() throws IOException {
        for (int[] size : new int[][] {{1, 1}, {7, 3}, {300, 200}}) {
            BufferedImage image = new BufferedImage(size[0], size[1], BufferedImage.TYPE_INT_RGB);
            Random random = new Random(5);
            for (int y = 0; y < size[1]; y++) {
                for (int x = 0; x < size[0]; x++) {
                    // Noise in one half, flat in the other.
                    image.setRGB(x, y, x < size[0] / 2 ? random.nextInt(1 << 24) : 0x2060a0);
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            PngEncoder.write(image, 96, out);
            BufferedImage read = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
            assertThat(read.getWidth()).isEqualTo(size[0]);
            assertThat(read.getHeight()).isEqualTo(size[1]);
            for (int y = 0; y < size[1]; y++) {
                for (int x = 0; x < size[0]; x++) {
                    assertThat(read.getRGB(x, y)).isEqualTo(image.getRGB(x, y));
                }
            }
        }
    }
}
