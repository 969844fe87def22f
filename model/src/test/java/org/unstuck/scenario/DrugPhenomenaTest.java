package org.unstuck.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unstuck.pharma.BodySize;
import org.unstuck.pharma.Compartments;
import org.unstuck.pharma.Drug;
import org.unstuck.pharma.Exposure;
import org.unstuck.pharma.Receptor;

/** Published time courses of the built-in drugs in the typical body of 70 kg: P01 to P04 and the kinetics of P06. */
class DrugPhenomenaTest {

    private static final double KG = 70;
    private static final double MINUTE = 1 / 60.0;
    private static final Drug KETAMINE = BuiltIn.DRUGS.named("ketamine");

    /** Concentrations by the minute; {@code of[0]} the drug, then its metabolites. */
    private record Course(double[][] of) {

        static Course after(Drug drug, double mg, String route, double overHours, double hours) {
            Compartments body = new Compartments(drug, KG, 1);
            if (overHours > 0) {
                body.infuse(mg / overHours);
            } else {
                body.dose(mg, route);
            }
            int n = (int) Math.round(hours * 60);
            int end = (int) Math.round(overHours * 60);
            double[][] of = new double[1 + drug.metabolites().size()][n + 1];
            for (int i = 1; i <= n; i++) {
                body.advance(MINUTE);
                of[0][i] = body.plasma();
                for (int m = 1; m < of.length; m++) {
                    of[m][i] = body.metabolite(m - 1);
                }
                if (i == end) {
                    body.infuse(0);
                }
            }
            return new Course(of);
        }

        int peakMinute(int substance) {
            int at = 0;
            for (int i = 1; i < of[substance].length; i++) {
                at = of[substance][i] > of[substance][at] ? i : at;
            }
            return at;
        }

        double peak(int substance) {
            return of[substance][peakMinute(substance)];
        }

        double area(int substance, double hours) {
            double sum = 0;
            for (int i = 1; i <= Math.round(hours * 60); i++) {
                sum += 0.5 * MINUTE * (of[substance][i] + of[substance][i - 1]);
            }
            return sum;
        }

        double at(int substance, double hours) {
            return of[substance][(int) Math.round(hours * 60)];
        }
    }

    private static final Course INFUSION = Course.after(KETAMINE, 0.5 * KG, "iv", 40 * MINUTE, 72);

    @Test
    void p01KetamineRisesAndFallsInTwoPhases() {
        double peak = INFUSION.peak(0);
        assertThat(peak).isBetween(130.0, 280.0);
        assertThat(INFUSION.peakMinute(0)).isBetween(38, 42);
        assertThat(INFUSION.at(0, 1) / peak).isBetween(0.35, 0.60);
        assertThat(INFUSION.at(0, 4) / peak).isBetween(0.08, 0.20);
        assertThat(INFUSION.at(0, 24) / peak).isLessThan(0.01);
    }

    @Test
    void p02MetabolitesLag() {
        assertThat(INFUSION.peakMinute(1) / 60.0).isBetween(0.9, 2.5);
        assertThat(INFUSION.peak(1) / INFUSION.peak(0)).isBetween(0.2, 0.5);
        assertThat(INFUSION.peakMinute(2) / 60.0).isBetween(2.0, 9.0);
        assertThat(INFUSION.at(2, 24))
                .as("ng/mL, limits of detection are about 1")
                .isGreaterThan(1);
        double halfLife = 4 * Math.log(2) / Math.log(INFUSION.at(1, 12) / INFUSION.at(1, 16));
        assertThat(halfLife).as("norketamine, h").isBetween(4.0, 6.0);
    }

    @Test
    void p03UnderTheTongueThereIsLessLaterAndMoreNorketamine() {
        Course wafer = Course.after(KETAMINE, 0.5 * KG, "sublingual", 0, 72);
        assertThat(wafer.area(0, 8) / INFUSION.area(0, 8)).isBetween(0.24, 0.35);
        assertThat(wafer.area(0, 72) / INFUSION.area(0, 72)).isCloseTo(0.289, within(0.001));
        assertThat(wafer.peakMinute(0) / 60.0).isBetween(0.25, 1.2);
        double ratio = wafer.area(1, 8) / wafer.area(0, 8) / (INFUSION.area(1, 8) / INFUSION.area(0, 8));
        assertThat(ratio).isGreaterThanOrEqualTo(2);
    }

    /** Bioavailability in all and time of the peak of the other routes (evidence A2). */
    @ParameterizedTest
    @CsvSource({"oral, 0.08, 0.25, 0.5, 1", "intranasal, 0.11, 0.17, 0.23, 0.39", "im, 0.9, 0.95, 0.16, 0.5"})
    void otherRoutesOfKetamine(String route, double lowF, double highF, double lowH, double highH) {
        Exposure into = Exposure.of(KETAMINE, 35, "iv", BodySize.typical(KG));
        Exposure by = Exposure.of(KETAMINE, 35, route, BodySize.typical(KG));
        assertThat(by.auc() / into.auc()).isBetween(lowF, highF);
        assertThat(by.peakHours()).isBetween(lowH, highH);
        Course course = Course.after(KETAMINE, 35, route, 0, 72);
        assertThat(course.area(0, 72)).isCloseTo(by.auc(), within(0.005 * by.auc()));
    }

    /** Day on which the mean over a dosing interval first reaches {@code share} of its final value. */
    private static double daysToShare(Drug drug, boolean withMetabolites, double share) {
        List<Double> means = new ArrayList<>();
        Compartments body = new Compartments(drug, KG, 1);
        for (int day = 0; day < 120; day++) {
            for (int half = 0; half < 4; half++) {
                body.dose(1, "oral");
                double sum = 0;
                for (int i = 0; i < 36; i++) {
                    body.advance(10 * MINUTE);
                    sum += body.plasma();
                    for (int m = 0; withMetabolites && m < drug.metabolites().size(); m++) {
                        sum += body.metabolite(m);
                    }
                }
                means.add(sum);
            }
        }
        double last = means.get(means.size() - 1);
        int i = 0;
        while (means.get(i) < share * last) {
            i++;
        }
        // The middle of the interval stands for its mean; between two of them the line is straight enough.
        double before = i == 0 ? 0 : means.get(i - 1);
        return (i - 0.5 + (share * last - before) / (means.get(i) - before)) / 4;
    }

    @ParameterizedTest
    @CsvSource({"alprazolam, 0.9, 3.7", "lorazepam, 0.9, 3.7", "clonazepam, 2.5, 7.5", "diazepam, 8, 25"})
    void p04Accumulation(String name, double low, double high) {
        assertThat(daysToShare(BuiltIn.DRUGS.named(name), true, 0.9)).isBetween(low, high);
    }

    @Test
    void p04NordiazepamEqualsItsParent() {
        Drug diazepam = BuiltIn.DRUGS.named("diazepam");
        Compartments body = new Compartments(diazepam, KG, 1);
        double parent = 0;
        double made = 0;
        for (int hour = 0; hour < 200 * 24; hour++) {
            if (hour % 24 == 0) {
                body.dose(10, "oral");
            }
            body.advance(1);
            parent += hour >= 199 * 24 ? body.plasma() : 0;
            made += hour >= 199 * 24 ? body.metabolite(0) : 0;
        }
        assertThat(made / parent).isBetween(0.7, 2.0);
    }

    /** Half of the peak effect by 15 to 75 min after a dose by mouth, a fifth or less of it after five half-lives. */
    @ParameterizedTest
    @CsvSource({"alprazolam, 0.5, 11.2", "lorazepam, 1, 12", "clonazepam, 0.5, 35", "diazepam, 10, 100"})
    void p06EffectIsFastAndTimeLocked(String name, double mg, double halfLife) {
        Drug drug = BuiltIn.DRUGS.named(name);
        Compartments body = new Compartments(drug, KG, 1);
        body.dose(mg, "oral");
        int n = (int) (5 * halfLife * 60);
        double[] effect = new double[n + 1];
        double peak = 0;
        for (int i = 1; i <= n; i++) {
            body.advance(MINUTE);
            effect[i] = drug.on(Receptor.GABA_A).at(body.effectSite());
            peak = Math.max(peak, effect[i]);
        }
        int half = 0;
        while (effect[half] < 0.5 * peak) {
            half++;
        }
        assertThat(half).as("minutes to half of the peak").isBetween(15, 75);
        assertThat(effect[n] / peak).isLessThanOrEqualTo(0.2);
    }

    /** Equivalent doses every 8 h have equal mean effect, within 3 %: they differ in how much it swings, not in its mean. */
    @ParameterizedTest
    @CsvSource({"lorazepam, 1", "clonazepam, 0.5", "diazepam, 10"})
    void equivalentDosesHaveEqualMeanEffect(String name, double mg) {
        for (Receptor receptor : List.of(Receptor.GABA_A, Receptor.SEDATION)) {
            double expected = meanEffect(BuiltIn.DRUGS.named("alprazolam"), 0.5, receptor);
            assertThat(meanEffect(BuiltIn.DRUGS.named(name), mg, receptor))
                    .as(name + " on " + receptor)
                    .isCloseTo(expected, within(0.03 * expected));
        }
    }

    private static double meanEffect(Drug drug, double mg, Receptor receptor) {
        Compartments body = new Compartments(drug, KG, 1);
        double sum = 0;
        int intervals = 450;
        for (int i = 0; i < intervals; i++) {
            body.dose(mg, "oral");
            for (int k = 0; k < 48; k++) {
                body.advance(10 * MINUTE);
                sum += i == intervals - 1 ? drug.on(receptor).at(body.effectSite()) / 48 : 0;
            }
        }
        return sum;
    }

    @Test
    void midazolamIsFeltAsOneMilligramOfAlprazolam() {
        Drug midazolam = BuiltIn.DRUGS.named("midazolam");
        Drug alprazolam = BuiltIn.DRUGS.named("alprazolam");
        double placebo =
                Course.after(midazolam, 0.045 * KG, "iv", 40 * MINUTE, 6).peak(0);
        double tablet = Course.after(alprazolam, 1, "oral", 0, 6).peak(0);
        assertThat(midazolam.on(Receptor.GABA_A).at(placebo))
                .isCloseTo(alprazolam.on(Receptor.GABA_A).at(tablet), within(0.005));
    }

    @Test
    void dissociationTracksThePlasmaBand() {
        assertThat(KETAMINE.on(Receptor.DISSOCIATION).at(100)).isCloseTo(0.2, within(0.01));
        assertThat(KETAMINE.on(Receptor.DISSOCIATION).at(250)).isCloseTo(0.8, within(0.01));
    }

    @Test
    void shamIsKetamineWithoutEffects() {
        Drug sham = BuiltIn.DRUGS.named("sham");
        assertThat(sham.kinetics()).isEqualTo(KETAMINE.kinetics());
        assertThat(sham.routes()).isEqualTo(KETAMINE.routes());
        assertThat(sham.metabolites()).isEqualTo(KETAMINE.metabolites());
        assertThat(sham.effects()).isEmpty();
    }

    /** F dose / (CL tau) = 10 mg / (36 L/h 24 h) = 11.6 ng/mL: 80 % of the transporters. */
    @Test
    void anSsriOccupiesMostTransporters() {
        Drug ssri = BuiltIn.DRUGS.named("escitalopram");
        Compartments body = new Compartments(ssri, KG, 1);
        double sum = 0;
        for (int hour = 0; hour < 30 * 24; hour++) {
            if (hour % 24 == 0) {
                body.dose(10, "oral");
            }
            body.advance(1);
            sum += hour >= 29 * 24 ? body.plasma() / 24 : 0;
        }
        assertThat(sum).isCloseTo(11.6, within(0.2));
        assertThat(ssri.on(Receptor.SEROTONIN).at(sum)).isCloseTo(0.8, within(0.01));
        assertThat(daysToShare(ssri, false, 0.9)).as("days").isBetween(2.0, 14.0);
    }
}
