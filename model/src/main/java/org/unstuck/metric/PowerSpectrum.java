package org.unstuck.metric;

/**
 * Power spectral density by Welch's method (Welch 1967, IEEE Trans. Audio Electroacoust. 15, 70-73): periodograms of segments
 * that overlap by half, each mean-free and under a periodic Hann window, averaged. One-sided density; the numbers of
 * {@code scipy.signal.welch} with its defaults.
 *
 * @param frequencyHz {@code frequencyHz[bin]}, 0 .. half the sampling rate
 * @param density {@code density[bin]}, unit^2 / Hz
 */
public record PowerSpectrum(double[] frequencyHz, double[] density) {

    /**
     * The spectrum of one series.
     *
     * @param x samples, not modified
     * @param samplingHz samples per second, &gt; 0
     * @param segment samples per segment, 2 .. length of x
     */
    public static PowerSpectrum of(double[] x, double samplingHz, int segment) {
        if (!(samplingHz > 0) || !Double.isFinite(samplingHz) || segment < 2 || segment > x.length) {
            throw new IllegalArgumentException("samplingHz is " + samplingHz + " and segment is " + segment + " of "
                    + x.length + " samples, the rate must be positive and the segment 2 to all samples. "
                    + "Maybe the series is too short.");
        }
        double[] window = new double[segment];
        double power = 0;
        for (int t = 0; t < segment; t++) {
            window[t] = HALF - HALF * StrictMath.cos(2 * Math.PI * t / segment);
            power += window[t] * window[t];
        }
        int bins = segment / 2 + 1;
        double[] density = new double[bins];
        Fourier fourier = new Fourier(segment);
        double[] re = new double[segment];
        double[] im = new double[segment];
        int hop = segment - segment / 2;
        int segments = (x.length - segment) / hop + 1;
        for (int s = 0; s < segments; s++) {
            double mean = 0;
            for (int t = 0; t < segment; t++) {
                mean += x[s * hop + t] / segment;
            }
            for (int t = 0; t < segment; t++) {
                re[t] = (x[s * hop + t] - mean) * window[t];
                im[t] = 0;
            }
            fourier.forward(re, im);
            for (int k = 0; k < bins; k++) {
                density[k] += (re[k] * re[k] + im[k] * im[k]) / segments;
            }
        }
        double[] frequency = new double[bins];
        for (int k = 0; k < bins; k++) {
            boolean single = k == 0 || 2 * k == segment;
            density[k] *= (single ? 1 : 2) / (samplingHz * power);
            frequency[k] = k * samplingHz / segment;
        }
        return new PowerSpectrum(frequency, density);
    }

    private static final double HALF = 0.5;

    /** The frequency of the highest density; the lowest of equals. */
    public double peakHz() {
        int best = 0;
        for (int k = 1; k < density.length; k++) {
            best = density[k] > density[best] ? k : best;
        }
        return frequencyHz[best];
    }

    /**
     * Spectral entropy, normalised to 0 (one line) .. 1 (flat): {@code -sum p ln p / ln bins}, p = density / its sum. Undefined for a
     * series without power.
     */
    public Measurement entropy() {
        double sum = 0;
        for (double d : density) {
            sum += d;
        }
        if (!(sum > 0)) {
            return Measurement.undefined("the series has no power");
        }
        double entropy = 0;
        for (double d : density) {
            double p = d / sum;
            entropy -= p > 0 ? p * StrictMath.log(p) : 0;
        }
        return Measurement.of(entropy / StrictMath.log(density.length));
    }
}
