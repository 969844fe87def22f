package org.unstuck.viz.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.unstuck.landscape.BasinMap;
import org.unstuck.landscape.Box;
import org.unstuck.viz.figure.DiagramFigure;

/** Figures of networks with dozens of states stay figures. */
class MainStatesTest {

    private static final List<String> MANY =
            IntStream.range(0, 33).mapToObj(i -> "state " + i).toList();

    @Test
    void fewAreAllDrawn() {
        MainStates main = MainStates.first(List.of("a", "b"));

        assertThat(main.names()).containsExactly("a", "b");
        assertThat(main.words("first")).isEmpty();
    }

    @Test
    void theLargestAreDrawnInTheirOrder() {
        MainStates main = MainStates.largest(
                List.of("a", "b", "c", "d", "e", "f", "g"), new double[] {0.1, 0, 0.3, 0.2, 0, 0.25, 0.15});

        assertThat(main.names()).containsExactly("a", "c", "d", "f", "g");
        assertThat(main.place()).containsExactly(0, -1, 1, 2, -1, 3, 4);
        assertThat(main.words("largest")).contains("Of 7 states the largest 5 are drawn");
    }

    @Test
    void aMapOfManyStatesHasAShortLegendAndLabelsApart() {
        int[][] fate = {
            IntStream.range(0, 33).toArray(), IntStream.range(0, 33).map(i -> 3).toArray()
        };
        BasinMap map =
                new BasinMap(0, 1, IntStream.range(0, 33).asDoubleStream().toArray(), new double[] {0, 1}, fate);
        double[][] at = new double[33][2];

        DiagramFigure figure = LandscapeFigures.basins(map, Box.cube(2, -1, 1), "Basins", List.of("x", "y"), MANY, at);

        assertThat(figure.cells().labels()).hasSize(6).contains("state 3", "28 others");
        assertThat(figure.cells().value()[0][3])
                .isEqualTo(figure.cells().labels().indexOf("state 3"));
        assertThat(figure.cells().value()[0][32]).isEqualTo(5);
        assertThat(figure.marks()).hasSize(5).allMatch(mark -> mark.words().isEmpty());
    }
}
