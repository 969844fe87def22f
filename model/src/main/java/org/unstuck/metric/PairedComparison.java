package org.unstuck.metric;

import org.apache.commons.math3.stat.inference.WilcoxonSignedRankTest;
import org.unstuck.noise.Address;
import org.unstuck.noise.Draws;

/**
 * The same patients twice: how large the difference is, how sure, and only then how unlikely by chance. There is no p without the effect
 * beside it.
 *
 * @param pairs patients with both values
 * @param difference mean of after - before with its 95 % bootstrap interval
 * @param hedgesG mean difference / sd of the differences, times 1 - 3/(4 (n - 1) - 1) against small samples (Hedges 1981, J. Educ. Stat. 6,
 *     107-128; the paired form, d_z of Lakens 2013, Front. Psychol. 4, 863); undefined without spread
 * @param cliffsDelta share of patients that rise minus share that fall, -1..1 (dominance, paired)
 * @param signFlipP two-sided: share of random signs whose |mean| is at least that seen, the data counted in; exact under symmetry, ties
 *     and all
 * @param wilcoxonP two-sided signed-rank test of Commons Math, zeros left out; exact up to 20 pairs, normal approximation above
 */
public record PairedComparison(
        int pairs,
        Interval difference,
        Measurement hedgesG,
        Measurement cliffsDelta,
        Measurement signFlipP,
        Measurement wilcoxonP) {

    /** Random signs; p then scatters by at most 0.005. */
    private static final int FLIPS = 9999;

    /** Commons Math lists all 2^n sign patterns for the exact value. */
    private static final int MOST_EXACT = 20;

    /** Relative slack within which two means count as equal: rounding of sums. */
    private static final double ROUNDING = 1e-12;

    /**
     * Compares.
     *
     * @param after {@code after[patient]}, finite
     * @param before the same patients
     * @param address the stream of bootstrap and signs
     */
    public static PairedComparison of(double[] after, double[] before, Address address) {
        Interval interval = Interval.ofDifference(after, before, address.with("interval"));
        int n = after.length;
        if (n < 2) {
            Measurement few = Measurement.undefined(n + " pairs are too few");
            return new PairedComparison(n, interval, few, few, few, few);
        }
        double[] d = new double[n];
        int up = 0;
        int down = 0;
        for (int k = 0; k < n; k++) {
            d[k] = after[k] - before[k];
            up += d[k] > 0 ? 1 : 0;
            down += d[k] < 0 ? 1 : 0;
        }
        Sample sample = Sample.of(d);
        Measurement g = Series.isConstant(d, 0, n)
                ? Measurement.undefined("all differences are equal")
                : Measurement.of(GroupComparison.smallSample(n - 1) * sample.mean() / sample.sd(1));
        return new PairedComparison(
                n,
                interval,
                g,
                Measurement.of((double) (up - down) / n),
                up + down == 0 ? noChange() : Measurement.of(signFlip(d, address.with("signs"))),
                wilcoxon(after, before, up + down));
    }

    private static Measurement noChange() {
        return Measurement.undefined("no patient changed");
    }

    private static double signFlip(double[] d, Address address) {
        double seen = 0;
        for (double x : d) {
            seen += x;
        }
        double limit = Math.abs(seen) * (1 - ROUNDING);
        Draws draws = address.draws();
        int extreme = 1;
        for (int k = 0; k < FLIPS; k++) {
            double sum = 0;
            for (double x : d) {
                sum += draws.bits() < 0 ? -x : x;
            }
            extreme += Math.abs(sum) >= limit ? 1 : 0;
        }
        return extreme / (FLIPS + 1.0);
    }

    private static Measurement wilcoxon(double[] after, double[] before, int changed) {
        if (changed == 0) {
            return noChange();
        }
        double[] a = new double[changed];
        double[] b = new double[changed];
        int k = 0;
        for (int i = 0; i < after.length; i++) {
            if (after[i] != before[i]) {
                a[k] = after[i];
                b[k++] = before[i];
            }
        }
        return Measurement.of(
                Math.min(1, new WilcoxonSignedRankTest().wilcoxonSignedRankTest(b, a, changed <= MOST_EXACT)));
    }
}
