package org.unstuck.metric;

import java.util.Arrays;

/**
 * The role of a node among modules (Guimera and Amaral 2005, Nature 433, 895-900):
 *
 * <pre>
 *   P_i = 1 - sum_m (k_im / k_i)^2        k_im: strength of i towards module m;  0: all in one module
 *   z_i = (k_i,own - mean) / sd           over the nodes of the own module, sd with divisor n
 * </pre>
 *
 * @param participation {@code participation[node]}, 0 .. 1 - 1/modules; undefined for a node without links
 * @param withinModuleZ {@code withinModuleZ[node]}; undefined where the module's nodes are all equal (in a module of one, say)
 */
public record ParticipationCoefficient(Measurement[] participation, Measurement[] withinModuleZ) {

    /**
     * Reads a graph with modules. Cost: nodes^2.
     *
     * @param graph weights &gt;= 0
     * @param module {@code module[node]}, any numbers
     */
    public static ParticipationCoefficient of(Graph graph, int[] module) {
        int n = graph.nodes();
        if (module.length != n) {
            throw new IllegalArgumentException(
                    "module has " + module.length + " nodes, the graph has " + n + ". Maybe a region has no module.");
        }
        int[] names = Arrays.stream(module).sorted().distinct().toArray();
        double[] strength = graph.strength();
        double[] own = new double[n];
        Measurement[] participation = new Measurement[n];
        for (int i = 0; i < n; i++) {
            double[] towards = new double[names.length];
            for (int j = 0; j < n; j++) {
                towards[Arrays.binarySearch(names, module[j])] += graph.weights()[i][j];
            }
            own[i] = towards[Arrays.binarySearch(names, module[i])];
            double squares = 0;
            for (double k : towards) {
                squares += strength[i] > 0 ? (k / strength[i]) * (k / strength[i]) : 0;
            }
            participation[i] =
                    strength[i] > 0 ? Measurement.of(1 - squares) : Measurement.undefined("node " + i + " has no link");
        }
        return new ParticipationCoefficient(participation, standardised(own, module));
    }

    private static Measurement[] standardised(double[] own, int[] module) {
        Measurement[] z = new Measurement[own.length];
        for (int i = 0; i < z.length; i++) {
            int mine = module[i];
            double[] members = java.util.stream.IntStream.range(0, own.length)
                    .filter(j -> module[j] == mine)
                    .mapToDouble(j -> own[j])
                    .toArray();
            Sample sample = Sample.of(members);
            z[i] = Series.isConstant(members, 0, members.length)
                    ? Measurement.undefined("all nodes of the module have the same strength in it")
                    : Measurement.of((own[i] - sample.mean()) / sample.sd(0));
        }
        return z;
    }
}
