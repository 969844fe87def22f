package org.unstuck.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes what {@code bench/run.sh} measured as Markdown, to standard output.
 *
 * <pre>java -cp bench/target/benchmarks.jar org.unstuck.bench.Results bench/target/results</pre>
 */
public final class Results {

    private final Path folder;
    private final ObjectMapper json = new ObjectMapper();
    private final StringBuilder text = new StringBuilder();

    private Results(Path folder) {
        this.folder = folder;
    }

    /** Reads the folder and prints. */
    public static void main(String[] arguments) throws IOException {
        System.out.print(new Results(Path.of(arguments[0])).text());
    }

    private String text() throws IOException {
        text.append("# Speed\n\nWritten by `bench/run.sh`; not to be edited.\n\n");
        text.append(Files.readString(folder.resolve("machine.md")));
        goals();
        duel();
        profiles();
        jmh();
        startUp();
        text.append("""

                ## Repeat

                ```
                bench/run.sh --jdk /path/to/jdk-17 --jdk /path/to/jdk-25    # about an hour
                bench/run.sh --quick                                       # ten minutes, rough
                bench/run.sh --quick --duel                                # C and Java only
                java -jar bench/target/benchmarks.jar StepCost             # one question
                ```

                C needs gcc; without it the comparison with C is left out.
                """);
        return text.toString();
    }

    private void duel() throws IOException {
        List<JsonNode> agreement = lines("agreement.jsonl");
        List<JsonNode> duel = lines("duel.jsonl");
        if (duel.isEmpty()) {
            return;
        }
        text.append("""

                ## The same work in C

                Nanoseconds of CPU per region-step, and Java / C of rounds in turns: median (least-largest). Both run the default
                model with noise on the dense synthetic network, step by step with the same gains and drives in every lane's own arrays.
                "own": every lane has weights of its own, as patients that learn; "shared": all lanes have one set of weights, on both
                sides. Lanes are split so that weights fit the cache, on both sides. C is `bench/c/wc.c`: tuned, all in one pass, noise
                of a sequential generator, where ours can be had by address.

                ![Java over C](speed.svg)

                """);
        text.append(new Duel(duel).table());
        if (!agreement.isEmpty()) {
            text.append("\nDo they compute the same?\n\n");
            Markdown table = new Markdown(List.of("check", "scheme", "regions", "lanes", "value", "limit"));
            for (JsonNode a : agreement) {
                table.row(List.of(
                        a.get("check").asText(),
                        a.get("scheme").asText(),
                        a.get("regions").asText(),
                        a.get("lanes").asText(),
                        a.get("value").asText(),
                        a.get("limit").asText()));
            }
            text.append(table);
        }
    }

    private void goals() throws IOException {
        List<JmhResult> jmh = jmhOf("jmh-");
        Goals goals = Goals.of(lines("duel.jsonl"), jmh, lines("profile.jsonl"), lines("threads.jsonl"), jmhOf("gc-"));
        if (goals.all().isEmpty()) {
            return;
        }
        text.append("\n## Goals\n\nOn the first JDK: median (least-largest) over rounds.\n\n")
                .append(goals.table());
        List<String> chart = new ArrayList<>();
        for (Goals.Goal goal : goals.all()) {
            if (goal.againstC()) {
                double[] sorted = goal.values().clone();
                Arrays.sort(sorted);
                chart.add(goal.what() + "\t" + Markdown.median(sorted) + "\t" + sorted[0] + "\t"
                        + sorted[sorted.length - 1] + "\t" + goal.limit());
            }
        }
        if (!chart.isEmpty()) {
            Files.write(folder.resolve("speed.tsv"), chart);
        }
    }

    /** The results of the first JDK in the files that begin with {@code start}. */
    private List<JmhResult> jmhOf(String start) throws IOException {
        List<JmhResult> of = new ArrayList<>();
        for (String jdk : files(start).stream().limit(1).toList()) {
            json.readTree(folder.resolve(start + jdk + ".json").toFile()).forEach(e -> of.add(JmhResult.of(e)));
        }
        return of;
    }

    private void profiles() throws IOException {
        List<JsonNode> lines = lines("profile.jsonl");
        if (lines.isEmpty()) {
            return;
        }
        text.append("""

                ## Where the time goes

                Nanoseconds of CPU per region-step of each part by itself (`org.unstuck.bench.Profile`), and of a whole step. Alone, a part
                has the first-level cache for itself. "logistic" is contained in "mass".

                """);
        List<String> parts = List.of("coupling", "mass", "logistic", "noise", "update", "step");
        List<String> titles = new ArrayList<>(List.of("JDK", "scheme", "regions", "lanes", "weights"));
        titles.addAll(parts);
        Markdown table = new Markdown(titles);
        for (JsonNode l : lines) {
            List<String> row = new ArrayList<>();
            for (String of : List.of("language", "scheme", "regions", "lanes", "weights")) {
                row.add(l.get(of).asText());
            }
            parts.forEach(part -> row.add(Markdown.number(l.get(part).asDouble())));
            table.row(row);
        }
        text.append(table);
    }

    private void jmh() throws IOException {
        Map<String, List<JmhResult>> byJdk = new TreeMap<>();
        for (String jdk : files("jmh-")) {
            List<JmhResult> of = new ArrayList<>();
            json.readTree(folder.resolve("jmh-" + jdk + ".json").toFile()).forEach(e -> of.add(JmhResult.of(e)));
            byJdk.put(jdk, of);
        }
        Map<String, Map<String, List<JmhResult>>> questions = new LinkedHashMap<>();
        byJdk.values()
                .forEach(all -> all.forEach(r -> questions
                        .computeIfAbsent(r.question(), q -> new LinkedHashMap<>())
                        .computeIfAbsent(r.label(), l -> new ArrayList<>())
                        .add(r)));
        if (!questions.isEmpty()) {
            text.append("\n## One question each\n\nWall time, median over iterations and forks (least-largest).\n");
        }
        questions.forEach((question, rows) -> question(question, rows, byJdk));
    }

    private void question(String name, Map<String, List<JmhResult>> rows, Map<String, List<JmhResult>> byJdk) {
        String unit = rows.values().iterator().next().get(0).unit();
        text.append("\n### " + name + ": " + unit + "\n\n");
        List<String> titles = new ArrayList<>(List.of("what"));
        byJdk.keySet().forEach(jdk -> titles.add("Java " + jdk));
        Markdown table = new Markdown(titles);
        rows.forEach((label, any) -> {
            List<String> row = new ArrayList<>(List.of(label));
            byJdk.values().forEach(all -> row.add(find(all, name, label)));
            table.row(row);
        });
        text.append(table);
    }

    private static String find(List<JmhResult> all, String question, String label) {
        return all.stream()
                .filter(r -> r.question().equals(question) && r.label().equals(label))
                .map(JmhResult::shown)
                .findFirst()
                .orElse("");
    }

    private void startUp() throws IOException {
        List<JsonNode> lines = lines("start-up.jsonl");
        if (lines.isEmpty()) {
            return;
        }
        text.append(
                "\n## Waiting for the program\n\nWall seconds, median (least-largest) of runs in turns, without and with an archive of "
                        + "loaded classes (`-XX:ArchiveClassesAtExit`, then `-XX:SharedArchiveFile`).\n\n");
        Markdown table = new Markdown(List.of("command", "JDK", "archive", "seconds", "archive, MB"));
        for (JsonNode l : lines) {
            table.row(List.of(
                    "`" + l.get("command").asText() + "`",
                    l.get("language").asText(),
                    l.get("archive").asText(),
                    "%s (%s-%s)".formatted(l.get("seconds"), l.get("low"), l.get("high")),
                    l.get("bytes").asLong() == 0
                            ? ""
                            : Markdown.number(l.get("bytes").asDouble() / (1 << 20))));
        }
        text.append(table);
    }

    /** The middle part of the names of the files that begin with {@code start}, in order. */
    private List<String> files(String start) throws IOException {
        try (var all = Files.list(folder)) {
            return all.map(p -> p.getFileName().toString())
                    .filter(n -> n.startsWith(start) && n.endsWith(".json"))
                    .map(n -> n.substring(start.length(), n.length() - ".json".length()))
                    .sorted()
                    .toList();
        }
    }

    private List<JsonNode> lines(String file) throws IOException {
        List<JsonNode> nodes = new ArrayList<>();
        if (Files.exists(folder.resolve(file))) {
            for (String line : Files.readAllLines(folder.resolve(file))) {
                nodes.add(json.readTree(line));
            }
        }
        return nodes;
    }
}
