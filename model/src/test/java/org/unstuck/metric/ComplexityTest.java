package org.unstuck.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.unstuck.noise.Address;
import org.unstuck.noise.Draws;

/** Complexity, slowing, recovery and spread: known values, planted truth, edges. */
class ComplexityTest {

    /** Straight from the definition: the shortest stretch that has not occurred before. */
    private static int naive(int[] s) {
        StringBuilder text = new StringBuilder();
        for (int x : s) {
            text.append((char) ('a' + x));
        }
        String all = text.toString();
        int at = 0;
        int components = 0;
        while (at < s.length) {
            int length = 1;
            while (at + length <= s.length
                    && all.substring(0, at + length - 1).contains(all.substring(at, at + length))) {
                length++;
            }
            components++;
            at += length;
        }
        return components;
    }

    @Test
    void lempelZivEqualsItsDefinitionOnRandomAndPeriodicSequences() {
        Draws draws = Address.of(81).draws();
        for (int k = 0; k < 300; k++) {
            int symbols = 1 + draws.below(4);
            int[] s = new int[1 + draws.below(120)];
            int period = 1 + draws.below(10);
            for (int t = 0; t < s.length; t++) {
                s[t] = k % 2 == 0 || t < period || draws.uniform() < 0.02 ? draws.below(symbols) : s[t - period];
            }
            assertThat(LempelZiv.components(s)).as(Arrays.toString(s)).isEqualTo(naive(s));
        }
        assertThat(LempelZiv.components(new int[0])).isZero();
        assertThatThrownBy(() -> LempelZiv.components(new int[] {-1})).hasMessageContaining("symbol is -1");
    }

    /** Coin tosses: 1 in the limit, from above; 20 000 tosses are within 10 %. Complementing symbols changes nothing. */
    @Test
    void lempelZivOfCoinTossesNearsOne() {
        Draws draws = Address.of(82).draws();
        int[] s = new int[20_000];
        Arrays.setAll(s, t -> draws.below(2));
        int c = LempelZiv.components(s);
        assertThat(LempelZiv.normalised(c, s.length)).isBetween(0.95, 1.1);
        assertThat(LempelZiv.components(Arrays.stream(s).map(x -> 1 - x).toArray()))
                .isEqualTo(c);
    }

    /** A slow signal is less complex than white noise, but no less than its own phase-randomised surrogates. */
    @Test
    void lempelZivFollowsTheSpectrumAndIsFairAgainstSurrogates() {
        double[][] slow = Planted.noise(1000, 2, Address.of(83));
        for (int t = 1; t < 1000; t++) {
            for (int i = 0; i < 2; i++) {
                slow[t][i] += 0.95 * slow[t - 1][i];
            }
        }
        Against against = Against.of(new LempelZiv(), new PhaseRandomised(), slow, 39, Address.of(84));
        assertThat(against.value().orElseThrow()).isLessThan(0.6);
        assertThat(Math.abs(against.z().orElseThrow())).isLessThan(3.5); // false alarms: below 1 in 1000
        double[][] constant = new double[10][1];
        assertThat(new LempelZiv().of(constant, Address.of(1)).isDefined()).isFalse();
    }

    @Test
    void permutationEntropyByHandAndItsLimits() {
        // Bandt and Pompe 2002: 4 7 9 10 6 11 3 has 4 of 6 pairs rising: H(2) = 0.918 bits; H(3) = 1.522 bits.
        double[] x = {4, 7, 9, 10, 6, 11, 3};
        assertThat(PermutationEntropy.of(x, 2, 1).nats() / StrictMath.log(2)).isCloseTo(0.918, within(5e-4));
        assertThat(PermutationEntropy.of(x, 3, 1).nats() / StrictMath.log(2)).isCloseTo(1.522, within(5e-4));
        double[] rising = {1, 2, 3, 4, 5, 6};
        assertThat(PermutationEntropy.of(rising, 3, 1).nats()).isZero();
        double[] cubed = Arrays.stream(x).map(v -> v * v * v).toArray();
        assertThat(PermutationEntropy.of(cubed, 3, 1)).isEqualTo(PermutationEntropy.of(x, 3, 1));
        double[] white = Series.byRegion(Planted.noise(20_000, 1, Address.of(85)), 1)[0];
        assertThat(PermutationEntropy.of(white, 4, 1).normalised()).isBetween(0.998, 1.0);
        assertThat(PermutationEntropy.of(new double[9], 3, 2).nats()).isZero();
        assertThatThrownBy(() -> PermutationEntropy.of(new double[4], 3, 2)).hasMessageContaining("4 samples");
    }

    /** AR(1) with phi = 0.8: rho_k = 0.8^k, integrated time (1 + phi)/(1 - phi) = 9; 20 000 samples, standard errors 0.005 and 0.5. */
    @Test
    void autocorrelationOfAnAutoregressiveProcess() {
        double[] x = autoregressive(20_000, t -> 0.8, Address.of(86));
        Autocorrelation acf = Autocorrelation.of(x, 400);
        assertThat(acf.at(0)).isEqualTo(1);
        assertThat(acf.at(1)).isCloseTo(0.8, within(0.02));
        assertThat(acf.integrated().samples()).isCloseTo(9, within(2.0));
        assertThat(acf.integrated().converged()).isTrue();
        assertThat(acf.decay()).isEqualTo(Measurement.of(5)); // 0.8^4 = 0.41, 0.8^5 = 0.33
        double[] back = new double[x.length];
        Arrays.setAll(back, t -> x[x.length - 1 - t]);
        assertThat(Autocorrelation.of(back, 400).at(7)).isCloseTo(acf.at(7), within(1e-12));
        assertThatThrownBy(() -> Autocorrelation.of(new double[9], 2)).hasMessageContaining("not constant");
    }

    private static double[] autoregressive(int n, java.util.function.IntToDoubleFunction phi, Address address) {
        Draws draws = address.draws();
        double[] x = new double[n];
        for (int t = 1; t < n; t++) {
            x[t] = phi.applyAsDouble(t) * x[t - 1] + draws.gaussian();
        }
        return x;
    }

    /** phi rises from 0.2 to 0.95: lag-1 correlation and variance rise beyond phase-randomised series; a constant phi does not. */
    @Test
    void criticalSlowingIsSeenWhereItWasPlantedAndNotElsewhere() {
        double[] rising = autoregressive(1000, t -> 0.2 + 0.75 * t / 1000, Address.of(87));
        double[] steady = autoregressive(1000, t -> 0.6, Address.of(88));
        for (CriticalSlowing.Sign sign :
                new CriticalSlowing.Sign[] {CriticalSlowing.Sign.LAG_1, CriticalSlowing.Sign.VARIANCE}) {
            Measure<double[][]> trend = CriticalSlowing.measure(sign, 250, 25, 100);
            Against warned = Against.of(trend, new PhaseRandomised(), column(rising), 99, Address.of(89));
            assertThat(warned.value().orElseThrow()).isGreaterThan(0.8);
            assertThat(warned.p().orElseThrow()).isLessThanOrEqualTo(0.05);
            Against quiet = Against.of(trend, new PhaseRandomised(), column(steady), 99, Address.of(90));
            assertThat(quiet.p().orElseThrow()).isGreaterThan(0.05); // one of 20 such series would fail
        }
    }

    private static double[][] column(double[] x) {
        return Arrays.stream(x).mapToObj(v -> new double[] {v}).toArray(double[][]::new);
    }

    /** A drift is no warning: it is taken off. Constant and short series say so. */
    @Test
    void detrendingRemovesADriftAndEdgesAreUndefined() {
        double[] x = new double[200];
        Arrays.setAll(x, t -> 3 + 0.01 * t);
        double[] rest = CriticalSlowing.detrended(x, 10);
        for (int t = 40; t < 160; t++) {
            assertThat(rest[t]).isCloseTo(0, within(1e-12));
        }
        CriticalSlowing constant = CriticalSlowing.of(new double[100], 50, 5, 0);
        assertThat(constant.lag1()[0]).isEqualTo(Measurement.undefined("the index is constant in window 0"));
        assertThat(constant.trend(CriticalSlowing.Sign.VARIANCE).isDefined()).isFalse();
        CriticalSlowing few = CriticalSlowing.of(x, 100, 60, 0);
        assertThat(few.trend(CriticalSlowing.Sign.LAG_1))
                .isEqualTo(Measurement.undefined("2 windows are too few for a trend"));
        assertThatThrownBy(() -> CriticalSlowing.of(x, 300, 1, 0)).hasMessageContaining("window is 300");
    }

    /** An exponential return with time constant tau is half way back after tau ln 2. */
    @Test
    void recoveryHalfTimeOfAnExponentialReturn() {
        double[][] quiet = Planted.noise(400, 2, Address.of(91));
        double[][] pushed = new double[400][2];
        for (int t = 0; t < 400; t++) {
            for (int i = 0; i < 2; i++) {
                pushed[t][i] = quiet[t][i] + (t < 20 ? 1 : StrictMath.exp(-(t - 20) / 50.0));
            }
        }
        RecoveryTime recovery = RecoveryTime.of(pushed, quiet, 20, 100);
        // 50 ln 2 = 34.66: the first sample at or below half is 35.
        assertThat(recovery.halfTimeS().orElseThrow()).isCloseTo(3.5, within(1e-12));
        assertThat(recovery.peak()).isCloseTo(1, within(1e-12));
        assertThat(RecoveryTime.of(quiet, quiet, 20, 100).halfTimeS())
                .isEqualTo(Measurement.undefined("the push changed nothing"));
        for (double[] row : pushed) {
            row[0] += 5;
        }
        assertThat(RecoveryTime.of(pushed, quiet, 20, 100).halfTimeS().isDefined())
                .isFalse();
    }

    /** A response that differs between regions and times is more complex than the same in all; silence is undefined. */
    @Test
    void pulseSpread() {
        double[][] baseline = Planted.noise(1000, 10, Address.of(92));
        double[][] silent = new double[100][10];
        PulseSpread none = PulseSpread.of(silent, baseline, PulseSpread.USUAL_LEVEL);
        assertThat(none.share()).isZero();
        assertThat(none.complexity()).isEqualTo(Measurement.undefined("no region responds"));
        double[][] same = new double[100][10];
        double[][] rich = new double[100][10];
        Draws draws = Address.of(93).draws();
        for (int t = 0; t < 100; t++) {
            for (int i = 0; i < 10; i++) {
                same[t][i] = t < 50 ? 9 : 0;
                rich[t][i] = draws.uniform() < 0.5 ? 9 : 0;
            }
        }
        PulseSpread uniform = PulseSpread.of(same, baseline, PulseSpread.USUAL_LEVEL);
        PulseSpread complex = PulseSpread.of(rich, baseline, PulseSpread.USUAL_LEVEL);
        assertThat(uniform.share()).isEqualTo(1);
        assertThat(uniform.active()).isEqualTo(0.5);
        assertThat(uniform.complexity().orElseThrow()).isLessThan(0.05);
        assertThat(complex.complexity().orElseThrow()).isBetween(0.85, 1.2);
        // Without a pulse, 1 % of the samples exceed their own threshold.
        assertThat(PulseSpread.of(baseline, baseline, 0.01).active()).isCloseTo(0.01, within(1e-3));
    }
}
