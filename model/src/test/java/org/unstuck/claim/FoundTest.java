package org.unstuck.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.unstuck.study.MadeUp.course;
import static org.unstuck.study.MadeUp.scans;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.unstuck.describe.Invalid;
import org.unstuck.metric.Measurement;
import org.unstuck.study.Comparison;
import org.unstuck.study.MadeUp;
import org.unstuck.study.Relief;

/** What claims read in three patients made by hand: see the table of {@link MadeUp#threePatients}. */
class FoundTest {

    private static final Found THREE = new Found(MadeUp.threePatients());
    private static final Measurement NO_GAP =
            Measurement.undefined("the gap between illness and health is too small to divide by");

    private static double[] numbers(Measurement... values) {
        return Arrays.stream(values).mapToDouble(Measurement::orElseThrow).toArray();
    }

    private static double[] of(Quantity quantity) {
        return numbers(quantity.of(THREE));
    }

    /** Patients whose twins are at {@code healthy} and who are at 1.01 for three days. */
    private static Found nearlyHealthy(double... healthy) {
        int n = healthy.length;
        List<org.unstuck.recording.Trace> ill =
                Arrays.stream(healthy).mapToObj(h -> course(1.01, 1.01, 1.01)).toList();
        double[] same = new double[n];
        Arrays.fill(same, 1.01);
        return new Found(MadeUp.comparison(
                MadeUp.SCENARIO,
                scans(healthy),
                Arrays.stream(healthy).mapToObj(h -> course(h)).toList(),
                List.of(List.of(scans(same), scans(same)), List.of(scans(same), scans(same))),
                List.of(ill, ill)));
    }

    @Test
    void reliefIsInUnitsOfTheMeanGap() {
        Relief[] relief = THREE.relief("drug", "untreated");
        assertThat(relief[0].daily()).containsExactly(new double[] {0, 1, 2}, within(1e-12));
        assertThat(relief[1].daily()).containsExactly(new double[] {0, 0.5, -0.5}, within(1e-12));
        assertThat(relief[2].daily()).containsExactly(new double[] {0, 0, 0.25}, within(1e-12));
        assertThat(THREE.relief("drug", "untreated")).as("worked out once").isSameAs(relief);
        assertThat(THREE.relief("untreated", "untreated")[0].daily()).containsExactly(0, 0, 0);
        // The other way round the gap is the same on day 0, and relief has the other sign.
        assertThat(THREE.relief("untreated", "drug")[0].daily())
                .containsExactly(new double[] {0, -1, -2}, within(1e-12));
        assertThat(THREE.patients()).isEqualTo(3);
        assertThat(THREE.comparison().scanHours()).containsExactly(0.0, 48.0);
    }

    /** A session in one of the two arms is enough to leave the step out. */
    @Test
    void sessionsOfEitherArmAreLeftOut() {
        Comparison c = MadeUp.threePatients();
        c.traces().get(0).get(0).inSession()[1] = true;
        c.traces().get(1).get(0).inSession()[2] = true;
        assertThat(new Found(c).relief("drug", "untreated")[0].daily()).containsExactly(0, Double.NaN, Double.NaN);
    }

    /** A single patient may be healthier than the twin (gap -0.1): the mean gap, 0.245, is what is divided by. */
    @Test
    void onlyTheMeanGapMustBeLarge() {
        Found one = nearlyHealthy(1.11, 0.42);
        assertThat(one.relief("drug", "untreated")[0].daily()).containsExactly(0, 0, 0);
        Found none = nearlyHealthy(1.0, 1.0);
        assertThat(none.relief("drug", "untreated")).containsOnlyNulls();
        assertThat(new Quantity.Relieved("drug", 0, 2, "untreated").of(none)).containsOnly(NO_GAP);
        assertThat(new Quantity.Rebounding("drug", 1, "untreated").of(none)).containsOnly(NO_GAP);
        assertThat(none.rested("drug", 2, "untreated")).containsOnly(NO_GAP).hasSize(2);
    }

    @Test
    void reliefOfScans() {
        assertThat(numbers(THREE.rested("drug", 2, "untreated")))
                .containsExactly(new double[] {1, -0.5, 1}, within(1e-9));
        assertThat(numbers(THREE.rested("drug", 0, "untreated"))).containsExactly(0, 0, 0);
        assertThat(of(new Quantity.Rested("drug", 2, "untreated")))
                .containsExactly(new double[] {1, -0.5, 1}, within(1e-9));
        assertThatThrownBy(() -> THREE.rested("drug", 1, "untreated"))
                .isInstanceOf(Invalid.class)
                .hasMessage("there is no scan on day 1. Maybe one of: 0, 2.");
        assertThatThrownBy(() -> THREE.rested("drugs", 2, "untreated"))
                .hasMessageContaining("Maybe \"drug\" was meant.");
    }

    @Test
    void quantitiesReadWhatTheySay() {
        assertThat(of(new Quantity.Scanned("threat", "untreated", 2)))
                .containsExactly(new double[] {0.5, 0.4, 0.3}, within(1e-12));
        assertThat(of(new Quantity.Healthy("threat"))).containsExactly(new double[] {0.3, 0.25, 0.2}, within(1e-12));
        assertThat(of(new Quantity.Relieved("drug", 1, 3, "untreated")))
                .containsExactly(new double[] {1.5, 0, 0.125}, within(1e-12));
        assertThat(of(new Quantity.Rebounding("drug", 1, "untreated")))
                .containsExactly(new double[] {0, 0.5, 0}, within(1e-12));
        assertThat(of(new Quantity.Constant(7))).containsExactly(7, 7, 7);
        Quantity sum = new Quantity.Sum(List.of(
                new Quantity.Healthy("threat"), new Quantity.Constant(1), new Quantity.Scanned("sedation", "drug", 2)));
        assertThat(of(sum)).containsExactly(new double[] {1.675, 1.625, 1.575}, within(1e-12));
    }

    /** d = left - 2 x right, patient by patient: 1.8 - 2, 1.4 - 2, 1.0 - 2 times 0.25. */
    @Test
    void aClaimIsAboutDifferencesOfPatients() {
        Claim claim = new Claim(
                "c",
                "c",
                new Quantity.Scanned("threat", "untreated", 0),
                Relation.LESS,
                new Quantity.Constant(0.25),
                2,
                0,
                Set.of());
        Finding found = claim.in(THREE);
        assertThat(found.mean()).isCloseTo(0.25 * (4.2 / 3 - 2), within(1e-12));
        assertThat(found.patients()).isEqualTo(3);
        assertThat(found.claim()).isEqualTo("c");
    }

    /** The network DMN is a single region here; SN and FPN are regions 1 and 2. */
    @Test
    void connectivityOfNetworks() {
        double[][] r = new double[4][4];
        r[1][2] = 0.5;
        r[2][1] = 0.5;
        Comparison c = MadeUp.comparison(
                MadeUp.SCENARIO,
                List.of(MadeUp.connected(new double[4][4])),
                List.of(course(1)),
                List.of(List.of(List.of(), List.of()), List.of(List.of(), List.of(MadeUp.connected(r)))),
                List.of(List.of(course(1)), List.of(course(1))));
        Found found = new Found(c);
        assertThat(numbers(new Quantity.Connected("SN", "FPN", "drug", 2).of(found)))
                .containsExactly(0.5);
        assertThat(numbers(new Quantity.Connected("SN", "FPN", "healthy", 0).of(found)))
                .containsExactly(0);
        assertThat(new Quantity.Connected("DMN", "DMN", "drug", 2).of(found))
                .containsExactly(Measurement.undefined("a network of one region"));
    }

    /** In twelve regions DMN is 0, 1, 2 and SN 3, 4: within DMN 6 ordered pairs, between them 6 pairs. */
    @Test
    void connectivityIsAMeanOverPairs() {
        double[][] r = new double[12][12];
        r[0][1] = 0.6;
        r[1][0] = 0.6;
        r[2][4] = 0.3;
        for (int i = 0; i < 12; i++) {
            r[i][i] = 1;
        }
        var twelve = (org.unstuck.study.Scenario) org.unstuck.sweep.Place.of("network")
                .set(MadeUp.SCENARIO, org.unstuck.scenario.BuiltIn.NETWORKS.named("twelve-regions"));
        var twin = org.unstuck.recording.Trace.of(1, 12, 0);
        Arrays.fill(twin.activity()[0], 0.25);
        Found found =
                new Found(MadeUp.comparison(twelve, List.of(MadeUp.connected(r)), List.of(twin), List.of(), List.of()));
        assertThat(numbers(new Quantity.Connected("DMN", "DMN", "healthy", 0).of(found)))
                .containsExactly(new double[] {0.2}, within(1e-12));
        assertThat(numbers(new Quantity.Connected("DMN", "SN", "healthy", 0).of(found)))
                .containsExactly(new double[] {0.05}, within(1e-12));
    }
}
