package org.unstuck.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The lines of {@link Twin} and {@code bench/c/wc.c}, written in turns: times, and the ratio of each round, so that what
 * disturbs a round disturbs both.
 *
 * @param lines one line per program, workload and round
 */
record Duel(List<JsonNode> lines) {

    private static final String C = "C";

    /** What both did. */
    record Workload(String scheme, int regions, int lanes, String weights) {

        static Workload of(JsonNode line) {
            return new Workload(
                    line.get("scheme").asText(),
                    line.get("regions").asInt(),
                    line.get("lanes").asInt(),
                    line.get("weights").asText());
        }
    }

    /** One workload per row. */
    Markdown table() {
        List<String> titles = new ArrayList<>(List.of("scheme", "regions", "lanes", "weights", C));
        for (String java : javas()) {
            titles.add(java);
            titles.add(java + " / C");
        }
        Markdown table = new Markdown(titles);
        for (Workload workload : workloads()) {
            List<String> row = new ArrayList<>(List.of(
                    workload.scheme(),
                    Integer.toString(workload.regions()),
                    Integer.toString(workload.lanes()),
                    workload.weights()));
            row.add(Markdown.range(rounds(workload, C)));
            for (String java : javas()) {
                row.add(Markdown.range(rounds(workload, java)));
                row.add(Markdown.range(ratios(workload, java)));
            }
            table.row(row);
        }
        return table;
    }

    /** The workloads in the order measured. */
    Set<Workload> workloads() {
        Set<Workload> workloads = new LinkedHashSet<>();
        lines.forEach(line -> workloads.add(Workload.of(line)));
        return workloads;
    }

    /** The JDKs in the order measured, as in "Java 17". */
    List<String> javas() {
        Set<String> javas = new LinkedHashSet<>();
        lines.forEach(line -> javas.add(line.get("language").asText()));
        javas.remove(C);
        return List.copyOf(javas);
    }

    /** Time of {@code java} over time of C, one per round. */
    double[] ratios(Workload workload, String java) {
        double[] c = rounds(workload, C);
        double[] ns = rounds(workload, java);
        double[] ratio = new double[Math.min(c.length, ns.length)];
        Arrays.setAll(ratio, r -> ns[r] / c[r]);
        return ratio;
    }

    /** Nanoseconds per region-step, one per round. */
    double[] rounds(Workload workload, String language) {
        return lines.stream()
                .filter(l -> Workload.of(l).equals(workload)
                        && l.get("language").asText().equals(language))
                .mapToDouble(l -> l.get("ns").asDouble())
                .toArray();
    }
}
