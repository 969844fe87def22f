package org.unstuck.metric;

import org.unstuck.noise.Address;

/**
 * A number that is read from data of type {@code D} (series {@code values[sample][region]}, {@link Layers}, ...).
 *
 * <p>Measures that need no chance ignore the address: {@code (values, address) -> Metastability.of(values).metastability()}.
 *
 * @param <D> the data
 */
@FunctionalInterface
public interface Measure<D> {

    /**
     * Measures.
     *
     * @param data not modified
     * @param address the stream for measures that search with random restarts; the same address gives the same number
     */
    Measurement of(D data, Address address);
}
