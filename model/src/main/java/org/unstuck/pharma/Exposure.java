package org.unstuck.pharma;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * What one dose of a drug amounts to (Gabrielsson and Weiner 2016, section 2.8), from the rate matrix A and the amounts x0
 * after the dose: area under the curve = -A^-1 x0, first moment = A^-2 x0, half-life = ln 2 / slowest rate. No integration
 * over a grid, hence no error of one. Lags are added to the times.
 *
 * @param auc area under the plasma concentration from 0 to infinity, ng/mL h
 * @param aumc area under time times concentration, ng/mL h^2
 * @param peakHours time of the highest plasma concentration, h
 * @param peak that concentration, ng/mL
 * @param halfLifeHours of the last phase, absorption included if that is slowest (flip-flop), h
 */
public record Exposure(double auc, double aumc, double peakHours, double peak, double halfLifeHours) {

    private static final double NG_PER_ML = 1000;
    /** First moment looked at for a peak, h: half a second. */
    private static final double EARLY = 1e-4;
    /** Growth of the steps that look for the fall after a peak. */
    private static final double GROWTH = 1.05;
    /** Halvings of the interval that holds the peak: it is then known to 1e-15 of itself. */
    private static final int HALVINGS = 60;

    /**
     * The exposure to a single dose.
     *
     * @param drug the drug
     * @param mg dose
     * @param route how it is taken; what of it is swallowed counts too
     * @param body whose
     */
    public static Exposure of(Drug drug, double mg, String route, BodySize body) {
        Linear system = new Compartments(drug, body).afterDose(mg, route);
        RealMatrix a = new Array2DRowRealMatrix(system.rates());
        RealVector start = new ArrayRealVector(system.amounts());
        DecompositionSolver inverse = new LUDecomposition(a).getSolver();
        RealVector area = inverse.solve(start);
        int centre = system.centre();
        double perVolume = NG_PER_ML / system.volume();
        double auc = -area.getEntry(centre) * perVolume;
        double aumc = inverse.solve(area).getEntry(centre) * perVolume + auc * system.lagHours();
        double at = peak(system);
        double[] then = system.at(at);
        double slowest = Double.POSITIVE_INFINITY;
        for (double rate : new EigenDecomposition(a).getRealEigenvalues()) {
            slowest = Math.min(slowest, -rate);
        }
        return new Exposure(auc, aumc, at + system.lagHours(), then[centre] * perVolume, StrictMath.log(2) / slowest);
    }

    /** Mean residence time, absorption included, h. */
    public double meanResidenceHours() {
        return aumc / auc;
    }

    /** When the centre stops rising, h; 0 if it never rises. */
    private static double peak(Linear system) {
        if (slope(system, 0) <= 0) {
            return 0;
        }
        double low = 0;
        double high = EARLY;
        while (slope(system, high) > 0) {
            low = high;
            high *= GROWTH;
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = 0.5 * (low + high);
            if (slope(system, middle) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double slope(Linear system, double hours) {
        double[] x = system.at(hours);
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            sum += system.rates()[system.centre()][j] * x[j];
        }
        return sum;
    }

    /**
     * Linear kinetics of the drug itself: dx/dt = A x.
     *
     * @param rates A, {@code rates[to][from]}, 1/h
     * @param amounts x at the begin of absorption, mg
     * @param centre which of them is the central compartment
     * @param volume of the centre, L
     * @param lagHours until absorption begins, h
     */
    record Linear(double[][] rates, double[] amounts, int centre, double volume, double lagHours) {

        double[] at(double hours) {
            double[][] p = MatrixExponential.of(rates, hours);
            double[] x = new double[amounts.length];
            for (int i = 0; i < x.length; i++) {
                for (int j = 0; j < x.length; j++) {
                    x[i] += p[i][j] * amounts[j];
                }
            }
            return x;
        }
    }
}
