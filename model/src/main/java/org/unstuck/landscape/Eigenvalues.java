package org.unstuck.landscape;

import java.util.Arrays;
import java.util.Comparator;
import org.apache.commons.math3.exception.MathArithmeticException;
import org.apache.commons.math3.exception.MathIllegalArgumentException;
import org.apache.commons.math3.exception.MaxCountExceededException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * The eigenvalues of a Jacobian, by descending real part; those of a pair by descending imaginary part.
 *
 * @param re real parts, 1 / time
 * @param im imaginary parts, rad / time
 */
public record Eigenvalues(double[] re, double[] im) {

    private record One(double re, double im) {}

    /**
     * The eigenvalues of {@code jacobian}; closed forms for one and two dimensions, else QR (Commons Math).
     *
     * @throws ArithmeticException if the iteration does not converge or an entry is not finite
     */
    static Eigenvalues of(double[][] jacobian) {
        for (double[] row : jacobian) {
            for (double entry : row) {
                if (!Double.isFinite(entry)) {
                    throw new ArithmeticException("an entry of the Jacobian is " + entry);
                }
            }
        }
        return switch (jacobian.length) {
            case 1 -> new Eigenvalues(new double[] {jacobian[0][0]}, new double[1]);
            case 2 -> ofTwo(jacobian);
            default -> ofMany(jacobian);
        };
    }

    /** From trace and determinant; the smaller real root from the larger one, without cancellation. */
    private static Eigenvalues ofTwo(double[][] j) {
        double half = (j[0][0] + j[1][1]) / 2;
        double gap = (j[0][0] - j[1][1]) / 2;
        double square = Math.fma(gap, gap, j[0][1] * j[1][0]);
        double root = Math.sqrt(Math.abs(square));
        return square >= 0
                ? new Eigenvalues(new double[] {half + root, half - root}, new double[2])
                : new Eigenvalues(new double[] {half, half}, new double[] {root, -root});
    }

    private static Eigenvalues ofMany(double[][] jacobian) {
        try {
            EigenDecomposition all = new EigenDecomposition(new Array2DRowRealMatrix(jacobian));
            double[] re = all.getRealEigenvalues();
            double[] im = all.getImagEigenvalues();
            One[] ones = new One[re.length];
            Arrays.setAll(ones, i -> new One(re[i], im[i]));
            Arrays.sort(ones, Comparator.comparingDouble((One one) -> -one.re).thenComparingDouble(one -> -one.im));
            return new Eigenvalues(
                    Arrays.stream(ones).mapToDouble(One::re).toArray(),
                    Arrays.stream(ones).mapToDouble(One::im).toArray());
        } catch (MaxCountExceededException | MathArithmeticException | MathIllegalArgumentException e) {
            throw new ArithmeticException("the eigenvalues could not be computed: " + e.getMessage());
        }
    }

    /** Number of eigenvalues with a positive real part. */
    public int unstable() {
        int count = 0;
        for (double part : re) {
            count += part > 0 ? 1 : 0;
        }
        return count;
    }

    /** The time after which the slowest small disturbance is down to 1/e; infinite or negative if it grows. */
    public double slowest() {
        return -1 / re[0];
    }
}
