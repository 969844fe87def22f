package org.unstuck.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.unstuck.describe.Invalid;
import org.unstuck.network.Stuck;
import org.unstuck.pharma.Receptor;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.study.Scenario;

class SpaceTest {

    private static final Scenario BASE = BuiltIn.PRESETS.named("long-term-benzodiazepine");

    private static Scenario at(String path, Object value) {
        return Place.of(path).set(BASE, value);
    }

    @Test
    void everyKindOfPlaceIsSet() {
        assertThat(at("parameters/tolerance/adaptation", 0.25)
                        .parameters()
                        .tolerance()
                        .adaptation())
                .isEqualTo(0.25);
        assertThat(at("cohort/spread/severity", 0.1).cohort().spread().severity())
                .isEqualTo(0.1);
        assertThat(at("cohort/patients", 3.0).cohort().patients()).isEqualTo(3);
        assertThat(at("seed", 77).seed()).isEqualTo(77);
        assertThat(at("condition/severity", 1.5).condition().severity()).isEqualTo(1.5);
        assertThat(at("stuck", "attractor").condition().stuck()).isEqualTo(Stuck.ATTRACTOR);
        assertThat(at("horizon", "70 wk").horizon().inDays()).isEqualTo(490);
        assertThat(at("network/regions/AMY/drive", 0.9)
                        .network()
                        .regions()
                        .get(BASE.network().indexOf("AMY"))
                        .drive())
                .isEqualTo(0.9);
        Scenario weaker = at("drugs/alprazolam/effects/gaba-a/maximum", 0.05);
        assertThat(weaker.drugs().get(0).on(Receptor.GABA_A).maximum().value()).isEqualTo(0.05);
        assertThat(at("condition", BuiltIn.CONDITIONS.named("depression"))
                        .condition()
                        .name())
                .isEqualTo("depression");
        assertThat(Place.of("seed").set(at("seed", 77), BASE.seed())).isEqualTo(BASE);
    }

    @Test
    void wrongPlacesAreNamed() {
        assertThatThrownBy(() -> at("parameters/tolerance/adaption", 1))
                .isInstanceOf(Invalid.class)
                .hasMessage("there is no \"parameters/tolerance/adaption\" in a scenario."
                        + " Maybe \"adaptation\" was meant.");
        assertThatThrownBy(() -> at("cohort/patients", 2.5)).hasMessageContaining("a whole number");
        assertThatThrownBy(() -> at("stuck", "lop")).hasMessageContaining("Maybe \"loop\" was meant.");
    }

    @Test
    void aConditionIsSetBeforeItsSeverityAndItsMeaning() {
        Space space = new Space(
                BASE,
                List.of(
                        Axis.of("meaning", "stuck", Level.of("variability")),
                        Axis.of("severity", "condition/severity", Level.of(0.5)),
                        Axis.of(
                                "condition",
                                "condition",
                                new Level("depression", BuiltIn.CONDITIONS.named("depression")))),
                new Design.Grid(1));
        Scenario scenario = space.scenario(space.point(0));
        assertThat(scenario.condition().name()).isEqualTo("depression");
        assertThat(scenario.condition().severity()).isEqualTo(0.5);
        assertThat(scenario.condition().stuck()).isEqualTo(Stuck.VARIABILITY);
    }

    @Test
    void gridVisitsEveryCombinationOnce() {
        Space space = new Space(
                BASE,
                List.of(
                        Axis.declared("parameters/tolerance/adaptation", BASE),
                        Axis.of("seed", "seed", Level.of(1), Level.of(2), Level.of(3))),
                new Design.Grid(4));
        assertThat(space.size()).isEqualTo(12);
        Set<String> hashes = LongStream.range(0, 12)
                .mapToObj(i -> space.point(i).hash())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(hashes).hasSize(12);
    }

    @Test
    void latinHypercubeMeetsEveryCellOnce() {
        List<Axis> axes = List.of(
                Axis.of("a", "seed", Level.of(1)),
                Axis.of("b", "stuck", Level.of("loop")),
                Axis.of("c", "horizon", Level.of("1 d")));
        for (int n : new int[] {1, 2, 3, 7, 64, 100, 1000}) {
            LatinHypercube design = new LatinHypercube(n, 5);
            boolean[][] met = new boolean[3][n];
            for (int i = 0; i < n; i++) {
                double[] at = design.at(i, axes);
                for (int a = 0; a < 3; a++) {
                    int cell = (int) (at[a] * n);
                    assertThat(met[a][cell]).isFalse();
                    met[a][cell] = true;
                }
            }
        }
    }

    @Test
    void sobolPointsFillEveryDyadicCell() {
        List<Axis> axes = List.of(Axis.of("a", "seed", Level.of(1)), Axis.of("b", "stuck", Level.of("loop")));
        SobolPoints design = new SobolPoints(64, 3);
        boolean[] met = new boolean[64];
        for (int i = 0; i < 64; i++) {
            double[] at = design.at(i, axes);
            // The first two coordinates are a (0, 6, 2)-net: each of 8 x 8 cells holds one point.
            int cell = 8 * (int) (at[0] * 8) + (int) (at[1] * 8);
            assertThat(met[cell]).isFalse();
            met[cell] = true;
        }
    }

    @Test
    void contradictoryAxesAreRefused() {
        assertThatThrownBy(() -> new Space(
                        BASE,
                        List.of(Axis.of("a", "seed", Level.of(1)), Axis.of("b", "seed", Level.of(2))),
                        new Design.Grid(1)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("both set seed");
    }
}
