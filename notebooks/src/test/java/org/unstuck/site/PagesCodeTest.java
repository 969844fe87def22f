package org.unstuck.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unstuck.scenario.ScenarioReader;
import org.unstuck.viz.cli.Main;

/** Every block of Java, every file and every command {@code unstuck ...} that these pages show, run in the order of the page. */
class PagesCodeTest {

    private static final Pattern FENCED = Pattern.compile("(?ms)^```(java|json|sh)\\n(.*?)^```");
    private static final Pattern NAME = Pattern.compile("`([a-z-]+\\.json)`");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "docs/tutorial.md",
                "docs/how-to/own-network.md",
                "docs/how-to/own-drug.md",
                "docs/how-to/own-measure.md",
                "docs/how-to/own-chart.md",
                "notebooks/README.md"
            })
    void works(String page) throws IOException {
        String text = Files.readString(Path.of("..").resolve(page));
        Map<String, Path> files = new TreeMap<>();
        Matcher block = FENCED.matcher(text);
        int done = 0;
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            run(shell, "import org.unstuck.notebook.*;");
            while (block.find()) {
                switch (block.group(1)) {
                    case "java" -> run(shell, block.group(2));
                    case "json" -> write(text, block, files);
                    default -> commands(block.group(2), files);
                }
                done++;
            }
        }
        assertThat(done).isGreaterThan(0);
    }

    private static void run(JShell shell, String source) {
        SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
        String rest = source.strip();
        while (!rest.isEmpty()) {
            SourceCodeAnalysis.CompletionInfo next = analysis.analyzeCompletion(rest);
            for (SnippetEvent event : shell.eval(next.source())) {
                List<String> messages = shell.diagnostics(event.snippet())
                        .map(d -> d.getMessage(java.util.Locale.ENGLISH))
                        .toList();
                assertThat(event.status()).as("%s: %s", next.source(), messages).isNotEqualTo(Snippet.Status.REJECTED);
                assertThat(event.exception()).as(next.source()).isNull();
            }
            rest = next.remaining().strip();
        }
    }

    /** The file is the last one named before its block; scenarios without a name must be scenarios. */
    private void write(String text, Matcher block, Map<String, Path> files) throws IOException {
        Matcher names = NAME.matcher(text.substring(0, block.start()));
        String name = null;
        while (names.find()) {
            name = names.group(1);
        }
        if (name == null) {
            assertThat(ScenarioReader.parse("this page", block.group(2)).arms()).isNotEmpty();
            return;
        }
        files.put(name, Files.writeString(folder.resolve(name), block.group(2)));
    }

    /** Commands that begin with "unstuck"; those with "java -jar" are run by the tests of viz. */
    private void commands(String lines, Map<String, Path> files) {
        for (String line : lines.lines().filter(l -> l.startsWith("unstuck ")).toList()) {
            List<String> words = new ArrayList<>(List.of(line.split(" +")).subList(1, line.split(" +").length));
            words.replaceAll(w -> files.containsKey(w) ? files.get(w).toString() : w);
            int out = words.indexOf("--out");
            Path made = folder.resolve(words.get(out + 1));
            words.set(out + 1, made.toString());
            StringWriter err = new StringWriter();

            int code =
                    Main.run(new PrintWriter(new StringWriter()), new PrintWriter(err), words.toArray(String[]::new));

            assertThat(code).as("%s: %s", line, err).isZero();
            assertThat(made).isNotEmptyFile();
        }
    }
}
