package org.unstuck.exchange;

import static org.unstuck.exchange.Formula.minus;
import static org.unstuck.exchange.Formula.negative;
import static org.unstuck.exchange.Formula.of;
import static org.unstuck.exchange.Formula.over;
import static org.unstuck.exchange.Formula.plus;
import static org.unstuck.exchange.Formula.times;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.unstuck.describe.Invalid;
import org.unstuck.mass.JansenRit;
import org.unstuck.mass.NeuralMass;
import org.unstuck.mass.StuartLandau;
import org.unstuck.mass.WilsonCowan;
import org.unstuck.mass.WilsonCowanNeurolib;
import org.unstuck.mass.WilsonCowanTvb;
import org.unstuck.mass.WongWang;

/**
 * The right-hand sides of the masses as formulas, one region at a time: each as in the documentation of its class, without the fluctuating
 * input. Numbers of a mass stand under their declared names.
 */
final class MassEquations {

    /** The logistic function 1 / (1 + exp(-x)) of the document. */
    static final String LOGISTIC = "F";

    private static final double MS = 1000;

    /** One region of a network. */
    interface Place {

        /** Its own variable, drive {@code P} or gain {@code gamma}, {@code nE}, {@code nI}, {@code tires}, {@code balance}. */
        Formula own(String name);

        /** The sum over its excitatory links of weight times {@code sent} of the source; empty without such links. */
        Optional<Formula> excitation(Function<Place, Formula> sent);

        /** The same over suppressive links. */
        Optional<Formula> suppression(Function<Place, Formula> sent);
    }

    private MassEquations() {}

    /**
     * d/dt of every variable of {@code mass} at a place, per ms.
     *
     * @throws Invalid if the mass was made elsewhere: its equations are known as code only
     */
    static List<Formula> rates(NeuralMass mass, Place at) {
        if (mass instanceof WilsonCowan) {
            return wilsonCowan(at);
        } else if (mass instanceof WilsonCowanNeurolib) {
            return neurolib(at);
        } else if (mass instanceof WilsonCowanTvb) {
            return tvb(at);
        } else if (mass instanceof WongWang) {
            return wongWang(at);
        } else if (mass instanceof StuartLandau) {
            return stuartLandau(at);
        } else if (mass instanceof JansenRit) {
            return jansenRit(at);
        }
        throw new Invalid(
                "the mass " + mass.name() + " has no form in SBML: its equations are known as code only.",
                "Maybe one of the built-in masses.");
    }

    private static List<Formula> wilsonCowan(Place at) {
        Formula E = at.own("E");
        Formula I = at.own("I");
        List<Formula> xE = new ArrayList<>(List.of(
                times(at.own("nE"), of("wEE"), E),
                negative(times(at.own("gamma"), of("wEI"), I)),
                negative(of("thetaE")),
                negative(at.own("a")),
                at.own("P")));
        add(xE, at.excitation(from -> from.own("E")), of("globalGain"));
        List<Formula> xI = new ArrayList<>(
                List.of(times(at.own("nI"), of("wIE"), E), negative(times(of("wII"), I)), negative(of("thetaI"))));
        add(xI, at.suppression(from -> from.own("E")), of("globalGainD"));
        return List.of(
                over(minus(logistic(plus(xE)), E), of("tauE")),
                over(minus(logistic(plus(xI)), I), of("tauI")),
                over(minus(times(at.own("tires"), of("b"), E), at.own("a")), of("tauA")));
    }

    private static List<Formula> neurolib(Place at) {
        Formula E = at.own("E");
        Formula I = at.own("I");
        List<Formula> xE = new ArrayList<>(List.of(
                times(at.own("nE"), of("cExcExc"), E),
                negative(times(at.own("gamma"), of("cInhExc"), I)),
                of("excExt"),
                drive(at),
                negative(of("muExc"))));
        add(xE, at.excitation(from -> from.own("E")), of("globalGain"));
        List<Formula> xI = new ArrayList<>(List.of(
                times(at.own("nI"), of("cExcInh"), E),
                negative(times(of("cInhInh"), I)),
                of("inhExt"),
                negative(of("muInh"))));
        add(xI, at.suppression(from -> from.own("E")), of("globalGainD"));
        return List.of(
                over(minus(times(minus(of(1), E), logistic(times(of("aExc"), plus(xE)))), E), of("tauExc")),
                over(minus(times(minus(of(1), I), logistic(times(of("aInh"), plus(xI)))), I), of("tauInh")));
    }

    private static List<Formula> tvb(Place at) {
        Formula E = at.own("E");
        Formula I = at.own("I");
        List<Formula> xE = new ArrayList<>(List.of(
                times(at.own("nE"), of("cEe"), E),
                negative(times(at.own("gamma"), of("cEi"), I)),
                of("pE"),
                drive(at),
                negative(of("thetaE"))));
        add(xE, at.excitation(from -> from.own("E")), of("globalGain"));
        List<Formula> xI = new ArrayList<>(List.of(
                times(at.own("nI"), of("cIe"), E), negative(times(of("cIi"), I)), of("qI"), negative(of("thetaI"))));
        add(xI, at.suppression(from -> from.own("E")), of("globalGainD"));
        return List.of(saturating(E, xE, "E"), saturating(I, xI, "I"));
    }

    /** ((k - r y) c (F(a (alpha x - b)) - shift F(-a b)) - y) / tau. */
    private static Formula saturating(Formula y, List<Formula> x, String cells) {
        Formula a = of("a" + cells);
        Formula b = of("b" + cells);
        Formula active = minus(
                logistic(times(a, minus(times(of("alpha" + cells), plus(x)), b))),
                times(of("shift"), logistic(negative(times(a, b)))));
        return over(
                minus(times(minus(of("k" + cells), times(of("r" + cells), y)), of("c" + cells), active), y),
                of("tau" + cells));
    }

    private static List<Formula> wongWang(Place at) {
        Formula sE = at.own("S_E");
        Formula sI = at.own("S_I");
        List<Formula> xE = new ArrayList<>(List.of(
                times(of("wE"), of("i0")),
                drive(at),
                times(at.own("nE"), of("wPlus"), of("jN"), sE),
                negative(times(at.own("gamma"), at.own("balance"), of("jI"), sI))));
        add(xE, at.excitation(from -> from.own("S_E")), of("globalGain"), of("jN"));
        List<Formula> xI =
                new ArrayList<>(List.of(times(of("wI"), of("i0")), times(at.own("nI"), of("jN"), sE), negative(sI)));
        add(xI, at.suppression(from -> from.own("S_E")), of("globalGainD"), of("jN"));
        return List.of(
                minus(times(minus(of(1), sE), of("gamma"), over(rate(xE, "E"), of(MS))), over(sE, of("tauE"))),
                minus(over(rate(xI, "I"), of(MS)), over(sI, of("tauI"))));
    }

    /** (a x - b) / (1 - exp(-d (a x - b))), Hz: 0/0 at one point, which no trajectory meets exactly. */
    private static Formula rate(List<Formula> x, String cells) {
        Formula u = minus(times(of("a" + cells), plus(x)), of("b" + cells));
        return over(u, minus(of(1), Formula.exp(negative(times(of("d" + cells), u)))));
    }

    private static List<Formula> stuartLandau(Place at) {
        Formula x = at.own("x");
        Formula y = at.own("y");
        List<Formula> driven = new ArrayList<>(List.of(
                minus(at.own("P"), of("usualDrive")),
                times(of("sE"), minus(at.own("nE"), of(1))),
                negative(times(of("sG"), minus(at.own("gamma"), of(1)))),
                negative(times(of("sI"), minus(at.own("nI"), of(1))))));
        at.suppression(MassEquations::amplitude).ifPresent(sum -> driven.add(negative(times(of("globalGainD"), sum))));
        Formula growth =
                plus(of("a"), times(of("perDrive"), plus(driven)), negative(times(x, x)), negative(times(y, y)));
        return List.of(
                turning(at, growth, x, negative(times(of("omega"), y)), "x"),
                turning(at, growth, y, times(of("omega"), x), "y"));
    }

    private static Formula amplitude(Place from) {
        Formula x = from.own("x");
        Formula y = from.own("y");
        return Formula.root(plus(times(x, x), times(y, y)));
    }

    private static Formula turning(Place at, Formula growth, Formula own, Formula turn, String name) {
        List<Formula> terms = new ArrayList<>(List.of(times(growth, own), turn));
        add(terms, at.excitation(from -> minus(from.own(name), own)), of("globalGain"));
        return over(plus(terms), of("tau"));
    }

    private static List<Formula> jansenRit(Place at) {
        Formula y0 = at.own("y0");
        List<Formula> excited =
                new ArrayList<>(List.of(times(at.own("nE"), of("a2"), of("J"), sigmoid(times(of("a1"), of("J"), y0)))));
        add(excited, at.excitation(MassEquations::fired), of("globalGain"));
        List<Formula> inhibited =
                new ArrayList<>(List.of(times(of("a4"), of("J"), sigmoid(times(at.own("nI"), of("a3"), of("J"), y0)))));
        add(inhibited, at.suppression(MassEquations::fired), of("globalGainD"));
        Formula most = times(of(2), of("nuMax"));
        return List.of(
                at.own("y3"),
                at.own("y4"),
                at.own("y5"),
                response("A", "a", times(most, fired(at)), y0, at.own("y3")),
                response("A", "a", plus(of("mu"), drive(at), times(most, plus(excited))), at.own("y1"), at.own("y4")),
                response("B", "b", times(most, at.own("gamma"), plus(inhibited)), at.own("y2"), at.own("y5")));
    }

    /** Firing of the pyramidal cells, as a share of its maximum. */
    private static Formula fired(Place from) {
        return sigmoid(minus(from.own("y1"), from.own("y2")));
    }

    private static Formula sigmoid(Formula v) {
        return logistic(times(of("r"), minus(v, of("v0"))));
    }

    /** H k x - 2 k y' - k^2 y. */
    private static Formula response(String gain, String rate, Formula x, Formula y, Formula speed) {
        Formula k = of(rate);
        return plus(times(of(gain), k, x), negative(times(of(2), k, speed)), negative(times(k, k, y)));
    }

    /** c_P (P - P_0). */
    private static Formula drive(Place at) {
        return times(of("perDrive"), minus(at.own("P"), of("usualDrive")));
    }

    private static Formula logistic(Formula x) {
        return new Formula.Call(LOGISTIC, x);
    }

    /** Adds gains times a sum, if there is one. */
    private static void add(List<Formula> terms, Optional<Formula> sum, Formula... gains) {
        sum.ifPresent(each -> {
            List<Formula> factors = new ArrayList<>(List.of(gains));
            factors.add(each);
            terms.add(times(factors.toArray(Formula[]::new)));
        });
    }
}
