package org.unstuck.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.unstuck.metric.Allegiance;
import org.unstuck.metric.BassettFlexibility;
import org.unstuck.metric.ConnectivityDynamics;
import org.unstuck.metric.FunctionalConnectivity;
import org.unstuck.metric.LabelAgreement;
import org.unstuck.metric.Layers;
import org.unstuck.metric.LempelZiv;
import org.unstuck.metric.MultilayerModularity;
import org.unstuck.metric.Partition;
import org.unstuck.metric.PermutationEntropy;
import org.unstuck.metric.RankCorrelation;
import org.unstuck.metric.StateSequence;
import org.unstuck.noise.Address;
import org.unstuck.noise.Draws;

/** What must hold for any series, partition or labels (metamorphic relations 13 to 16 of verification, and bounds). */
class MeasurePropertiesTest {

    private static final int REGIONS = 5;

    /** {@code community[layer][node]}. */
    @Provide
    Arbitrary<int[][]> partitions() {
        Arbitrary<int[]> layer =
                Arbitraries.integers().between(0, 3).array(int[].class).ofSize(6);
        return layer.array(int[][].class).ofMinSize(2).ofMaxSize(8);
    }

    private static double[][] series(long seed, int samples) {
        Draws draws = Address.of(seed).draws();
        double[][] x = new double[samples][REGIONS];
        double common = 0;
        for (double[] row : x) {
            common = 0.8 * common + draws.gaussian();
            for (int i = 0; i < REGIONS; i++) {
                row[i] = common * i / REGIONS + draws.gaussian();
            }
        }
        return x;
    }

    private static Layers layers(long seed, int nodes, int count) {
        Draws draws = Address.of(seed).with("layers").draws();
        double[][][] w = new double[count][nodes][nodes];
        for (double[][] layer : w) {
            for (int i = 0; i < nodes; i++) {
                for (int j = 0; j < i; j++) {
                    layer[i][j] = draws.uniform();
                    layer[j][i] = layer[i][j];
                }
            }
        }
        return new Layers(w);
    }

    /** 13. Connectivity does not see scale and shift; it is symmetric and in [-1, 1]. */
    @Property
    void connectivityIsBoundedAndAffine(
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0.01, max = 100) double scale,
            @ForAll @DoubleRange(min = -100, max = 100) double shift) {
        double[][] x = series(seed, 80);
        double[][] changed = new double[x.length][];
        for (int t = 0; t < x.length; t++) {
            changed[t] = Arrays.stream(x[t]).map(v -> scale * v + shift).toArray();
        }
        double[][] a = FunctionalConnectivity.of(x).matrix();
        double[][] b = FunctionalConnectivity.of(changed).matrix();
        for (int i = 0; i < REGIONS; i++) {
            for (int j = 0; j < REGIONS; j++) {
                assertThat(a[i][j]).isBetween(-1.0, 1.0).isEqualTo(a[j][i]);
                assertThat(b[i][j]).isCloseTo(a[i][j], within(1e-9));
            }
        }
    }

    /** Ranks do not see any growing function. */
    @Property
    void rankCorrelationSeesOrderOnly(@ForAll long seed) {
        double[][] x = series(seed, 60);
        double[][] cubed = new double[x.length][];
        for (int t = 0; t < x.length; t++) {
            cubed[t] = Arrays.stream(x[t]).map(v -> v * v * v).toArray();
        }
        assertThat(RankCorrelation.of(cubed).matrix())
                .isDeepEqualTo(RankCorrelation.of(x).matrix());
    }

    /** 14. Names of communities mean nothing; 0 <= flexibility <= 1. */
    @Property
    void flexibilityDoesNotSeeNames(
            @ForAll("partitions") int[][] community, @ForAll @IntRange(min = 1, max = 3) int turn) {
        int[][] renamed = new int[community.length][];
        for (int s = 0; s < community.length; s++) {
            renamed[s] = Arrays.stream(community[s]).map(c -> (c + turn) % 4).toArray();
        }
        double mean = BassettFlexibility.of(community).mean().orElseThrow();
        assertThat(mean).isBetween(0.0, 1.0);
        assertThat(BassettFlexibility.of(renamed).mean().orElseThrow()).isEqualTo(mean);
        assertThat(LabelAgreement.of(community, renamed).adjustedRand()).isCloseTo(1, within(1e-12));
    }

    /** 16. A layer that is there twice adds no switch: the same number of switches in one more pair. */
    @Property
    void aDuplicatedLayerAddsNoSwitch(@ForAll("partitions") int[][] community) {
        int[][] longer = Arrays.copyOf(community, community.length + 1);
        longer[community.length] = community[community.length - 1].clone();
        double before = BassettFlexibility.of(community).mean().orElseThrow() * (community.length - 1);
        assertThat(BassettFlexibility.of(longer).mean().orElseThrow() * community.length)
                .isCloseTo(before, within(1e-12));
    }

    @Property
    void allegianceIsSymmetricAndAShare(@ForAll("partitions") int[][] community) {
        double[][] together = Allegiance.of(community).together();
        for (int i = 0; i < together.length; i++) {
            for (int j = 0; j < together.length; j++) {
                if (i != j) {
                    assertThat(together[i][j]).isBetween(0.0, 1.0).isEqualTo(together[j][i]);
                }
            }
        }
    }

    /** A search reports the quality that its partition has, never more than 1; 15. with a large omega nothing switches. */
    @Property(tries = 40)
    void searchesReportTheQualityTheyHave(@ForAll long seed, @ForAll @IntRange(min = 4, max = 9) int nodes) {
        MultilayerModularity q = new MultilayerModularity(layers(seed, nodes, 4), 1, 0.3);
        Partition best = q.search(3, Address.of(seed)).best();
        assertThat(q.quality(best.community())).isCloseTo(best.quality(), within(1e-12));
        assertThat(best.quality()).isLessThan(1);
        MultilayerModularity stiff = new MultilayerModularity(layers(seed, nodes, 4), 1, 1000);
        Partition still = stiff.search(3, Address.of(seed)).best();
        assertThat(BassettFlexibility.of(still.community()).mean().orElseThrow())
                .isZero();
    }

    @Property
    void entropiesAreShares(@ForAll long seed) {
        double[] x = new double[120];
        Draws draws = Address.of(seed).draws();
        for (int t = 0; t < x.length; t++) {
            x[t] = draws.gaussian();
        }
        PermutationEntropy entropy = PermutationEntropy.of(x, 3, 1);
        assertThat(entropy.normalised()).isBetween(0.0, 1.0 + 1e-12);
        double[] shifted = Arrays.stream(x).map(v -> 3 * v + 7).toArray();
        assertThat(PermutationEntropy.of(shifted, 3, 1).nats()).isEqualTo(entropy.nats());
    }

    /** Complexity grows with the sequence and does not see the names of symbols. */
    @Property
    void complexityGrows(@ForAll long seed, @ForAll @IntRange(min = 2, max = 60) int length) {
        Draws draws = Address.of(seed).draws();
        int[] sequence = new int[length];
        Arrays.setAll(sequence, t -> draws.below(3));
        int whole = LempelZiv.components(sequence);
        assertThat(whole).isBetween(1, length);
        assertThat(LempelZiv.components(Arrays.copyOf(sequence, length - 1))).isLessThanOrEqualTo(whole);
        assertThat(LempelZiv.components(Arrays.stream(sequence).map(c -> 2 - c).toArray()))
                .isEqualTo(whole);
    }

    @Property
    void occupanciesAreShares(@ForAll long seed) {
        Draws draws = Address.of(seed).draws();
        int[] labels = new int[200];
        Arrays.setAll(labels, t -> draws.below(4) - 1);
        StateSequence sequence = StateSequence.of(labels, 3, 10);
        assertThat(Arrays.stream(sequence.occupancy()).sum()).isCloseTo(1, within(1e-12));
        int counted = Arrays.stream(sequence.counts())
                .mapToInt(row -> Arrays.stream(row).sum())
                .sum();
        assertThat(counted).isEqualTo(labels.length - 1);
    }

    /** 13. Time backwards turns connectivity dynamics round, where windows fit. */
    @Property(tries = 50)
    void connectivityDynamicsBackwards(@ForAll long seed) {
        double[][] x = series(seed, 100);
        double[][] backwards = new double[x.length][];
        for (int t = 0; t < x.length; t++) {
            backwards[t] = x[x.length - 1 - t];
        }
        double[][] a = ConnectivityDynamics.of(x, 20, 10).r();
        double[][] b = ConnectivityDynamics.of(backwards, 20, 10).r();
        int n = a.length;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                assertThat(b[n - 1 - i][n - 1 - j]).isCloseTo(a[i][j], within(1e-9));
            }
        }
    }
}
