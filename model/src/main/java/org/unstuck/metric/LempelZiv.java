package org.unstuck.metric;

import java.util.Arrays;
import org.unstuck.noise.Address;

/**
 * Lempel-Ziv complexity of 1976, LZ76 (Lempel and Ziv 1976, IEEE Trans. Inf. Theory 22, 75-81; counted as by Kaspar and Schuster 1987,
 * Phys. Rev. A 36, 842-848) - <b>not</b> the dictionary of LZ78, whose numbers differ. The sequence is cut from the left, each
 * component being the shortest stretch that has not occurred before (overlap allowed); the last may be a repetition.
 *
 * <pre>  normalised = c log2(n) / n      1 in the limit of coin tosses, 0 for a period</pre>
 *
 * <p>A series is made binary at its median. The complexity follows the power spectrum: slow signals have long runs. As a
 * {@link Measure} it is the mean over regions; divide by, or compare with, its mean over {@link PhaseRandomised} surrogates.
 */
public record LempelZiv() implements Measure<double[][]> {

    /** Mean normalised complexity over the regions of {@code values[sample][region]}. */
    @Override
    public Measurement of(double[][] values, Address address) {
        double[][] x = Series.byRegion(values, 2);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            if (Series.isConstant(x[i], 0, values.length)) {
                return Measurement.undefined("region " + i + " is constant");
            }
            sum += normalised(components(aboveMedian(x[i])), values.length);
        }
        return Measurement.of(sum / x.length);
    }

    /** 1 where the series is above its median, else 0. */
    public static int[] aboveMedian(double[] x) {
        double median = Sample.of(x).median();
        return Arrays.stream(x).mapToInt(v -> v > median ? 1 : 0).toArray();
    }

    /** c log2(n) / n. */
    public static double normalised(int components, int n) {
        return components * StrictMath.log(n) / StrictMath.log(2) / n;
    }

    /**
     * The number of components of a sequence. Cost: n x symbols, by a suffix automaton (Blumer et al. 1985, Theor. Comput. Sci. 40,
     * 31-55) that grows with the sequence and knows every stretch seen so far.
     *
     * @param sequence symbols &gt;= 0, as 0 and 1; not modified
     */
    public static int components(int[] sequence) {
        int symbols = 1;
        for (int s : sequence) {
            if (s < 0) {
                throw new IllegalArgumentException(
                        "a symbol is " + s + ", symbols must be 0, 1, ... Maybe add 1 to labels.");
            }
            symbols = Math.max(symbols, s + 1);
        }
        Suffixes seen = new Suffixes(sequence.length, symbols);
        int components = 0;
        int state = 0; // of the stretch begun
        int length = 0; // of the stretch begun
        for (int t = 0; t < sequence.length; t++) {
            // The stretch sequence[t-length..t-1] was found in sequence[0..t-2]; now sequence[0..t-1] is known.
            if (t > 0) {
                seen.append(sequence[t - 1]);
            }
            state = seen.holding(state, length);
            int next = seen.next(state, sequence[t]);
            if (next < 0) {
                components++;
                state = 0;
                length = 0;
            } else {
                state = next;
                length++;
            }
        }
        return length > 0 ? components + 1 : components;
    }

    /** All stretches of a growing sequence. */
    private static final class Suffixes {

        private final int symbols;
        private final int[] next; // next[state * symbols + symbol], -1: none
        private final int[] link;
        private final int[] longest;
        private int states = 1;
        private int last;

        Suffixes(int length, int symbols) {
            this.symbols = symbols;
            int most = 2 * length + 1;
            next = new int[Math.multiplyExact(most, symbols)];
            Arrays.fill(next, -1);
            link = new int[most];
            longest = new int[most];
            link[0] = -1;
        }

        int next(int state, int symbol) {
            return next[state * symbols + symbol];
        }

        /** The state of a known stretch, after {@code state} may have been split: the one whose lengths include its own. */
        int holding(int state, int length) {
            int at = state;
            while (at > 0 && longest[link[at]] >= length) {
                at = link[at];
            }
            return at;
        }

        void append(int symbol) {
            int made = states++;
            longest[made] = longest[last] + 1;
            int p = last;
            while (p >= 0 && next(p, symbol) < 0) {
                next[p * symbols + symbol] = made;
                p = link[p];
            }
            last = made;
            if (p < 0) {
                return;
            }
            int q = next(p, symbol);
            if (longest[p] + 1 == longest[q]) {
                link[made] = q;
                return;
            }
            int copy = states++;
            longest[copy] = longest[p] + 1;
            System.arraycopy(next, q * symbols, next, copy * symbols, symbols);
            link[copy] = link[q];
            while (p >= 0 && next(p, symbol) == q) {
                next[p * symbols + symbol] = copy;
                p = link[p];
            }
            link[q] = copy;
            link[made] = copy;
        }
    }
}
