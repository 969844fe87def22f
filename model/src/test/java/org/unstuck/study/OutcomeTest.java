package org.unstuck.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.unstuck.study.MadeUp.m;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unstuck.metric.CuedShift;
import org.unstuck.metric.Measurement;
import org.unstuck.metric.StateSequence;

/** Every outcome of a scan in which every number is another one. */
class OutcomeTest {

    private static final Assessment SCAN = MadeUp.scan(new double[4], m(0.1), m(0.12));

    private static Outcome keyed(String key) {
        return Arrays.stream(Outcome.values())
                .filter(o -> o.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Headroom: engagement 0.24 less the share 0.375 that sedation takes. Responsiveness: mean of 0.3 and 0.5. Cued shifts: 3 of 4, after 1,
     * 2 and 6 samples of 100 ms; by chance 1 of 5. Dwell: 7 stays of one sample and 3 of three, half a second each: 8 s in 10 stays.
     * Entropy: of 12 transitions 6 leave network 0, to either side equally often (1 bit), 6 return (0 bits). No state: 3 of 19 samples.
     */
    @ParameterizedTest
    @CsvSource({
        "threat, 0.1, mean activity",
        "self-focus, 0.12, mean activity",
        "control, 0.13, mean activity",
        "sedation, 0.375, 0 to 1",
        "dissociation, 0.14, 0 to 1",
        "rumination, 0.16, share of time",
        "uncued-threat, 0.17, share of time",
        "reactivity, 0.18, change of activity",
        "recovery, 1.9, s",
        "engagement, 0.24, change of activity",
        "headroom, 0.15, change of activity",
        "responsiveness, 0.4, change of activity",
        "cued-shift, 0.75, share that succeed",
        "chance-shift, 0.2, share that succeed",
        "shift-gain, 0.55, share",
        "shift-latency, 200, ms",
        "dwell, 0.8, s",
        "transition-entropy, 0.5, bits",
        "no-state, 0.15789473684210525, share of time",
        "flexibility, 0.47, share of windows",
        "flexibility-null, 0.36, share of windows",
        "flexibility-excess, 0.11, share of windows",
        "metastability, 0.19, SD of order parameter"
    })
    void readsItsOwnNumber(String key, double value, String unit) {
        assertThat(keyed(key).of(SCAN).orElseThrow()).isCloseTo(value, within(1e-12));
        assertThat(keyed(key).unit()).isEqualTo(unit);
    }

    /** Intensity says how loud, flexibility how free; no outcome is both. */
    @Test
    void axesAreSeparate() {
        List<String> loud = Arrays.stream(Outcome.values())
                .filter(o -> o.axis() == Outcome.Axis.INTENSITY)
                .map(Outcome::key)
                .toList();
        assertThat(loud)
                .containsExactly(
                        "threat",
                        "self-focus",
                        "control",
                        "sedation",
                        "dissociation",
                        "rumination",
                        "uncued-threat",
                        "reactivity",
                        "recovery",
                        "engagement",
                        "headroom",
                        "responsiveness");
        assertThat(Arrays.stream(Outcome.values()).filter(o -> o.axis() == Outcome.Axis.FLEXIBILITY))
                .hasSize(11);
        assertThat(keyed("recovery").label()).isEqualTo("Recovery from threat (half-time)");
        assertThat(Arrays.stream(Outcome.values()).map(Outcome::label)).doesNotHaveDuplicates();
    }

    /** One network never dominant: the mean is over the other's stays, and "never" has a reason. */
    @Test
    void dwellOfNetworksThatAreNeverDominant() {
        assertThat(dwelling(1, 1, -1, 1).dwell().orElseThrow()).isEqualTo(0.75);
        assertThat(dwelling(-1, -1, -1).dwell()).isEqualTo(Measurement.undefined("no network was ever dominant"));
    }

    private static Assessment dwelling(int... labels) {
        Assessment a = SCAN;
        CuedShift none = a.cued();
        return new Assessment(
                a.threat(),
                a.selfFocus(),
                a.control(),
                a.sedation(),
                a.dissociation(),
                a.rumination(),
                a.uncuedThreat(),
                a.reactions(),
                StateSequence.of(labels, 2, 500),
                none,
                none,
                a.flexibility(),
                a.flexibilityNull(),
                a.metastability(),
                a.activity(),
                a.connectivity(),
                a.links());
    }
}
