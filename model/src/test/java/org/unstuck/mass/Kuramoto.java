package org.unstuck.mass;

import java.util.List;

/**
 * Kuramoto oscillators, made outside the library as a reader would: dtheta_i/dt = omega_i + K sum_j C_ij sin(theta_j - theta_i). omega is
 * the drive of a region, radians per ms.
 */
record Kuramoto(double K) implements NeuralMass.Custom {

    @Override
    public String name() {
        return "kuramoto";
    }

    @Override
    public List<Variable> variables() {
        return List.of(new Variable("theta", "phase", "rad", 0));
    }

    @Override
    public double fastestMs() {
        return 1;
    }

    @Override
    public int signals() {
        return 2;
    }

    /** sin theta and cos theta: sin(theta_j - theta_i) is made of them. */
    @Override
    public double[] signal(int s, double[][] y, double[] scratch) {
        for (int k = 0; k < scratch.length; k++) {
            scratch[k] = s == 0 ? StrictMath.sin(y[0][k]) : StrictMath.cos(y[0][k]);
        }
        return scratch;
    }

    @Override
    public double[] sent(double[][] y, double[] scratch) {
        for (int k = 0; k < scratch.length; k++) {
            scratch[k] = 0.5 * (1 + StrictMath.sin(y[0][k]));
        }
        return scratch;
    }

    @Override
    public double[] inhibition(double[][] y, double[] scratch) {
        return sent(y, scratch);
    }

    @Override
    public void derivatives(Inputs in, double[][] y, double[][] dydt) {
        for (int k = 0; k < dydt[0].length; k++) {
            double theta = y[0][k];
            dydt[0][k] = in.drive[k]
                    + K * (StrictMath.cos(theta) * in.carried[0][k] - StrictMath.sin(theta) * in.carried[1][k]);
        }
    }
}
