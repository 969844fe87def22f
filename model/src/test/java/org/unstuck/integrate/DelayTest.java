package org.unstuck.integrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Delay equations of the reference: y' = -y(t - 1) in exact rationals, the delayed logistic equation and a pair with two delays
 * by Chebyshev collocation.
 */
class DelayTest {

    private static final Past.Before ONE = (t, y) -> y[0][0] = 1;

    /** y' = -y(t - 1), y = 1 before. */
    private static final DelayDrift UNIT_LAG = new DelayDrift() {
        private final double[] then = new double[1];

        @Override
        public void at(double tMs, double[][] y, Past past, double[][] dydt) {
            past.read(tMs - 1, 0, then);
            dydt[0][0] = -then[0];
        }
    };

    /** The reference expects 1e-5 of Heun and 1e-9 of RK4 at a step of 1/256; seen: 1.6e-6 and 4.0e-13. */
    @ParameterizedTest
    @CsvSource({"heun, 1e-5", "classical, 1e-9"})
    void unitLagInExactRationals(String scheme, double tolerance) {
        DelayRun run = scheme(scheme).start(ONE, 0, 1.0 / 256, 1, 1, 1);
        double worst = 0;
        int rows = 0;
        for (String[] row : Case.named("ode", "dde", "DDE_unitlag").rows("expected")) {
            while (run.tMs() < Double.parseDouble(row[0])) {
                run.step(UNIT_LAG);
            }
            assertThat(run.tMs()).isEqualTo(Double.parseDouble(row[0]));
            worst = Math.max(worst, Math.abs(run.state()[0][0] - Double.parseDouble(row[1])));
            rows++;
        }
        assertThat(rows).isEqualTo(25);
        assertThat(worst).isLessThan(tolerance);
    }

    static Stream<Case> nonlinear() {
        return Case.all("ode", "dde").filter(c -> c.json().has("delays"));
    }

    /**
     * At the step the reference asks for, 1/512 of the smallest delay, with its tolerances (Heun 0.14 and 0.11 of them), RK4 with
     * 1/1000 (1.7e-8 and, as 5/4 is no multiple of that step, 1.7e-5).
     */
    @ParameterizedTest
    @MethodSource("nonlinear")
    void nonlinearEquations(Case problem) {
        for (String scheme : new String[] {"heun", "classical"}) {
            double share = scheme.equals("heun") ? 1 : 1e-3;
            double worst = worst(problem, scheme(scheme), 512);
            assertThat(worst).as("%s with %s, in tolerances", problem, scheme).isLessThan(share);
        }
    }

    /** The steps divide both delays, 3/4 and 5/4. */
    @ParameterizedTest
    @MethodSource("nonlinear")
    void ordersTwoAndFour(Case problem) {
        for (String scheme : new String[] {"heun", "classical"}) {
            double order =
                    Math.log(worst(problem, scheme(scheme), 48) / worst(problem, scheme(scheme), 96)) / Math.log(2);
            assertThat(order).as("%s with %s", problem, scheme).isCloseTo(scheme.equals("heun") ? 2 : 4, within(0.2));
        }
    }

    /** Largest error over the table, in units of its tolerance; {@code steps} per shortest delay. */
    private static double worst(Case problem, DelayedRungeKutta scheme, int steps) {
        Map<String, Double> delays = new TreeMap<>();
        problem.json()
                .get("delays")
                .fields()
                .forEachRemaining(d -> delays.put(d.getKey(), ratio(d.getValue().asText())));
        double shortest = delays.values().stream().min(Double::compare).orElseThrow();
        double longest = delays.values().stream().max(Double::compare).orElseThrow();
        int n = problem.variables().size();
        DelayDrift f = drift(problem, delays);
        List<Infix.Formula> history = new ArrayList<>();
        problem.json().get("history").forEach(h -> history.add(Infix.of(h.asText(), List.of(), Map.of())));
        Past.Before before = (t, y) -> {
            for (int v = 0; v < n; v++) {
                y[v][0] = history.get(v).at(t, new double[0]);
            }
        };
        DelayRun run = scheme.start(before, 0, shortest / steps, longest, n, 1);
        double worst = 0;
        double[] now = new double[1];
        for (String[] row : problem.rows("expected")) {
            double t = Double.parseDouble(row[0]);
            while (run.tMs() < t) {
                run.step(f);
            }
            for (int v = 0; v < n; v++) {
                run.past().read(t, v, now);
                double expected = Double.parseDouble(row[1 + v]);
                double tolerance = problem.number("atol") + problem.number("rtol") * Math.abs(expected);
                worst = Math.max(worst, Math.abs(now[0] - expected) / tolerance);
            }
        }
        return worst;
    }

    private static double ratio(String text) {
        String[] parts = text.split("/");
        return parts.length == 1
                ? Double.parseDouble(text)
                : Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]);
    }

    /** {@code x_d} is x at t minus delay d. */
    private static DelayDrift drift(Case problem, Map<String, Double> delays) {
        int n = problem.variables().size();
        List<String> names = new ArrayList<>(problem.variables());
        List<Double> lags = new ArrayList<>();
        delays.forEach((name, lag) -> {
            problem.variables().forEach(v -> names.add(v + "_" + name));
            lags.add(lag);
        });
        Map<String, Double> parameters = new TreeMap<>();
        problem.json()
                .get("params")
                .fields()
                .forEachRemaining(p -> parameters.put(p.getKey(), p.getValue().asDouble()));
        List<Infix.Formula> rhs = new ArrayList<>();
        problem.json().get("rhs").forEach(text -> rhs.add(Infix.of(text.asText(), names, parameters)));
        double[] state = new double[names.size()];
        double[] then = new double[1];
        return (t, y, past, f) -> {
            for (int v = 0; v < n; v++) {
                state[v] = y[v][0];
                for (int d = 0; d < lags.size(); d++) {
                    past.read(t - lags.get(d), v, then);
                    state[n + d * n + v] = then[0];
                }
            }
            for (int v = 0; v < n; v++) {
                f[v][0] = rhs.get(v).at(t, state);
            }
        };
    }

    /** A delay of 1 with a step of 0.3 (and kinks between grid points), read between grid points: order 2 remains. */
    @Test
    void aDelayThatIsNoMultipleOfTheStep() {
        double[] error = new double[2];
        for (int i = 0; i < 2; i++) {
            DelayRun run = DelayedRungeKutta.classical().start(ONE, 0, 0.03 / (1 << i), 1, 1, 1);
            while (run.tMs() < 3.5) {
                run.step(UNIT_LAG);
            }
            double[] now = new double[1];
            run.past().read(3.5, 0, now);
            // The table at 3.5.
            error[i] = Math.abs(now[0] - 0.06510416666666667);
        }
        assertThat(error[0]).isLessThan(1e-4);
        assertThat(error[1]).isLessThan(error[0] / 3);
    }

    /** Parts of a variable are the lanes of one region; the ring has come round many times. */
    @Test
    void lanesOfARegionAreReadAsAPart() {
        // y' = 1 from y = k: y(t) = k + t.
        DelayRun run = DelayedRungeKutta.heun()
                .start(
                        (t, y) -> {
                            for (int k = 0; k < 6; k++) {
                                y[0][k] = k + t;
                            }
                        },
                        5,
                        0.5,
                        2,
                        1,
                        6);
        for (int s = 0; s < 100; s++) {
            run.step((t, y, past, f) -> {
                double[] part = new double[2];
                past.read(t - 1.75, 0, 4, part);
                assertThat(part[0]).isCloseTo(4 + t - 1.75, within(1e-12));
                assertThat(part[1]).isCloseTo(5 + t - 1.75, within(1e-12));
                java.util.Arrays.fill(f[0], 1);
            });
        }
        assertThat(run.tMs()).isEqualTo(55);
    }

    @Test
    void whatIsNotKnownIsRefused() {
        DelayRun run = DelayedRungeKutta.classical().start(ONE, 0, 0.25, 1, 1, 1);
        for (int s = 0; s < 20; s++) {
            run.step(UNIT_LAG);
        }
        double[] out = new double[1];
        assertThatThrownBy(() -> run.past().read(5.1, 0, out))
                .hasMessageContaining("the state at 5.1 ms was asked for, but it is known up to 5.0 ms")
                .hasMessageContaining("Maybe a delay is shorter than the step, 0.25 ms");
        assertThatThrownBy(() -> run.past().read(3, 0, out))
                .hasMessageContaining("it is kept from 3.5 ms on")
                .hasMessageContaining("Maybe the longest delay was given too short");
        assertThatThrownBy(() -> run.step((t, y, past, f) -> past.read(t - 0.1, 0, f[0])))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DelayedRungeKutta.heun().start(ONE, 0, 2, 1, 1, 1))
                .hasMessageContaining("2.0 and 1.0 ms");
    }

    private static DelayedRungeKutta scheme(String name) {
        return name.equals("heun") ? DelayedRungeKutta.heun() : DelayedRungeKutta.classical();
    }
}
