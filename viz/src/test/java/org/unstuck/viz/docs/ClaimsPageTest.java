package org.unstuck.viz.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unstuck.claim.ClaimStudy;
import org.unstuck.scenario.ScenarioReader;

/** The claims file on the page is one. */
class ClaimsPageTest {

    @TempDir
    Path folder;

    @Test
    void theFileIsAStudy() throws IOException {
        List<String> files = Manual.blocks(Manual.ROOT.resolve("docs/how-to/how-far-does-it-hold.md"), "json");
        assertThat(files).hasSize(1);
        Path file = folder.resolve("claims.json");
        Files.writeString(file, files.get(0));

        ClaimStudy study = ScenarioReader.claims(file);

        assertThat(study.claims()).hasSize(2);
        assertThat(study.space().axes()).hasSizeGreaterThan(2);
    }
}
