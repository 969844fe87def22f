package org.unstuck.viz.selftest;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.unstuck.integrate.EulerMaruyama;
import org.unstuck.integrate.Heun;
import org.unstuck.integrate.Scheme;
import org.unstuck.integrate.Sra1;

/** Schemes with noise: on given Brownian paths each gives one definite number; on linear problems, one definite covariance. */
final class NoiseChecks {

    private static final String AREA = "Noise";
    private static final int PATHS = 8;
    private static final int FINEST = 512;
    private static final Map<String, Scheme> SCHEMES =
            Map.of("euler_maruyama", new EulerMaruyama(), "heun", new Heun(), "sra1", new Sra1());
    /** rho(R)^(2^40) is 0 for every stable step. */
    private static final int DOUBLINGS = 40;

    private NoiseChecks() {}

    static List<Check> all() {
        return List.of(
                new Check(
                        AREA,
                        "Euler-Maruyama, Heun and SRA1 on 8 given Brownian paths",
                        "the same schemes in NumPy",
                        NoiseChecks::paths),
                new Check(
                        AREA,
                        "stationary covariance of 3 coupled Ornstein-Uhlenbeck processes",
                        "discrete Lyapunov equation of each scheme (SciPy)",
                        NoiseChecks::covariance));
    }

    private static void paths(Score score) {
        double[][] dW = Reference.doubles("PATHS_a_dW.f64le", PATHS, FINEST);
        double[][] dZ = Reference.doubles("PATHS_a_dZ.f64le", PATHS, FINEST);
        for (String[] row : Reference.rows("PATHS_a")) {
            int p = Integer.parseInt(row[3]);
            double end = end(row[0], SCHEMES.get(row[1]), Double.parseDouble(row[2]), dW[p], dZ[p]);
            score.add(end, Double.parseDouble(row[4]), 1e-11, 1e-12, String.join(" ", Arrays.copyOf(row, 4)));
        }
    }

    /** dX = -2 X dt + 0.9 dW from 0.5, or dX = (X - X^3 + 0.1) dt + 0.6 dW from -0.8, over a unit of time. */
    private static double end(String problem, Scheme scheme, double h, double[] dW, double[] dZ) {
        boolean linear = problem.equals("OU");
        double sigma = linear ? 0.9 : 0.6;
        int block = (int) Math.round(h * FINEST);
        double[][] x = {{linear ? 0.5 : -0.8}};
        Scheme.Stepper stepper = scheme.start(1, 1);
        for (int s = 0; s < FINEST / block; s++) {
            double w = 0;
            double z = 0;
            for (int q = s * block; q < (s + 1) * block; q++) {
                z += dZ[q] + w / FINEST;
                w += dW[q];
            }
            stepper.step(
                    (t, y, f) -> f[0][0] = linear ? -2 * y[0][0] : y[0][0] - y[0][0] * y[0][0] * y[0][0] + 0.1,
                    s * h,
                    h,
                    x,
                    new double[][] {{sigma * w}},
                    new double[][] {{sigma * z}});
        }
        return x[0][0];
    }

    private static void covariance(Score score) {
        double[][] a = Reference.matrix("MOU_3_A");
        double[][] b = Reference.matrix("MOU_3_B");
        for (String name : List.of("em", "heun")) {
            double[][] expected = Reference.matrix("MOU_3_cov_" + name + "_h0.1");
            RealMatrix s = covariance(name.equals("em") ? new EulerMaruyama() : new Heun(), a, b, 0.1);
            for (int i = 0; i < expected.length; i++) {
                for (int j = 0; j < expected.length; j++) {
                    score.add(s.getEntry(i, j), expected[i][j], 1e-10, 1e-12, name + " [" + i + "][" + j + "]");
                }
            }
        }
    }

    /** One step is x' = R x + G xi; R and G are its answers to unit vectors, and S = R S R^T + G G^T. */
    private static RealMatrix covariance(Scheme scheme, double[][] a, double[][] b, double h) {
        int n = a.length;
        double[][] x = new double[n][2 * n];
        double[][] dN = new double[n][2 * n];
        for (int i = 0; i < n; i++) {
            x[i][i] = 1;
            for (int j = 0; j < n; j++) {
                dN[i][n + j] = b[i][j] * Math.sqrt(h);
            }
        }
        scheme.start(n, 2 * n).step((t, y, f) -> multiply(a, y, f), 0, h, x, dN, null);
        RealMatrix answer = new Array2DRowRealMatrix(x);
        RealMatrix r = answer.getSubMatrix(0, n - 1, 0, n - 1);
        RealMatrix g = answer.getSubMatrix(0, n - 1, n, 2 * n - 1);
        RealMatrix s = g.multiply(g.transpose());
        for (int k = 0; k < DOUBLINGS; k++) {
            s = s.add(r.multiply(s).multiply(r.transpose()));
            r = r.multiply(r);
        }
        return s;
    }

    private static void multiply(double[][] a, double[][] y, double[][] f) {
        for (int i = 0; i < f.length; i++) {
            for (int k = 0; k < f[i].length; k++) {
                double sum = 0;
                for (int j = 0; j < a.length; j++) {
                    sum += a[i][j] * y[j][k];
                }
                f[i][k] = sum;
            }
        }
    }
}
