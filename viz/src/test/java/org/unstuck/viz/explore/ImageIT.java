package org.unstuck.viz.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.unstuck.scenario.Sessions;

/** The application image, made by the profile {@code package}, starts where there is no Java; run by {@code mvn -Ppackage verify}. */
@Timeout(600)
class ImageIT {

    private static final Path IMAGE = Path.of("target", "image", "unstuck").toAbsolutePath();

    private static final String SMALL = """
            {"schemaVersion": 1, "name": "Small", "network": "four-networks", "condition": "generalised-anxiety",
             "cohort": {"patients": 2}, "seed": 1, "horizon": "2 d",
             "arms": [{"name": "untreated", "events": []}],
             "scans": {"at": ["0 d"], "rest": "20 s", "cues": 4}, "numerics": {"settle": "1 s", "burst": "2 s"}}
            """;

    @TempDir
    private Path folder;

    private Process start(String... words) throws IOException {
        Path launcher = IMAGE.resolve(Path.of("bin", "unstuck"));
        if (Files.notExists(launcher)) {
            launcher = IMAGE.resolve("unstuck.exe");
        }
        assertThat(launcher).exists();
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).directory(folder.toFile());
        builder.redirectOutput(folder.resolve("output").toFile());
        builder.environment().remove("JAVA_HOME");
        builder.environment().put("PATH", folder.toString());
        builder.environment().put("JAVA_TOOL_OPTIONS", "-Dunstuck.timing=true -Duser.home=" + folder);
        return builder.start();
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve("output"), StandardCharsets.UTF_8);
    }

    @Test
    void aCommandRuns() throws Exception {
        Path scenario = Files.writeString(folder.resolve("small.json"), SMALL);
        Process process = start(
                "compare",
                scenario.toString(),
                "--out",
                folder.resolve("results").toString());
        assertThat(process.waitFor(8, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output()).isZero();
        assertThat(folder.resolve("results/report.html")).isNotEmptyFile();
    }

    /** Without words the image opens the explorer; that the session is kept shows that its patient runs. */
    @Test
    void theWindowOpens() throws Exception {
        Assumptions.assumeTrue(
                System.getenv("DISPLAY") != null
                        || !System.getProperty("os.name").startsWith("Linux"),
                "there is no screen. Maybe xvfb-run -a mvn -Ppackage verify");
        Process process = start();
        Path kept = folder.resolve(".unstuck/explorer.json");
        try {
            long end = System.currentTimeMillis() + TimeUnit.MINUTES.toMillis(8);
            while (process.isAlive() && Files.notExists(kept) && System.currentTimeMillis() < end) {
                Thread.sleep(100);
            }
            assertThat(process.isAlive()).as(output()).isTrue();
            assertThat(kept).exists();
            assertThat(output()).contains("window after ");
            System.out.println("image: "
                    + output().lines()
                            .filter(l -> l.startsWith("window"))
                            .findFirst()
                            .orElse(""));
            assertThat(Sessions.read(kept).runs()).hasSize(1);
        } finally {
            process.destroy();
            process.waitFor();
        }
    }
}
