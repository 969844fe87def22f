package org.unstuck.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.unstuck.study.MadeUp.m;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.unstuck.metric.Interval;
import org.unstuck.metric.Measurement;
import org.unstuck.recording.Trace;
import org.unstuck.sweep.Place;

/** What a comparison says, of patients made by hand: see the table of {@link MadeUp#threePatients}. */
class ComparisonTest {

    private static final Comparison THREE = MadeUp.threePatients();

    private static double[] numbers(Measurement... values) {
        return Arrays.stream(values).mapToDouble(Measurement::orElseThrow).toArray();
    }

    private static Comparison with(String symptom, Measurement healthyThreat) {
        Scenario scenario = (Scenario) Place.of("condition/symptom").set(MadeUp.SCENARIO, symptom);
        // DMN, SN, FPN, AMY-PFC. Pain is read in the salience network here: thalamus, anterior insula, dACC.
        double[] twin = {0.1, 0.2, 0.3, 0.4};
        double[] ill = {0.2, 0.5, 0.3, 0.4};
        Trace quiet = MadeUp.course(1);
        quiet.activity()[0] = twin.clone();
        Trace loud = MadeUp.course(1, 1);
        loud.activity()[0] = ill.clone();
        loud.activity()[1] = new double[] {0.3, 0.1, 0.3, 0.2};
        return MadeUp.comparison(
                scenario,
                List.of(MadeUp.scan(twin, healthyThreat, m(0.1)), MadeUp.scan(twin, m(0.4), m(0.3))),
                List.of(quiet, quiet),
                List.of(List.of(List.of(MadeUp.scan(ill, m(0.6), m(0.5)), MadeUp.scan(ill, m(0.3), m(0.2))))),
                List.of(List.of(loud, loud)));
    }

    @Test
    void intensityIsRelativeToTheMeanOfTheTwins() {
        assertThat(numbers(THREE.intensity(0, 1))).containsExactly(new double[] {2.0, 1.6, 1.2}, within(1e-12));
        assertThat(numbers(THREE.intensity(1, 1))).containsExactly(new double[] {1.6, 1.8, 0.8}, within(1e-12));
        assertThat(numbers(THREE.healthyIntensity())).containsExactly(new double[] {1.2, 1.0, 0.8}, within(1e-12));
        Interval mean = THREE.intensityInterval(0, 1);
        assertThat(mean.mean().orElseThrow()).isCloseTo(1.6, within(1e-12));
        assertThat(THREE.interval(Outcome.SEDATION, 0, 1).mean().orElseThrow()).isCloseTo(0.375, within(1e-12));
        assertThat(numbers(THREE.values(Outcome.THREAT, 1, 1)))
                .containsExactly(new double[] {0.4, 0.45, 0.2}, within(1e-12));
    }

    /** Twins: threat 0.2 and 0.4, self-focus 0.1 and 0.3; patients 0.6 and 0.3, 0.5 and 0.2. Pain: 0.5 against 0.2. */
    @Test
    void everySymptomHasItsOwnIntensity() {
        assertThat(numbers(with("threat", m(0.2)).intensity(0, 0))).containsExactly(new double[] {2, 1}, within(1e-12));
        assertThat(numbers(with("self-focus", m(0.2)).intensity(0, 0)))
                .containsExactly(new double[] {2.5, 1}, within(1e-12));
        assertThat(numbers(with("both", m(0.2)).intensity(0, 0)))
                .containsExactly(new double[] {2.25, 1}, within(1e-12));
        assertThat(numbers(with("pain", m(0.2)).intensity(0, 0)))
                .containsExactly(new double[] {2.5, 2.5}, within(1e-12));
    }

    @Test
    void aTwinWithoutAValueLeavesNoScale() {
        Measurement none = Measurement.undefined("not scanned");
        assertThat(with("threat", none).intensity(0, 0)).containsOnly(none);
        assertThat(with("self-focus", none).intensity(0, 0)[0].isDefined()).isTrue();
        assertThat(with("threat", none).healthyBand(Outcome.THREAT)).isEqualTo(new Comparison.Band(0.4, 0.4));
    }

    /**
     * Bursts. Threat is the mean of SN and AMY-PFC, twins 0.3: (0.5 + 0.4) / 2 / 0.3 = 1.5, then (0.1 + 0.2) / 2 / 0.3 = 0.5. Self-focus
     * is DMN, twins 0.1: 2, then 3. Pain is SN, twins 0.2: 2.5, then 0.5.
     */
    @Test
    void courseOfEverySymptom() {
        assertThat(numbers(with("threat", m(0.2)).intensityCourse(0)[1]))
                .containsExactly(new double[] {1.5, 0.5}, within(1e-12));
        assertThat(numbers(with("self-focus", m(0.2)).intensityCourse(0)[0]))
                .containsExactly(new double[] {2, 3}, within(1e-12));
        assertThat(numbers(with("both", m(0.2)).intensityCourse(0)[0]))
                .containsExactly(new double[] {1.75, 1.75}, within(1e-12));
        assertThat(numbers(with("pain", m(0.2)).intensityCourse(0)[0]))
                .containsExactly(new double[] {2.5, 0.5}, within(1e-12));
        assertThat(with("pain", m(0.2)).healthyCourseBand()).isEqualTo(new Comparison.Band(1, 1));
    }

    @Test
    void stepsWithASessionAreLeftOut() {
        Comparison c = MadeUp.threePatients();
        c.traces().get(1).get(0).inSession()[1] = true;
        assertThat(c.quietSteps(0)).containsExactly(0, 1, 2);
        assertThat(c.quietSteps(1)).containsExactly(0, 2);
        assertThat(numbers(c.intensityCourse(1)[0])).containsExactly(new double[] {1.8, 1.0}, within(1e-12));
        assertThat(c.intensityCourse(1)).hasDimensions(3, 2);
    }

    /** The 5 % and 95 % points of 0.8, 1.0, 1.2, linear between them (R: quantile, type 7): 0.82 and 1.18. */
    @Test
    void bandsAreTheMiddleNineTenths() {
        assertThat(THREE.healthyIntensityBand().low()).isCloseTo(0.82, within(1e-12));
        assertThat(THREE.healthyIntensityBand().high()).isCloseTo(1.18, within(1e-12));
        assertThat(THREE.healthyBand(Outcome.THREAT).low()).isCloseTo(0.205, within(1e-12));
        assertThat(THREE.healthyBand(Outcome.THREAT).high()).isCloseTo(0.295, within(1e-12));
        assertThat(THREE.healthyCourseBand().low()).isCloseTo(0.82, within(1e-12));
        Comparison c = with("threat", Measurement.undefined("not scanned"));
        assertThat(c.healthyIntensityBand()).isNull();
    }

    @Test
    void meansOverPatients() {
        Assessment a = MadeUp.scan(new double[] {0.1, 0.2, 0.3, 0.4}, m(0), m(0));
        Assessment b = MadeUp.scan(new double[] {0.3, 0.2, 0.1, 0.8}, m(0), m(0));
        assertThat(THREE.meanActivity(List.of(a, b))).containsExactly(new double[] {0.2, 0.2, 0.2, 0.6}, within(1e-12));
        assertThat(THREE.meanLinks(List.of(a, b)))
                .containsExactly(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, within(1e-12));
        double[][] one = new double[4][4];
        double[][] other = new double[4][4];
        one[1][2] = 0.5;
        other[1][2] = 0.1;
        other[3][0] = -0.4;
        double[][] mean = THREE.meanConnectivity(List.of(MadeUp.connected(one), MadeUp.connected(other)));
        assertThat(mean[1][2]).isCloseTo(0.3, within(1e-12));
        assertThat(mean[3][0]).isCloseTo(-0.2, within(1e-12));
        assertThat(mean[2][1]).isZero();
    }
}
