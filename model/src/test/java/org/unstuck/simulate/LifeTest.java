package org.unstuck.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.unstuck.describe.Parameters;
import org.unstuck.describe.Time;
import org.unstuck.protocol.Arm;
import org.unstuck.protocol.Exercise;
import org.unstuck.protocol.Sleep;
import org.unstuck.protocol.Stimulus;

/** Sleep, exercise and avoidance as factors. */
class LifeTest {

    private static final Arm ARM = new Arm(
            "healthy habits",
            List.of(
                    new Sleep(Time.parse("1 d"), Time.parse("3 d"), 1),
                    new Exercise(Time.parse("2 d"), Time.parse("3 d"), 2)));

    private static Arm.Session session(Stimulus stimulus) {
        return new Arm.Session(0, 1, stimulus, 1, stimulus.word());
    }

    @Test
    void periodsCountWhileTheyLast() {
        Everyday e = new Everyday(ModelParameters.standard(), ARM);
        e.begin(0, 24, 1);
        assertThat(e.learning()).isEqualTo(1);
        assertThat(e.retention()).isEqualTo(1);
        e.begin(24, 48, 1);
        assertThat(e.learning()).isCloseTo(1.25, within(1e-12));
        assertThat(e.retention()).isCloseTo(1.5, within(1e-12));
        assertThat(e.met(session(Stimulus.THREAT))).isEqualTo(1);
        e.begin(48, 72, 1);
        assertThat(e.learning()).isCloseTo(1 + 0.25 + 2 * 0.15, within(1e-12));
        assertThat(e.met(session(Stimulus.THREAT))).isCloseTo(0.6, within(1e-12));
        e.begin(72, 96, 1);
        assertThat(e.learning()).isEqualTo(1);
    }

    @Test
    void avoidanceIsOffByDefaultAndSparesTherapyAndStressors() {
        ModelParameters p = ModelParameters.standard();
        Everyday off = new Everyday(p, ARM);
        off.begin(0, 24, 1);
        assertThat(off.engagement()).isEqualTo(1);
        Everyday on = new Everyday(p.with(Parameters.with(p.life(), "avoidance", 0.5)), ARM);
        on.begin(0, 24, 0.6);
        assertThat(on.engagement()).isCloseTo(0.7, within(1e-12));
        assertThat(on.teaching(session(Stimulus.EXPOSURE))).isCloseTo(0.7, within(1e-12));
        assertThat(on.teaching(session(Stimulus.POSITIVE))).isCloseTo(0.7, within(1e-12));
        assertThat(on.teaching(session(Stimulus.THERAPY))).isEqualTo(1);
        assertThat(on.teaching(session(Stimulus.THREAT))).isEqualTo(1);
        assertThat(on.teaching(null)).isCloseTo(0.7 * p.learning().restFraction(), within(1e-12));
        on.begin(24, 48, Double.NaN);
        assertThat(on.engagement()).isEqualTo(1);
        on.begin(48, 72, 9);
        assertThat(on.engagement()).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void aThreatenedPatientLearnsLessOnlyIfThatIsAssumed() {
        ModelParameters p = ModelParameters.standard();
        Everyday e = new Everyday(p.with(Parameters.with(p.learning(), "stateDependence", 0.5)), ARM);
        e.begin(0, 24, 0.4);
        assertThat(e.learning()).isCloseTo(0.8, within(1e-12));
        e.begin(0, 24, 2);
        assertThat(e.learning()).isCloseTo(0.5, within(1e-12));
        Everyday off = new Everyday(p, ARM);
        off.begin(0, 24, 2);
        assertThat(off.learning()).isEqualTo(1);
    }
}
