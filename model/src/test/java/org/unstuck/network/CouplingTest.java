package org.unstuck.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unstuck.describe.Evidence;
import org.unstuck.describe.Status;

/** Every layout of the weights gives the same bits as the sum written down by itself, in any batch width. */
class CouplingTest {

    private static final int[] WIDTHS = {1, 2, 3, 8, 64};

    /** {@code regions} with each possible link at this {@code density}, in random order of description. */
    private static Network network(int regions, double density) {
        Random random = new Random(7);
        List<Region> all = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < regions; i++) {
            all.add(new Region("R" + i, "R" + i, "N", List.of(), 0, 1, 1, 0, 1, 0, 0, "made up"));
            for (int j = 0; j < regions; j++) {
                for (Link.Kind kind : Link.Kind.values()) {
                    if (i != j && random.nextDouble() < density) {
                        links.add(new Link(
                                "R" + j, "R" + i, kind, random.nextDouble(), "made up", Evidence.LOW, Status.ASSUMED));
                    }
                }
            }
        }
        Collections.shuffle(links, random);
        return new Network("random", "", all, links, List.of());
    }

    /** The input of region {@code i} in a lane: one rounding per term, sources by name (R0, R1, R10, R11, R2 ...). */
    private static double sum(Coupling coupling, boolean excitatory, int i, double[] E, int lanes, int k, int regions) {
        double sum = 0;
        for (int j : byName(regions)) {
            for (int e = 0; e < coupling.size(); e++) {
                if (coupling.source(e) == j && coupling.target(e) == i && coupling.isExcitatory(e) == excitatory) {
                    sum = Math.fma(coupling.weight(e, k), E[j * lanes + k], sum);
                }
            }
        }
        return sum;
    }

    private static int[] byName(int regions) {
        return IntStream.range(0, regions)
                .mapToObj(Integer::toString)
                .sorted()
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "4, 1", "12, 0.3", "12, 1", "13, 1", "31, 0.05", "31, 1"})
    void isTheSumOverLinks(int regions, double density) {
        Network network = network(regions, density);
        for (int lanes : WIDTHS) {
            Coupling coupling = new Coupling(network, lanes);
            agrees(coupling, regions, lanes);
            for (int e = 0; e < coupling.size(); e++) {
                assertThat(coupling.weight(e, lanes - 1))
                        .isEqualTo(network.links().get(e).weight());
            }
            // Same values: the layout stays; then one lane of its own; then all.
            for (int e = 0; e < coupling.size(); e++) {
                coupling.setWeight(e, 0, coupling.weight(e, 0));
            }
            agrees(coupling, regions, lanes);
            for (int e = 0; e < coupling.size(); e += 2) {
                coupling.setWeight(e, lanes - 1, 0.7 / (e + 1));
                assertThat(coupling.weight(e, lanes - 1)).isEqualTo(0.7 / (e + 1));
            }
            agrees(coupling, regions, lanes);
            for (int e = 0; e < coupling.size(); e++) {
                for (int k = 0; k < lanes; k++) {
                    coupling.setWeight(e, k, 0.1 + 0.3 * k / (e + 1));
                }
            }
            agrees(coupling, regions, lanes);
        }
    }

    private static void agrees(Coupling coupling, int regions, int lanes) {
        Random random = new Random(8);
        double[] E = random.doubles((long) regions * lanes).toArray();
        double[] excitation = random.doubles(E.length).toArray();
        double[] suppression = random.doubles(E.length).toArray();
        coupling.apply(E, excitation, suppression);
        for (int i = 0; i < regions; i++) {
            for (int k = 0; k < lanes; k++) {
                assertThat(excitation[i * lanes + k])
                        .as("excitation of region %d of %d, lane %d of %d", i, regions, k, lanes)
                        .isEqualTo(sum(coupling, true, i, E, lanes, k, regions));
                assertThat(suppression[i * lanes + k])
                        .as("suppression of region %d of %d, lane %d of %d", i, regions, k, lanes)
                        .isEqualTo(sum(coupling, false, i, E, lanes, k, regions));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"12, 64, 64", "31, 64, 32", "80, 64, 8", "80, 5, 5"})
    void weightsOfTheLanesFitTheCache(int regions, int most, int lanes) {
        // 12 dense: 264 links x 64 lanes x 8 B = 135 kB; 31: 1860 x 32 x 8 = 476 kB; 80: 12,640 x 8 x 8 = 809 kB, but
        // not below 8.
        assertThat(Coupling.fittingLanes(network(regions, 1), most)).isEqualTo(lanes);
    }
}
