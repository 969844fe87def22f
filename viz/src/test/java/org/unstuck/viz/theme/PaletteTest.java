package org.unstuck.viz.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import org.junit.jupiter.api.Test;

class PaletteTest {

    @Test
    void contrastIsTheOneOfWcag() {
        assertThat(Palette.contrast(Color.BLACK, Color.WHITE)).isEqualTo(21);
        // #767676 on white is the well-known limit of level AA: 4.54.
        assertThat(Palette.contrast(new Color(0x767676), Color.WHITE)).isCloseTo(4.54, within(0.005));
    }

    @Test
    void everyTextReadsOnPaper() {
        // Level AAA of WCAG 2.1 (1.4.6) is 7.
        assertThat(Palette.contrast(Palette.INK, Palette.PAPER)).isGreaterThan(7);
        assertThat(Palette.contrast(Palette.SOFT_INK, Palette.PAPER)).isGreaterThan(7);
        assertThat(Palette.contrast(Palette.SOFT_INK, Palette.BAND)).isGreaterThan(4.5);
    }

    @Test
    void everyTextReadsOnEveryFill() {
        for (int i = 0; i < Palette.size(); i++) {
            Color fill = Palette.color(i);
            assertThat(Palette.contrast(Palette.inkOn(fill), fill))
                    .as("colour %s", i)
                    .isGreaterThan(4.0);
        }
        for (int k = 0; k <= 100; k++) {
            Color fill = Palette.sequential(k / 100.0);
            assertThat(Palette.contrast(Palette.inkOn(fill), fill))
                    .as("viridis %s", k)
                    .isGreaterThan(3.9);
        }
    }

    @Test
    void sequentialColoursGetLighterAllTheWay() {
        double before = -1;
        for (int k = 0; k <= 100; k++) {
            double luminance = Palette.luminance(Palette.sequential(k / 100.0));
            assertThat(luminance).as("viridis %s", k).isGreaterThan(before);
            before = luminance;
        }
    }

    @Test
    void viridisHasItsPublishedEndsAndMiddle() {
        assertThat(Palette.sequential(0)).isEqualTo(new Color(0x440154));
        assertThat(Palette.sequential(0.5)).isEqualTo(new Color(0x21918C));
        assertThat(Palette.sequential(1)).isEqualTo(new Color(0xFDE725));
    }

    @Test
    void divergingColoursAreCentredOnZero() {
        assertThat(Palette.diverging(0)).isEqualTo(new Color(0xF7F7F7));
        for (int k = 1; k <= 10; k++) {
            Color negative = Palette.diverging(-k / 10.0);
            Color positive = Palette.diverging(k / 10.0);
            assertThat(negative.getBlue()).as("-%s is blue", k).isGreaterThan(negative.getRed());
            assertThat(positive.getRed()).as("+%s is red", k).isGreaterThan(positive.getBlue());
        }
        assertThat(Palette.diverging(7)).as("clamped").isEqualTo(Palette.diverging(1));
    }

    @Test
    void theFirstThreeColoursDifferInGrey() {
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < i; j++) {
                assertThat(Palette.contrast(Palette.color(j), Palette.color(i)))
                        .as("colours %s and %s", j, i)
                        .isGreaterThan(1.4);
            }
        }
    }

    @Test
    void refusesWhatHasNoColour() {
        assertThatThrownBy(() -> Palette.diverging(Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> Palette.color(7))
                .hasMessageContaining("index is 7")
                .hasMessageContaining("Maybe");
    }
}
