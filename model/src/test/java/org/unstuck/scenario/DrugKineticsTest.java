package org.unstuck.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unstuck.pharma.Compartments;
import org.unstuck.pharma.Drug;
import org.unstuck.pharma.Receptor;

/** The built-in drugs in a body of 70 kg against concentrations that were published or computed elsewhere. */
class DrugKineticsTest {

    private static final double KG = 70;
    private static final Drug KETAMINE = BuiltIn.DRUGS.named("ketamine");
    private static final Drug ALPRAZOLAM = BuiltIn.DRUGS.named("alprazolam");

    /** Plasma concentration {@code hours} after the start of 0.5 mg/kg over 40 min. */
    private static double ketamine(double hours) {
        Compartments body = new Compartments(KETAMINE, KG, 1);
        double infusion = 40 / 60.0;
        body.infuse(0.5 * KG / infusion);
        body.advance(Math.min(hours, infusion));
        if (hours > infusion) {
            body.infuse(0);
            body.advance(hours - infusion);
        }
        return body.plasma();
    }

    /** The reference is rounded to whole ng/mL: 2%, but never less than the rounding. */
    @ParameterizedTest
    @CsvSource({"0.6666666666666666, 219", "1, 117", "2, 56", "4, 33", "8, 13"})
    void ketamineFollowsTheTwoCompartmentSet(double hours, double ngPerMl) {
        assertThat(ketamine(hours)).isCloseTo(ngPerMl, within(Math.max(0.02 * ngPerMl, 0.5)));
    }

    @Test
    void thePeakOfKetamineLiesWhereItIsObserved() {
        double peak = 0;
        double at = 0;
        for (int minute = 1; minute < 120; minute++) {
            if (ketamine(minute / 60.0) > peak) {
                peak = ketamine(minute / 60.0);
                at = minute;
            }
        }
        assertThat(at).isEqualTo(40);
        assertThat(peak).isBetween(130.0, 280.0);
    }

    @Test
    void ketamineBlocksInterneuronsMore() {
        double peak = ketamine(40 / 60.0);
        // 218 / (218 + 444), geometric mean of GluN2C and GluN2D.
        assertThat(KETAMINE.on(Receptor.NMDA_I).at(peak)).isCloseTo(0.33, within(0.01));
        assertThat(KETAMINE.on(Receptor.NMDA_E).at(peak)).isCloseTo(0.15, within(0.01));
    }

    /** Drug label: about 8 ng/mL after 0.5 mg, 1 to 2 hours after intake, half-life 11.2 h. */
    @Test
    void alprazolamFollowsTheLabel() {
        Compartments body = new Compartments(ALPRAZOLAM, KG, 1);
        body.dose(0.5, "oral");
        double peak = 0;
        double at = 0;
        for (int minute = 1; minute <= 12 * 60; minute++) {
            body.advance(1 / 60.0);
            if (body.plasma() > peak) {
                peak = body.plasma();
                at = minute / 60.0;
            }
        }
        assertThat(peak).isCloseTo(8.2, within(0.1));
        assertThat(at).isBetween(1.0, 2.0);
        double before = body.plasma();
        body.advance(11.2);
        assertThat(body.plasma() / before).isCloseTo(0.5, within(0.002));
    }

    /** F dose / (CL interval) = 0.5 / 8 / 3.47 mg/L at steady state. */
    @Test
    void threeAlprazolamADayKeepTheEffectInTheTherapeuticBand() {
        Compartments body = new Compartments(ALPRAZOLAM, KG, 1);
        double sum = 0;
        for (int minute = 0; minute < 15 * 24 * 60; minute++) {
            if (minute % 480 == 0) {
                body.dose(0.5, "oral");
            }
            body.advance(1 / 60.0);
            sum += minute >= 14 * 24 * 60 ? body.effectSite() : 0;
        }
        double mean = sum / (24 * 60);
        assertThat(mean).isCloseTo(18.01, within(0.05));
        assertThat(ALPRAZOLAM.on(Receptor.GABA_A).at(mean)).isBetween(0.2, 0.6);
    }
}
