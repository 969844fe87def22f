package org.unstuck.metric;

/** Hilbert phases as points on the unit circle, which need no angle. */
final class Phasors {

    private Phasors() {}

    /**
     * cos and sin of the Hilbert phase of every mean-free series: {@code [0: cos, 1: sin][region][sample]}. Where the analytic
     * signal is 0 the phase counts as 0.
     *
     * @param x {@code x[region][sample]}, not modified
     */
    static double[][][] of(double[][] x) {
        int n = x.length;
        int samples = x[0].length;
        double[][] re = new double[n][];
        double[][] im = new double[n][];
        for (int i = 0; i < n; i++) {
            re[i] = centred(x[i]);
            im[i] = re[i].clone();
        }
        Fourier fourier = new Fourier(samples);
        for (int i = 0; i < n; i += 2) {
            AnalyticSignal.hilbert(im[i], i + 1 < n ? im[i + 1] : new double[samples], fourier);
        }
        for (int i = 0; i < n; i++) {
            for (int t = 0; t < samples; t++) {
                double length = Math.sqrt(re[i][t] * re[i][t] + im[i][t] * im[i][t]);
                re[i][t] = length > 0 ? re[i][t] / length : 1;
                im[i][t] = length > 0 ? im[i][t] / length : 0;
            }
        }
        return new double[][][] {re, im};
    }

    private static double[] centred(double[] x) {
        double mean = 0;
        for (double v : x) {
            mean += v / x.length;
        }
        double[] centred = x.clone();
        for (int t = 0; t < x.length; t++) {
            centred[t] -= mean;
        }
        return centred;
    }
}
