package org.unstuck.metric;

import java.util.Optional;

/**
 * Phase locking value of every pair of regions (Lachaux, Rodriguez, Martinerie, Varela 1999, Hum. Brain Mapp. 8, 194-208), here over
 * time instead of trials:
 *
 * <pre>  PLV_ij = | mean_t exp(i (phi_i(t) - phi_j(t))) |,   phi = Hilbert phase of the mean-free series</pre>
 *
 * <p>1: a fixed lag, whatever its size. Independent phases give about 0.89/sqrt(T / correlation time), not 0; the phase means
 * something only for band-limited signals.
 */
public final class PhaseLocking {

    private final double[][] r;
    private final String obstacle;

    private PhaseLocking(double[][] r, String obstacle) {
        this.r = r;
        this.obstacle = obstacle;
    }

    /**
     * All pairs, all samples. Cost: a Fourier transform per two regions, and samples x regions^2.
     *
     * @param values {@code values[sample][region]}, not modified
     * @return undefined if a region is constant (it has no phase)
     * @throws IllegalArgumentException with fewer than 2 samples, or values that are not finite
     */
    public static PhaseLocking of(double[][] values) {
        double[][] x = Series.byRegion(values, 2);
        int n = x.length;
        for (int i = 0; i < n; i++) {
            if (Series.isConstant(x[i], 0, values.length)) {
                return new PhaseLocking(null, "region " + i + " is constant and has no phase");
            }
        }
        double[][][] phasor = Phasors.of(x);
        double[][] r = new double[n][n];
        for (int i = 0; i < n; i++) {
            r[i][i] = 1;
            for (int j = 0; j < i; j++) {
                double re = 0;
                double im = 0;
                for (int t = 0; t < values.length; t++) {
                    re += phasor[0][i][t] * phasor[0][j][t] + phasor[1][i][t] * phasor[1][j][t];
                    im += phasor[1][i][t] * phasor[0][j][t] - phasor[0][i][t] * phasor[1][j][t];
                }
                r[i][j] = r[j][i] = Math.min(1, Math.sqrt(re * re + im * im) / values.length);
            }
        }
        return new PhaseLocking(r, null);
    }

    /** Why there is no phase, if so. */
    public Optional<String> obstacle() {
        return Optional.ofNullable(obstacle);
    }

    /** One pair, 0..1; 1 on the diagonal; undefined where there is an {@link #obstacle}. */
    public Measurement between(int i, int j) {
        return obstacle == null ? Measurement.of(r[i][j]) : Measurement.undefined(obstacle);
    }
}
