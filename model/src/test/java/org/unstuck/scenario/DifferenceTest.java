package org.unstuck.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.unstuck.network.Network;

class DifferenceTest {

    private static final Network NETWORK = BuiltIn.NETWORKS.named("twelve-regions");

    private static Difference only(List<Difference> all, String what) {
        return all.stream().filter(d -> d.what().equals(what)).findFirst().orElseThrow();
    }

    @Test
    void nothingDiffersFromItself() {
        for (BuiltIn<?> shelf : List.of(BuiltIn.CONDITIONS, BuiltIn.NETWORKS, BuiltIn.DRUGS, BuiltIn.PRESETS)) {
            Object one = shelf.named(shelf.names().get(1));
            assertThat(Difference.between(one, one, NETWORK)).isEmpty();
        }
    }

    @Test
    void aConditionAgainstHealthIsItsChanges() {
        List<Difference> all = Difference.between(
                BuiltIn.CONDITIONS.named("generalised-anxiety"), BuiltIn.CONDITIONS.named("healthy"), NETWORK);
        assertThat(all).as("5 links, 1 drive, the symptom").hasSize(7);
        Difference link = only(all, "suppressive weight vmPFC->AMY");
        assertThat(link.signed()).isCloseTo(-0.6, within(1e-12));
        assertThat(link.a().provenance()).contains("weak regulation", "(low, assumed)");
        assertThat(link.b().provenance()).contains("intercalated cells");
        assertThat(only(all, "drive of AMY").signed()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void receptorsLocalFactorsAndCuesAreThere() {
        List<Difference> resistant = Difference.between(
                BuiltIn.CONDITIONS.named("treatment-resistant-anxiety"), BuiltIn.CONDITIONS.named("healthy"), NETWORK);
        assertThat(only(resistant, "answer to drugs at serotonin of PCC").signed())
                .isCloseTo(-0.7, within(1e-12));
        assertThat(only(resistant, "factor of interneuron-excitation of AMY").signed())
                .isCloseTo(-0.15, within(1e-12));
        List<Difference> social = Difference.between(
                BuiltIn.CONDITIONS.named("healthy"), BuiltIn.CONDITIONS.named("social-anxiety"), NETWORK);
        assertThat(only(social, "gain of cue social of AMY").signed()).isCloseTo(1 - 4.29, within(1e-12));
    }

    @Test
    void scenariosDifferInNetworkEventsAndNumbers() {
        List<Difference> all = Difference.between(
                BuiltIn.PRESETS.named("long-term-benzodiazepine"),
                BuiltIn.PRESETS.named("generalised-anxiety"),
                NETWORK);
        assertThat(only(all, "cohort/patients").signed()).isEqualTo(-12);
        assertThat(only(all, "horizon").isSigned()).isFalse();
        assertThat(all).noneMatch(d -> d.what().contains("weight"));
    }

    @Test
    void drugsDifferWithUnits() {
        Difference clearance = only(
                Difference.between(BuiltIn.DRUGS.named("ketamine"), BuiltIn.DRUGS.named("alprazolam"), NETWORK),
                "kinetics/clearance");
        assertThat(clearance.unit()).isEqualTo("L/h");
        assertThat(clearance.signed()).isCloseTo(79 - 3.47, within(1e-12));
        assertThat(clearance.a().provenance()).contains("Kamp 2020");
    }
}
