package org.unstuck.metric;

import java.util.Arrays;

/**
 * Flexibility against given modules, without a search (after Chinichian et al. 2023, Front. Neurosci. 17, 1025428, who count changes of
 * affiliation to a-priori modules; the rule of affiliation is ours): in every layer a region belongs to the module to which
 * its mean weight is highest, itself left out, the first of equals. Flexibility is the share of pairs of neighbouring layers in
 * which that changes.
 *
 * <p>Deterministic, cheap, and sound on 10 to 24 regions, where communities cannot be found reliably. It cannot see modules that are not
 * in the template.
 *
 * @param affiliation {@code affiliation[layer][node]}, index into the sorted module names
 * @param flexibility the changes
 */
public record TemplateFlexibility(int[][] affiliation, BassettFlexibility flexibility) {

    /**
     * Reads layers. Cost: layers x nodes^2.
     *
     * @param layers the network, signed or not
     * @param module {@code module[node]}, any numbers; at least 2 different ones
     */
    public static TemplateFlexibility of(Layers layers, int[] module) {
        int[] names = Arrays.stream(module).sorted().distinct().toArray();
        if (module.length != layers.nodes() || names.length < 2) {
            throw new IllegalArgumentException("module has " + module.length + " nodes in " + names.length
                    + " modules, it needs one of at least 2 modules for each of the " + layers.nodes()
                    + " nodes. Maybe a region has no module.");
        }
        int[] index =
                Arrays.stream(module).map(m -> Arrays.binarySearch(names, m)).toArray();
        int[][] affiliation = new int[layers.count()][];
        for (int s = 0; s < affiliation.length; s++) {
            affiliation[s] = affiliations(layers.weights()[s], index, names.length);
        }
        return new TemplateFlexibility(affiliation, BassettFlexibility.of(affiliation));
    }

    private static int[] affiliations(double[][] w, int[] module, int modules) {
        int[] affiliation = new int[w.length];
        for (int i = 0; i < w.length; i++) {
            double[] sum = new double[modules];
            int[] size = new int[modules];
            for (int j = 0; j < w.length; j++) {
                sum[module[j]] += w[i][j];
                size[module[j]] += i == j ? 0 : 1;
            }
            double highest = Double.NEGATIVE_INFINITY;
            for (int m = 0; m < modules; m++) {
                double mean = size[m] > 0 ? sum[m] / size[m] : Double.NEGATIVE_INFINITY;
                if (mean > highest) {
                    highest = mean;
                    affiliation[i] = m;
                }
            }
        }
        return affiliation;
    }
}
