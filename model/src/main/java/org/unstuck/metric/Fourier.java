package org.unstuck.metric;

import java.util.Arrays;

/**
 * The discrete Fourier transform of any length, in place:
 *
 * <pre>  X_k = sum_t x_t exp(-2 pi i k t / n)</pre>
 *
 * <p>Stockham's self-sorting algorithm over the prime factors of n (Van Loan 1992, Computational Frameworks for the FFT,
 * section 1.7). A length with a large prime factor goes by Bluestein's chirp convolution (1970, IEEE Trans. Audio
 * Electroacoust. 18, 451) on the next power of two. A plan holds its tables and work arrays: not for several threads.
 */
final class Fourier {

    /** Above this prime factor the n * p operations of its butterflies cost more than Bluestein's three longer transforms. */
    private static final int LARGEST_PRIME = 31;

    private static final int RADIX_3 = 3;
    private static final int RADIX_4 = 4;
    private static final int RADIX_5 = 5;

    private final int n;
    private final int[] factors;
    private final double[] cos;
    private final double[] sin; // sin[k] = -sin(2 pi k / n): the sign of the forward transform
    private final double[] workRe;
    private final double[] workIm;
    private final Bluestein chirp;

    /** A plan for length n, at least 1. */
    Fourier(int n) {
        this.n = n;
        factors = factors(n);
        chirp = factors.length > 0 && factors[factors.length - 1] > LARGEST_PRIME ? new Bluestein(n) : null;
        int table = chirp == null ? n : 0;
        cos = new double[table];
        sin = new double[table];
        for (int k = 0; k < table; k++) {
            double angle = 2 * Math.PI * k / n;
            cos[k] = StrictMath.cos(angle);
            sin[k] = -StrictMath.sin(angle);
        }
        workRe = new double[table];
        workIm = new double[table];
    }

    /** 4, 4, ..., 2, 3, 5, 7, ... in ascending order of primes with the fours first. */
    private static int[] factors(int n) {
        int[] found = new int[Integer.SIZE];
        int count = 0;
        int rest = n;
        while (rest % RADIX_4 == 0) {
            found[count++] = RADIX_4;
            rest /= RADIX_4;
        }
        for (int p = 2; rest > 1; p++) {
            if ((long) p * p > rest) {
                p = rest;
            }
            while (rest % p == 0) {
                found[count++] = p;
                rest /= p;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** Replaces x = re + i im by its transform. */
    void forward(double[] re, double[] im) {
        if (chirp != null) {
            chirp.forward(re, im);
            return;
        }
        double[] fromRe = re;
        double[] fromIm = im;
        double[] toRe = workRe;
        double[] toIm = workIm;
        int rest = n;
        int stride = 1;
        for (int p : factors) {
            rest /= p;
            if (p == RADIX_4) {
                radix4(rest, stride, fromRe, fromIm, toRe, toIm);
            } else if (p == RADIX_3) {
                radix3(rest, stride, fromRe, fromIm, toRe, toIm);
            } else if (p == RADIX_5) {
                radix5(rest, stride, fromRe, fromIm, toRe, toIm);
            } else {
                radix(p, rest, stride, fromRe, fromIm, toRe, toIm);
            }
            stride *= p;
            double[] swapRe = fromRe;
            double[] swapIm = fromIm;
            fromRe = toRe;
            fromIm = toIm;
            toRe = swapRe;
            toIm = swapIm;
        }
        if (fromRe != re) {
            System.arraycopy(fromRe, 0, re, 0, n);
            System.arraycopy(fromIm, 0, im, 0, n);
        }
    }

    /** Replaces X by x, so that inverse(forward(x)) = x: the forward transform with re and im exchanged, divided by n. */
    void inverse(double[] re, double[] im) {
        forward(im, re);
        for (int t = 0; t < n; t++) {
            re[t] /= n;
            im[t] /= n;
        }
    }

    /** y[q + s(p k + r)] = sum_j x[q + s(k + m j)] w_p^(j r) w_n^(k r s), for a stage of radix p with m = rest, s = stride. */
    private void radix(int p, int rest, int stride, double[] xRe, double[] xIm, double[] yRe, double[] yIm) {
        for (int k = 0; k < rest; k++) {
            for (int r = 0; r < p; r++) {
                int out = stride * (p * k + r);
                Arrays.fill(yRe, out, out + stride, 0);
                Arrays.fill(yIm, out, out + stride, 0);
                int w = k * r * stride;
                for (int j = 0; j < p; j++) {
                    addRotated(cos[w], sin[w], xRe, xIm, stride * (k + rest * j), yRe, yIm, out, stride);
                    w += r * (n / p);
                    w = w >= n ? w - n : w;
                }
            }
        }
    }

    /** y[out + q] += (c + i s) x[in + q], q &lt; count: a loop of its own, because the JIT compiler vectorises short loops. */
    private static void addRotated(
            double c, double s, double[] xRe, double[] xIm, int in, double[] yRe, double[] yIm, int out, int count) {
        for (int q = 0; q < count; q++) {
            yRe[out + q] += xRe[in + q] * c - xIm[in + q] * s;
            yIm[out + q] += xRe[in + q] * s + xIm[in + q] * c;
        }
    }

    /** The same for p = 3, with the sum over j in registers: the same bits. */
    private void radix3(int rest, int s, double[] xRe, double[] xIm, double[] yRe, double[] yIm) {
        int third = s * rest;
        for (int k = 0; k < rest; k++) {
            for (int r = 0; r < RADIX_3; r++) {
                int a = k * r * s;
                int b = turned(a, r * (n / RADIX_3));
                int c = turned(b, r * (n / RADIX_3));
                double ca = cos[a];
                double sa = sin[a];
                double cb = cos[b];
                double sb = sin[b];
                double cc = cos[c];
                double sc = sin[c];
                int in = s * k;
                int out = s * (RADIX_3 * k + r);
                for (int q = 0; q < s; q++) {
                    double aRe = xRe[in + q];
                    double aIm = xIm[in + q];
                    double bRe = xRe[in + third + q];
                    double bIm = xIm[in + third + q];
                    double cRe = xRe[in + 2 * third + q];
                    double cIm = xIm[in + 2 * third + q];
                    yRe[out + q] = 0.0 + (aRe * ca - aIm * sa) + (bRe * cb - bIm * sb) + (cRe * cc - cIm * sc);
                    yIm[out + q] = 0.0 + (aRe * sa + aIm * ca) + (bRe * sb + bIm * cb) + (cRe * sc + cIm * cc);
                }
            }
        }
    }

    /** The same for p = 5. */
    private void radix5(int rest, int s, double[] xRe, double[] xIm, double[] yRe, double[] yIm) {
        int fifth = s * rest;
        for (int k = 0; k < rest; k++) {
            for (int r = 0; r < RADIX_5; r++) {
                int turn = r * (n / RADIX_5);
                int a = k * r * s;
                int b = turned(a, turn);
                int c = turned(b, turn);
                int d = turned(c, turn);
                int e = turned(d, turn);
                double ca = cos[a];
                double sa = sin[a];
                double cb = cos[b];
                double sb = sin[b];
                double cc = cos[c];
                double sc = sin[c];
                double cd = cos[d];
                double sd = sin[d];
                double ce = cos[e];
                double se = sin[e];
                int in = s * k;
                int out = s * (RADIX_5 * k + r);
                for (int q = 0; q < s; q++) {
                    int at = in + q;
                    double re = 0.0 + (xRe[at] * ca - xIm[at] * sa);
                    double im = 0.0 + (xRe[at] * sa + xIm[at] * ca);
                    at += fifth;
                    re += xRe[at] * cb - xIm[at] * sb;
                    im += xRe[at] * sb + xIm[at] * cb;
                    at += fifth;
                    re += xRe[at] * cc - xIm[at] * sc;
                    im += xRe[at] * sc + xIm[at] * cc;
                    at += fifth;
                    re += xRe[at] * cd - xIm[at] * sd;
                    im += xRe[at] * sd + xIm[at] * cd;
                    at += fifth;
                    yRe[out + q] = re + (xRe[at] * ce - xIm[at] * se);
                    yIm[out + q] = im + (xRe[at] * se + xIm[at] * ce);
                }
            }
        }
    }

    private int turned(int w, int by) {
        return w + by >= n ? w + by - n : w + by;
    }

    /** The same for p = 4, where w_p = -i needs no multiplication. */
    private void radix4(int rest, int s, double[] xRe, double[] xIm, double[] yRe, double[] yIm) {
        int quarter = s * rest;
        for (int k = 0; k < rest; k++) {
            int w = k * s;
            for (int q = 0; q < s; q++) {
                int a = q + s * k;
                int b = a + quarter;
                int c = b + quarter;
                int d = c + quarter;
                double sumRe = xRe[a] + xRe[c];
                double sumIm = xIm[a] + xIm[c];
                double difRe = xRe[a] - xRe[c];
                double difIm = xIm[a] - xIm[c];
                double oddRe = xRe[b] + xRe[d];
                double oddIm = xIm[b] + xIm[d];
                double turnRe = xIm[b] - xIm[d]; // -i (b - d)
                double turnIm = xRe[d] - xRe[b];
                int out = q + s * RADIX_4 * k;
                yRe[out] = sumRe + oddRe;
                yIm[out] = sumIm + oddIm;
                rotate(difRe + turnRe, difIm + turnIm, w, yRe, yIm, out + s);
                rotate(sumRe - oddRe, sumIm - oddIm, 2 * w, yRe, yIm, out + 2 * s);
                rotate(difRe - turnRe, difIm - turnIm, 3 * w, yRe, yIm, out + 3 * s);
            }
        }
    }

    private void rotate(double re, double im, int w, double[] yRe, double[] yIm, int out) {
        yRe[out] = re * cos[w] - im * sin[w];
        yIm[out] = re * sin[w] + im * cos[w];
    }

    /** X_k = conj(c_k) sum_t (x_t conj(c_t)) c_(k-t) with the chirp c_t = exp(i pi t^2 / n): a convolution. */
    private static final class Bluestein {

        private final int n;
        private final Fourier inner;
        private final double[] chirpRe;
        private final double[] chirpIm;
        private final double[] kernelRe;
        private final double[] kernelIm;
        private final double[] re;
        private final double[] im;

        Bluestein(int n) {
            this.n = n;
            int m = Integer.highestOneBit(2 * n - 1) * 2;
            inner = new Fourier(m);
            chirpRe = new double[n];
            chirpIm = new double[n];
            kernelRe = new double[m];
            kernelIm = new double[m];
            for (int t = 0; t < n; t++) {
                double angle = Math.PI * ((long) t * t % (2L * n)) / n;
                chirpRe[t] = StrictMath.cos(angle);
                chirpIm[t] = StrictMath.sin(angle);
                int mirror = t == 0 ? 0 : m - t;
                kernelRe[t] = kernelRe[mirror] = chirpRe[t];
                kernelIm[t] = kernelIm[mirror] = chirpIm[t];
            }
            inner.forward(kernelRe, kernelIm);
            re = new double[m];
            im = new double[m];
        }

        void forward(double[] xRe, double[] xIm) {
            Arrays.fill(re, 0);
            Arrays.fill(im, 0);
            for (int t = 0; t < n; t++) {
                re[t] = xRe[t] * chirpRe[t] + xIm[t] * chirpIm[t];
                im[t] = xIm[t] * chirpRe[t] - xRe[t] * chirpIm[t];
            }
            inner.forward(re, im);
            for (int k = 0; k < re.length; k++) {
                double product = re[k] * kernelRe[k] - im[k] * kernelIm[k];
                im[k] = re[k] * kernelIm[k] + im[k] * kernelRe[k];
                re[k] = product;
            }
            inner.inverse(re, im);
            for (int k = 0; k < n; k++) {
                xRe[k] = re[k] * chirpRe[k] + im[k] * chirpIm[k];
                xIm[k] = im[k] * chirpRe[k] - re[k] * chirpIm[k];
            }
        }
    }
}
