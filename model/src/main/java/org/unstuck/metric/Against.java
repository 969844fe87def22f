package org.unstuck.metric;

import java.util.Arrays;
import org.unstuck.noise.Address;

/**
 * A measure against a null hypothesis.
 *
 * <pre>
 *   z = (value - null mean) / null sd        p = (1 + #{null &gt;= value}) / (n + 1)
 * </pre>
 *
 * <p>The p value counts the data among its surrogates and so never is 0 (Davison and Hinkley 1997, section 4.2; Phipson and
 * Smyth 2010, Stat. Appl. Genet. Mol. Biol. 9, 39); its smallest value is 1/(n + 1). One-sided: {@code p} is small if the
 * value is unusually large, {@code pBelow} if unusually small.
 *
 * @param value the measure of the data
 * @param nullValues its defined values on the surrogates, ascending
 * @param undefinedNulls surrogates on which it was undefined; they are left out
 * @param nullMean mean of the surrogates
 * @param nullSd their standard deviation (divisor n - 1)
 * @param z standardised difference; undefined if the surrogates are all equal
 * @param p one-sided, upper
 * @param pBelow one-sided, lower
 */
public record Against(
        Measurement value,
        double[] nullValues,
        int undefinedNulls,
        Measurement nullMean,
        Measurement nullSd,
        Measurement z,
        Measurement p,
        Measurement pBelow) {

    /**
     * Measures the data and {@code n} surrogates.
     *
     * @param measure what is measured; gets {@code address.with("measure", k)}, k = 0 for the data and 1..n for the
     *     surrogates
     * @param surrogate the null hypothesis; draw k uses {@code address.with("surrogate", k)}
     * @param data the data
     * @param n number of surrogates, at least 1; 19 can reach p = 0.05, 199 gives a p value to about 0.015
     * @param address the stream
     */
    public static <D> Against of(Measure<D> measure, Surrogate<D> surrogate, D data, int n, Address address) {
        if (n < 1) {
            throw new IllegalArgumentException("n is " + n + ", it must be at least 1 surrogate. Maybe 99.");
        }
        Measurement value = measure.of(data, address.with("measure", 0));
        Surrogate.Source<D> source = surrogate.of(data);
        double[] nulls = new double[n];
        int defined = 0;
        for (int k = 1; k <= n; k++) {
            D drawn = source.draw(address.with("surrogate", k));
            if (measure.of(drawn, address.with("measure", k)) instanceof Measurement.Defined one) {
                nulls[defined++] = one.value();
            }
        }
        return of(value, Arrays.copyOf(nulls, defined), n - defined);
    }

    /** The same from values on surrogates that are there already: undefined ones are left out. */
    static Against of(Measurement value, Measurement[] onSurrogates) {
        double[] nulls = java.util.Arrays.stream(onSurrogates)
                .filter(Measurement::isDefined)
                .mapToDouble(Measurement::orElseThrow)
                .toArray();
        return of(value, nulls, onSurrogates.length - nulls.length);
    }

    private static Against of(Measurement value, double[] nulls, int undefinedNulls) {
        Arrays.sort(nulls);
        int n = nulls.length;
        if (n == 0) {
            Measurement none = Measurement.undefined("the measure is undefined on every surrogate");
            return new Against(value, nulls, undefinedNulls, none, none, none, none, none);
        }
        Sample sample = Sample.of(nulls);
        Measurement mean = Measurement.of(sample.mean());
        Measurement sd = n == 1
                ? Measurement.undefined("one surrogate has no standard deviation")
                : Measurement.of(nulls[0] == nulls[n - 1] ? 0 : sample.sd(1));
        Measurement spread = sd.isDefined() && sd.orElseThrow() == 0
                ? Measurement.undefined("the measure is the same on all surrogates")
                : sd;
        Measurement z = value.combine(mean, (v, m) -> v - m).combine(spread, (d, s) -> d / s);
        Measurement p = value.map(v -> (1.0 + count(nulls, v, true)) / (n + 1));
        Measurement pBelow = value.map(v -> (1.0 + count(nulls, v, false)) / (n + 1));
        return new Against(value, nulls, undefinedNulls, mean, sd, z, p, pBelow);
    }

    private static int count(double[] nulls, double value, boolean above) {
        int count = 0;
        for (double x : nulls) {
            count += above ? (x >= value ? 1 : 0) : (x <= value ? 1 : 0);
        }
        return count;
    }

    /** Quantile of the surrogates, q in 0..1 (linear interpolation); 0.025 and 0.975 bound the null band of a chart. */
    public Measurement nullQuantile(double q) {
        if (!(q >= 0 && q <= 1)) {
            throw new IllegalArgumentException("q is " + q + ", a quantile needs 0 <= q <= 1. Maybe it is in percent.");
        }
        return nullValues.length == 0
                ? nullMean
                : Measurement.of(Sample.of(nullValues).quantile(q));
    }

    /** Value minus null mean: the part of the measure that the null hypothesis does not explain. */
    public Measurement excess() {
        return value.combine(nullMean, (v, m) -> v - m);
    }
}
