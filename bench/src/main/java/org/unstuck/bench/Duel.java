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

    /** One workload per row. */
    Markdown table() {
        Set<String> javas = new LinkedHashSet<>();
        Set<List<String>> workloads = new LinkedHashSet<>();
        for (JsonNode line : lines) {
            if (!line.get("language").asText().equals(C)) {
                javas.add(line.get("language").asText());
            }
            workloads.add(workload(line));
        }
        List<String> titles = new ArrayList<>(List.of("scheme", "regions", "lanes", "C", "C, weights shared"));
        for (String java : javas) {
            titles.add(java);
            titles.add(java + " / C");
        }
        Markdown table = new Markdown(titles);
        for (List<String> workload : workloads) {
            List<String> row = new ArrayList<>(workload);
            double[] c = rounds(workload, C, "own");
            row.add(range(c));
            row.add(range(rounds(workload, C, "shared")));
            for (String java : javas) {
                double[] ns = rounds(workload, java, "own");
                row.add(range(ns));
                double[] ratio = new double[Math.min(c.length, ns.length)];
                Arrays.setAll(ratio, r -> ns[r] / c[r]);
                row.add(range(ratio));
            }
            table.row(row);
        }
        return table;
    }

    private static List<String> workload(JsonNode line) {
        return List.of(
                line.get("scheme").asText(),
                line.get("regions").asText(),
                line.get("lanes").asText());
    }

    private double[] rounds(List<String> workload, String language, String weights) {
        return lines.stream()
                .filter(l -> workload(l).equals(workload)
                        && l.get("language").asText().equals(language)
                        && l.get("weights").asText().equals(weights))
                .mapToDouble(l -> l.get("ns").asDouble())
                .toArray();
    }

    /** Median over rounds, and least and largest in brackets. */
    private static String range(double[] values) {
        if (values.length == 0) {
            return "";
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return Markdown.range(sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
    }
}
