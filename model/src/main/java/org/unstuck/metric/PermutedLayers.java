package org.unstuck.metric;

import org.unstuck.noise.Address;

/**
 * The layers in a uniformly random order: the temporal null of Bassett et al. 2011 (doi:10.1073/pnas.1018985108). Keeps every
 * layer, destroys what neighbouring layers share. Real brains are smoother in time, so this null usually has the higher
 * flexibility; overlapping windows make that difference by themselves.
 */
public record PermutedLayers() implements Surrogate<Layers> {

    @Override
    public Source<Layers> of(Layers layers) {
        return address -> permuted(layers, address);
    }

    private static Layers permuted(Layers layers, Address address) {
        int[] order = new int[layers.count()];
        for (int s = 0; s < order.length; s++) {
            order[s] = s;
        }
        address.draws().shuffle(order);
        double[][][] weights = new double[order.length][][];
        for (int s = 0; s < order.length; s++) {
            weights[s] = layers.weights()[order[s]];
        }
        return new Layers(weights);
    }
}
