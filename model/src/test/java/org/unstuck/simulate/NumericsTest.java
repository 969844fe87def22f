package org.unstuck.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Parameters;
import org.unstuck.describe.Time;
import org.unstuck.integrate.EulerMaruyama;
import org.unstuck.mass.StuartLandau;
import org.unstuck.mass.WilsonCowan;

/** Descriptions of a run that contradict themselves are refused, and their edges are not. */
class NumericsTest {

    private static Numerics of(double step, double slow, double settle, double warmUp, double burst, double sample) {
        return new Numerics(
                new EulerMaruyama(),
                new Time(step),
                new Time(slow),
                new Time(settle),
                new Time(warmUp),
                new Time(burst),
                new Time(sample));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1, 1, 4, 2, step, it must be longer than 0",
        "-1, 1, 1, 1, 4, 2, step, it must be longer than 0",
        "1, 0, 1, 1, 4, 2, slowStep, it must be longer than 0",
        "1, 1, 1, 1, 0, 2, burst, it must be longer than 0",
        "1, 1, 1, 1, 4, 0, sample, it must be longer than 0",
        "1, 1, -1, 1, 4, 2, warmUp, must not be negative",
        "1, 1, 1, -1, 4, 2, warmUp, must not be negative",
        "2, 1, 1, 1, 4, 1, sample, it must not be shorter than step",
        "1, 1, 1, 1, 2, 3, burst, it must not be shorter than sample"
    })
    void whatCannotBeIsRefused(
            double step,
            double slow,
            double settle,
            double warmUp,
            double burst,
            double sample,
            String at,
            String message) {
        assertThatThrownBy(() -> of(step, slow, settle, warmUp, burst, sample))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.at()).isEqualTo(at))
                .hasMessageContaining(message);
    }

    @Test
    void edgesAreAllowed() {
        Numerics edge = of(2, 1, 0, 0, 2, 2);
        assertThat(edge.sample()).isEqualTo(edge.burst());
        assertThat(edge.sample()).isEqualTo(edge.step());
        assertThat(edge.withStep(new Time(1)).step()).isEqualTo(new Time(1));
        assertThat(edge.withStep(new Time(1)).sample()).isEqualTo(new Time(2));
    }

    private static ModelParameters parameters(WilsonCowan own, org.unstuck.mass.NeuralMass mass) {
        ModelParameters s = ModelParameters.standard();
        return new ModelParameters(
                own,
                s.noise(),
                s.tolerance(),
                s.cascade(),
                s.learning(),
                s.homeostasis(),
                s.stimuli(),
                s.serotonin(),
                s.dissociation(),
                s.life(),
                s.expectancy(),
                mass);
    }

    @Test
    void thereIsOneMass() {
        WilsonCowan usual = WilsonCowan.standard();
        WilsonCowan strong = Parameters.with(usual, "wEE", 8);
        WilsonCowan stronger = Parameters.with(usual, "wEE", 8.5);
        StuartLandau other = Parameters.defaults(StuartLandau.class);

        assertThat(parameters(strong, null).neuralMass()).isEqualTo(strong);
        assertThat(parameters(usual, other).neuralMass()).isEqualTo(other);
        // The default mass under "mass" is that under "wilsonCowan".
        assertThat(parameters(usual, strong)).isEqualTo(parameters(strong, null));
        assertThat(parameters(strong, strong)).isEqualTo(parameters(strong, null));
        assertThat(parameters(strong, null).withMass(usual)).isEqualTo(parameters(usual, null));
        assertThat(parameters(strong, null).withMass(other)).isEqualTo(parameters(usual, other));
        assertThatThrownBy(() -> parameters(strong, stronger))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.at()).isEqualTo("mass"))
                .hasMessageContaining("different numbers");
        assertThatThrownBy(() -> parameters(strong, usual)).hasMessageContaining("different numbers");
        assertThatThrownBy(() -> parameters(strong, other))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.at()).isEqualTo("wilsonCowan"))
                .hasMessageContaining("does not use them");
    }

    @Test
    void aHealthyPersonDiffersInTheConditionAlone() {
        Person ill = new Person(7, 61, 1.4, 1.1, 1.2, 1.3, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3);
        assertThat(ill.healthy()).isEqualTo(new Person(7, 61, 0, 1.1, 1.2, 1.3, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3));
        assertThat(Person.typical(3, 80)).isEqualTo(new Person(3, 80, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1));
    }
}
