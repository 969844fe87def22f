package org.unstuck.integrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Ten Runge-Kutta schemes at fixed steps: each is one definite map, given in 36 digits by the reference. Agreement to
 * rounding proves coefficients, stage times and the count of steps at once; the slopes of the errors are the orders.
 */
class FixedStepTest {

    private static final Map<String, ButcherTableau> SCHEMES = new TreeMap<>(Map.of(
            "euler", ButcherTableau.EULER,
            "heun", ButcherTableau.HEUN_2,
            "midpoint", ButcherTableau.MIDPOINT_2,
            "ralston", ButcherTableau.RALSTON_2,
            "rk3_kutta", ButcherTableau.KUTTA_3,
            "ssprk3", ButcherTableau.SHU_OSHER_3,
            "rk4", ButcherTableau.CLASSICAL_4,
            "rk38", ButcherTableau.THREE_EIGHTHS_4,
            "bogacki_shampine3", ButcherTableau.BOGACKI_SHAMPINE_3,
            "dopri5", ButcherTableau.DORMAND_PRINCE_5));

    /** Errors below this are too near rounding to show an order. */
    private static final double ROUNDING = 1e-12;

    static Stream<Case> problems() {
        return Case.all("ode", "fixed_step_values");
    }

    @ParameterizedTest
    @MethodSource("problems")
    void everyMapAgreesToRounding(Case problem) {
        List<String> seen = new ArrayList<>();
        for (String[] row : problem.rows("expected")) {
            seen.add(row[0]);
            int n = problem.variables().size();
            List<Scheme.Stepper> steppers =
                    new ArrayList<>(List.of(SCHEMES.get(row[0]).start(n, 1)));
            // The schemes of scenario files, without noise, are among these maps.
            switch (row[0]) {
                case "euler" -> steppers.add(new EulerMaruyama().start(n, 1));
                case "heun" -> steppers.add(new Heun().start(n, 1));
                case "rk4" -> steppers.add(new ClassicalRungeKutta().start(n, 1));
                default -> {}
            }
            for (Scheme.Stepper stepper : steppers) {
                double[][] y = run(problem, stepper, row);
                for (int v = 0; v < n; v++) {
                    double expected = Double.parseDouble(row[3 + v]);
                    double tolerance = problem.number("atol") + problem.number("rtol") * Math.abs(expected);
                    assertThat(y[v][0])
                            .as("%s, %s, h = %s", problem, row[0], row[1])
                            .isCloseTo(expected, within(tolerance));
                }
            }
        }
        assertThat(seen).containsAll(SCHEMES.keySet()).hasSizeGreaterThanOrEqualTo(60);
    }

    @ParameterizedTest
    @MethodSource("problems")
    void ordersAreTheNominalOnes(Case problem) {
        for (String name : SCHEMES.keySet()) {
            double order = 0;
            double coarse = 0;
            for (String[] row : problem.rows("expected")) {
                if (row[0].equals(name)) {
                    double fine = error(
                            problem,
                            run(
                                    problem,
                                    SCHEMES.get(name).start(problem.variables().size(), 1),
                                    row));
                    if (fine > ROUNDING) {
                        order = Math.log(coarse / fine) / Math.log(2);
                    }
                    coarse = fine;
                }
            }
            assertThat(order)
                    .as("%s, %s", problem, name)
                    .isCloseTo(SCHEMES.get(name).order(), within(0.05));
        }
    }

    private static double[][] run(Case problem, Scheme.Stepper stepper, String[] row) {
        double h = Double.parseDouble(row[1]);
        double[][] y = problem.start();
        Drift f = problem.drift();
        double[][] noNoise = new double[y.length][];
        for (int s = 0; s < Integer.parseInt(row[2]); s++) {
            stepper.step(f, s * h, h, y, noNoise);
        }
        return y;
    }

    private static double error(Case problem, double[][] y) {
        double largest = 0;
        for (int v = 0; v < y.length; v++) {
            double exact = problem.json().get("exact_end").get(v).asDouble();
            largest = Math.max(largest, Math.abs(y[v][0] - exact));
        }
        return largest;
    }
}
