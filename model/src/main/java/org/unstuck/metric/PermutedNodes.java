package org.unstuck.metric;

import org.unstuck.noise.Address;

/**
 * The regions of every layer in a random order of its own: the nodal null of Bassett et al. 2011 (doi:10.1073/pnas.1018985108), in which
 * the coupling ties a region to an arbitrary one of the next layer. Keeps every layer up to names; destroys who is who over
 * time. Its flexibility is near the largest that these layers allow.
 */
public record PermutedNodes() implements Surrogate<Layers> {

    @Override
    public Source<Layers> of(Layers layers) {
        return address -> permuted(layers, address);
    }

    private static Layers permuted(Layers layers, Address address) {
        int n = layers.nodes();
        double[][][] weights = new double[layers.count()][n][n];
        int[] order = new int[n];
        for (int s = 0; s < weights.length; s++) {
            for (int i = 0; i < n; i++) {
                order[i] = i;
            }
            address.with("layer", s).draws().shuffle(order);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    weights[s][i][j] = layers.weights()[s][order[i]][order[j]];
                }
            }
        }
        return new Layers(weights);
    }
}
