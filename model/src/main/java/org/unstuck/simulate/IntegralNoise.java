package org.unstuck.simulate;

import org.unstuck.integrate.NoiseIntegral;
import org.unstuck.noise.Address;
import org.unstuck.noise.GaussianStreams;

/**
 * The integrals dZ of the noise over a step ({@link NoiseIntegral}) for all lanes of a {@link FastClock}: one more normal number
 * per region and patient, from a stream of its own below that of the increments. The increments are those that every other scheme
 * gets, and arms share these numbers as they share the increments.
 */
final class IntegralNoise {

    private final int arms;
    private final int patients;
    private final double dtMs;
    private final double sd;
    private final GaussianStreams normal;
    private final double[] drawn;
    private final double[] xi;
    private final double[][] dZ;

    IntegralNoise(int variables, int regions, int arms, int patients, double dtMs, double sd) {
        this.arms = arms;
        this.patients = patients;
        this.dtMs = dtMs;
        this.sd = sd;
        this.drawn = new double[regions * patients];
        this.normal = new GaussianStreams(drawn.length);
        this.xi = new double[regions * arms * patients];
        this.dZ = new double[variables][];
        dZ[variables - 1] = new double[xi.length];
    }

    /** Chooses the stream of a region of a patient, below the address of its increments. */
    void address(int region, int patient, Address increments) {
        normal.address(region * patients + patient, increments.with("integral"));
    }

    /** The integrals that go with the increments {@code dN} of this step; live, valid until the next call. */
    double[][] at(long step, double[][] dN) {
        normal.fill(step, 1, drawn);
        for (int row = 0; row < drawn.length / patients; row++) {
            for (int arm = 0; arm < arms; arm++) {
                System.arraycopy(drawn, row * patients, xi, (row * arms + arm) * patients, patients);
            }
        }
        int u = dN.length - 1;
        NoiseIntegral.of(dtMs, sd, dN[u], xi, dZ[u]);
        return dZ;
    }
}
