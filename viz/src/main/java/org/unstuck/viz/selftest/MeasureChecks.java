package org.unstuck.viz.selftest;

import java.util.List;
import org.unstuck.metric.ConnectivityDynamics;
import org.unstuck.metric.FunctionalConnectivity;
import org.unstuck.metric.Layers;
import org.unstuck.metric.LempelZiv;
import org.unstuck.metric.Metastability;
import org.unstuck.metric.MultilayerModularity;
import org.unstuck.noise.Address;

/** Measures against values computed from their definitions elsewhere, and against proven optima. */
final class MeasureChecks {

    private static final String AREA = "Measures";
    private static final String NUMPY = "the definition in NumPy";
    private static final int STARTS = 20;
    private static final int SEEDS = 3;

    /** Every partition of these was enumerated. */
    private record Tiny(String name, int nodes, int layers, double gamma, double omega, double best) {}

    private static final List<Tiny> TINY = List.of(
            new Tiny("TINY_4x3_a", 4, 3, 1, 0.1, 0.15277280807914473),
            new Tiny("TINY_5x2_a", 5, 2, 1, 1, 0.41997396161437983),
            new Tiny("TINY_6x2_b", 6, 2, 1.3, 0.1, 0.12599431835446506));

    private MeasureChecks() {}

    static List<Check> all() {
        return List.of(
                new Check(AREA, "functional connectivity", NUMPY, MeasureChecks::connectivity),
                new Check(AREA, "connectivity dynamics (FCD)", NUMPY, MeasureChecks::dynamics),
                new Check(AREA, "metastability of phases", "whole periods: exact", MeasureChecks::metastability),
                new Check(AREA, "Lempel-Ziv complexity", "counts of Lempel and Ziv 1976", MeasureChecks::complexity),
                new Check(
                        AREA,
                        "multilayer modularity",
                        "proven optima: all partitions enumerated",
                        MeasureChecks::modularity));
    }

    private static void connectivity(Score score) {
        compare(
                FunctionalConnectivity.of(Reference.table("SER_block_series")).matrix(),
                Reference.matrix("SER_block_fc"),
                score);
    }

    private static void dynamics(Score score) {
        compare(
                ConnectivityDynamics.of(Reference.table("SER_block_series"), 60, 20)
                        .r(),
                Reference.matrix("SER_block_fcd"),
                score);
    }

    private static void compare(double[][] actual, double[][] expected, Score score) {
        for (int i = 0; i < expected.length; i++) {
            for (int j = 0; j < expected[i].length; j++) {
                score.add(actual[i][j], expected[i][j], 1e-8, 1e-10, "[" + i + "][" + j + "]");
            }
        }
    }

    private static void metastability(Score score) {
        Metastability of = Metastability.of(Reference.table("PH_two_series"));
        score.add(of.metastability().orElseThrow(), 0.30776256369146704, 1e-9, 1e-10, "metastability");
        score.add(of.synchrony().orElseThrow(), 0.6366177851663083, 1e-9, 1e-10, "mean order");
    }

    private static void complexity(Score score) {
        for (String[] row : Reference.rows("LZ76")) {
            int components =
                    LempelZiv.components(row[0].chars().map(c -> c - '0').toArray());
            score.add(components, Integer.parseInt(row[1]), 0, 0, row[0]);
        }
    }

    private static void modularity(Score score) {
        for (Tiny t : TINY) {
            double[][][] w = new double[t.layers()][t.nodes()][t.nodes()];
            for (double[] row : Reference.table(t.name())) {
                w[(int) row[0]][(int) row[1]][(int) row[2]] = row[3];
                w[(int) row[0]][(int) row[2]][(int) row[1]] = row[3];
            }
            MultilayerModularity q = new MultilayerModularity(new Layers(w), t.gamma(), t.omega());
            for (int seed = 0; seed < SEEDS; seed++) {
                double found = q.search(STARTS, Address.of(seed)).best().quality();
                score.add(found, t.best(), 0, 1e-12, t.name() + " from seed " + seed);
            }
        }
    }
}
