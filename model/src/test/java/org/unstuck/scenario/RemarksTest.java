package org.unstuck.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class RemarksTest {

    @Test
    void presetsHaveAPlaceForEverything() {
        for (String name : BuiltIn.PRESETS.names()) {
            assertThat(Remarks.on(BuiltIn.PRESETS.named(name))).as(name).isEmpty();
        }
    }

    @Test
    void whatDoesNothingIsSaid() throws IOException {
        String text = MistakesTest.resource("trial.json")
                .replace("\"generalised-anxiety\"", "\"depression-rumination\"")
                .replace("\"twelve-regions\"", "\"four-networks\"")
                .replace(
                        "\"events\": []",
                        "\"events\": [{\"type\": \"stop\", \"drug\": \"ketamine\", \"at\": \"1 d\"}]");
        assertThat(Remarks.on(ScenarioReader.parse("t", text)))
                .containsExactly(
                        "Of 4 changes of condition \"depression-rumination\", 3 find no place in network"
                                + " \"four-networks\": sgACC<->mPFC, sgACC<->AMY, DMN.",
                        "Arm \"untreated\" stops ketamine but never gives it.");
        String elsewhere = BuiltIn.NETWORKS
                .text("four-networks")
                .replace("\"AMY\", \"vmPFC\"", "\"X\"")
                .replace("\"dlPFC\", \"PPC\"", "\"Y\"");
        String lost = MistakesTest.resource("trial.json")
                .replace("\"generalised-anxiety\"", "\"healthy\"")
                .replace("\"twelve-regions\"", elsewhere);
        assertThat(Remarks.on(ScenarioReader.parse("t", lost)))
                .containsExactly(
                        "In arm \"drug\" the input \"therapy\" reaches no region of network \"four-networks\".");
    }
}
