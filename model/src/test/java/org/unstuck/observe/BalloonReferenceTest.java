package org.unstuck.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unstuck.ReferenceData;

/** All cases of {@code reference/bold}: solutions of order 8 at a tolerance of 1e-12, closed forms, linear limits. */
class BalloonReferenceTest {

    /** The step of {@code simulate}, s. */
    private static final double DT = 0.01;

    /** A case of the manifest. */
    record Case(JsonNode json) {
        double number(String key) {
            return json.get(key).asDouble();
        }

        String text(String key) {
            return json.get(key).asText();
        }

        List<double[]> table(String key) {
            return ReferenceData.rows("bold/" + text(key)).stream()
                    .map(row -> Stream.of(row).mapToDouble(Double::parseDouble).toArray())
                    .toList();
        }

        Balloon balloon() {
            JsonNode p = json.get("params");
            Hemodynamics flow = new Hemodynamics(
                    p.get("eps").asDouble(),
                    p.get("kappa").asDouble(),
                    p.get("gamma").asDouble(),
                    p.get("tau").asDouble(),
                    p.get("alpha").asDouble(),
                    p.get("E0").asDouble(),
                    p.get("V0").asDouble());
            return new Balloon(toString(), flow, readout(p), 1);
        }

        private static Readout readout(JsonNode p) {
            return switch (p.get("output").asText()) {
                case "classic7" -> new Readout.Classic();
                case "classic_obata" -> new Readout.Obata(p.get("epsilon_ratio").asDouble());
                case "revised" ->
                    new Readout.Revised(
                            p.get("nu0").asDouble(),
                            p.get("r0").asDouble(),
                            p.get("TE").asDouble(),
                            p.get("epsilon_ratio").asDouble());
                default -> throw new IllegalArgumentException(p.toString());
            };
        }

        /** Activity, constant from each start to the next: {@code {start, z}}. */
        List<double[]> input() {
            if (json.get("input").isTextual()) {
                return table("input");
            }
            List<double[]> input = new ArrayList<>();
            json.get("input")
                    .forEach(s -> input.add(
                            new double[] {s.get(0).asDouble(), s.get(1).asDouble()}));
            return input;
        }

        @Override
        public String toString() {
            return text("id");
        }
    }

    static Stream<Case> all(String kind) {
        try (var in = BalloonReferenceTest.class.getResourceAsStream("/reference/bold/manifest.json")) {
            return StreamSupport.stream(
                            new ObjectMapper().readTree(in).get("cases").spliterator(), false)
                    .filter(c -> c.get("kind").asText().equals(kind))
                    .map(Case::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Case> trajectories() {
        return all("balloon");
    }

    @Test
    void everyCaseIsTested() {
        assertThat(Stream.of("balloon", "steady_state", "linearised", "hrf_kernel")
                        .mapToLong(k -> all(k).count()))
                .containsExactly(5L, 1L, 1L, 1L);
    }

    private static double at(List<double[]> input, double t) {
        double z = 0;
        for (double[] from : input) {
            z = from[0] <= t + 1e-9 ? from[1] : z;
        }
        return z;
    }

    @ParameterizedTest
    @MethodSource("trajectories")
    void followsTheSolution(Case c) {
        List<double[]> expected = c.table("expected");
        List<double[]> input = c.input();
        BalloonRun run = c.balloon().start(1);
        double[] z = new double[1];
        int done = 0;
        for (double[] row : expected) {
            for (int steps = (int) Math.round(row[0] / DT); done < steps; done++) {
                z[0] = at(input, done * DT);
                run.step(z, DT);
            }
            double[] actual = {run.vasodilation(0), run.flow(0), run.volume(0), run.deoxyhaemoglobin(0), run.signal(0)};
            for (int v = 0; v < actual.length; v++) {
                assertThat(actual[v])
                        .as("column %d at %s s", v, row[0])
                        .isCloseTo(row[v + 1], within(c.number("atol") + c.number("rtol") * Math.abs(row[v + 1])));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("trajectories")
    void hasThePeakAndTheUndershoot(Case c) {
        if (c.json().get("features").isNull()) {
            return; // A random drive has no single response.
        }
        JsonNode features = c.json().get("features");
        List<double[]> input = c.input();
        double onset = input.get(1)[0];
        List<Double> signal = new ArrayList<>();
        BalloonRun run = c.balloon().start(1);
        double[] z = new double[1];
        for (int k = 0; k * DT <= c.number("T"); k++) {
            signal.add(run.signal(0));
            z[0] = at(input, k * DT);
            run.step(z, DT);
        }
        int peak = extreme(signal, 0, 1);
        int under = extreme(signal, peak, -1);
        assertThat(peak * DT - onset).isCloseTo(features.get("peak_time").asDouble(), within(DT));
        assertThat(under * DT - onset).isCloseTo(features.get("undershoot_time").asDouble(), within(DT));
        double height = features.get("peak").asDouble();
        assertThat(signal.get(peak)).isCloseTo(height, within(1e-4 * height));
        assertThat(signal.get(under)).isCloseTo(features.get("undershoot").asDouble(), within(1e-4 * height));
        assertThat(width(signal, peak)).isCloseTo(features.get("fwhm").asDouble(), within(2e-3));
    }

    private static int extreme(List<Double> signal, int from, int sign) {
        int best = from;
        for (int k = from; k < signal.size(); k++) {
            best = sign * signal.get(k) > sign * signal.get(best) ? k : best;
        }
        return best;
    }

    /** Full width at half maximum, between samples by straight lines, s. */
    private static double width(List<Double> signal, int peak) {
        double half = signal.get(peak) / 2;
        int left = peak;
        while (signal.get(left) >= half) {
            left--;
        }
        int right = peak;
        while (signal.get(right) >= half) {
            right++;
        }
        double a = left + (half - signal.get(left)) / (signal.get(left + 1) - signal.get(left));
        double b = right - (half - signal.get(right)) / (signal.get(right - 1) - signal.get(right));
        return (b - a) * DT;
    }

    static Stream<Case> steadyStates() {
        return all("steady_state");
    }

    @ParameterizedTest
    @MethodSource("steadyStates")
    void settlesWhereTheClosedFormSays(Case c) {
        double[] minute = new double[1];
        for (double[] row : c.table("expected")) {
            double[] steady = c.balloon().steady(row[0]);
            BalloonRun run = c.balloon().start(1);
            minute[0] = row[0];
            for (int k = 0; k < 120 / DT; k++) {
                run.step(minute, DT);
            }
            double[] settled = {run.flow(0), run.volume(0), run.deoxyhaemoglobin(0), run.signal(0)};
            for (int v = 0; v < steady.length; v++) {
                double tolerance = c.number("atol") + c.number("rtol") * Math.abs(row[v + 1]);
                assertThat(steady[v]).as("z %s, column %d", row[0], v).isCloseTo(row[v + 1], within(tolerance));
                assertThat(settled[v]).as("z %s, column %d", row[0], v).isCloseTo(row[v + 1], within(1e-9));
            }
        }
    }

    static Stream<Case> linear() {
        return all("linearised");
    }

    /** Signal every {@code every} steps of {@link #DT} under a small drive. */
    private static double[] response(Balloon balloon, DoubleUnaryOperator drive, int every, int samples, int parts) {
        BalloonRun run = balloon.start(1);
        double[] signal = new double[samples];
        double[] z = new double[1];
        double dt = DT / parts;
        for (int k = 0; k < samples; k++) {
            signal[k] = run.signal(0);
            for (int s = 0; s < every * parts; s++) {
                z[0] = drive.applyAsDouble(((long) k * every * parts + s + 0.5) * dt);
                run.step(z, dt);
            }
        }
        return signal;
    }

    @ParameterizedTest
    @MethodSource("linear")
    void aTinyPulseGivesTheImpulseResponse(Case c) {
        double area = 1e-4;
        List<double[]> expected = c.table("expected");
        // One step of 1 ms: shorter than anything in the equations, and its middle is the moment of the impulse.
        double pulse = DT / 10;
        double[] signal = response(c.balloon(), t -> t < pulse ? area / pulse : 0, 25, expected.size(), 10);
        double peak =
                expected.stream().mapToDouble(row -> Math.abs(row[1])).max().orElseThrow();
        for (int k = 0; k < signal.length; k++) {
            assertThat(signal[k] / area)
                    .as("at %s s", expected.get(k)[0])
                    .isCloseTo(expected.get(k)[1], within(0.002 * peak));
        }
    }

    @ParameterizedTest
    @MethodSource("linear")
    void aSmallOscillationHasTheGain(Case c) {
        double amplitude = 1e-4;
        for (double[] row : c.table("gain")) {
            double frequency = row[0];
            // Whole periods after the start has faded; sine and cosine parts of the last ones.
            int periods = (int) Math.ceil(60 * frequency);
            int perPeriod = (int) Math.round(1 / (frequency * DT));
            double[] signal = response(
                    c.balloon(),
                    t -> amplitude * StrictMath.sin(2 * Math.PI * frequency * t),
                    1,
                    (periods + 1) * perPeriod,
                    1);
            double sine = 0;
            double cosine = 0;
            for (int k = periods * perPeriod; k < signal.length; k++) {
                sine += signal[k] * StrictMath.sin(2 * Math.PI * frequency * k * DT);
                cosine += signal[k] * StrictMath.cos(2 * Math.PI * frequency * k * DT);
            }
            double gain = 2 * Math.sqrt(sine * sine + cosine * cosine) / perPeriod / amplitude;
            assertThat(gain).as("%s Hz", frequency).isCloseTo(row[1], within(0.005 * row[1]));
        }
    }

    static Stream<Case> kernels() {
        return all("hrf_kernel");
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void kernelsAreTheFormulas(Case c) {
        JsonNode p = c.json().get("params");
        for (double[] row : c.table("expected")) {
            double volterra = HemodynamicKernel.volterra(
                    row[0], p.get("tau_s").asDouble(), p.get("tau_f").asDouble());
            double gamma = HemodynamicKernel.doubleGamma(
                    row[0],
                    p.get("peak").asDouble(),
                    p.get("under").asDouble(),
                    p.get("disp").asDouble(),
                    p.get("disp_under").asDouble(),
                    p.get("ratio").asDouble());
            double atol = c.number("atol");
            assertThat(volterra).isCloseTo(row[1], within(atol + c.number("rtol") * Math.abs(row[1])));
            assertThat(gamma).isCloseTo(row[2], within(atol + c.number("rtol") * Math.abs(row[2])));
        }
    }
}
