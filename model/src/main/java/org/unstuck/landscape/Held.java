package org.unstuck.landscape;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.unstuck.integrate.Drift;

/**
 * A field in which some coordinates are held at given values: what is fast sees what is slow as a parameter (Rinzel 1987, "A formal
 * classification of bursting mechanisms"; cited as from general knowledge). Holding the adaptation of a network shows the states between
 * which it takes the network.
 */
public final class Held implements VectorField {

    private final VectorField whole;
    private final int[] free;
    private final double[] values;
    private final List<String> names;

    /**
     * Holds coordinates.
     *
     * @param whole all equations
     * @param values {@code values[coordinate]}, NaN for a coordinate that stays free
     */
    public Held(VectorField whole, double[] values) {
        this.whole = whole;
        this.values = values.clone();
        this.free = IntStream.range(0, values.length)
                .filter(i -> Double.isNaN(values[i]))
                .toArray();
        this.names = Arrays.stream(free).mapToObj(whole.names()::get).toList();
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public double step() {
        return whole.step();
    }

    @Override
    public Drift start(int points) {
        Drift drift = whole.start(points);
        double[][] y = new double[values.length][];
        double[][] dydt = new double[values.length][];
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                y[i] = new double[points];
                Arrays.fill(y[i], values[i]);
                dydt[i] = new double[points];
            }
        }
        return (t, x, dxdt) -> {
            for (int i = 0; i < free.length; i++) {
                y[free[i]] = x[i];
                dydt[free[i]] = dxdt[i];
            }
            drift.at(t, y, dydt);
        };
    }

    /** The free coordinates of {@code x}. */
    public double[] free(double[] x) {
        return Arrays.stream(free).mapToDouble(i -> x[i]).toArray();
    }

    /** The box of the free coordinates. */
    public Box free(Box box) {
        return new Box(free(box.low()), free(box.high()));
    }

    /** The same coordinates held in the field with noise; noise on them is off. */
    public Noisy noisy(Noisy whole) {
        double[] all = Arrays.copyOf(values, whole.field().dimension());
        Arrays.fill(all, values.length, all.length, Double.NaN);
        Held held = new Held(whole.field(), all);
        return new Noisy(held, held.free(whole.amplitude()), free.length);
    }
}
