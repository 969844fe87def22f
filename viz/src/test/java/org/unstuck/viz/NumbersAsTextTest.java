package org.unstuck.viz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Numbers in outputs are written by {@code Decimal} alone: the text that Java makes of a double by itself differs between JDK 18 and 19, that
 * of {@code %f} rests on it. Read from the byte code of everything that writes tables, pages and pictures; texts of exceptions
 * ({@code Invalid} and its kind, thrown at once) are left out.
 */
class NumbersAsTextTest {

    private static final Pattern CLASS =
            Pattern.compile("^(?:[a-z]+ )*(?:class|interface|record|enum) (org\\.unstuck[\\w.$]+).*");
    private static final Pattern CONCAT = Pattern.compile("makeConcat\\w*:\\(([^)]*)\\)");
    private static final Pattern TEXT = Pattern.compile(
            "String\\.valueOf:\\([DF]\\)|\\.append:\\([DF]\\)|(Double|Float)\\.toString:|String\\.format:|Formatter\\.format:|\\.formatted:");

    /** What writes, in the packages of model. */
    private static final Pattern WRITERS =
            Pattern.compile("Tables?|EventLog|Decimal|ScenarioWriter|Time|Dose|Threshold");

    /** Formats of messages, of times that a run took, of letters by number: none is a number of a result. */
    private static final List<String> KNOWN = List.of("org.unstuck.viz.theme.Svg.fit", "org.unstuck.viz.theme.Theme");

    @Test
    void onlyDecimalWritesNumbersOfResults() throws Exception {
        List<String> files = new ArrayList<>();
        for (String folder : List.of("report", "figure", "theme")) {
            files.addAll(classes(Path.of("target/classes/org/unstuck/viz", folder)));
        }
        for (String folder : List.of("study", "describe", "scenario")) {
            classes(Path.of("../model/target/classes/org/unstuck", folder)).stream()
                    .filter(f -> WRITERS.matcher(
                                    Path.of(f).getFileName().toString().replaceAll("(\\$.*)?\\.class", ""))
                            .matches())
                    .forEach(files::add);
        }
        assertThat(files.size()).isGreaterThan(90);
        assertThat(offences(files)).isEmpty();
    }

    /** The rule can fail. */
    @Test
    void aNumberWrittenByJavaIsFound() throws Exception {
        Path here = Path.of("target/test-classes/org/unstuck/viz/NumbersAsTextTest$Fault.class");
        assertThat(offences(List.of(here.toString()))).hasSize(2);
    }

    /** Two of the faults. */
    static final class Fault {
        String concatenated(double x) {
            return "x = " + x;
        }

        String formatted(double x) {
            return String.format(java.util.Locale.ROOT, "%.2f", x);
        }

        void thrown(double x) {
            throw new IllegalArgumentException("x is " + x);
        }
    }

    private static List<String> classes(Path folder) throws Exception {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.map(Path::toString)
                    .filter(f -> f.endsWith(".class"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> offences(List<String> files) {
        StringWriter text = new StringWriter();
        List<String> words = new ArrayList<>(List.of("-p", "-c"));
        words.addAll(files);
        int code = ToolProvider.findFirst("javap")
                .orElseThrow()
                .run(new PrintWriter(text), new PrintWriter(text), words.toArray(String[]::new));
        assertThat(code).isZero();
        List<String> found = new ArrayList<>();
        String type = "";
        String method = "";
        List<String> lines = text.toString().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher named = CLASS.matcher(line);
            if (named.matches()) {
                type = named.group(1);
            } else if (line.startsWith("  ") && !line.startsWith("   ") && line.contains("(")) {
                method = line.strip().replaceAll("\\(.*", "").replaceAll(".*[ .]", "");
            } else if (isText(line) && !isThrown(lines, i)) {
                found.add(type + "." + method + ": " + line.strip().replaceAll("\\s+", " "));
            }
        }
        found.removeIf(f -> KNOWN.stream().anyMatch(f::startsWith));
        return found;
    }

    private static boolean isText(String line) {
        Matcher concat = CONCAT.matcher(line);
        if (concat.find()) {
            return concat.group(1).replaceAll("L[^;]*;", "").matches(".*[DF].*");
        }
        return TEXT.matcher(line).find();
    }

    /** The text goes into an exception: within the next instructions one is thrown, before anything else is called but its constructor. */
    private static boolean isThrown(List<String> lines, int at) {
        for (int i = at + 1; i < Math.min(lines.size(), at + 60); i++) {
            if (lines.get(i).contains("athrow")) {
                return true;
            }
            if (lines.get(i).isBlank() || lines.get(i).contains("return")) {
                return false;
            }
        }
        return false;
    }
}
