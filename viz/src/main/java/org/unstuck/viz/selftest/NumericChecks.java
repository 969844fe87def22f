package org.unstuck.viz.selftest;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.unstuck.integrate.AdaptiveRun;
import org.unstuck.integrate.ClassicalRungeKutta;
import org.unstuck.integrate.DelayDrift;
import org.unstuck.integrate.DelayRun;
import org.unstuck.integrate.DelayedRungeKutta;
import org.unstuck.integrate.DormandPrince54;
import org.unstuck.integrate.Drift;
import org.unstuck.integrate.EulerMaruyama;
import org.unstuck.integrate.Heun;
import org.unstuck.integrate.Past;
import org.unstuck.integrate.Scheme;
import org.unstuck.numeric.Exp;
import org.unstuck.numeric.Log;
import org.unstuck.numeric.Tanh;

/** Elementary functions, and integrators without noise. */
final class NumericChecks {

    private static final String FUNCTIONS = "Elementary functions";
    private static final String INTEGRATORS = "Integrators";
    private static final String DIGITS_36 =
            "solutions of 36 digits; problems of Hull and others 1972, SIAM J Numer Anal 9, 603-637";

    /** Error in units of the last place that each function promises; the best any double can do is 0.5. */
    private static final Map<String, Double> ULPS =
            new TreeMap<>(Map.of("exp", 0.85, "expm1", 1.5, "log", 0.9, "tanh", 2.0));

    private static final Map<String, DoubleUnaryOperator> OURS =
            Map.of("exp", Exp::exp, "expm1", Exp::expm1, "log", Log::log, "tanh", Tanh::tanh);

    private static final double RELATIVE = 1e-9;
    private static final double ABSOLUTE = 1e-11;
    private static final double ASKED = 1e-12;
    private static final double ASKED_ABSOLUTE = 1e-14;

    /** A problem of the reference. */
    private record Problem(String name, double[] start, Drift drift) {}

    private NumericChecks() {}

    static List<Check> all() {
        Stream<Check> functions = ULPS.keySet().stream()
                .map(name ->
                        new Check(FUNCTIONS, name, "values of 60 digits (mpmath)", score -> function(name, score)));
        Stream<Check> problems = problems().stream()
                .map(p -> new Check(INTEGRATORS, "Dormand-Prince 5(4), " + p.name(), DIGITS_36, s -> adaptive(p, s)));
        Stream<Check> others = Stream.of(
                new Check(
                        INTEGRATORS,
                        "Euler, Heun and Runge-Kutta 4 at fixed steps",
                        "each scheme as a map, in 36 digits",
                        NumericChecks::fixedSteps),
                new Check(
                        INTEGRATORS, "delay equation y' = -y(t - 1)", "exact rational numbers", NumericChecks::delays));
        return Stream.of(functions, problems, others).flatMap(s -> s).toList();
    }

    private static void function(String name, Score score) {
        for (String[] row : Reference.rows("elementary")) {
            if (row[0].equals(name)) {
                double nearest = Double.parseDouble(row[2]);
                double ulps = (OURS.get(name).applyAsDouble(Double.parseDouble(row[1])) - nearest) / Math.ulp(nearest);
                score.add(ulps, Double.parseDouble(row[3]), 0, ULPS.get(name), name + "(" + row[1] + ") in ulp");
            }
        }
    }

    private static List<Problem> problems() {
        return List.of(
                new Problem("A2", new double[] {1}, (t, y, f) -> f[0][0] = -y[0][0] * y[0][0] * y[0][0] / 2),
                new Problem("A4", new double[] {1}, NumericChecks::logistic),
                new Problem("B1", new double[] {1, 3}, (t, y, f) -> {
                    f[0][0] = 2 * (y[0][0] - y[0][0] * y[1][0]);
                    f[1][0] = -(y[1][0] - y[0][0] * y[1][0]);
                }),
                new Problem("C1", new double[] {1, 0, 0, 0, 0, 0, 0, 0, 0, 0}, (t, y, f) -> {
                    for (int i = 0; i < 10; i++) {
                        f[i][0] = (i > 0 ? y[i - 1][0] : 0) - (i < 9 ? y[i][0] : 0);
                    }
                }),
                new Problem("E2", new double[] {2, 0}, (t, y, f) -> {
                    f[0][0] = y[1][0];
                    f[1][0] = (1 - y[0][0] * y[0][0]) * y[1][0] - y[0][0];
                }),
                new Problem("FHN_a", new double[] {-1, 1}, (t, y, f) -> {
                    f[0][0] = y[0][0] - y[0][0] * y[0][0] * y[0][0] / 3 - y[1][0] + 0.5;
                    f[1][0] = 0.08 * (y[0][0] + 0.7 - 0.8 * y[1][0]);
                }),
                new Problem("LORENZ_a", new double[] {1, 1, 1}, (t, y, f) -> {
                    f[0][0] = 10 * (y[1][0] - y[0][0]);
                    f[1][0] = y[0][0] * (28 - y[2][0]) - y[1][0];
                    f[2][0] = y[0][0] * y[1][0] - 8 * y[2][0] / 3;
                }));
    }

    private static void logistic(double t, double[][] y, double[][] f) {
        f[0][0] = y[0][0] / 4 * (1 - y[0][0] / 20);
    }

    private static double[][] columns(double[] start) {
        double[][] y = new double[start.length][1];
        for (int v = 0; v < start.length; v++) {
            y[v][0] = start[v];
        }
        return y;
    }

    private static void adaptive(Problem p, Score score) {
        double[][] y = columns(p.start());
        AdaptiveRun run = DormandPrince54.of(ASKED, ASKED_ABSOLUTE).start(y.length, 1);
        double t = 0;
        for (double[] row : Reference.table(p.name())) {
            run.advance(p.drift(), t, row[0], y);
            t = row[0];
            for (int v = 0; v < y.length; v++) {
                score.add(y[v][0], row[1 + v], RELATIVE, ABSOLUTE, p.name() + " variable " + v + " at t = " + t);
            }
        }
    }

    private static void fixedSteps(Score score) {
        Map<String, Scheme> schemes =
                Map.of("euler", new EulerMaruyama(), "heun", new Heun(), "rk4", new ClassicalRungeKutta());
        for (String[] row : Reference.rows("FS_logistic")) {
            if (schemes.containsKey(row[0])) {
                double h = Double.parseDouble(row[1]);
                double[][] y = columns(new double[] {1});
                Scheme.Stepper stepper = schemes.get(row[0]).start(1, 1);
                for (int s = 0; s < Integer.parseInt(row[2]); s++) {
                    stepper.step(NumericChecks::logistic, s * h, h, y, new double[1][]);
                }
                score.add(y[0][0], Double.parseDouble(row[3]), 1e-12, 1e-13, row[0] + " with h = " + row[1]);
            }
        }
    }

    private static void delays(Score score) {
        DelayDrift unitLag = new DelayDrift() {
            private final double[] then = new double[1];

            @Override
            public void at(double tMs, double[][] y, Past past, double[][] dydt) {
                past.read(tMs - 1, 0, then);
                dydt[0][0] = -then[0];
            }
        };
        DelayRun run = DelayedRungeKutta.classical().start((t, y) -> y[0][0] = 1, 0, 1.0 / 256, 1, 1, 1);
        for (double[] row : Reference.table("DDE_unitlag")) {
            while (run.tMs() < row[0]) {
                run.step(unitLag);
            }
            score.add(run.state()[0][0], row[1], 0, 1e-9, "t = " + row[0]);
        }
    }
}
