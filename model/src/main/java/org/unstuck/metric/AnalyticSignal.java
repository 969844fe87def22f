package org.unstuck.metric;

/**
 * The analytic signal of a real series, x + i H(x), by the discrete Hilbert transform (Marple 1999, IEEE Trans. Signal
 * Process. 47, 2600): negative frequencies set to 0, positive ones doubled, mean and Nyquist kept. Any length; the numbers of
 * {@code scipy.signal.hilbert}.
 *
 * @param re the series itself
 * @param im its Hilbert transform
 */
public record AnalyticSignal(double[] re, double[] im) {

    /** The analytic signal of {@code x} (at least one sample; not modified; the mean is not taken off). */
    public static AnalyticSignal of(double[] x) {
        if (x.length == 0) {
            throw new IllegalArgumentException("x has 0 samples, it needs at least 1. Maybe the recording is empty.");
        }
        return of(x.clone(), new Fourier(x.length));
    }

    /** The same with a plan for its length; {@code x} is overwritten. */
    static AnalyticSignal of(double[] x, Fourier fourier) {
        int n = x.length;
        double[] im = new double[n];
        fourier.forward(x, im);
        for (int k = 1; k < n; k++) {
            // k < n/2: positive frequency; k = n/2 (n even): Nyquist; else negative
            double factor = 2 * k < n ? 2 : 2 * k == n ? 1 : 0;
            x[k] *= factor;
            im[k] *= factor;
        }
        fourier.inverse(x, im);
        return new AnalyticSignal(x, im);
    }
}
