package org.unstuck.metric;

import org.unstuck.noise.Address;
import org.unstuck.noise.Draws;

/**
 * Multivariate phase randomisation (Prichard and Theiler 1994, Phys. Rev. Lett. 73, 951-954): every Fourier component is
 * turned by a random angle, <b>the same in all regions</b>. Keeps, exactly: the mean, power spectrum and autocorrelation of
 * every region, and the covariance and cross-spectrum of every pair. Destroys: any change of connectivity over time. So
 * it is the null of "stationary linear series"; what exceeds it is dynamic, nonlinear or not Gaussian.
 *
 * <p>The transform takes the recording as periodic; a jump between its end and its beginning leaks into the spectrum.
 * The mean and, with an even number of samples, the Nyquist component are kept as they are.
 */
public record PhaseRandomised() implements Surrogate<double[][]> {

    /** With fewer samples no component is free to turn (2) or a single one is (3). */
    private static final int FEWEST_SAMPLES = 4;

    /**
     * Prepares draws.
     *
     * @param values {@code values[sample][region]}, at least 4 samples, not modified. Cost per draw: one Fourier transform per
     *     two regions.
     */
    @Override
    public Source<double[][]> of(double[][] values) {
        return new Spectrum(Series.byRegion(values, FEWEST_SAMPLES), values.length);
    }

    /**
     * Transforms of the regions two by two: as both are turned by the same odd phases, region 2p can be the real and region
     * 2p + 1 the imaginary part of one complex series.
     */
    private static final class Spectrum implements Source<double[][]> {

        private final int samples;
        private final int regions;
        private final Fourier fourier;
        private final double[][] pairRe;
        private final double[][] pairIm;

        Spectrum(double[][] x, int samples) {
            this.samples = samples;
            regions = x.length;
            fourier = new Fourier(samples);
            int pairs = (regions + 1) / 2;
            pairRe = new double[pairs][];
            pairIm = new double[pairs][];
            for (int p = 0; p < pairs; p++) {
                pairRe[p] = x[2 * p];
                pairIm[p] = 2 * p + 1 < regions ? x[2 * p + 1] : new double[samples];
                fourier.forward(pairRe[p], pairIm[p]);
            }
        }

        @Override
        public double[][] draw(Address address) {
            Draws draws = address.draws();
            double[] cos = new double[samples];
            double[] sin = new double[samples];
            for (int k = 0; k < samples; k++) {
                cos[k] = 1;
            }
            for (int k = 1; 2 * k < samples; k++) {
                double angle = 2 * Math.PI * draws.uniform();
                cos[k] = cos[samples - k] = StrictMath.cos(angle);
                sin[k] = StrictMath.sin(angle);
                sin[samples - k] = -sin[k];
            }
            double[][] values = new double[samples][regions];
            double[] re = new double[samples];
            double[] im = new double[samples];
            for (int p = 0; p < pairRe.length; p++) {
                for (int k = 0; k < samples; k++) {
                    re[k] = pairRe[p][k] * cos[k] - pairIm[p][k] * sin[k];
                    im[k] = pairRe[p][k] * sin[k] + pairIm[p][k] * cos[k];
                }
                fourier.inverse(re, im);
                for (int t = 0; t < samples; t++) {
                    values[t][2 * p] = re[t];
                    if (2 * p + 1 < regions) {
                        values[t][2 * p + 1] = im[t];
                    }
                }
            }
            return values;
        }
    }
}
