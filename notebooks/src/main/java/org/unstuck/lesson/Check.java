package org.unstuck.lesson;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.unstuck.scenario.BadScenario;
import org.unstuck.scenario.ScenarioReader;

/**
 * Whether executed notebooks show what the lessons say: no cell failed, there are pictures with words, key numbers lie in the bands that the
 * text relies on, and the exported scenario is one. The bands are wide on purpose: they hold the sentence in the lesson, not the last digit.
 */
public final class Check {

    private static final Pattern KEY = Pattern.compile("(.+): (-?[0-9.]+(?:[eE][-+]?\\d+)?)( .*)?");
    private static final int COLUMNS = 4;

    private Check() {}

    /**
     * A number that a lesson is about.
     *
     * @param notebook number of the lesson, as in "03"
     * @param label its name
     * @param low least value with which the text is true
     * @param high largest
     */
    record Expected(String notebook, String label, double low, double high) {}

    static List<Expected> expected(Path file) throws IOException {
        List<Expected> all = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] cells = line.split("\\|");
                if (cells.length != COLUMNS) {
                    throw new IOException(
                            file + ": \"" + line + "\" has " + cells.length + " cells, it must have " + COLUMNS + ".");
                }
                all.add(new Expected(
                        cells[0].strip(),
                        cells[1].strip(),
                        Double.parseDouble(cells[2].strip()),
                        Double.parseDouble(cells[3].strip())));
            }
        }
        return all;
    }

    /** The numbers that a notebook shows, by their names. */
    static Map<String, Double> keys(Notebook notebook) {
        Map<String, Double> keys = new LinkedHashMap<>();
        for (Notebook.Cell cell : notebook.cells()) {
            for (Notebook.Output output : cell.outputs()) {
                Matcher key = KEY.matcher(output.words());
                if (output.type().equals("text/html") && key.matches()) {
                    keys.put(key.group(1), Double.valueOf(key.group(2)));
                }
            }
        }
        return keys;
    }

    /** What is wrong with one executed notebook; empty if nothing is. */
    static List<String> problems(String number, Notebook notebook, List<Expected> expected) {
        List<String> wrong = new ArrayList<>();
        int pictures = 0;
        for (Notebook.Cell cell : notebook.cells()) {
            for (Notebook.Output o : cell.outputs()) {
                if (o.type().equals("error")) {
                    wrong.add("a cell failed: " + o.data());
                }
                if (o.type().startsWith("image/")) {
                    pictures++;
                    if (o.data().length() < 1000 || o.words().isBlank()) {
                        wrong.add("picture " + pictures + " is empty or has no words.");
                    }
                }
            }
        }
        if (pictures < 2) {
            wrong.add("there are " + pictures + " pictures, at least 2 are expected.");
        }
        Map<String, Double> keys = keys(notebook);
        for (Expected e : expected) {
            if (e.notebook.equals(number)) {
                Double value = keys.get(e.label);
                if (value == null) {
                    wrong.add("the number \"" + e.label + "\" is not shown.");
                } else if (!(value >= e.low && value <= e.high)) {
                    wrong.add("\"" + e.label + "\" is " + value + ", the text needs " + e.low + " to " + e.high + ".");
                }
            }
        }
        for (String label : keys.keySet()) {
            if (expected.stream().noneMatch(e -> e.notebook.equals(number) && e.label.equals(label))) {
                wrong.add("the number \"" + label + "\" has no band.");
            }
        }
        return wrong;
    }

    /** Checks executed notebooks, all or those whose numbers are in {@code only}; prints what is wrong. */
    static boolean run(Path executed, Path bands, List<String> only, PrintStream out) throws IOException {
        List<Expected> expected = expected(bands).stream()
                .filter(e -> only.isEmpty() || only.contains(e.notebook))
                .toList();
        boolean good = true;
        List<Path> notebooks;
        try (Stream<Path> files = Files.list(executed)) {
            notebooks =
                    files.filter(f -> f.toString().endsWith(".ipynb")).sorted().toList();
        }
        for (Path file : notebooks) {
            String name = file.getFileName().toString();
            Notebook notebook = Notebook.read(file);
            List<String> wrong = new ArrayList<>(problems(name.substring(0, 2), notebook, expected));
            Path scenario = executed.resolve("unstuck-results").resolve(name.replace(".ipynb", ".json"));
            try {
                ScenarioReader.read(scenario);
            } catch (BadScenario e) {
                wrong.add(
                        "the exported scenario is none: " + e.mistakes().get(0).problem());
            }
            wrong.forEach(w -> out.println(name + ": " + w));
            out.println(name + ": "
                    + (wrong.isEmpty() ? "as the text says, " + keys(notebook).size() + " numbers" : "WRONG"));
            good &= wrong.isEmpty();
        }
        for (String missing : expected.stream()
                .map(Expected::notebook)
                .distinct()
                .filter(n -> notebooks.stream()
                        .noneMatch(f -> f.getFileName().toString().startsWith(n)))
                .toList()) {
            out.println(missing + ": has not been executed.");
            good = false;
        }
        return good;
    }

    /**
     * Checks.
     *
     * @param args folder of executed notebooks, file of bands, and numbers of lessons if not all were executed
     * @throws IOException if something cannot be read
     */
    public static void main(String[] args) throws IOException {
        if (!run(Path.of(args[0]), Path.of(args[1]), List.of(args).subList(2, args.length), System.out)) {
            System.exit(1);
        }
    }
}
