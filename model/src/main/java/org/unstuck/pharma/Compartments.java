package org.unstuck.pharma;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One drug in one body: amounts in gut, central and peripheral compartments and the concentration at the effect site,
 *
 * <pre>
 *   gut' = -ka gut                          centre' = ka gut - (CL/V1 + Q2/V1 + Q3/V1) centre + Q2/V2 p2 + Q3/V3 p3 + rate
 *   p2'  = Q2/V1 centre - Q2/V2 p2          Ce' = ke0 (centre/V1 - Ce)
 * </pre>
 *
 * advanced exactly (matrix exponential) over steps in which the infusion rate is constant. Amounts in mg, volumes in L, so
 * concentrations mg/L = 1000 ng/mL. Owned by one run.
 */
public final class Compartments {

    private static final int GUT = 0;
    private static final int CENTRE = 1;
    private static final double NG_PER_ML = 1000;

    private final Drug drug;
    private final double volume;
    private final int site;
    private final double[][] rates;
    private final double[] x;
    private final double[] scratch;
    private final Map<Double, double[][]> propagators = new LinkedHashMap<>();
    private double infusionMgPerH;

    /**
     * An empty body.
     *
     * @param drug the drug
     * @param weightKg body weight; volumes and clearances scale with it
     * @param clearanceFactor this person's clearance relative to the typical one
     */
    public Compartments(Drug drug, double weightKg, double clearanceFactor) {
        Kinetics k = drug.kinetics();
        double size = weightKg / Kinetics.REFERENCE_KG;
        int n = k.compartments();
        this.drug = drug;
        this.volume = k.volume().value() * size;
        this.site = 1 + n;
        // One state more than amounts: a constant 1 whose column carries the infusion rate.
        this.rates = new double[n + 3][n + 3];
        this.x = new double[n + 3];
        this.scratch = new double[n + 3];
        x[n + 2] = 1;
        double ka = drug.routes().stream()
                .filter(r -> r.absorption() != null)
                .mapToDouble(r -> r.absorption().value())
                .findFirst()
                .orElse(0);
        rates[GUT][GUT] = -ka;
        rates[CENTRE][GUT] = ka;
        rates[CENTRE][CENTRE] =
                -k.clearance().value() * clearanceFactor / k.volume().value();
        if (k.flow2() != null) {
            exchange(2, k.flow2().value(), k.volume().value(), k.volume2().value());
        }
        if (k.flow3() != null) {
            exchange(3, k.flow3().value(), k.volume().value(), k.volume3().value());
        }
        double ke0 = k.effectSite().value();
        rates[site][CENTRE] = ke0 / volume;
        rates[site][site] = -ke0;
    }

    private void exchange(int other, double flow, double centre, double peripheral) {
        rates[CENTRE][CENTRE] -= flow / centre;
        rates[CENTRE][other] = flow / peripheral;
        rates[other][CENTRE] = flow / centre;
        rates[other][other] = -flow / peripheral;
    }

    /** Takes a dose now: into the gut if the route absorbs, else straight into the centre. */
    public void dose(double mg, String route) {
        Route r = drug.route(route);
        x[r.absorption() != null ? GUT : CENTRE] += mg * r.bioavailability().value();
    }

    /** Sets the infusion rate from now on. */
    public void infuse(double mgPerH) {
        if (mgPerH != infusionMgPerH) {
            infusionMgPerH = mgPerH;
            rates[CENTRE][x.length - 1] = mgPerH;
            propagators.clear();
        }
    }

    /** Advances by {@code hours}; exact. */
    public void advance(double hours) {
        if (infusionMgPerH == 0 && isEmpty()) {
            return;
        }
        double[][] P = propagators.computeIfAbsent(hours, h -> MatrixExponential.of(rates, h));
        for (int i = 0; i < x.length; i++) {
            double sum = 0;
            for (int j = 0; j < x.length; j++) {
                sum += P[i][j] * x[j];
            }
            scratch[i] = sum;
        }
        System.arraycopy(scratch, 0, x, 0, x.length);
        if (propagators.size() > 64) {
            propagators.clear();
        }
    }

    private boolean isEmpty() {
        for (int i = 0; i < x.length - 1; i++) {
            if (x[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Plasma concentration, ng/mL. */
    public double plasma() {
        return x[CENTRE] / volume * NG_PER_ML;
    }

    /** Concentration at the effect site, ng/mL. */
    public double effectSite() {
        return x[site] * NG_PER_ML;
    }

    /** Amount in the body including the gut, mg. */
    public double amount() {
        double sum = 0;
        for (int i = 0; i < site; i++) {
            sum += x[i];
        }
        return sum;
    }
}
