package org.unstuck.viz.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.swing.JComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.scenario.Sessions;

/** On a screen with two pixels for one the charts use both, and nothing is cut off at the least size or with large letters. */
@Timeout(600)
class SharpWindowTest {

    private static final int FINE = 2;

    @TempDir
    private Path folder;

    private Hands open() throws Exception {
        return new Hands(
                Sessions.of(BuiltIn.PRESETS.named("generalised-anxiety")), folder.resolve("recovery.json"), false);
    }

    /**
     * A chart that was drawn small and then enlarged has squares of {@value #FINE} x {@value #FINE} equal pixels everywhere; one that is
     * drawn finely has edges inside such squares.
     */
    @Test
    void chartsUseEveryPixel() throws Exception {
        try (Hands hands = open()) {
            hands.until("there is a trace", () -> hands.window().now().sides[0].shown > 60);
            for (String name : new String[] {"network-A", "activity-A", "phase-plane", "intensity-flexibility"}) {
                BufferedImage fine = painted(hands.find(name, JComponent.class), FINE);
                assertThat(squaresWithAnEdge(fine))
                        .as("edges inside squares of " + name)
                        .isGreaterThan(500);
            }
            File file = new File("target/screens/fine.png");
            BufferedImage all = painted((JComponent) hands.window().frame().getContentPane(), FINE);
            assertThat(ImageIO.write(all, "png", file)).isTrue();
        }
    }

    private static BufferedImage painted(JComponent part, int scale) throws Exception {
        return Hands.on(() -> {
            Rectangle size = part.getBounds();
            BufferedImage image =
                    new BufferedImage(scale * size.width, scale * size.height, BufferedImage.TYPE_INT_RGB);
            Graphics2D g = image.createGraphics();
            g.scale(scale, scale);
            part.paint(g);
            g.dispose();
            return image;
        });
    }

    private static int squaresWithAnEdge(BufferedImage image) {
        int n = 0;
        for (int y = 0; y + 1 < image.getHeight(); y += FINE) {
            for (int x = 0; x + 1 < image.getWidth(); x += FINE) {
                int first = image.getRGB(x, y);
                boolean equal = first == image.getRGB(x + 1, y)
                        && first == image.getRGB(x, y + 1)
                        && first == image.getRGB(x + 1, y + 1);
                n += equal ? 0 : 1;
            }
        }
        return n;
    }

    @ParameterizedTest
    @CsvSource({"1024, 700, 0", "1024, 700, 3", "1280, 800, 6", "1900, 1050, 6"})
    void nothingIsCutOff(int width, int height, int larger) throws Exception {
        try (Hands hands = open()) {
            Hands.on(() -> {
                hands.window().letters(larger);
                hands.window().frame().setSize(width, height);
                hands.window().frame().validate();
                return null;
            });
            hands.until(
                    "it has this size",
                    () -> hands.window().frame().getSize().equals(new java.awt.Dimension(width, height)));
            hands.picture("letters-" + width + "-" + larger);
            for (String name :
                    new String[] {"play", "step", "restart", "scan", "compare", "give", "infuse", "cue-social"}) {
                JComponent part = hands.find(name, JComponent.class);
                Hands.on(() -> {
                    hands.window().frame().validate();
                    assertThat(part.getWidth()).as(name).isGreaterThanOrEqualTo(part.getMinimumSize().width);
                    assertThat(part.getFontMetrics(part.getFont())
                                    .stringWidth(((javax.swing.AbstractButton) part).getText()))
                            .as("letters of " + name)
                            .isLessThan(part.getWidth());
                    return null;
                });
            }
        } finally {
            Hands.on(() -> {
                Explorer.letters(0);
                Explorer.dress(false);
                return null;
            });
        }
    }
}
