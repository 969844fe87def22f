package org.unstuck.viz.selftest;

import java.util.List;
import java.util.TreeSet;
import org.unstuck.describe.Evidence;
import org.unstuck.describe.Sourced;
import org.unstuck.describe.Status;
import org.unstuck.pharma.Compartments;
import org.unstuck.pharma.Drug;
import org.unstuck.pharma.Hill;
import org.unstuck.pharma.Kinetics;
import org.unstuck.pharma.Route;

/** Drugs in the body against closed forms. */
final class BodyChecks {

    private static final String AREA = "Drugs in the body";
    private static final String CLOSED = "closed forms with 40 digits";
    private static final double RELATIVE = 1e-8;
    private static final double ABSOLUTE = 1e-10;
    /** From mg/L to ng/mL. */
    private static final double NG = 1000;

    /** Something given: mg at once by a route, or a change of the rate of an infusion in mg/h. */
    private record Given(double atH, String route, double mg, double ratePerH) {}

    private BodyChecks() {}

    static List<Check> all() {
        return List.of(
                new Check(AREA, "one compartment, by mouth with a lag", CLOSED, BodyChecks::lag),
                new Check(AREA, "two compartments, ten doses by mouth", CLOSED, BodyChecks::repeated),
                new Check(AREA, "three compartments, two infusions", CLOSED, BodyChecks::infusions),
                new Check(AREA, "Emax with a Hill exponent", CLOSED, BodyChecks::hill),
                new Check(
                        AREA, "two drugs at one receptor", "Gaddum's equation with 40 digits", BodyChecks::competing));
    }

    private static Sourced s(double value) {
        return new Sourced(value, "", value, value, "reference", Evidence.HIGH, Status.ASSUMED);
    }

    private static Drug drug(Kinetics kinetics, double f, double ka, Double lag) {
        Route oral = new Route(Route.ORAL, s(f), s(ka), lag == null ? null : s(lag), null, null);
        return new Drug("x", "x", "", kinetics, List.of(oral), List.of());
    }

    private static void lag(Score score) {
        Drug drug = drug(new Kinetics(s(12), s(80), null, null, null, null, s(1)), 0.7, 1.3, 0.4);
        plasma("PK1_oral_lag", drug, List.of(new Given(0, Route.ORAL, 200, 0)), score);
    }

    private static void repeated(Score score) {
        Drug drug = drug(new Kinetics(s(8), s(20), s(6), s(55), null, null, s(1)), 1, 0.9, null);
        List<Given> doses = new java.util.ArrayList<>();
        for (int k = 0; k < 10; k++) {
            doses.add(new Given(12 * k, Route.ORAL, 100, 0));
        }
        plasma("PK2_multi", drug, doses, score);
    }

    private static void infusions(Score score) {
        Drug drug = drug(new Kinetics(s(1.5), s(4.27), s(1.2), s(18.9), s(0.6), s(238), s(1)), 1, 1, null);
        plasma(
                "PK3_infusion",
                drug,
                List.of(new Given(0, "", 0, 10), new Given(1, "", 0, 6.0 / 7), new Given(8, "", 0, 0)),
                score);
    }

    /** Concentration in plasma; a dose at a moment is already in the value of that moment. */
    private static void plasma(String name, Drug drug, List<Given> given, Score score) {
        double[][] expected = Reference.table(name);
        TreeSet<Double> stops = new TreeSet<>();
        given.forEach(g -> stops.add(g.atH()));
        for (double[] row : expected) {
            stops.add(row[0]);
        }
        Compartments body = new Compartments(drug, Kinetics.REFERENCE_KG, 1);
        double now = 0;
        int next = 0;
        for (double t : stops) {
            body.advance(t - now);
            now = t;
            for (Given g : given) {
                if (g.atH() == t && g.mg() > 0) {
                    body.dose(g.mg(), g.route());
                } else if (g.atH() == t) {
                    body.infuse(g.ratePerH());
                }
            }
            if (next < expected.length && expected[next][0] == t) {
                double[] row = expected[next++];
                score.add(body.plasma() / NG, row[row.length - 1], RELATIVE, ABSOLUTE, name + " at " + t + " h");
            }
        }
    }

    private static void hill(Score score) {
        Hill hill = new Hill(0.1, 0.8, 12.5, 1.8);
        for (double[] row : Reference.table("HILL_a")) {
            score.add(hill.at(row[0]), row[1], 1e-12, 1e-14, "C = " + row[0]);
        }
    }

    private static void competing(Score score) {
        for (double[] row : Reference.table("COMP_a")) {
            double[] occupied = Hill.competing(row[0], 2, row[1], 15);
            score.add(occupied[0], row[2], 1e-12, 1e-14, "occupied by A, A = " + row[0] + ", B = " + row[1]);
            score.add(occupied[1], row[3], 1e-12, 1e-14, "occupied by B, A = " + row[0] + ", B = " + row[1]);
        }
    }
}
