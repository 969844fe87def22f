package org.unstuck.metric;

import java.util.ArrayList;
import java.util.List;
import org.unstuck.noise.Address;

/**
 * States of phase coherence by leading eigenvectors, LEiDA (Cabral et al. 2017, Sci. Rep. 7, 5135): at every sample the matrix
 * {@code cos(phi_i - phi_j)} is replaced by its leading eigenvector, and these are clustered.
 *
 * <p>The matrix is c c' + s s' (cosines and sines of the phases) and has rank 2, so the eigenvector is {@code c cos a + s sin a} with
 * {@code tan 2a = 2 c's / (c'c - s's)}: no decomposition per sample. Length 1; its sign, which means nothing, is chosen so that the
 * entries add up to at most 0, as in the original. Clusters are by Euclidean distance on the unit sphere (differs: cosine distance
 * there; the two order neighbours alike). A pattern that splits the regions into equal halves has no stable sign and
 * may appear as two states.
 *
 * <p>k and the centroids are found once and held fixed: {@link #fit} on all recordings that are compared, {@link #read} on each.
 *
 * @param states the centroids; {@code labels} belong to the recordings of the fit, one after the other
 */
public record LeadingEigenvectors(KMeans states) {

    /** Random starts of the clustering. */
    private static final int STARTS = 20;

    /**
     * Finds k states common to all recordings.
     *
     * @param recordings {@code values[sample][region]} each, the same regions
     * @param k number of states; 5 to 8 is usual
     * @param address the stream
     */
    public static LeadingEigenvectors fit(List<double[][]> recordings, int k, Address address) {
        List<double[]> all = new ArrayList<>();
        for (double[][] values : recordings) {
            all.addAll(List.of(vectors(values)));
        }
        return new LeadingEigenvectors(KMeans.of(all.toArray(double[][]::new), k, STARTS, address));
    }

    /** The sequence of these states in a recording; its "none" is never used. */
    public StateSequence read(double[][] values, double samplingMs) {
        return StateSequence.of(states.assign(vectors(values)), states.centroids().length, samplingMs);
    }

    /**
     * The leading eigenvector of every sample: {@code [sample][region]}. Cost: one Fourier transform per two regions.
     *
     * @throws IllegalArgumentException if a region is constant and has no phase
     */
    public static double[][] vectors(double[][] values) {
        double[][] x = Series.byRegion(values, 2);
        for (int i = 0; i < x.length; i++) {
            if (Series.isConstant(x[i], 0, values.length)) {
                throw new IllegalArgumentException(
                        "region " + i + " is constant and has no phase. Maybe leave the region out.");
            }
        }
        double[][][] phasor = Phasors.of(x);
        double[][] vectors = new double[values.length][x.length];
        for (int t = 0; t < values.length; t++) {
            leading(phasor[0], phasor[1], t, vectors[t]);
        }
        return vectors;
    }

    private static void leading(double[][] cos, double[][] sin, int t, double[] v) {
        double cc = 0;
        double ss = 0;
        double cs = 0;
        for (int i = 0; i < v.length; i++) {
            cc += cos[i][t] * cos[i][t];
            ss += sin[i][t] * sin[i][t];
            cs += cos[i][t] * sin[i][t];
        }
        double angle = StrictMath.atan2(2 * cs, cc - ss) / 2;
        double a = StrictMath.cos(angle);
        double b = StrictMath.sin(angle);
        double square = 0;
        double sum = 0;
        for (int i = 0; i < v.length; i++) {
            v[i] = a * cos[i][t] + b * sin[i][t];
            square += v[i] * v[i];
            sum += v[i];
        }
        double scale = (sum > 0 ? -1 : 1) / Math.sqrt(square);
        for (int i = 0; i < v.length; i++) {
            v[i] *= scale;
        }
    }
}
