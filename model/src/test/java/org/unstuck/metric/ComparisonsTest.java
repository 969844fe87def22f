package org.unstuck.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.unstuck.noise.Address;
import org.unstuck.noise.Draws;

/** Effect sizes, rank tests and distances; expected numbers by scipy 1.17 where nothing else is said. */
class ComparisonsTest {

    private static final double[] AFTER = {3.1, 4.7, 2.2, 5.9, 6.3, 4.4, 5.1, 3.8};
    private static final double[] BEFORE = {2.7, 4.9, 1.1, 4.2, 5.0, 4.1, 3.3, 3.9};
    private static final double[] A = {3.1, 4.7, 2.2, 5.9, 6.3, 4.4, 5.1, 3.8, 7.7, 8.1};
    private static final double[] B = {2.7, 4.9, 1.1, 4.2, 5.0, 4.1, 3.3, 3.95, 2.2};

    @Test
    void pairs() {
        PairedComparison p = PairedComparison.of(AFTER, BEFORE, Address.of(1));
        assertThat(p.pairs()).isEqualTo(8);
        assertThat(p.hedgesG().orElseThrow()).isCloseTo(0.8860708788178203, within(1e-12));
        assertThat(p.cliffsDelta()).isEqualTo(Measurement.of(0.5)); // 6 rise, 2 fall
        assertThat(p.wilcoxonP().orElseThrow()).isCloseTo(0.0390625, within(1e-12)); // exact
        // All 256 signs give 10/256; 9 999 random ones scatter by 0.002.
        assertThat(p.signFlipP().orElseThrow()).isCloseTo(0.0390625, within(0.008));
        assertThat(p.difference().low().orElseThrow()).isPositive();
    }

    /** Turning the sign turns the effect and leaves p; scaling changes neither; equal values are undefined, not p = 1. */
    @Test
    void pairsInvariances() {
        PairedComparison p = PairedComparison.of(AFTER, BEFORE, Address.of(1));
        PairedComparison turned = PairedComparison.of(BEFORE, AFTER, Address.of(1));
        assertThat(turned.hedgesG().orElseThrow()).isCloseTo(-p.hedgesG().orElseThrow(), within(1e-12));
        assertThat(turned.signFlipP()).isEqualTo(p.signFlipP());
        assertThat(turned.wilcoxonP().orElseThrow()).isCloseTo(p.wilcoxonP().orElseThrow(), within(1e-12));
        double[] after = Arrays.stream(AFTER).map(x -> 8 * x).toArray();
        double[] before = Arrays.stream(BEFORE).map(x -> 8 * x).toArray();
        assertThat(PairedComparison.of(after, before, Address.of(1)).signFlipP())
                .isEqualTo(p.signFlipP());
        PairedComparison same = PairedComparison.of(AFTER, AFTER, Address.of(1));
        assertThat(same.signFlipP().isDefined()).isFalse();
        assertThat(same.wilcoxonP().isDefined()).isFalse();
        assertThat(same.hedgesG().isDefined()).isFalse();
        assertThat(PairedComparison.of(new double[] {1}, new double[] {2}, Address.of(1))
                        .hedgesG()
                        .isDefined())
                .isFalse();
    }

    /** Under no difference p &lt;= 0.05 in about 5 % of 400 comparisons (binomial: outside 4..42 with probability below 1e-4). */
    @Test
    void signFlipHoldsItsLevel() {
        int small = 0;
        for (int k = 0; k < 400; k++) {
            Draws draws = Address.of(2).with(k).draws();
            double[] d = new double[12];
            Arrays.setAll(d, i -> draws.gaussian());
            PairedComparison p =
                    PairedComparison.of(d, new double[12], Address.of(3).with(k));
            small += p.signFlipP().orElseThrow() <= 0.05 ? 1 : 0;
        }
        assertThat(small).isBetween(4, 42);
    }

    @Test
    void groups() {
        GroupComparison g = GroupComparison.of(A, B, Address.of(1));
        assertThat(g.hedgesG().orElseThrow()).isCloseTo(0.9500412457692211, within(1e-12));
        assertThat(g.cliffsDelta().orElseThrow()).isCloseTo(0.5, within(1e-12));
        // scipy, asymptotic without continuity correction but with the one tie: 0.06607.
        assertThat(g.mannWhitneyP().orElseThrow()).isCloseTo(0.06607, within(2e-4));
        assertThat(g.low().orElseThrow()).isLessThan(g.difference().orElseThrow());
        assertThat(g.high().orElseThrow()).isGreaterThan(g.difference().orElseThrow());
        GroupComparison turned = GroupComparison.of(B, A, Address.of(1));
        assertThat(turned.cliffsDelta().orElseThrow()).isCloseTo(-0.5, within(1e-12));
        assertThat(GroupComparison.of(A, new double[] {1}, Address.of(1))
                        .mannWhitneyP()
                        .isDefined())
                .isFalse();
    }

    @Test
    void distances() {
        assertThat(DistributionDistance.kolmogorovSmirnov(A, B).orElseThrow()).isCloseTo(0.5, within(1e-12));
        assertThat(DistributionDistance.wasserstein(A, B).orElseThrow()).isCloseTo(1.6355555555555557, within(1e-12));
        assertThat(DistributionDistance.wasserstein(B, A).orElseThrow()).isCloseTo(1.6355555555555557, within(1e-12));
        assertThat(DistributionDistance.wasserstein(A, A)).isEqualTo(Measurement.of(0));
        assertThat(DistributionDistance.kolmogorovSmirnov(A, A)).isEqualTo(Measurement.of(0));
        double[] shifted = Arrays.stream(A).map(x -> x + 2).toArray();
        assertThat(DistributionDistance.wasserstein(A, shifted).orElseThrow()).isCloseTo(2, within(1e-12));
        assertThat(DistributionDistance.kolmogorovSmirnov(A, new double[0]).isDefined())
                .isFalse();
        assertThatThrownBy(() -> DistributionDistance.wasserstein(A, new double[] {Double.NaN}))
                .hasMessageContaining("not finite");
    }

    /** FCD: scaling a region changes nothing, relabelling regions changes nothing, time reversal turns the matrix. */
    @Test
    void connectivityDynamicsInvariances() {
        double[][] values = Planted.noise(300, 6, Address.of(4));
        double[][] r = ConnectivityDynamics.of(values, 50, 25).r();
        double[][] turned = Arrays.stream(values)
                .map(v -> new double[] {v[3], 7 * v[0] + 2, v[5], v[1], v[2], v[4]})
                .toArray(double[][]::new);
        Reference.assertClose(ConnectivityDynamics.of(turned, 50, 25).r(), r, 0, 1e-12);
        double[][] back = new double[300][];
        Arrays.setAll(back, t -> values[299 - t]);
        double[][] reversed = ConnectivityDynamics.of(back, 50, 25).r();
        for (int k = 0; k < r.length; k++) {
            for (int l = 0; l < r.length; l++) {
                assertThat(reversed[r.length - 1 - k][r.length - 1 - l]).isCloseTo(r[k][l], within(1e-12));
            }
        }
        assertThat(r).hasNumberOfRows(11);
    }

    /** Connectivity that alternates between two patterns gives an FCD with two levels; planted, far above a static network. */
    @Test
    void connectivityDynamicsSeesRecurringPatterns() {
        Draws draws = Address.of(5).draws();
        double[][] values = new double[800][6];
        for (int t = 0; t < 800; t++) {
            double a = draws.gaussian();
            double b = draws.gaussian();
            for (int i = 0; i < 6; i++) {
                boolean first = (t / 100) % 2 == 0 ? i < 3 : i % 2 == 0;
                values[t][i] = (first ? a : b) + 0.5 * draws.gaussian();
            }
        }
        ConnectivityDynamics fcd = ConnectivityDynamics.of(values, 100, 100);
        assertThat(fcd.r()[0][2]).isGreaterThan(0.9);
        assertThat(fcd.r()[0][1]).isLessThan(0.3);
        assertThat(fcd.variance().orElseThrow()).isGreaterThan(0.1);
    }

    @Test
    void connectivityDynamicsSaysWhatIsUndefined() {
        double[][] values = Planted.noise(100, 4, Address.of(6));
        assertThat(ConnectivityDynamics.of(values, 80, 30).mean().isDefined()).isFalse();
        assertThat(ConnectivityDynamics.of(Planted.noise(100, 2, Address.of(6)), 20, 20)
                        .mean())
                .isEqualTo(Measurement.undefined("2 regions have fewer than 2 pairs to correlate"));
        for (int t = 20; t < 40; t++) {
            values[t][2] = 1;
        }
        assertThat(ConnectivityDynamics.of(values, 20, 20).mean())
                .isEqualTo(Measurement.undefined("region 2 is constant in window 1"));
        assertThat(ConnectivityDynamics.of(values, 20, 20).distribution()).isEmpty();
    }

    @Test
    void partialCorrelationRemovesACommonCauseAndSaysWhatIsUndefined() {
        Draws draws = Address.of(7).draws();
        double[][] values = new double[4000][3];
        for (double[] row : values) {
            row[0] = draws.gaussian();
            row[1] = row[0] + draws.gaussian();
            row[2] = row[0] + draws.gaussian();
        }
        assertThat(FunctionalConnectivity.of(values).between(1, 2).orElseThrow())
                .isCloseTo(0.5, within(0.06));
        // Standard error 1/sqrt(4000) = 0.016.
        assertThat(PartialCorrelation.of(values).between(1, 2).orElseThrow()).isCloseTo(0, within(0.07));
        for (double[] row : values) {
            row[2] = row[0] - row[1];
        }
        assertThat(PartialCorrelation.of(values).obstacle())
                .hasValueSatisfying(why -> assertThat(why).contains("linear combination"));
        assertThat(PartialCorrelation.of(Planted.noise(3, 3, Address.of(1))).between(0, 1))
                .isEqualTo(Measurement.undefined("3 samples are not more than 3 regions"));
        assertThat(PartialCorrelation.of(new double[9][2]).obstacle()).hasValue("region 0 is constant");
        assertThatThrownBy(() -> PartialCorrelation.of(new double[9][2]).matrix())
                .hasMessageContaining("constant");
    }

    @Test
    void graphsAtTheEdge() {
        Graph empty = new Graph(new double[3][3]);
        assertThat(empty.density()).isEqualTo(Measurement.of(0));
        assertThat(empty.assortativity().isDefined()).isFalse();
        assertThat(ShortestPaths.of(empty).efficiency()).isEqualTo(Measurement.of(0));
        assertThat(ShortestPaths.of(empty).meanLength().isDefined()).isFalse();
        assertThat(Clustering.of(empty).transitivity().isDefined()).isFalse();
        assertThat(ParticipationCoefficient.of(empty, new int[3]).participation()[0])
                .isEqualTo(Measurement.undefined("node 0 has no link"));
        // A node with equal links into 4 modules: 1 - 4/16.
        double[][] star = new double[5][5];
        for (int j = 1; j < 5; j++) {
            star[0][j] = star[j][0] = 2;
        }
        assertThat(ParticipationCoefficient.of(new Graph(star), new int[] {0, 0, 1, 2, 3})
                        .participation()[0])
                .isEqualTo(Measurement.of(0.75));
        star[0][1] = star[1][0] = -1;
        assertThatThrownBy(() -> new Graph(star)).hasMessageContaining("-1.0");
    }

    @Test
    void disagreementIsFlaggedWithItsReason() {
        Measurement none = Measurement.undefined("no");
        List<Disagreement.Change> changes = List.of(
                new Disagreement.Change("flexibility", Measurement.of(0.2), Measurement.of(0.4), 0.05, true),
                new Disagreement.Change("dwell", Measurement.of(2), Measurement.of(3), 0.1, false),
                new Disagreement.Change("metastability", Measurement.of(0.2), Measurement.of(0.21), 0.05, true),
                new Disagreement.Change("FCD", none, Measurement.of(1), 0, true));
        Disagreement d = Disagreement.of(changes);
        assertThat(d.flag()).isTrue();
        assertThat(d.up()).containsExactly("flexibility");
        assertThat(d.down()).containsExactly("dwell");
        assertThat(d.silent()).containsExactly("metastability", "FCD");
        assertThat(d.explanation()).startsWith("The measures disagree: more flexible by flexibility, less by dwell.");
        assertThat(Disagreement.of(changes.subList(0, 1)).explanation())
                .isEqualTo("All measures that change point to more flexibility: flexibility.");
        assertThat(Disagreement.of(List.of()).flag()).isFalse();
    }

    @Test
    void kMeansAtTheEdge() {
        double[][] three = {{0}, {0}, {5}, {5}, {9}};
        KMeans found = KMeans.of(three, 3, 5, Address.of(1));
        assertThat(found.inertia()).isZero();
        assertThat(found.labels()).containsExactly(0, 0, 1, 1, 2); // by size, then by place
        assertThatThrownBy(() -> KMeans.of(three, 4, 1, Address.of(1))).hasMessageContaining("3 different points");
    }
}
