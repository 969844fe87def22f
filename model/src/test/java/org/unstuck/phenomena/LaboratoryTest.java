package org.unstuck.phenomena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.unstuck.network.Condition;
import org.unstuck.pharma.Drug;
import org.unstuck.protocol.Challenge;
import org.unstuck.recording.Slow;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.simulate.DrugCourse;
import org.unstuck.simulate.ModelParameters;

/** What is run, once, in a laboratory of two patients with bursts of a tenth of a second. */
class LaboratoryTest {

    private static final Setting SETTING =
            Setting.standard().withSeeds(7).withPatients(2).withThreads(1).shortened(0.1, 4);
    private static final String ONCE = "benzodiazepine-once";
    private static final Laboratory.Look FOUR_HOURS = Laboratory.Look.steps(new double[] {4, 2});

    private static Laboratory lab() {
        return new Laboratory(SETTING, 7);
    }

    /** Every hour until 2 h, every 3 h until 7 h: the last step ends with its stage. */
    @Test
    void looksAreMadeOfStages() {
        Laboratory.Look look = Laboratory.Look.steps(new double[] {2, 1}, new double[] {7, 3});
        assertThat(look.moments()).containsExactly(0.0, 1.0, 2.0, 5.0, 7.0);
        assertThat(look.scanHours()).isEmpty();
        assertThat(look.challenges()).isEmpty();
        assertThat(look.withFlexibility()).isFalse();
        Laboratory.Look more = look.scans(1.0).challenged(Challenge.TASK).flexible();
        assertThat(more).isEqualTo(new Laboratory.Look(look.moments(), List.of(1.0), List.of(Challenge.TASK), true));
        // 0.1 three times is a little more than 0.3: no fourth step.
        assertThat(Laboratory.Look.steps(new double[] {0.3, 0.1}).moments()).hasSize(4);
    }

    @Test
    void equalRunsAreSharedAndOthersAreNot() {
        Laboratory lab = lab();
        Followed once = lab.follow(ONCE, FOUR_HOURS);
        assertThat(once.patients()).isEqualTo(2);
        assertThat(once.ends()).containsExactly(2, 4);
        assertThat(once.arms()).extracting(a -> a.name()).containsExactly("benzodiazepine");
        assertThat(lab.follow(ONCE, FOUR_HOURS)).isSameAs(once);
        assertThat(lab().follow(ONCE, FOUR_HOURS).index()).isDeepEqualTo(once.index());

        Condition depression = lab.condition("depression");
        Followed other = lab.follow(ONCE, depression, FOUR_HOURS);
        assertThat(other.untreated()[0][0]).isNotEqualTo(once.untreated()[0][0]);

        ModelParameters none = ModelParameters.standard();
        Followed renamed = lab.follow(ONCE, none, "as it is", FOUR_HOURS);
        assertThat(renamed).isNotSameAs(once);
        assertThat(renamed.index()).isDeepEqualTo(once.index());
    }

    /** At the low end of its range the maximum is 0.3 in place of 0.53: less gain. The same drug under another name changes nothing. */
    @Test
    void anotherDrugInItsPlace() {
        Drug alprazolam = BuiltIn.DRUGS.named("alprazolam");
        Knob maximum = Knob.named("drug/alprazolam/gaba-a/maximum");
        Drug weaker = maximum.in(SETTING, maximum.low()).drug("alprazolam");
        Laboratory lab = lab();
        Followed usual = lab.follow(ONCE, FOUR_HOURS);
        Followed weak = lab.follow(ONCE, weaker, "weaker", FOUR_HOURS);
        assertThat(weak.traces().get(0).get(0).of(Slow.GABA_GAIN)[1])
                .isLessThan(usual.traces().get(0).get(0).of(Slow.GABA_GAIN)[1])
                .isPositive();
        assertThat(lab.follow(ONCE, alprazolam, "the same", FOUR_HOURS).index()).isDeepEqualTo(usual.index());
    }

    @Test
    void baselinesAreScannedOnce() {
        Laboratory lab = lab();
        Laboratory.Look look = FOUR_HOURS.scans(0.0);
        Followed ill = lab.baseline(lab.condition("generalised-anxiety"), look);
        assertThat(ill.arms()).isEmpty();
        assertThat(ill.untreatedScans()).hasSize(2);
        assertThat(ill.gap()[0])
                .isEqualTo(ill.untreated()[0][0] - ill.healthy()[0])
                .isNotZero();
        assertThat(lab.baseline(lab.condition("generalised-anxiety"), look)).isSameAs(ill);
        Followed healthy = lab.baseline(lab.condition("healthy"), look);
        assertThat(healthy.gap()).as("healthy people are their own twins").containsExactly(0, 0);
    }

    @Test
    void conditionsPeopleAndKinetics() {
        Laboratory lab = lab();
        assertThat(lab.seed()).isEqualTo(7);
        assertThat(lab.patients()).isEqualTo(2);
        assertThat(lab.setting()).isSameAs(SETTING);
        assertThat(lab.network().name()).isEqualTo("twelve-regions");
        assertThatThrownBy(() -> lab.condition("boredom"))
                .isInstanceOf(Missing.class)
                .hasMessage("a condition \"boredom\"");
        assertThat(lab.people()).extracting(p -> p.index()).containsExactly(0, 1);
        assertThat(lab.people()).allSatisfy(p -> assertThat(p.weightKg()).isEqualTo(70));
        assertThat(lab.people().get(0).clearance())
                .isNotEqualTo(lab.people().get(1).clearance());
        assertThat(new Laboratory(SETTING, 8).people()).isNotEqualTo(lab.people());

        List<DrugCourse> courses = lab.kinetics(
                BuiltIn.DRUGS.named("alprazolam"), Protocols.named(ONCE).arms().get(0), new double[] {0, 1, 24});
        assertThat(courses).hasSize(2);
        assertThat(courses.get(0).plasma()[0][1]).isGreaterThan(courses.get(0).plasma()[0][2]);
        assertThat(courses.get(0).plasma()[0][2])
                .isPositive()
                .isNotEqualTo(courses.get(1).plasma()[0][2]);
    }

    @Test
    void drugsOfTheSetting() {
        assertThatThrownBy(() -> SETTING.drug("aspirin"))
                .isInstanceOf(Missing.class)
                .hasMessage("the drug \"aspirin\"");
        Knob maximum = Knob.named("drug/alprazolam/gaba-a/maximum");
        Setting twice = maximum.in(maximum.in(SETTING, 0.4), 0.6);
        assertThat(twice.drugs()).as("one of a name").hasSize(1);
        assertThat(maximum.value(twice)).isEqualTo(0.6);
        assertThat(twice.drug("ketamine")).isEqualTo(BuiltIn.DRUGS.named("ketamine"));
        assertThatThrownBy(() -> SETTING.withPatients(1)).hasMessageContaining("patients 1");
        assertThatThrownBy(() -> SETTING.withThreads(0)).hasMessageContaining("threads 0");
        assertThatThrownBy(() -> SETTING.withSeeds()).hasMessageContaining("seeds is []");
    }
}
