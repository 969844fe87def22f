package org.unstuck.integrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unstuck.noise.Address;
import org.unstuck.noise.Draws;
import org.unstuck.noise.Gaussian;
import org.unstuck.noise.OrnsteinUhlenbeck;

/**
 * Laws of stochastic equations that are known without simulation: double well, Hopf oscillator with noise, delay equation with
 * noise, coloured noise. Many independent lanes side by side, fixed seeds. Unless said otherwise every number is within 5 standard
 * errors (false alarm 6e-7 each; about 40 numbers, hence 2e-5 in all) plus the stated allowance for the step.
 */
class StationaryLawTest {

    private static final double Z = 5;

    /** Lanes that are stepped together, with independent noise of standard deviation {@code sigma[v] sqrt(h)}. */
    private static final class Ensemble {
        final double[][] y;
        private final Scheme.Stepper stepper;
        private final Drift f;
        private final double[] sigma;
        private final double h;
        private final long[][] keys;
        private final long[][] others;
        private final double[][] dN;
        private final double[][] dZ;
        private final double[] xi;
        private long step;

        Ensemble(String name, Scheme scheme, Drift f, double[] sigma, double h, int lanes) {
            int n = sigma.length;
            this.y = new double[n][lanes];
            this.stepper = scheme.start(n, lanes);
            this.f = f;
            this.sigma = sigma;
            this.h = h;
            this.keys = new long[n][lanes];
            this.others = new long[n][lanes];
            this.dN = new double[n][];
            this.dZ = new double[n][];
            this.xi = new double[lanes];
            for (int v = 0; v < n; v++) {
                Address of = Address.of(21).with(name).with("variable", v);
                for (int k = 0; k < lanes; k++) {
                    keys[v][k] = of.with("dN", k).key();
                    others[v][k] = of.with("dZ", k).key();
                }
                if (sigma[v] > 0) {
                    dN[v] = new double[lanes];
                    dZ[v] = new double[lanes];
                }
            }
        }

        void step() {
            for (int v = 0; v < y.length; v++) {
                if (dN[v] != null) {
                    double sd = sigma[v] * Math.sqrt(h);
                    Gaussian.fill(keys[v], step, sd, dN[v]);
                    Gaussian.fill(others[v], step, 1, xi);
                    NoiseIntegral.of(h, sd, dN[v], xi, dZ[v]);
                }
            }
            stepper.step(f, step * h, h, y, dN, dZ);
            step++;
        }

        void run(double time) {
            for (long end = step + Math.round(time / h); step < end; ) {
                step();
            }
        }
    }

    static Stream<Case> doubleWells() {
        return Case.all("sde", "double_well");
    }

    private static Drift well(double a, double c) {
        return (t, y, f) -> {
            for (int k = 0; k < y[0].length; k++) {
                double x = y[0][k];
                f[0][k] = x * (a - x * x) + c;
            }
        };
    }

    /**
     * Second and fourth moment, share right of the saddle, and the distribution function (Kolmogorov-Smirnov distance below the
     * 1e-6 quantile 2.7 / sqrt(n), plus 0.001 for the table) of 40,000 lanes after 8 units of time. The lanes start at both minima in equal
     * numbers, so that by symmetry only the motion within a well has to settle (rate 1 and more).
     */
    @ParameterizedTest
    @MethodSource("doubleWells")
    void lawOfTheDoubleWell(Case problem) {
        int lanes = 40_000;
        Ensemble of = new Ensemble(
                problem.toString(),
                new Sra1(),
                well(problem.number("a"), problem.number("c")),
                new double[] {problem.number("sigma")},
                1.0 / 64,
                lanes);
        for (int k = 0; k < lanes; k++) {
            of.y[0][k] = k % 2 == 0 ? -1 : 1;
        }
        of.run(8);
        double[] x = of.y[0];
        Map<String, Double> expected = quantities(problem);
        assertMean(x, v -> v, expected.get("mean"), 0);
        assertMean(x, v -> v * v, expected.get("m2"), 2e-3);
        assertMean(x, v -> v * v * v, expected.get("m3"), 0);
        assertMean(x, v -> v * v * v * v, expected.get("m4"), 2e-3);
        assertMean(x, v -> v > expected.get("x_saddle") ? 1 : 0, expected.get("prob_right_of_saddle"), 0);
        assertDistribution(x, problem, 1e-3);
    }

    /**
     * Mean first-passage time from one minimum to the other, 20,000 passages (2,000 lanes, ten in a row) at a step of 1/64. Between two
     * states x, y on this side the path has been at the border b with probability exp(-2 (b - x)(b - y) / (sigma^2 h)) (Brownian
     * bridge; Gobet 2000, Stoch Proc Appl 87, 167-197); passages seen at steps only come late by a term of order sqrt(h). Within
     * 4 standard errors (3 %) and 1 % for the step: half of what the reference allows for 2,000 passages. The times are nearly
     * exponential: ratio of standard deviation and mean 0.80 to 1.05. Seen: 1.007 and 1.011 of the exact time.
     */
    @ParameterizedTest
    @MethodSource("doubleWells")
    void firstPassageOfTheDoubleWell(Case problem) {
        double[] times = passages(problem, 1.0 / 64, 2_000, 10);
        double mean = Arrays.stream(times).average().orElseThrow();
        double sd =
                Math.sqrt(Arrays.stream(times).map(t -> (t - mean) * (t - mean)).sum() / (times.length - 1));
        double expected = quantities(problem).get("mfpt_left_to_right");
        assertThat(mean).isCloseTo(expected, within(4 * sd / Math.sqrt(times.length) + 0.01 * expected));
        assertThat(sd / mean).isBetween(0.8, 1.05);
    }

    private static double[] passages(Case problem, double h, int lanes, int each) {
        double sigma = problem.number("sigma");
        Drift f = well(problem.number("a"), problem.number("c"));
        Ensemble of = new Ensemble(problem + " passage", new Heun(), f, new double[] {sigma}, h, lanes);
        double from = quantities(problem).get("x_left");
        double to = quantities(problem).get("x_right");
        Draws chance = Address.of(23).with(problem.toString()).draws();
        Arrays.fill(of.y[0], from);
        double[] before = new double[lanes];
        double[] times = new double[lanes * each];
        int[] passed = new int[lanes];
        long[] since = new long[lanes];
        int all = 0;
        while (all < times.length) {
            System.arraycopy(of.y[0], 0, before, 0, lanes);
            of.step();
            for (int k = 0; k < lanes; k++) {
                double x = of.y[0][k];
                double exponent = 2 * (to - before[k]) * (to - x) / (sigma * sigma * h);
                // exp(-40) is never drawn.
                if (x >= to || exponent < 40 && chance.uniform() < Math.exp(-exponent)) {
                    if (passed[k] < each) {
                        times[k * each + passed[k]++] = h * (of.step - since[k] - 0.5);
                        all++;
                    }
                    of.y[0][k] = from;
                    since[k] = of.step;
                }
            }
        }
        return times;
    }

    static Stream<Case> oscillators() {
        return Case.all("sde", "stochastic_hopf");
    }

    private static Ensemble oscillators(Case problem, int lanes) {
        double a = problem.number("a");
        double omega = problem.number("omega");
        double sigma = problem.number("sigma");
        Drift f = (t, y, dydt) -> {
            for (int k = 0; k < y[0].length; k++) {
                double x = y[0][k];
                double z = y[1][k];
                double grow = a - x * x - z * z;
                dydt[0][k] = grow * x - omega * z;
                dydt[1][k] = grow * z + omega * x;
            }
        };
        Ensemble of = new Ensemble(problem.toString(), new Sra1(), f, new double[] {sigma, sigma}, 1.0 / 64, lanes);
        // On the circle of the mean radius, at all angles.
        double r = quantities(problem).get("mean_r");
        for (int k = 0; k < lanes; k++) {
            of.y[0][k] = r * Math.cos(2 * Math.PI * k / lanes);
            of.y[1][k] = r * Math.sin(2 * Math.PI * k / lanes);
        }
        return of;
    }

    /** Moments and distribution of the radius, 40,000 oscillators after 12 units of time (they settle at a rate of 0.8 and more). */
    @ParameterizedTest
    @MethodSource("oscillators")
    void lawOfTheHopfOscillator(Case problem) {
        Ensemble of = oscillators(problem, 40_000);
        of.run(12);
        double[] r = new double[of.y[0].length];
        Arrays.setAll(r, k -> Math.hypot(of.y[0][k], of.y[1][k]));
        Map<String, Double> expected = quantities(problem);
        assertMean(r, v -> v, expected.get("mean_r"), 1e-3);
        assertMean(r, v -> v * v, expected.get("mean_r2"), 2e-3);
        assertMean(r, v -> Math.pow(v, 4), expected.get("mean_r4"), 4e-3);
        assertMean(of.y[0], v -> v * v, expected.get("var_x"), 2e-3);
        assertDistribution(r, problem, 1e-3);
    }

    /**
     * C(s) = E[z(t + s) conj z(t)], z = x + iy, falls as exp((i omega - decay) s). Slope of log |C| between 1/decay and 2/decay, and
     * of its phase: decay within 5 %, as the reference asks, frequency within 1 %. 20,000 oscillators and five starts t; the error of the slope, from runs with other seeds, is 1 to 1.5 %.
     */
    @ParameterizedTest
    @MethodSource("oscillators")
    void coherenceOfTheHopfOscillator(Case problem) {
        double decay = quantities(problem).get("coherence_decay_rate");
        int lanes = 20_000;
        Ensemble of = oscillators(problem, lanes);
        of.run(12);
        double[] re = new double[2];
        double[] im = new double[2];
        int late = (int) Math.round(1 / decay / of.h);
        for (int start = 0; start < 5; start++) {
            double[][] then = {of.y[0].clone(), of.y[1].clone()};
            for (int i = 0; i < 2; i++) {
                of.run(late * of.h);
                for (int k = 0; k < lanes; k++) {
                    re[i] += of.y[0][k] * then[0][k] + of.y[1][k] * then[1][k];
                    im[i] += of.y[1][k] * then[0][k] - of.y[0][k] * then[1][k];
                }
            }
        }
        double s = late * of.h;
        double slope = Math.log(Math.hypot(re[0], im[0]) / Math.hypot(re[1], im[1])) / s;
        double turned = Math.atan2(im[1] * re[0] - re[1] * im[0], re[1] * re[0] + im[1] * im[0]);
        double omega = problem.number("omega");
        double turns = Math.rint((omega * s - turned) / (2 * Math.PI));
        assertThat(slope).isCloseTo(decay, within(0.05 * decay));
        assertThat((turned + 2 * Math.PI * turns) / s).isCloseTo(omega, within(0.01 * omega));
    }

    static Stream<Case> delays() {
        return Case.all("sde", "delay_sde");
    }

    /**
     * dX = -(a X(t) + b X(t - tau)) dt + sigma dW at h = tau/256: the variance in closed form (Kuchler and Mensch 1992) and the
     * autocovariance at four lags (its table is cut off at a frequency: 3e-4). 4,000 lanes, each with five looks 8 tau apart from 40
     * tau on; the standard error is that of the mean over lanes.
     */
    @ParameterizedTest
    @MethodSource("delays")
    void delayWithNoise(Case problem) {
        int lanes = 4_000;
        int looks = 5;
        double a = problem.number("a");
        double b = problem.number("b");
        double tau = problem.number("tau");
        double h = tau / 256;
        double[] then = new double[lanes];
        DelayDrift f = (t, y, past, dydt) -> {
            past.read(t - tau, 0, then);
            for (int k = 0; k < lanes; k++) {
                dydt[0][k] = -a * y[0][k] - b * then[k];
            }
        };
        DelayRun run = DelayedRungeKutta.heun().start((t, y) -> Arrays.fill(y[0], 0), 0, h, 4 * tau, 1, lanes);
        long[] keys = new long[lanes];
        Arrays.setAll(keys, k -> Address.of(22).with(problem.toString(), k).key());
        double[][] dN = new double[1][lanes];
        List<String[]> lags = problem.rows("autocov");
        double[][] products = new double[lags.size()][lanes];
        double[] earlier = new double[lanes];
        int step = 0;
        for (int look = 0; look < looks; look++) {
            for (int end = 256 * (40 + 8 * look); step < end; step++) {
                Gaussian.fill(keys, step, problem.number("sigma") * Math.sqrt(h), dN[0]);
                run.step(f, dN);
            }
            for (int i = 0; i < lags.size(); i++) {
                run.past().read(run.tMs() - Double.parseDouble(lags.get(i)[0]), 0, earlier);
                for (int k = 0; k < lanes; k++) {
                    products[i][k] += run.state()[0][k] * earlier[k] / looks;
                }
            }
        }
        double variance = quantities(problem).get("variance");
        assertMean(products[0], v -> v, variance, 1e-3 * variance);
        for (int i = 1; i < lags.size(); i++) {
            assertMean(products[i], v -> v, Double.parseDouble(lags.get(i)[1]), 3e-4);
        }
    }

    /**
     * dx = (-x + eta)/tau_x dt with Ornstein-Uhlenbeck noise eta. The reference's d eta = -eta/tau_n dt + sigma dW; here sigma is the
     * standard deviation of eta itself, hence sigma sqrt(tau_n / 2). 40,000 lanes.
     */
    @Test
    void colouredNoise() {
        Case problem = Case.named("sde", "coloured_noise", "COL_a");
        double tauX = problem.number("tau_x");
        double tauN = problem.number("tau_noise");
        OrnsteinUhlenbeck noise = new OrnsteinUhlenbeck(tauN, problem.number("sigma") * Math.sqrt(tauN / 2));
        assertThat(noise.incrementSd(1)).isCloseTo(problem.number("sigma"), within(1e-15));
        Drift f = (t, y, dydt) -> {
            for (int k = 0; k < y[0].length; k++) {
                dydt[0][k] = (y[1][k] - y[0][k]) / tauX;
            }
            noise.drift(y[1], dydt[1]);
        };
        Ensemble of = new Ensemble("COL_a", new Sra1(), f, new double[] {0, noise.incrementSd(1)}, tauN / 32, 40_000);
        of.run(10 * tauX);
        Map<String, Double> expected = quantities(problem);
        double[] product = new double[of.y[0].length];
        Arrays.setAll(product, k -> of.y[0][k] * of.y[1][k]);
        assertMean(of.y[0], v -> v * v, expected.get("var_x"), 1e-3 * expected.get("var_x"));
        assertMean(of.y[1], v -> v * v, expected.get("var_eta"), 1e-3 * expected.get("var_eta"));
        assertMean(product, v -> v, expected.get("cov_x_eta"), 1e-3 * expected.get("cov_x_eta"));
    }

    /** The mean of {@code of(x)} over independent lanes, within 5 standard errors and {@code allowance}. */
    private static void assertMean(double[] x, DoubleUnaryOperator of, double expected, double allowance) {
        double mean = Arrays.stream(x).map(of).average().orElseThrow();
        double variance =
                Arrays.stream(x).map(of).map(v -> (v - mean) * (v - mean)).sum() / (x.length - 1);
        assertThat(mean).isCloseTo(expected, within(Z * Math.sqrt(variance / x.length) + allowance));
    }

    /** Kolmogorov-Smirnov distance to the distribution whose density is tabled, at the points of the table. */
    private static void assertDistribution(double[] x, Case problem, double allowance) {
        List<String[]> table = problem.rows("density");
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        double[] at = table.stream().mapToDouble(r -> Double.parseDouble(r[0])).toArray();
        double[] density =
                table.stream().mapToDouble(r -> Double.parseDouble(r[1])).toArray();
        double[] below = integral(at, density);
        double farthest = 0;
        for (int i = 0; i < at.length; i++) {
            int n = Arrays.binarySearch(sorted, at[i]);
            double share = (n < 0 ? -n - 1 : n) / (double) sorted.length;
            farthest = Math.max(farthest, Math.abs(share - below[i] / below[at.length - 1]));
        }
        assertThat(farthest).isLessThan(2.7 / Math.sqrt(sorted.length) + allowance);
    }

    /** Integral of a table with equal steps up to each entry: the cubic through four points (error of order step^5). */
    private static double[] integral(double[] at, double[] of) {
        double h = at[1] - at[0];
        double[] sum = new double[at.length];
        for (int i = 1; i < at.length; i++) {
            double before = of[Math.max(i - 2, 0)];
            double after = of[Math.min(i + 1, at.length - 1)];
            sum[i] = sum[i - 1] + h * (13 * (of[i - 1] + of[i]) - before - after) / 24;
        }
        return sum;
    }

    private static Map<String, Double> quantities(Case problem) {
        Map<String, Double> values = new HashMap<>();
        problem.rows("expected").forEach(row -> values.put(row[0], Double.parseDouble(row[1])));
        return values;
    }
}
