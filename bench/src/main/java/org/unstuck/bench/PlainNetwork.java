package org.unstuck.bench;

import java.util.SplittableRandom;
import org.unstuck.mass.WilsonCowan;
import org.unstuck.noise.OrnsteinUhlenbeck;

/**
 * The network of {@link Synthetic#dense} as one writes it first: the four numbers of a region side by side, one loop over the
 * regions, weights {@code C[target][source]}, {@code Math.exp}. State {@code y[4 * region + v]} with v = E, I, a, u.
 */
final class PlainNetwork {

    private static final int VARIABLES = 4;

    private final WilsonCowan w = WilsonCowan.standard();
    private final OrnsteinUhlenbeck noise = OrnsteinUhlenbeck.standard();
    private final double[][] C;
    private final double[][] D;
    private final double[] drive;
    private final double[] dydt;

    /** The dense network of {@code regions} regions. */
    PlainNetwork(int regions) {
        C = new double[regions][regions];
        D = new double[regions][regions];
        drive = new double[regions];
        dydt = new double[VARIABLES * regions];
        for (int i = 0; i < regions; i++) {
            drive[i] = Synthetic.LARGEST_DRIVE * i / regions;
            for (int j = 0; j < regions; j++) {
                C[i][j] = i == j ? 0 : 1.0 / regions;
                D[i][j] = i == j ? 0 : 1.0 / regions;
            }
        }
    }

    /** Length of the state. */
    int size() {
        return dydt.length;
    }

    /** Where a run starts. */
    double[] initial() {
        double[] y = new double[dydt.length];
        for (int i = 0; i < drive.length; i++) {
            for (int v = 0; v < w.variables().size(); v++) {
                y[VARIABLES * i + v] = w.variables().get(v).initial();
            }
        }
        return y;
    }

    /** The derivative per ms. */
    void derivatives(double[] y, double[] derivative) {
        for (int i = 0; i < drive.length; i++) {
            double sumC = 0;
            double sumD = 0;
            for (int j = 0; j < drive.length; j++) {
                sumC += C[i][j] * y[VARIABLES * j];
                sumD += D[i][j] * y[VARIABLES * j];
            }
            int at = VARIABLES * i;
            double E = y[at];
            double I = y[at + 1];
            double a = y[at + 2];
            double u = y[at + 3];
            double xE = w.wEE() * E - w.wEI() * I + w.globalGain() * sumC - a + drive[i] + u - w.thetaE();
            double xI = w.wIE() * E - w.wII() * I + w.globalGainD() * sumD - w.thetaI();
            derivative[at] = (1 / (1 + Math.exp(-xE)) - E) / w.tauE();
            derivative[at + 1] = (1 / (1 + Math.exp(-xI)) - I) / w.tauI();
            derivative[at + 2] = (w.b() * E - a) / w.tauA();
            derivative[at + 3] = -u / noise.tauU();
        }
    }

    /** One stochastic step, in place. */
    void eulerMaruyama(double[] y, double dtMs, SplittableRandom random) {
        derivatives(y, dydt);
        double sd = noise.incrementSd(dtMs);
        for (int k = 0; k < y.length; k++) {
            y[k] += dtMs * dydt[k];
        }
        for (int i = 0; i < drive.length; i++) {
            y[VARIABLES * i + 3] += sd * random.nextGaussian();
        }
    }
}
