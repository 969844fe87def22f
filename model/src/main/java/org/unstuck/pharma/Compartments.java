package org.unstuck.pharma;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * One drug and its metabolites in one body: amounts where they are absorbed from (one depot per route), in central and
 * peripheral compartments, and the concentration at the effect site,
 *
 * <pre>
 *   depot' = -ka depot                      centre' = ka depot - (CL/V1 + Q2/V1 + Q3/V1) centre + Q2/V2 p2 + Q3/V3 p3 + rate
 *   p2'  = Q2/V1 centre - Q2/V2 p2          Ce' = ke0 (centre/V1 + sum potency M/V - Ce)
 *   M' = formation (CL/V)_before before + ka firstPass/F depot - (CL + Q)/V M + Q/V2 m2      see {@link Metabolite}
 * </pre>
 *
 * advanced exactly (matrix exponential) over steps in which the infusion rate is constant. Amounts in mg, volumes in L, so
 * concentrations mg/L = 1000 ng/mL. A depot holds what will arrive unchanged, F times the dose; what is metabolised on the
 * way comes along in proportion. Doses add up: nothing is forgotten and nothing saturates (a drug that saturates its
 * enzymes needs {@link AdaptivePath}). Owned by one run.
 */
public final class Compartments {

    private static final int CENTRE = 1;
    private static final double NG_PER_ML = 1000;
    /** Steps of different length that are remembered before all are forgotten. */
    private static final int MOST_PROPAGATORS = 64;
    /** Moments closer than this are one, h (4 us). */
    private static final double SAME = 1e-9;

    /** A dose whose absorption has not begun. */
    private record Late(double atHours, int depot, double mg) {}

    private final Drug drug;
    private final BodySize body;
    private final double volume;
    private final int site;
    private final int one;
    private final int[] depot;
    private final int[] metabolite;
    private final double[][] rates;
    private final double[] x;
    private final double[] scratch;
    private final Map<Double, double[][]> propagators = new LinkedHashMap<>();
    private final List<Late> late = new ArrayList<>();
    private double infusionMgPerH;
    private double hours;

    /** An empty body of {@code weightKg} kilograms with {@code clearanceFactor} times the typical clearance. */
    public Compartments(Drug drug, double weightKg, double clearanceFactor) {
        this(drug, new BodySize(weightKg, clearanceFactor, 1, 1));
    }

    /** An empty body. */
    public Compartments(Drug drug, BodySize body) {
        Kinetics k = drug.kinetics();
        int n = k.compartments();
        this.drug = drug;
        this.body = body;
        this.volume = k.volume().value() * body.volume() * body.size();
        this.site = 1 + n;
        // A constant 1, whose column carries the infusion rate.
        this.one = site + 1;
        int next = one + 1;
        this.depot = new int[drug.routes().size()];
        int first = 0;
        for (int r = 0; r < depot.length; r++) {
            boolean absorbs = drug.routes().get(r).absorption() != null;
            // The first depot stands in front of the centre, the others behind everything else.
            depot[r] = !absorbs ? CENTRE : first++ == 0 ? 0 : next++;
        }
        this.metabolite = new int[drug.metabolites().size()];
        for (int m = 0; m < metabolite.length; m++) {
            metabolite[m] = next;
            next += drug.metabolites().get(m).flow2() == null ? 1 : 2;
        }
        this.rates = new double[next][next];
        this.x = new double[next];
        this.scratch = new double[next];
        x[one] = 1;
        double v1 = k.volume().value() * body.volume();
        rates[CENTRE][CENTRE] = -k.clearance().value() * body.clearance() / v1;
        if (k.flow2() != null) {
            exchange(CENTRE, 2, k.flow2().value(), v1, k.volume2().value() * body.volume());
        }
        if (k.flow3() != null) {
            exchange(CENTRE, 3, k.flow3().value(), v1, k.volume3().value() * body.volume());
        }
        double ke0 = k.effectSite().value();
        rates[site][CENTRE] = ke0 / volume;
        rates[site][site] = -ke0;
        double eliminated = k.clearance().value() * body.clearance() / v1;
        int before = CENTRE;
        for (int m = 0; m < metabolite.length; m++) {
            eliminated = form(drug.metabolites().get(m), metabolite[m], before, eliminated, ke0);
            before = metabolite[m];
        }
    }

    /** Writes the rates of a metabolite at state {@code m}; returns its own rate of elimination, 1/h. */
    private double form(Metabolite made, int m, int before, double eliminated, double ke0) {
        double v = made.volume().value() * body.volume();
        double k = made.clearance().value() * body.clearance() / v;
        rates[m][before] = made.formation().value() * eliminated;
        rates[m][m] = -k;
        if (made.flow2() != null) {
            exchange(m, m + 1, made.flow2().value(), v, made.volume2().value() * body.volume());
        }
        if (made.potency() != null) {
            rates[site][m] = ke0 * made.potency().value() / (v * body.size());
        }
        return k;
    }

    private void exchange(int here, int other, double flow, double volumeHere, double volumeOther) {
        rates[here][here] -= flow / volumeHere;
        rates[here][other] = flow / volumeOther;
        rates[other][here] = flow / volumeHere;
        rates[other][other] = -flow / volumeOther;
    }

    /**
     * Takes a dose now: into the depot of a route that absorbs (after its lag), else straight into the centre.
     *
     * @throws org.unstuck.describe.Invalid if the drug is not given that way
     */
    public void dose(double mg, String route) {
        Route r = drug.route(route);
        take(mg * r.bioavailability().value(), r);
        if (r.swallowed() != null) {
            dose(mg * r.swallowed().value(), Route.ORAL);
        }
    }

    private void take(double mg, Route route) {
        int to = depot[drug.routes().indexOf(route)];
        if (to != CENTRE) {
            open(to, route);
        }
        if (route.lagHours() > 0) {
            late.add(new Late(hours + route.lagHours(), to, mg));
        } else {
            x[to] += mg;
        }
    }

    /** Lets a depot flow from its first dose on, so that routes that are not used cost nothing and change no rounding. */
    private void open(int d, Route route) {
        if (rates[d][d] == 0) {
            double ka = route.absorption().value() * body.absorption();
            rates[d][d] = -ka;
            rates[CENTRE][d] = ka;
            if (route.firstPass() != null) {
                rates[metabolite[0]][d] =
                        ka * route.firstPass().value() / route.bioavailability().value();
            }
            propagators.clear();
        }
    }

    /** Sets the infusion rate from now on. */
    public void infuse(double mgPerH) {
        if (mgPerH != infusionMgPerH) {
            infusionMgPerH = mgPerH;
            rates[CENTRE][one] = mgPerH;
            propagators.clear();
        }
    }

    /** Advances by {@code hours}; exact, the begin of absorption of late doses included. */
    public void advance(double hours) {
        double end = this.hours + hours;
        if (late.isEmpty()) {
            propagate(hours);
        } else {
            while (this.hours < end - SAME) {
                double stop = end;
                for (Late each : late) {
                    stop = Math.min(stop, Math.max(each.atHours, this.hours));
                }
                if (stop > this.hours) {
                    propagate(stop - this.hours);
                    this.hours = stop;
                }
                absorbDue();
            }
        }
        this.hours = end;
        absorbDue();
    }

    private void absorbDue() {
        for (int i = 0; i < late.size(); i++) {
            if (late.get(i).atHours <= hours + SAME) {
                x[late.get(i).depot] += late.get(i).mg;
                late.remove(i--);
            }
        }
    }

    private void propagate(double hours) {
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
        if (propagators.size() > MOST_PROPAGATORS) {
            propagators.clear();
        }
    }

    private boolean isEmpty() {
        for (int i = 0; i < x.length; i++) {
            if (i != one && x[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Plasma concentration of the drug itself, ng/mL. */
    public double plasma() {
        return x[CENTRE] / volume * NG_PER_ML;
    }

    /** Plasma concentration of metabolite {@code m}, ng/mL. */
    public double metabolite(int m) {
        double v = drug.metabolites().get(m).volume().value() * body.volume() * body.size();
        return x[metabolite[m]] / v * NG_PER_ML;
    }

    /**
     * Concentration at the effect site, ng/mL: of the drug, and of active metabolites as the concentration of the drug that
     * has the same effect (one site, Loewe additivity).
     */
    public double effectSite() {
        return x[site] * NG_PER_ML;
    }

    /** Amount of the drug itself in the body, mg: what waits to be absorbed included, metabolites not. */
    public double amount() {
        double sum = 0;
        for (int i = 0; i < site; i++) {
            sum += x[i];
        }
        for (int d : depot) {
            if (d > one && d != CENTRE) {
                sum += x[d];
            }
        }
        return sum + late.stream().mapToDouble(Late::mg).sum();
    }

    /** Amounts of the drug itself, mg: first depot (or nothing), centre, other compartments. */
    double[] amounts() {
        return Arrays.copyOf(x, site);
    }

    /**
     * The linear system of the drug itself just after a dose to an empty body; a swallowed part with another lag counts as if
     * it began with the rest.
     */
    Exposure.Linear afterDose(double mg, String route) {
        dose(mg, route);
        for (Late each : late) {
            x[each.depot] += each.mg;
        }
        late.clear();
        int[] used = IntStream.range(0, x.length)
                .filter(i -> i < site || i > one && (metabolite.length == 0 || i < metabolite[0]))
                .filter(i -> rates[i][i] != 0)
                .toArray();
        double[][] a = new double[used.length][used.length];
        double[] amounts = new double[used.length];
        int centre = 0;
        for (int i = 0; i < used.length; i++) {
            centre = used[i] == CENTRE ? i : centre;
            amounts[i] = x[used[i]];
            for (int j = 0; j < used.length; j++) {
                a[i][j] = rates[used[i]][used[j]];
            }
        }
        return new Exposure.Linear(a, amounts, centre, volume, drug.route(route).lagHours());
    }
}
