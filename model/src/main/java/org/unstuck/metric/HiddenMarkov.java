package org.unstuck.metric;

import java.util.Arrays;
import org.unstuck.noise.Address;

/**
 * A hidden Markov model with Gaussian observations, fitted by Baum and Welch (Rabiner 1989, Proc. IEEE 77, 257-286):
 *
 * <pre>
 *   P(z_t = j | z_t-1 = i) = A_ij        x_t | z_t = k  ~  Normal(mean_k, covariance_k)
 * </pre>
 *
 * <p>Forward and backward probabilities are scaled at every sample (Rabiner section V.A), densities relative to the largest of the
 * sample, so nothing under- or overflows. Every start begins from a k-means clustering of its own address; the best likelihood wins.
 * To every variance {@link #FLOOR} of the mean variance of the data is added at each step, which keeps a state from collapsing onto one
 * sample; the likelihood can therefore fall by rounding-like amounts.
 *
 * <p>States are fitted once, on all recordings to be compared, and {@link #read} on each. The number of states is chosen by the user;
 * {@link #bic} helps. Compare with surrogates: a phase-randomised series has "states" too.
 *
 * @param initial {@code initial[state]}
 * @param transition {@code transition[from][to]} per sample, rows add up to 1
 * @param mean {@code mean[state][region]}
 * @param covariance {@code covariance[state][region][region]}
 * @param logLikelihood of the series of the fit, nats
 * @param steps Baum-Welch steps of the best start
 */
public record HiddenMarkov(
        double[] initial,
        double[][] transition,
        double[][] mean,
        double[][][] covariance,
        double logLikelihood,
        int steps) {

    /** Added to each variance, as a share of the mean variance of the data (assumed; far below any variance of interest). */
    public static final double FLOOR = 1e-3;

    /** The fit ends when a step gains less than this per sample, nats. */
    private static final double SMALLEST_GAIN = 1e-8;

    private static final int MOST_STEPS = 500;

    /** Probability mass that every transition keeps in the first guess. */
    private static final double FIRST_LEAVE = 0.1;

    /**
     * Fits k states. Cost: starts x steps x samples x k x (k + regions^2).
     *
     * @param values {@code values[sample][region]}, not modified; samples should exceed the parameters k (regions^2 / 2) by far
     * @param k number of states, at least 1
     * @param starts random starts, at least 1
     * @param address start s draws from {@code address.with("start", s)}
     * @throws IllegalArgumentException if there are fewer samples than parameters, or all regions are constant
     */
    public static HiddenMarkov fit(double[][] values, int k, int starts, Address address) {
        int n = Series.byRegion(values, 2).length;
        if (k < 1 || starts < 1 || values.length <= parameters(k, n)) {
            throw new IllegalArgumentException("k is " + k + " and starts is " + starts + " for " + values.length
                    + " samples of " + n + " regions, the model has " + parameters(k, n)
                    + " parameters and needs more samples. Maybe fewer states, or average regions into modules.");
        }
        HiddenMarkov best = null;
        for (int s = 0; s < starts; s++) {
            HiddenMarkov found = climb(values, k, address.with("start", s));
            best = best == null || found.logLikelihood > best.logLikelihood ? found : best;
        }
        return best.sorted(values);
    }

    /** Free parameters of k states of n regions. */
    public static long parameters(int k, int n) {
        return (k - 1L) + k * (k - 1L) + (long) k * n + (long) k * n * (n + 1) / 2;
    }

    /** Bayesian information criterion of the fit to {@code samples}, lower is better (Schwarz 1978, Ann. Stat. 6, 461-464). */
    public double bic(int samples) {
        return parameters(initial.length, mean[0].length) * StrictMath.log(samples) - 2 * logLikelihood;
    }

    private static HiddenMarkov climb(double[][] values, int k, Address address) {
        double floor = FLOOR * meanVariance(values);
        int[] labels = KMeans.of(values, k, 1, address).labels();
        double[][] weight = new double[values.length][k];
        for (int t = 0; t < labels.length; t++) {
            weight[t][labels[t]] = 1;
        }
        double[][] transition = new double[k][k];
        for (int i = 0; i < k; i++) {
            Arrays.fill(transition[i], k == 1 ? 1 : FIRST_LEAVE / (k - 1));
            transition[i][i] = k == 1 ? 1 : 1 - FIRST_LEAVE;
        }
        double[] initial = new double[k];
        Arrays.fill(initial, 1.0 / k);
        HiddenMarkov model = emissions(values, weight, floor, initial, transition);
        ForwardBackward pass = new ForwardBackward(values.length, k);
        double before = Double.NEGATIVE_INFINITY;
        for (int step = 1; ; step++) {
            double reached = pass.run(model, values);
            model = model.with(reached, step);
            if (!(reached - before > SMALLEST_GAIN * values.length) || step == MOST_STEPS) {
                return model;
            }
            before = reached;
            model = emissions(values, pass.posterior(), floor, pass.posterior()[0].clone(), pass.transitions());
        }
    }

    private HiddenMarkov with(double likelihood, int step) {
        return new HiddenMarkov(initial, transition, mean, covariance, likelihood, step);
    }

    private static double meanVariance(double[][] values) {
        double[][] x = Series.byRegion(values, 2);
        double sum = 0;
        for (double[] series : x) {
            sum += Moments.of(series).variance() / x.length;
        }
        if (!(sum > 0)) {
            throw new IllegalArgumentException("all regions are constant, states need variance. Maybe a dead channel.");
        }
        return sum;
    }

    /** Weighted means and covariances of every state. */
    private static HiddenMarkov emissions(
            double[][] values, double[][] weight, double floor, double[] initial, double[][] transition) {
        int k = initial.length;
        int n = values[0].length;
        double[][] mean = new double[k][n];
        double[][][] covariance = new double[k][n][n];
        double[] total = new double[k];
        for (int t = 0; t < values.length; t++) {
            for (int c = 0; c < k; c++) {
                total[c] += weight[t][c];
                for (int i = 0; i < n; i++) {
                    mean[c][i] += weight[t][c] * values[t][i];
                }
            }
        }
        double[] d = new double[n];
        for (int c = 0; c < k; c++) {
            double all = Math.max(total[c], Double.MIN_NORMAL);
            for (int i = 0; i < n; i++) {
                mean[c][i] /= all;
            }
            for (int t = 0; t < values.length; t++) {
                double w = weight[t][c] / all;
                if (w > 0) {
                    addSquare(values[t], mean[c], w, d, covariance[c]);
                }
            }
            for (int i = 0; i < n; i++) {
                covariance[c][i][i] += floor;
                for (int j = 0; j < i; j++) {
                    covariance[c][j][i] = covariance[c][i][j];
                }
            }
        }
        return new HiddenMarkov(initial, transition, mean, covariance, Double.NEGATIVE_INFINITY, 0);
    }

    private static void addSquare(double[] x, double[] mean, double w, double[] d, double[][] lower) {
        for (int i = 0; i < d.length; i++) {
            d[i] = x[i] - mean[i];
            double wd = w * d[i];
            double[] row = lower[i];
            for (int j = 0; j <= i; j++) {
                row[j] += wd * d[j];
            }
        }
    }

    /** States by how much of the recording they explain, most first, so that equal fits have equal numbers. */
    private HiddenMarkov sorted(double[][] values) {
        int k = initial.length;
        ForwardBackward pass = new ForwardBackward(values.length, k);
        pass.run(this, values);
        double[] share = new double[k];
        for (double[] row : pass.posterior()) {
            for (int c = 0; c < k; c++) {
                share[c] += row[c];
            }
        }
        int[] order = java.util.stream.IntStream.range(0, k)
                .boxed()
                .sorted((a, b) -> share[a] != share[b] ? Double.compare(share[b], share[a]) : a - b)
                .mapToInt(c -> c)
                .toArray();
        double[] first = new double[k];
        double[][] step = new double[k][k];
        double[][] means = new double[k][];
        double[][][] covariances = new double[k][][];
        for (int a = 0; a < k; a++) {
            first[a] = initial[order[a]];
            means[a] = mean[order[a]];
            covariances[a] = covariance[order[a]];
            for (int b = 0; b < k; b++) {
                step[a][b] = transition[order[a]][order[b]];
            }
        }
        return new HiddenMarkov(first, step, means, covariances, logLikelihood, steps);
    }

    /** The most probable sequence of states of a recording (Viterbi); its "none" is never used. */
    public StateSequence read(double[][] values, double samplingMs) {
        return StateSequence.of(Viterbi.path(this, values), initial.length, samplingMs);
    }

    /** log P(series) under these states, nats. */
    public double logLikelihoodOf(double[][] values) {
        return new ForwardBackward(values.length, initial.length).run(this, values);
    }

    /** Mean stay in a state that the model expects, samples: 1 / (1 - A_kk); undefined for a state that is never left. */
    public Measurement expectedDwell(int state) {
        double leave = 1 - transition[state][state];
        return leave > 0 ? Measurement.of(1 / leave) : Measurement.undefined("state " + state + " is never left");
    }

    /** Shares of time in the long run: the stationary distribution of the transitions, by repeated squaring. */
    public double[] stationary() {
        int k = initial.length;
        double[][] power = transition;
        for (int doubling = 0; doubling < DOUBLINGS; doubling++) {
            double[][] square = new double[k][k];
            for (int i = 0; i < k; i++) {
                double sum = 0;
                for (int j = 0; j < k; j++) {
                    for (int l = 0; l < k; l++) {
                        square[i][j] += power[i][l] * power[l][j];
                    }
                    sum += square[i][j];
                }
                for (int j = 0; j < k; j++) {
                    square[i][j] /= sum;
                }
            }
            power = square;
        }
        double[] shares = new double[k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                shares[j] += initial[i] * power[i][j];
            }
        }
        return shares;
    }

    /** 2^40 steps: beyond any relaxation time of an estimated matrix. */
    private static final int DOUBLINGS = 40;

    /** Entropy rate of the hidden chain, bits per sample: {@code -sum_i pi_i sum_j A_ij log2 A_ij}. */
    public double entropyRate() {
        double[] pi = stationary();
        double bits = 0;
        for (int i = 0; i < pi.length; i++) {
            for (double p : transition[i]) {
                bits -= p > 0 ? pi[i] * p * StrictMath.log(p) / StrictMath.log(2) : 0;
            }
        }
        return bits;
    }
}
