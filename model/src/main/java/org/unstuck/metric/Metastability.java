package org.unstuck.metric;

/**
 * Synchrony and metastability: mean and standard deviation over time of the Kuramoto order parameter (Shanahan 2010, Chaos
 * 20, 013108; Deco, Kringelbach, Jirsa, Ritter 2017, Sci. Rep. 7, 3095).
 *
 * <pre>
 *   R(t) = | 1/N sum_j exp(i phi_j(t)) |,   phi_j = Hilbert phase of the mean-free series j
 *   synchrony = mean_t R,   metastability = sd_t R  (divisor: number of samples)
 * </pre>
 *
 * <p>Metastability depends on N (independent phases give about 0.46 / sqrt N), so it is compared with surrogates, not
 * between networks of different size. The phase means something only for band-limited signals; at both ends of a recording
 * it is distorted, which the cut is for.
 *
 * @param order {@code order[sample]} R(t) of the kept samples, 0..1; empty if undefined
 * @param synchrony mean of R
 * @param metastability standard deviation of R
 */
public record Metastability(double[] order, Measurement synchrony, Measurement metastability) {

    /** The usual share of samples left out at each end. */
    public static final double USUAL_CUT = 0.1;

    private static final double LARGEST_CUT = 0.5;

    /** All samples. */
    public static Metastability of(double[][] values) {
        return of(values, 0);
    }

    /**
     * With floor(cut x samples) samples left out at each end, after the transform.
     *
     * @param values {@code values[sample][region]}, not modified
     * @param cut share of the samples left out at each end, 0 &lt;= cut &lt; 0.5 ({@link #USUAL_CUT})
     * @return undefined with one region (R is 1 by definition) or a constant region (no phase)
     * @throws IllegalArgumentException if values are not finite, or cut is out of range
     */
    public static Metastability of(double[][] values, double cut) {
        if (!(cut >= 0 && cut < LARGEST_CUT)) {
            throw new IllegalArgumentException("cut is " + cut + ", the share left out at each end must be 0 <= cut < "
                    + LARGEST_CUT + ". Maybe 0.1.");
        }
        double[][] x = Series.byRegion(values, 2);
        if (x.length == 1) {
            return undefined("one region, whose order parameter is 1 by definition");
        }
        for (int i = 0; i < x.length; i++) {
            if (Series.isConstant(x[i], 0, values.length)) {
                return undefined("region " + i + " is constant and has no phase");
            }
            centre(x[i]);
        }
        double[] sumRe = new double[values.length];
        double[] sumIm = new double[values.length];
        Fourier fourier = new Fourier(values.length);
        for (int i = 0; i < x.length; i += 2) {
            boolean two = i + 1 < x.length;
            double[] a = x[i].clone();
            double[] b = two ? x[i + 1].clone() : new double[values.length];
            AnalyticSignal.hilbert(a, b, fourier);
            addPhase(x[i], a, sumRe, sumIm);
            if (two) {
                addPhase(x[i + 1], b, sumRe, sumIm);
            }
        }
        int from = (int) Math.floor(cut * values.length);
        double[] order = new double[values.length - 2 * from];
        for (int t = 0; t < order.length; t++) {
            double re = sumRe[from + t];
            double im = sumIm[from + t];
            order[t] = Math.sqrt(re * re + im * im) / x.length;
        }
        Sample sample = Sample.of(order);
        return new Metastability(order, Measurement.of(sample.mean()), Measurement.of(sample.sd(0)));
    }

    private static void centre(double[] x) {
        double mean = 0;
        for (double v : x) {
            mean += v / x.length;
        }
        for (int t = 0; t < x.length; t++) {
            x[t] -= mean;
        }
    }

    /** Adds exp(i phi(t)) = z / |z| of z = re + i im, which needs no angle; z = 0 counts as phase 0. */
    private static void addPhase(double[] re, double[] im, double[] sumRe, double[] sumIm) {
        for (int t = 0; t < re.length; t++) {
            double length = Math.sqrt(re[t] * re[t] + im[t] * im[t]);
            sumRe[t] += length > 0 ? re[t] / length : 1;
            sumIm[t] += length > 0 ? im[t] / length : 0;
        }
    }

    private static Metastability undefined(String reason) {
        return new Metastability(new double[0], Measurement.undefined(reason), Measurement.undefined(reason));
    }
}
