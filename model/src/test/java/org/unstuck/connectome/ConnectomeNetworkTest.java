package org.unstuck.connectome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.unstuck.connectome.Choices.Asymmetric;
import org.unstuck.connectome.Choices.Negative;
import org.unstuck.connectome.Choices.Normalise;
import org.unstuck.connectome.Choices.Rows;
import org.unstuck.network.Region;

/** Where imported regions are drawn, and what is said of the import. */
class ConnectomeNetworkTest {

    private static final List<String> LABELS = List.of("a", "b", "c", "d");

    private static Connectome of(double[][] centres) {
        double[][] weights = new double[4][4];
        for (int i = 0; i < 4; i++) {
            weights[i][(i + 1) % 4] = 1;
        }
        return new Connectome("f", "test", LABELS, weights, null, centres, null, null, null, List.of());
    }

    private static ConnectomeNetwork.Imported imported(Connectome c, RegionMap map) {
        return ConnectomeNetwork.of(
                "n",
                c,
                map,
                null,
                new Choices(Rows.TARGETS, false, Negative.REFUSE, Asymmetric.KEEP, Normalise.ROW_SUM, 1, 0));
    }

    private static void isAt(Region region, double x, double y) {
        assertThat(region.x()).isCloseTo(x, within(1e-12));
        assertThat(region.y()).isCloseTo(y, within(1e-12));
    }

    /** Without centres: a ring around (0.5, 0.5) of radius 0.45, from the top counter-clockwise. */
    @Test
    void aRing() {
        List<Region> r = imported(of(null), RegionMap.single(LABELS)).network().regions();
        isAt(r.get(0), 0.5, 0.95);
        isAt(r.get(1), 0.05, 0.5);
        isAt(r.get(2), 0.5, 0.05);
        isAt(r.get(3), 0.95, 0.5);
    }

    /** From above: the first coordinate from 0.05 to 0.95, the second likewise; where all are equal, in the middle. */
    @Test
    void fromAbove() {
        double[][] centres = {{-30, 5, 1}, {30, 5, 2}, {0, 5, 3}, {15, 5, 4}};
        List<Region> r =
                imported(of(centres), RegionMap.single(LABELS)).network().regions();
        isAt(r.get(0), 0.05, 0.5);
        isAt(r.get(1), 0.95, 0.5);
        isAt(r.get(2), 0.5, 0.5);
        isAt(r.get(3), 0.725, 0.5);
    }

    /** One region of the threat network is enough for a symptom. */
    @Test
    void withoutASymptomItIsSaid() {
        String said = "No region stands for AMY, AI or dACC";
        assertThat(imported(of(null), RegionMap.single(LABELS)).remarks()).anyMatch(r -> r.startsWith(said));
        for (String part : List.of("AMY", "AI", "dACC")) {
            var places = new java.util.LinkedHashMap<>(RegionMap.single(LABELS).places());
            places.put("c", RegionMap.Place.in("brain", List.of(part)));
            assertThat(imported(of(null), new RegionMap(places, List.of())).remarks())
                    .noneMatch(r -> r.startsWith(said));
        }
    }

    @Test
    void matricesAreSquare() {
        assertThatThrownBy(() ->
                        new Connectome("f", "t", LABELS, new double[4][5], null, null, null, null, null, List.of()))
                .hasMessageContaining(
                        "have 4 rows of 5 numbers for 4 regions, they must be square. Maybe the first row or column");
        assertThatThrownBy(() ->
                        new Connectome("f", "t", LABELS, new double[3][4], null, null, null, null, null, List.of()))
                .hasMessageContaining("Maybe a row or column is missing.");
        assertThatThrownBy(() ->
                        new Connectome("f", "t", LABELS, new double[5][4], null, null, null, null, null, List.of()))
                .hasMessageContaining("Maybe the first row or column has names");
    }
}
