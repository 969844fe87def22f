package org.unstuck.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One benchmark of a JMH result file.
 *
 * @param question the class, as in StepCost
 * @param method its method
 * @param params values of its parameters in alphabetical order of their names
 * @param median median over iterations and forks, in the unit of the class
 * @param least least of these
 * @param most largest of these
 * @param bytes allocated per operation; NaN if not measured
 */
record JmhResult(
        String question, String method, JsonNode params, double median, double least, double most, double bytes) {

    private static final double US_PER_MS = 1e3;
    private static final double NS_PER_US = 1e3;

    /** Reads one entry of the file. */
    static JmhResult of(JsonNode entry) {
        String[] name = entry.get("benchmark").asText().split("\\.");
        JsonNode metric = entry.get("primaryMetric");
        List<Double> all = new ArrayList<>();
        metric.get("rawData").forEach(fork -> fork.forEach(x -> all.add(x.asDouble())));
        double[] sorted = all.stream().mapToDouble(x -> x).sorted().toArray();
        JsonNode allocation = entry.path("secondaryMetrics").path("gc.alloc.rate.norm");
        return new JmhResult(
                name[name.length - 2],
                name[name.length - 1],
                entry.path("params"),
                sorted[sorted.length / 2],
                sorted[0],
                sorted[sorted.length - 1],
                allocation.isMissingNode()
                        ? Double.NaN
                        : allocation.get("score").asDouble());
    }

    /** Method and parameters, to show and to match the same benchmark of another JDK. */
    String label() {
        List<String> words = new ArrayList<>(List.of(method));
        params.fields()
                .forEachRemaining(p -> words.add(p.getKey() + " " + p.getValue().asText()));
        return String.join(", ", words);
    }

    /** What one operation is divided by, to give the unit of {@link #unit}. */
    double scale() {
        return switch (question) {
            case "StepCost" -> StepCost.STEPS * size() * lanes() / (US_PER_MS * NS_PER_US);
            case "CouplingCost" -> links() * lanes() / NS_PER_US;
            case "PeerCost" -> params.get("regions").asDouble();
            default -> 1;
        };
    }

    /** The unit that is shown. */
    String unit() {
        return switch (question) {
            case "StepCost", "PeerCost" -> "ns per region-step";
            case "CouplingCost" -> "ns per link and lane";
            case "NoiseCost" -> "ns per number";
            case "CourseCost" -> "ms per patient-arm";
            case "FlexibilityCost" -> "ms per scan";
            case "ScalingCost" ->
                "ms per " + StepCost.STEPS + " steps of " + Twin.MOST_LANES + " lanes of twelve regions";
            default -> "as in the class";
        };
    }

    /** Median, least and largest in the unit shown. */
    String shown() {
        return Markdown.range(median / scale(), least / scale(), most / scale());
    }

    private double size() {
        return Double.parseDouble(params.get("network").asText().split("-")[0]);
    }

    private double links() {
        String network = params.get("network").asText();
        // Two kinds of links from each region to all others.
        return network.endsWith("-dense")
                ? 2 * size() * (size() - 1)
                : Synthetic.network(network).links().size();
    }

    private double lanes() {
        return Arrays.stream(params.get("lanes").asText().split("x"))
                .mapToDouble(Double::parseDouble)
                .reduce(1, (a, b) -> a * b);
    }
}
