package org.unstuck.metric;

/**
 * The analytic signal of a real series, x + i H(x), by the discrete Hilbert transform (Marple 1999, IEEE Trans. Signal
 * Process. 47, 2600): negative frequencies vanish, positive ones double, mean and Nyquist stay. Any length; the numbers of
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
        double[] im = x.clone();
        hilbert(im, new double[x.length], new Fourier(x.length));
        return new AnalyticSignal(x.clone(), im);
    }

    /**
     * Replaces two real series by their Hilbert transforms, with one complex transform: H(a + i b) = H(a) + i H(b). H turns
     * positive frequencies by -i, negative ones by i, and removes the mean and the Nyquist component.
     */
    static void hilbert(double[] a, double[] b, Fourier fourier) {
        int n = a.length;
        fourier.forward(a, b);
        for (int k = 0; k < n; k++) {
            int sign = k == 0 || 2 * k == n ? 0 : 2 * k < n ? 1 : -1;
            double re = a[k];
            a[k] = sign * b[k];
            b[k] = -sign * re;
        }
        fourier.inverse(a, b);
    }
}
