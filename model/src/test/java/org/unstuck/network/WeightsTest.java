package org.unstuck.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Layouts of weights that may differ between lanes, each with the same sums by hand; sums are {@code [region * lanes + lane]}. */
class WeightsTest {

    /** A layout of links for a number of lanes; {@code SparseRows} knows one lane only. */
    private record Layout(String name, boolean oneLane, BiFunction<Topology, Integer, Weights.ByLane> of) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Layout> layouts() {
        return List.of(
                new Layout("matrices", false, WeightMatrices::new),
                new Layout("a row per link", false, OwnWeights::new),
                new Layout("sparse rows", true, (links, lanes) -> new SparseRows(links)));
    }

    private static double[][] apply(Weights weights, double... E) {
        double[] excitation = new double[E.length];
        double[] suppression = new double[E.length];
        Arrays.fill(excitation, 77);
        Arrays.fill(suppression, 78);
        weights.apply(E, excitation, suppression);
        return new double[][] {excitation, suppression};
    }

    /** Seven regions in the order G, F ... A, all onto A and D; so many sources that every loop goes round. */
    private static Network seven() {
        return Small.of(
                "G F E D C B A",
                Small.excites("G", "A", 1),
                Small.excites("F", "A", 2),
                Small.excites("E", "A", 3),
                Small.excites("D", "A", 4),
                Small.excites("C", "A", 5),
                Small.excites("B", "A", 6),
                Small.suppresses("A", "D", 1),
                Small.suppresses("B", "D", 3),
                Small.suppresses("C", "D", 5),
                Small.suppresses("G", "D", 7),
                Small.excites("A", "G", 9));
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void oneLane(Layout layout) {
        Weights.ByLane weights = layout.of.apply(Topology.of(seven()), 1);
        // E of G, F, E, D, C, B, A is 1, 10, 100 ... 1e6.
        double[][] sums = apply(weights, 1, 10, 100, 1e3, 1e4, 1e5, 1e6);
        assertThat(sums[0]).containsExactly(9e6, 0, 0, 0, 0, 0, 654_321);
        assertThat(sums[1]).containsExactly(0, 0, 0, 1_350_007, 0, 0, 0);
        weights.set(4, 0, 8); // C to A
        weights.set(9, 0, 0); // G to D
        assertThat(weights.weight(4, 0)).isEqualTo(8);
        assertThat(weights.weight(9, 0)).isZero();
        assertThat(weights.weight(3, 0)).isEqualTo(4);
        sums = apply(weights, 1, 10, 100, 1e3, 1e4, 1e5, 1e6);
        assertThat(sums[0]).containsExactly(9e6, 0, 0, 0, 0, 0, 684_321);
        assertThat(sums[1]).containsExactly(0, 0, 0, 1_350_000, 0, 0, 0);
    }

    static List<Layout> ofManyLanes() {
        return layouts().stream().filter(layout -> !layout.oneLane).toList();
    }

    /** Lane 1 has the opposite activity, lane 2 twice that and, later, weights of its own. */
    @ParameterizedTest
    @MethodSource("ofManyLanes")
    void lanesOfTheirOwn(Layout layout) {
        Weights.ByLane weights = layout.of.apply(Topology.of(seven()), 3);
        double[] E = new double[21];
        for (int i = 0; i < 7; i++) {
            E[3 * i] = Math.pow(10, i);
            E[3 * i + 1] = -E[3 * i];
            E[3 * i + 2] = 2 * E[3 * i];
        }
        weights.set(4, 2, 8);
        weights.set(6, 2, 2);
        assertThat(weights.weight(4, 1)).isEqualTo(5);
        assertThat(weights.weight(4, 2)).isEqualTo(8);
        double[][] sums = apply(weights, E);
        double[] excitation = new double[21];
        excitation[0] = 9e6;
        excitation[1] = -9e6;
        excitation[2] = 18e6;
        excitation[18] = 654_321;
        excitation[19] = -654_321;
        excitation[20] = 2 * 684_321;
        double[] suppression = new double[21];
        suppression[9] = 1_350_007;
        suppression[10] = -1_350_007;
        suppression[11] = 2 * 2_350_007;
        // -0.0 of a lane with negative activity is 0.
        assertThat(sums[0]).containsExactly(excitation, within(0.0));
        assertThat(sums[1]).containsExactly(suppression, within(0.0));
    }

    /** A coupling of two lanes: weights, their sums, and copies of a lane. */
    @Test
    void aCouplingKeepsLanesApart() {
        Coupling coupling = new Coupling(seven(), 2);
        assertThat(coupling.size()).isEqualTo(11);
        assertThat(coupling.source(7)).as("B").isEqualTo(5);
        assertThat(coupling.target(7)).as("D").isEqualTo(3);
        assertThat(coupling.isExcitatory(7)).isFalse();
        assertThat(coupling.isExcitatory(10)).isTrue();
        coupling.setWeight(0, 1, 11);
        coupling.setWeight(7, 1, 0.5);
        assertThat(coupling.weight(0, 0)).isEqualTo(1);
        assertThat(coupling.weight(0, 1)).isEqualTo(11);
        double[] strength = new double[14];
        coupling.strength(strength);
        assertThat(strength).containsExactly(9, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 21, 31);
        Coupling copies = coupling.copies(1, 3);
        double[] excitation = new double[21];
        double[] suppression = new double[21];
        double[] E = new double[21];
        Arrays.fill(E, 1);
        copies.apply(E, excitation, suppression);
        for (int k = 0; k < 3; k++) {
            assertThat(excitation[18 + k]).isEqualTo(31);
            assertThat(suppression[9 + k]).isEqualTo(1 + 0.5 + 5 + 7);
        }
    }
}
