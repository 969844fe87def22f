package org.unstuck.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.unstuck.describe.Evidence;
import org.unstuck.describe.Sourced;
import org.unstuck.describe.Status;
import org.unstuck.pharma.Compartments;
import org.unstuck.pharma.Drug;
import org.unstuck.pharma.Hill;
import org.unstuck.pharma.Kinetics;
import org.unstuck.pharma.Route;

/** Any drug with linear kinetics (metamorphic relations 4 and 5 of verification), and the curve of its effect. */
class BodyPropertiesTest {

    private static final double RELATIVE = 1e-10;
    private static final double KG = 70;

    private static Sourced s(double value) {
        return new Sourced(value, "", value, value, "test", Evidence.LOW, Status.ASSUMED);
    }

    @Provide
    Arbitrary<Drug> drugs() {
        Arbitrary<Double> clearance = Arbitraries.doubles().between(0.5, 60);
        Arbitrary<Double> volume = Arbitraries.doubles().between(5, 400);
        Arbitrary<Double> rate = Arbitraries.doubles().between(0.05, 5);
        return Combinators.combine(
                        clearance,
                        volume,
                        clearance,
                        volume,
                        rate,
                        rate,
                        Arbitraries.doubles().between(0.1, 1),
                        Arbitraries.integers().between(1, 2))
                .as((cl, v, q, v2, ka, ke0, f, compartments) -> new Drug(
                        "x",
                        "x",
                        "",
                        new Kinetics(
                                s(cl),
                                s(v),
                                compartments > 1 ? s(q) : null,
                                compartments > 1 ? s(v2) : null,
                                null,
                                null,
                                s(ke0)),
                        List.of(new Route(Route.ORAL, s(f), s(ka))),
                        List.of()));
    }

    private static double plasma(Drug drug, double mg, double... hoursAfter) {
        Compartments body = new Compartments(drug, KG, 1);
        body.dose(mg, Route.ORAL);
        for (double h : hoursAfter) {
            body.advance(h);
        }
        return body.plasma();
    }

    private static void same(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(RELATIVE * Math.abs(expected) + 1e-9));
    }

    @Property
    void twiceTheDoseIsTwiceTheConcentration(
            @ForAll("drugs") Drug drug,
            @ForAll @DoubleRange(min = 0.1, max = 500) double mg,
            @ForAll @DoubleRange(min = 0.01, max = 48) double h) {
        same(plasma(drug, 2 * mg, h), 2 * plasma(drug, mg, h));
    }

    @Property
    void aStepMayBeSplit(
            @ForAll("drugs") Drug drug,
            @ForAll @DoubleRange(min = 0.01, max = 24) double first,
            @ForAll @DoubleRange(min = 0.01, max = 24) double second) {
        same(plasma(drug, 100, first, second), plasma(drug, 100, first + second));
    }

    /** 4. A dose later by a pause gives the same curve later by the pause; 5. doses add up. */
    @Property
    void dosesShiftAndAdd(
            @ForAll("drugs") Drug drug,
            @ForAll @DoubleRange(min = 0.1, max = 24) double pause,
            @ForAll @DoubleRange(min = 0.1, max = 24) double h) {
        Compartments body = new Compartments(drug, KG, 1);
        body.advance(pause);
        body.dose(100, Route.ORAL);
        body.advance(h);
        same(body.plasma(), plasma(drug, 100, h));
        body = new Compartments(drug, KG, 1);
        body.dose(100, Route.ORAL);
        body.advance(pause);
        body.dose(50, Route.ORAL);
        body.advance(h);
        same(body.plasma(), plasma(drug, 100, pause, h) + plasma(drug, 50, h));
    }

    /** What is in the body never grows without a dose and is never negative. */
    @Property
    void amountsFall(@ForAll("drugs") Drug drug) {
        Compartments body = new Compartments(drug, KG, 1);
        body.dose(100, Route.ORAL);
        double before = body.amount();
        for (int i = 0; i < 30; i++) {
            body.advance(1.7);
            assertThat(body.amount()).isBetween(0.0, before * (1 + 1e-12));
            assertThat(body.plasma()).isGreaterThanOrEqualTo(0);
            assertThat(body.effectSite()).isGreaterThanOrEqualTo(0);
            before = body.amount();
        }
    }

    @Property
    void effectsGrowWithConcentrationAndStayBelowEmax(
            @ForAll @DoubleRange(min = 0.01, max = 100) double ec50,
            @ForAll @DoubleRange(min = 0.3, max = 4) double n,
            @ForAll @DoubleRange(max = 1e6) double c,
            @ForAll @DoubleRange(max = 1e3) double more) {
        Hill hill = new Hill(0, 1, ec50, n);
        assertThat(hill.at(c)).isBetween(0.0, 1.0);
        assertThat(hill.at(c + more)).isGreaterThanOrEqualTo(hill.at(c));
        assertThat(hill.at(ec50)).isCloseTo(0.5, within(1e-12));
    }
}
