package org.unstuck.viz.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.scenario.ScenarioReader;
import org.unstuck.scenario.StudyReader;
import org.unstuck.study.Ablation;
import org.unstuck.study.Scenario;

/** Scenario files, links, build commands and lists in the pages are what they claim to be. */
class PagesTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.*)$");

    static Stream<Path> pages() {
        return Manual.pages().stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksLeadSomewhere(Path page) {
        List<String> lost = new ArrayList<>();
        Matcher links = LINK.matcher(Manual.text(page));
        while (links.find()) {
            String target = links.group(1);
            if (!target.matches("[a-z]+:.*") && !exists(page, target)) {
                lost.add(target);
            }
        }
        assertThat(lost).as("links of %s", Manual.ROOT.relativize(page)).isEmpty();
    }

    private static boolean exists(Path page, String target) {
        String[] parts = target.split("#", 2);
        Path file = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        return file.startsWith(Manual.ROOT)
                && Files.exists(file)
                && (parts.length == 1 || anchors(file).contains(parts[1]));
    }

    private static List<String> anchors(Path page) {
        return HEADING.matcher(Manual.text(page))
                .results()
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^a-z0-9 -]", "").replace(' ', '-'))
                .toList();
    }

    @Test
    void scenarioFilesAreScenarios() {
        List<String> files = Manual.blocks(Manual.ROOT.resolve("docs/scenario-files.md"), "json");

        assertThat(files).isNotEmpty();
        for (String file : files) {
            Scenario scenario = ScenarioReader.parse("docs/scenario-files.md", file);
            assertThat(scenario.arms()).isNotEmpty();
        }
    }

    @Test
    void studyFilesAreStudies() {
        List<String> files = Manual.blocks(Manual.ROOT.resolve("docs/how-to/sweeps.md"), "json");

        assertThat(files).isNotEmpty();
        for (String file : files) {
            assertThat(StudyReader.parse("docs/how-to/sweeps.md", file).tasks()).isGreaterThan(1);
        }
    }

    /** Every study that comes with the program has its line. */
    @Test
    void studiesAreListed() {
        String page = Manual.text(Manual.ROOT.resolve("docs/how-to/sweeps.md"));
        BuiltIn.STUDIES.names().forEach(name -> assertThat(page).contains(name));
    }

    /** {@code mvn} alone is the main job, and the continuous build checks what the README says. */
    @Test
    void theBuildDoesWhatTheReadmeSays() {
        String readme = Manual.text(Manual.ROOT.resolve("README.md"));
        List<String> maven =
                readme.lines().filter(line -> line.startsWith("mvn")).toList();

        assertThat(maven).containsExactly("mvn -q", "mvn -B verify");
        assertThat(Manual.text(Manual.ROOT.resolve("pom.xml")))
                .contains("<defaultGoal>compile exec:java</defaultGoal>")
                .contains("<exec.mainClass>org.unstuck.viz.cli.Main</exec.mainClass>");
        assertThat(Manual.text(Manual.ROOT.resolve("viz/pom.xml")))
                .contains("<exec.skip>false</exec.skip>")
                .contains("<exec.args>compare</exec.args>")
                .contains("<outputFile>${project.build.directory}/unstuck.jar</outputFile>");
        assertThat(Manual.text(Manual.ROOT.resolve(".ci/run")).lines())
                .anyMatch(line -> line.matches("(.* )?mvn -B (-ntp )?verify"))
                .anyMatch(line -> line.contains("-jar viz/target/unstuck.jar compare --quick"));
    }

    @Test
    void mechanismsThatCanBeSwitchedOffAreListed() {
        List<String> words = Stream.of(Ablation.values())
                .map(a -> "`" + a.name().toLowerCase(Locale.ROOT).replace('_', '-') + "`")
                .toList();

        assertThat(Manual.text(Manual.ROOT.resolve("docs/model.md"))).contains(String.join(", ", words));
        assertThat(Manual.text(Manual.ROOT.resolve("docs/disclaimer.md"))).contains(String.join(", ", words));
    }

    /** Every class that the reading order names is there. */
    @Test
    void theReadingOrderNamesFiles() {
        Pattern named = Pattern.compile("`([a-z]+)/([A-Z]\\w+)`((?:, `[A-Z]\\w+`)*)");
        Matcher classes = named.matcher(Manual.text(Manual.ROOT.resolve("docs/reading-order.md")));
        List<String> lost = new ArrayList<>();
        int found = 0;
        while (classes.find()) {
            String names = classes.group(2) + classes.group(3).replace("`", "");
            for (String name : names.split(", ")) {
                String file = classes.group(1) + "/" + name + ".java";
                boolean there = Files.exists(Manual.ROOT.resolve("model/src/main/java/org/unstuck/" + file))
                        || Files.exists(Manual.ROOT.resolve("viz/src/main/java/org/unstuck/viz/" + file));
                found++;
                if (!there) {
                    lost.add(file);
                }
            }
        }
        assertThat(found).isGreaterThan(20);
        assertThat(lost).isEmpty();
    }
}
