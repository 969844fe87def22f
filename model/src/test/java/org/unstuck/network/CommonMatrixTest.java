package org.unstuck.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Products of a matrix and activities by hand; E and sums are {@code [region * lanes + lane]}. */
class CommonMatrixTest {

    private static double[][] apply(Network network, int lanes, double... E) {
        double[] excitation = new double[E.length];
        double[] suppression = new double[E.length];
        // What was there before must not matter.
        Arrays.fill(excitation, 77);
        Arrays.fill(suppression, 78);
        CommonMatrix matrix = new CommonMatrix(Topology.of(network), lanes);
        matrix.apply(E, excitation, suppression);
        double[][] first = {excitation.clone(), suppression.clone()};
        matrix.apply(E, excitation, suppression);
        assertThat(excitation).as("again").containsExactly(first[0]);
        assertThat(suppression).as("again").containsExactly(first[1]);
        return first;
    }

    /**
     * Regions B, A, C, whose names are not in order; two lanes.
     *
     * <pre>
     *   C = | 0 2 3 |      D = | 0  0 0 |      E = | 1  7 |
     *       | 5 0 0 |          | 0  0 0 |          | 2  5 |
     *       | 0 0 0 |          | 7 11 0 |          | 3 -1 |
     * </pre>
     */
    @Test
    void threeRegions() {
        Network network = Small.of(
                "B A C",
                Small.excites("C", "B", 3),
                Small.suppresses("A", "C", 11),
                Small.excites("B", "A", 5),
                Small.suppresses("B", "C", 7),
                Small.excites("A", "B", 2));
        double[][] sums = apply(network, 2, 1, 7, 2, 5, 3, -1);
        assertThat(sums[0]).containsExactly(2 * 2 + 3 * 3, 2 * 5 - 3, 5, 35, 0, 0);
        assertThat(sums[1]).containsExactly(0, 0, 0, 0, 7 + 11 * 2, 7 * 7 + 11 * 5);
    }

    /** Four regions, one more than a block: every row has its own digits. */
    @Test
    void fourRegions() {
        Network network = Small.of(
                "D C B A",
                Small.excites("C", "D", 1),
                Small.excites("B", "D", 2),
                Small.excites("A", "D", 3),
                Small.excites("D", "A", 4),
                Small.excites("C", "A", 5),
                Small.suppresses("A", "B", 6),
                Small.suppresses("D", "B", 7),
                Small.suppresses("C", "A", 8));
        // D 1, C 10, B 100, A 1000.
        double[][] sums = apply(network, 1, 1, 10, 100, 1000);
        assertThat(sums[0]).containsExactly(10 + 200 + 3000, 0, 0, 4 + 50);
        assertThat(sums[1]).containsExactly(0, 0, 6000 + 7, 80);
    }

    @Test
    void twoRegionsAndOne() {
        double[][] two = apply(
                Small.of("B A", Small.suppresses("B", "A", 4), Small.excites("A", "B", 0.5)), 3, 1, 2, 3, 4, 5, 6);
        assertThat(two[0]).containsExactly(2, 2.5, 3, 0, 0, 0);
        assertThat(two[1]).containsExactly(0, 0, 0, 4, 8, 12);
        double[][] one = apply(Small.of("A"), 2, 1, 2);
        assertThat(one[0]).containsExactly(0, 0);
        assertThat(one[1]).containsExactly(0, 0);
    }

    @Test
    void weightsAreThoseOfTheDescription() {
        CommonMatrix matrix = new CommonMatrix(
                Topology.of(Small.of("B A", Small.suppresses("B", "A", 4), Small.excites("A", "B", 0.5))), 8);
        assertThat(matrix.weight(0, 0)).isEqualTo(4);
        assertThat(matrix.weight(1, 7)).isEqualTo(0.5);
    }
}
