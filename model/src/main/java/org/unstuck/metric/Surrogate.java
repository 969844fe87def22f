package org.unstuck.metric;

import org.unstuck.noise.Address;

/**
 * A null hypothesis that can be drawn from: data that share stated properties with the given ones and are random otherwise.
 *
 * <p>For series {@code values[sample][region]}: {@link PhaseRandomised} (default: stationary, linear, same spectra and
 * cross-spectra) and {@link StaticGaussian} (same covariance, white in time). For {@link Layers}: {@link PermutedLayers}
 * (same layers, no order in time) and {@link PermutedNodes} (same layers, no identity of regions over time).
 *
 * @param <D> the data
 */
public sealed interface Surrogate<D>
        permits PhaseRandomised, StaticGaussian, PermutedLayers, PermutedNodes, Surrogate.Custom {

    /** What is common to all draws (a spectrum, a factorisation) is computed here, once. */
    Source<D> of(D data);

    /** Draws surrogates of one data set. Holds work arrays: not for several threads. */
    @FunctionalInterface
    interface Source<D> {
        /** The surrogate of this address. */
        D draw(Address address);
    }

    /** The door for null hypotheses of other projects. */
    non-sealed interface Custom<D> extends Surrogate<D> {}
}
