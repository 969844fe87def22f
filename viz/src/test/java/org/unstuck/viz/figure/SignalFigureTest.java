package org.unstuck.viz.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.unstuck.describe.Invalid;
import org.unstuck.viz.theme.Svg;

class SignalFigureTest {

    private static SignalFigure of(int samples, double amplitude) {
        double[] seconds = new double[samples];
        double[] wave = new double[samples];
        for (int t = 0; t < samples; t++) {
            seconds[t] = t;
            wave[t] = amplitude * Math.sin(t);
        }
        return new SignalFigure(
                "signal",
                "BOLD of two regions",
                "BOLD",
                "%",
                seconds,
                List.of(new SignalFigure.Row("AMY", wave), new SignalFigure.Row("AI", new double[samples])));
    }

    @Test
    void saysWhatItShowsAndHowLarge() {
        String svg = Svg.of(of(100, 4).sheet("stamp"));

        assertThat(svg).contains(">AMY<", ">AI<", "time (s)", "BOLD of two regions");
        assertThat(of(100, 4).description()).contains("AMY -4.00 to 4.00 %", "AI 0.00 to 0.00 %");
        // The bar: a round number below the largest distance from a mean.
        assertThat(svg).contains(">2 %<");
    }

    /** A long record needs no more points than the picture has px. */
    @Test
    void longRecordsStaySmall() {
        assertThat(Svg.of(of(200_000, 1).sheet("stamp")).length())
                .isLessThan(4 * Svg.of(of(1_000, 1).sheet("stamp")).length());
    }

    @Test
    void aSignalWithoutSwingIsDrawn() {
        assertThat(Svg.of(of(10, 0).sheet("stamp"))).contains(">AMY<");
    }

    @Test
    void whatCannotBeDrawnIsRefused() {
        assertThatThrownBy(() -> of(1, 1)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> new SignalFigure.Row("AMY", new double[] {Double.NaN}))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> new SignalFigure(
                        "s", "t", "q", "1", new double[] {0, 1}, List.of(new SignalFigure.Row("a", new double[3]))))
                .hasMessageContaining("same number");
    }
}
