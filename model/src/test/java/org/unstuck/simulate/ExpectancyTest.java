package org.unstuck.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.unstuck.describe.Dose;
import org.unstuck.describe.Parameters;
import org.unstuck.describe.Time;
import org.unstuck.pharma.Drug;
import org.unstuck.protocol.Arm;
import org.unstuck.protocol.Belief;
import org.unstuck.protocol.Event;
import org.unstuck.recording.Slow;
import org.unstuck.scenario.BuiltIn;

/** Expectancy biases reports, is blind until something is felt, and fades. */
class ExpectancyTest {

    private static final List<Drug> DRUGS = List.of(
            BuiltIn.DRUGS.named("ketamine"), BuiltIn.DRUGS.named("midazolam"), BuiltIn.DRUGS.named("alprazolam"));
    private static final double[] QUARTERS = quarters(32);

    private static double[] quarters(int days) {
        double[] hours = new double[days * 96];
        Arrays.setAll(hours, i -> i / 4.0);
        return hours;
    }

    private static Event.Infusion infusion(String drug, String dose) {
        return new Event.Infusion(drug, Dose.parse(dose), Time.parse("40 min"), Time.parse("24 h"));
    }

    private static double[] bias(Event event, Belief belief, ModelParameters parameters) {
        Arm arm = new Arm("arm", List.of(event), belief);
        return DrugCourse.of(DRUGS, arm, Person.typical(0, 70), parameters, QUARTERS)
                .of(Slow.EXPECTANCY);
    }

    private static double day2(Event event, Belief belief) {
        return bias(event, belief, ModelParameters.standard())[48 * 4];
    }

    private static final Event KETAMINE = infusion("ketamine", "0.5 mg/kg");
    private static final Event MIDAZOLAM = infusion("midazolam", "0.045 mg/kg");
    /** A trace of drug: nobody feels it. */
    private static final Event SALINE = infusion("ketamine", "0.000001 mg/kg");

    @Test
    void anArmWithoutBeliefHasNoBias() {
        assertThat(bias(KETAMINE, null, ModelParameters.standard())).containsOnly(0);
    }

    @Test
    void anOpenTreatmentBiasesByTheFullSizeAndFadesExponentially() {
        Event daily = new Event.Single("alprazolam", Dose.parse("0.001 mg"), "oral", Time.parse("24 h"));
        double[] x = bias(daily, new Belief(1, true), ModelParameters.standard());
        double full = Expectancy.standard().size();
        assertThat(Arrays.stream(x).max().orElseThrow()).isCloseTo(full, within(1e-12));
        // The occasion forms belief for 6 h; from then on x falls with tau_x = 28 d. The step of the body is half an
        // hour.
        double hours = 7 * 24 - (24 + 6);
        assertThat(x[7 * 96]).isCloseTo(full * Math.exp(-hours / (28 * 24)), within(1e-3));
    }

    @Test
    void whatIsFeltUnmasksAndAnActivePlaceboDoesSoInPart() {
        Belief blind = new Belief(0.5, false);
        double ketamine = day2(KETAMINE, blind);
        double midazolam = day2(MIDAZOLAM, blind);
        double saline = day2(SALINE, blind);
        assertThat(ketamine).isGreaterThan(midazolam + 0.05);
        assertThat(midazolam).isGreaterThan(saline + 0.02);
        assertThat(ketamine).isLessThan(Expectancy.standard().size());
    }

    @Test
    void maskedArmsHaveTheSameBias() {
        Belief masked = new Belief(0.5, true);
        assertThat(day2(KETAMINE, masked)).isCloseTo(day2(SALINE, masked), within(1e-12));
        assertThat(day2(MIDAZOLAM, masked)).isCloseTo(day2(SALINE, masked), within(1e-12));
    }

    @Test
    void sizeZeroIsNoBias() {
        ModelParameters p = ModelParameters.standard();
        p = p.with(Parameters.with(p.expectancy(), "size", 0));
        assertThat(bias(KETAMINE, new Belief(1, false), p)).containsOnly(0);
    }

    /** Glue 2018: the score falls from 20 to 8.8 over 14 weeks, to 0.44. */
    @Test
    void dissociationIsHalvedByFourteenWeeklyInfusions() {
        List<Event> weekly = new ArrayList<>();
        for (int week = 0; week < 14; week++) {
            weekly.add(new Event.Infusion(
                    "ketamine", Dose.parse("0.5 mg/kg"), Time.parse("40 min"), Time.days(1 + 7 * week)));
        }
        double[] hours = quarters(93);
        double[] felt = DrugCourse.of(
                        DRUGS, new Arm("weekly", weekly), Person.typical(0, 70), ModelParameters.standard(), hours)
                .of(Slow.DISSOCIATION);
        double first = Arrays.stream(felt, 96, 2 * 96).max().orElseThrow();
        double last = Arrays.stream(felt, 92 * 96, 93 * 96).max().orElseThrow();
        assertThat(last / first).isBetween(0.38, 0.5);
    }
}
