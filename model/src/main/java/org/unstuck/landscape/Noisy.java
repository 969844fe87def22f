package org.unstuck.landscape;

/**
 * A field with additive white noise, dx_i = f_i(x) dt + amplitude_i dW_i, every W_i its own Wiener process.
 *
 * @param field the equations
 * @param amplitude {@code amplitude[coordinate]}, unit of the coordinate per square root of time; 0 for none
 * @param observed number of leading coordinates that make up the state; what follows is coloured noise with equations of its
 *     own
 */
public record Noisy(VectorField field, double[] amplitude, int observed) {

    public Noisy {
        amplitude = amplitude.clone();
    }

    /** The same noise on every coordinate of {@code field}. */
    public static Noisy white(VectorField field, double amplitude) {
        double[] all = new double[field.dimension()];
        java.util.Arrays.fill(all, amplitude);
        return new Noisy(field, all, all.length);
    }
}
