package org.unstuck.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
        duel();
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
                model with noise on the dense synthetic network, with own weights for every lane. C is `bench/c/wc.c`: tuned, all in
                one pass, noise of a sequential generator. "Weights shared" does less than the product: no patient learns.

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
        allocation();
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
        if (name.equals("ScalingCost")) {
            byJdk.forEach((jdk, all) -> ratio(jdk, all));
        }
    }

    private static String find(List<JmhResult> all, String question, String label) {
        return all.stream()
                .filter(r -> r.question().equals(question) && r.label().equals(label))
                .map(JmhResult::shown)
                .findFirst()
                .orElse("");
    }

    private void ratio(String jdk, List<JmhResult> all) {
        Map<String, Double> median = new TreeMap<>();
        all.forEach(r -> median.put(r.method(), r.median()));
        if (median.containsKey("oneThread") && median.containsKey("twoThreads")) {
            text.append("\nJava " + jdk + ", two threads / one: "
                    + Markdown.number(median.get("twoThreads") / median.get("oneThread")) + " per thread.\n");
        }
    }

    private void allocation() throws IOException {
        for (String jdk : files("gc-")) {
            for (JsonNode entry :
                    json.readTree(folder.resolve("gc-" + jdk + ".json").toFile())) {
                JmhResult r = JmhResult.of(entry);
                text.append("\nAllocated, Java " + jdk + ", " + r.label() + ": "
                        + Markdown.number(r.bytes() / StepCost.STEPS) + " bytes per step.\n");
            }
        }
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
