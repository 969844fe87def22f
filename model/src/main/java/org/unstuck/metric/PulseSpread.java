package org.unstuck.metric;

import java.util.Arrays;

/**
 * How far, and in how many ways, a pulse spreads: an index <b>like</b> the perturbational complexity index (Casali et al. 2013, Sci. Transl.
 * Med. 5, 198ra105), not that index: no skull, no sources, no trials. Do not compare it with the PCI of patients (0.44-0.67 awake).
 *
 * <pre>
 *   S_i(t) = 1 where |response_i(t)| exceeds, in region i, every value of |baseline| but a share of level
 *   complexity = c log2(L) / (L H)   c: LZ76 components of S read sample by sample, L = regions x samples, H entropy of the share of ones
 * </pre>
 *
 * <p>A silent or a uniform response has little complexity, a response that differs between regions and times has much.
 *
 * @param share share of regions that respond at least once, 0..1
 * @param active share of ones in S, 0..1
 * @param complexity PCI-like, about 0..1; undefined if S has only zeros or only ones
 */
public record PulseSpread(double share, double active, Measurement complexity) {

    /** The usual share of baseline values that may exceed the threshold. */
    public static final double USUAL_LEVEL = 0.01;

    /**
     * Reads a response. Responses and baseline are differences, as pushed minus quiet run, or trial mean minus its prestimulus mean.
     *
     * @param response {@code response[sample][region]} after the pulse
     * @param baseline {@code baseline[sample][region]} without a pulse: how large differences are by chance
     * @param level share of the baseline above the threshold, 0 (none) .. below 1; {@link #USUAL_LEVEL}
     */
    public static PulseSpread of(double[][] response, double[][] baseline, double level) {
        double[][] x = Series.byRegion(response, 1);
        double[][] b = Series.byRegion(baseline, 1);
        if (x.length != b.length || !(level >= 0 && level < 1)) {
            throw new IllegalArgumentException("response has " + x.length + " and baseline " + b.length
                    + " regions and level is " + level + ", they must agree and the level be 0 to below 1. "
                    + "Maybe the level is in percent.");
        }
        int samples = response.length;
        int[] ones = new int[samples * x.length];
        int regions = 0;
        int sum = 0;
        for (int i = 0; i < x.length; i++) {
            double threshold =
                    Sample.of(Arrays.stream(b[i]).map(Math::abs).toArray()).quantile(1 - level);
            boolean responds = false;
            for (int t = 0; t < samples; t++) {
                boolean above = Math.abs(x[i][t]) > threshold;
                ones[t * x.length + i] = above ? 1 : 0;
                sum += above ? 1 : 0;
                responds |= above;
            }
            regions += responds ? 1 : 0;
        }
        double active = (double) sum / ones.length;
        return new PulseSpread((double) regions / x.length, active, complexity(ones, active));
    }

    private static Measurement complexity(int[] ones, double p) {
        if (p == 0 || p == 1) {
            return Measurement.undefined(p == 0 ? "no region responds" : "every region responds all the time");
        }
        double entropy = -(p * StrictMath.log(p) + (1 - p) * StrictMath.log(1 - p)) / StrictMath.log(2);
        return Measurement.of(LempelZiv.normalised(LempelZiv.components(ones), ones.length) / entropy);
    }
}
