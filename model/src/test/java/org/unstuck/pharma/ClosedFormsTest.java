package org.unstuck.pharma;

import static java.lang.Math.exp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unstuck.describe.Evidence;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Sourced;
import org.unstuck.describe.Status;

/**
 * The matrix exponential against the formulas of the textbooks (Gabrielsson and Weiner 2016; Gibaldi and Perrier 1982), and
 * against adaptive steps where there is no formula.
 */
class ClosedFormsTest {

    private static final double CL = 5;
    private static final double V = 40;
    private static final double KA = 1.3;
    private static final double F = 0.7;
    private static final double DOSE = 100;
    private static final double RELATIVE = 1e-12;

    private static Sourced s(double value) {
        return new Sourced(value, "", value, value, "test", Evidence.HIGH, Status.ASSUMED);
    }

    private static Kinetics one() {
        return new Kinetics(s(CL), s(V), null, null, null, null, s(2));
    }

    private static Drug oral(Sourced lag) {
        return new Drug("x", "x", "", one(), List.of(new Route("oral", s(F), s(KA), lag, null, null)), List.of());
    }

    /** Bateman 1910, ng/mL, t hours after one dose. */
    private static double bateman(double t) {
        double k = CL / V;
        return t < 0 ? 0 : 1000 * F * DOSE / V * KA / (KA - k) * (exp(-k * t) - exp(-KA * t));
    }

    private static void same(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(RELATIVE * Math.abs(expected) + 1e-12));
    }

    @Test
    void oneDoseByMouthIsBateman() {
        Compartments body = new Compartments(oral(null), 70, 1);
        body.dose(DOSE, "oral");
        for (int i = 1; i <= 40; i++) {
            body.advance(0.6);
            same(body.plasma(), bateman(0.6 * i));
        }
    }

    /** The lag ends within a step, at its end, or in a later step: all the same. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.25, 0.4, 1, 7})
    void aLagShiftsTheCurveWhateverTheSteps(double step) {
        Compartments body = new Compartments(oral(s(0.4)), 70, 1);
        body.dose(DOSE, "oral");
        assertThat(body.amount()).isEqualTo(F * DOSE);
        double t = 0;
        while (t < 20) {
            body.advance(step);
            t += step;
            assertThat(body.plasma()).isCloseTo(bateman(t - 0.4), within(1e-9 * (1 + bateman(t))));
        }
    }

    /** Repeated doses add up: accumulation factor 1/(1 - exp(-k tau)), and a missed dose is one term less. */
    @Test
    void dosesSuperpose() {
        double tau = 8;
        int n = 12;
        int missed = 5;
        Compartments body = new Compartments(oral(null), 70, 1);
        for (int i = 0; i < n; i++) {
            if (i != missed) {
                body.dose(DOSE, "oral");
            }
            body.advance(tau);
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += i == missed ? 0 : bateman((n - i) * tau);
        }
        same(body.plasma(), sum);
    }

    @Test
    void steadyStateIsTheGeometricSeries() {
        double tau = 6;
        double k = CL / V;
        Compartments body = new Compartments(oral(null), 70, 1);
        for (int i = 0; i < 60; i++) {
            body.dose(DOSE, "oral");
            body.advance(tau);
        }
        double trough = 1000
                * F
                * DOSE
                / V
                * KA
                / (KA - k)
                * (exp(-k * tau) / (1 - exp(-k * tau)) - exp(-KA * tau) / (1 - exp(-KA * tau)));
        assertThat(body.plasma()).isCloseTo(trough, within(1e-10 * trough));
        double area = 0;
        body.dose(DOSE, "oral");
        int steps = 600;
        for (int i = 0; i < steps; i++) {
            double before = body.plasma();
            body.advance(tau / steps / 2);
            double middle = body.plasma();
            body.advance(tau / steps / 2);
            area += tau / steps / 6 * (before + 4 * middle + body.plasma());
        }
        assertThat(area / tau).as("mean = F dose / (CL tau)").isCloseTo(1000 * F * DOSE / (CL * tau), within(1e-4));
    }

    /** Two compartments, infusion: rate/V1 sum (alpha - k21)/(alpha (alpha - beta)) (1 - exp(-alpha t)) exp(-alpha (t - T)). */
    @Test
    void infusionIntoTwoCompartments() {
        double v1 = 15;
        double q = 3;
        double v2 = 30;
        double rate = 52.5;
        double length = 2 / 3.0;
        Kinetics k = new Kinetics(s(CL), s(v1), s(q), s(v2), null, null, s(2));
        Compartments body =
                new Compartments(new Drug("x", "x", "", k, List.of(new Route("iv", s(1), null)), List.of()), 70, 1);
        double k10 = CL / v1;
        double k12 = q / v1;
        double k21 = q / v2;
        double root = Math.sqrt((k10 + k12 + k21) * (k10 + k12 + k21) - 4 * k10 * k21);
        double alpha = (k10 + k12 + k21 + root) / 2;
        double beta = (k10 + k12 + k21 - root) / 2;
        body.infuse(rate);
        body.advance(length);
        body.infuse(0);
        for (double t : new double[] {length, 1, 2.5, 6, 24, 72}) {
            double since = t - length;
            double expected = rate
                    / v1
                    * ((alpha - k21) / (alpha * (alpha - beta)) * (1 - exp(-alpha * length)) * exp(-alpha * since)
                            + (k21 - beta) / (beta * (alpha - beta)) * (1 - exp(-beta * length)) * exp(-beta * since));
            same(body.plasma(), 1000 * expected);
            body.advance(t == 72 ? 0 : next(t) - t);
        }
    }

    private static double next(double t) {
        return t < 1 ? 1 : t < 2.5 ? 2.5 : t < 6 ? 6 : t < 24 ? 24 : 72;
    }

    /** Drug and metabolite: f k dose / (km - k) (exp(-k t) - exp(-km t)), and in all f dose/CL_m under its curve. */
    @Test
    void aMetaboliteFollowsItsParent() {
        Metabolite m = new Metabolite("m", "m", s(0.6), s(2), s(60), null, null, s(0.5));
        Drug drug =
                new Drug("x", "x", "", one(), List.of(new Route("iv", s(1), null)), List.of(m), List.of(), null, null);
        Compartments body = new Compartments(drug, 70, 1);
        body.dose(DOSE, "iv");
        double k = CL / V;
        double km = 2 / 60.0;
        double area = 0;
        for (int i = 1; i <= 4000; i++) {
            double before = body.metabolite(0);
            body.advance(0.1);
            area += 0.05 * (before + body.metabolite(0));
            double t = 0.1 * i;
            double expected = 1000 * 0.6 * k * DOSE / 60 / (km - k) * (exp(-k * t) - exp(-km * t));
            assertThat(body.metabolite(0)).isCloseTo(expected, within(1e-11 * (1 + expected)));
        }
        assertThat(area).isCloseTo(1000 * 0.6 * DOSE / 2, within(0.3));
        assertThat(body.effectSite())
                .as("late, the effect site holds what its potency says")
                .isCloseTo(0.5 * body.metabolite(0) * 2 / (2 - km), within(1e-3 * body.metabolite(0)));
    }

    /** Nothing is lost on the way: what becomes of a swallowed dose under the curves of drug and metabolite. */
    @Test
    void aSwallowedPartPassesTheLiverFirst() {
        Metabolite m = new Metabolite("m", "m", s(0.75), s(4), s(60), s(3), s(50), null);
        Drug drug = new Drug(
                "x",
                "x",
                "",
                one(),
                List.of(
                        new Route("oral", s(0.2), s(1.5), s(0.3), s(0.5), null),
                        new Route("sublingual", s(0.15), s(3), null, null, s(0.7))),
                List.of(m),
                List.of(),
                null,
                null);
        Compartments body = new Compartments(drug, 70, 1);
        body.dose(DOSE, "sublingual");
        double parent = 0;
        double made = 0;
        for (int i = 0; i < 60_000; i++) {
            double p = body.plasma();
            double q = body.metabolite(0);
            body.advance(0.01);
            parent += 0.005 * (p + body.plasma());
            made += 0.005 * (q + body.metabolite(0));
        }
        double f = 0.15 + 0.7 * 0.2;
        assertThat(parent).isCloseTo(1000 * f * DOSE / CL, within(0.5));
        assertThat(made).isCloseTo(1000 * (0.75 * f + 0.7 * 0.5) * DOSE / 4, within(0.5));
        assertThat(Exposure.of(drug, DOSE, "sublingual", BodySize.typical(70)).auc())
                .isCloseTo(1000 * f * DOSE / CL, within(1e-8));
    }

    /** Three compartments, effect site and a chain of metabolites, by steps that know nothing of matrices. */
    @Test
    void adaptiveStepsAgree() {
        Metabolite a = new Metabolite("a", "a", s(0.8), s(4), s(60), s(3), s(50), s(0.3));
        Metabolite b = new Metabolite("b", "b", s(0.5), s(9), s(80), null, null, null);
        Kinetics k = new Kinetics(s(8), s(20), s(6), s(55), s(2), s(90), s(3));
        Drug drug = new Drug(
                "x",
                "x",
                "",
                k,
                List.of(new Route("oral", s(0.4), s(0.9), null, s(0.3), null)),
                List.of(a, b),
                List.of(),
                null,
                null);
        Compartments exact = new Compartments(drug, 70, 1);
        AdaptivePath path = new AdaptivePath(
                (t, x, dx) -> {
                    dx[0] = -0.9 * x[0];
                    dx[1] = 0.4 * 0.9 * x[0] - (8 + 6 + 2) / 20.0 * x[1] + 6 / 55.0 * x[2] + 2 / 90.0 * x[3];
                    dx[2] = 6 / 20.0 * x[1] - 6 / 55.0 * x[2];
                    dx[3] = 2 / 20.0 * x[1] - 2 / 90.0 * x[3];
                    dx[4] = 0.8 * 8 / 20.0 * x[1] + 0.3 * 0.9 * x[0] - (4 + 3) / 60.0 * x[4] + 3 / 50.0 * x[5];
                    dx[5] = 3 / 60.0 * x[4] - 3 / 50.0 * x[5];
                    dx[6] = 0.5 * 4 / 60.0 * x[4] - 9 / 80.0 * x[6];
                    dx[7] = 3 * (x[1] / 20 + 0.3 * x[4] / 60 - x[7]);
                },
                new double[8],
                1e-12,
                1e-14);
        for (int dose = 0; dose < 4; dose++) {
            exact.dose(DOSE, "oral");
            path.add(0, DOSE);
            for (int i = 0; i < 6; i++) {
                exact.advance(1.7);
                path.advance(1.7);
                assertThat(exact.plasma()).isCloseTo(1000 * path.value(1) / 20, within(1e-7));
                assertThat(exact.metabolite(0)).isCloseTo(1000 * path.value(4) / 60, within(1e-7));
                assertThat(exact.metabolite(1)).isCloseTo(1000 * path.value(6) / 80, within(1e-7));
                assertThat(exact.effectSite()).isCloseTo(1000 * path.value(7), within(1e-7));
            }
        }
    }

    /** A person's factors: clearance alone moves the area, volume alone the half-life, absorption alone the peak. */
    @Test
    void peopleDifferWhereTheyShould() {
        Exposure typical = Exposure.of(oral(null), DOSE, "oral", BodySize.typical(70));
        Exposure slow = Exposure.of(oral(null), DOSE, "oral", new BodySize(70, 0.5, 1, 1));
        Exposure roomy = Exposure.of(oral(null), DOSE, "oral", new BodySize(70, 1, 2, 1));
        Exposure late = Exposure.of(oral(null), DOSE, "oral", new BodySize(70, 1, 1, 0.5));

        same(slow.auc(), 2 * typical.auc());
        same(slow.halfLifeHours(), 2 * typical.halfLifeHours());
        same(roomy.auc(), typical.auc());
        same(roomy.halfLifeHours(), 2 * typical.halfLifeHours());
        same(late.auc(), typical.auc());
        same(late.halfLifeHours(), typical.halfLifeHours());
        assertThat(late.peakHours()).isGreaterThan(typical.peakHours());
        assertThat(typical.peakHours()).isCloseTo(Math.log(KA / (CL / V)) / (KA - CL / V), within(1e-9));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        Metabolite m = new Metabolite("m", "m", s(0.6), s(2), s(60), null, null, null);
        assertThatThrownBy(() -> new Route("iv", s(1), null, s(0.2), null, null))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("has lag, firstPass or swallowed, but no absorption. Maybe");
        assertThatThrownBy(() -> new Route("sublingual", s(0.5), s(1), null, null, s(0.6)))
                .hasMessageContaining("together they must be at most 1");
        assertThatThrownBy(() -> new Drug(
                        "x", "x", "", one(), List.of(new Route("nose", s(0.5), s(1), null, null, s(0.5))), List.of()))
                .hasMessageContaining("has no route \"oral\"");
        assertThatThrownBy(() -> new Drug(
                        "x", "x", "", one(), List.of(new Route("oral", s(0.5), s(1), null, s(0.5), null)), List.of()))
                .hasMessageContaining("has no metabolite");
        assertThatThrownBy(() -> new Drug(
                        "m", "x", "", one(), List.of(new Route("iv", s(1), null)), List.of(m), List.of(), null, null))
                .hasMessageContaining("\"m\" is there twice");
        assertThatThrownBy(() -> new Metabolite("m", "m", s(75), s(2), s(60), null, null, null))
                .hasMessageContaining("Maybe percent");
        assertThatThrownBy(() -> new Hill(0, 1, 3, 1).at(-1)).hasMessageContaining("-1.0, it must be 0 or greater");
        assertThatThrownBy(() -> new BodySize(70, 1, Double.NaN, 1)).hasMessageContaining("volume is NaN");
    }
}
