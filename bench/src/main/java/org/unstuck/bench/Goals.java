package org.unstuck.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the fast clock has to reach, and whether it did.
 *
 * @param all one per line of the table
 */
record Goals(List<Goal> all) {

    /** CPU per region-step of Java over that of C, own weights for every lane: scheme, regions, lanes, at most. */
    private static final List<String> AGAINST_C = List.of(
            "euler-maruyama 12 1 3.0",
            "euler-maruyama 80 1 2.0",
            "euler-maruyama 12 64 1.6",
            "euler-maruyama 12 256 1.6",
            "euler-maruyama 80 64 1.6",
            "euler-maruyama 80 256 1.6");

    private static final double HEUN_OVER_EULER = 2.1;
    private static final double PEER_OVER_ONE = 3;
    private static final double PEER_OVER_BATCH = 5;
    private static final double TWO_THREADS = 1.85;
    /** JMH itself allocates a few bytes an iteration. */
    private static final double BYTES_PER_STEP = 1;

    /**
     * A goal.
     *
     * @param what in words
     * @param values measured, one per round, or one
     * @param limit of the median
     * @param atMost whether the limit is an upper one
     * @param againstC whether it is a ratio to C
     */
    record Goal(String what, double[] values, double limit, boolean atMost, boolean againstC) {

        boolean reached() {
            double median = Markdown.median(values);
            return atMost ? median <= limit : median >= limit;
        }
    }

    /** Those goals for which there are measurements. */
    static Goals of(
            List<JsonNode> duel,
            List<JmhResult> jmh,
            List<JsonNode> profiles,
            List<JsonNode> threads,
            List<JmhResult> gc) {
        List<Goal> all = new ArrayList<>();
        Duel turns = new Duel(duel);
        if (!duel.isEmpty()) {
            String java = turns.javas().get(0);
            for (String line : AGAINST_C) {
                againstC(all, turns, java, line.split(" "));
            }
            for (int regions : new int[] {12, 80}) {
                heun(all, turns, java, regions);
            }
        }
        for (String peer : List.of("commons", "hipparchus")) {
            peer(all, jmh, peer, "unstuckRungeKutta", "one trajectory", PEER_OVER_ONE);
            peer(all, jmh, peer, "unstuckRungeKuttaBatch", "each of 64 trajectories", PEER_OVER_BATCH);
        }
        if (!threads.isEmpty()) {
            double[] gain =
                    threads.stream().mapToDouble(t -> t.get("gain").asDouble()).toArray();
            all.add(new Goal("two threads over one, work done", gain, TWO_THREADS, false, false));
        }
        gc.forEach(r -> all.add(new Goal(
                "bytes allocated per step, " + r.label(),
                new double[] {r.bytes() / StepCost.STEPS},
                BYTES_PER_STEP,
                true,
                false)));
        growth(all, profiles);
        return new Goals(List.copyOf(all));
    }

    private static void againstC(List<Goal> all, Duel duel, String java, String[] goal) {
        double[] ratios = duel.ratios(
                new Duel.Workload(goal[0], Integer.parseInt(goal[1]), Integer.parseInt(goal[2]), "own"), java);
        if (ratios.length > 0) {
            String lanes = goal[2].equals("1") ? "one trajectory" : "each of " + goal[2] + " trajectories";
            all.add(new Goal(
                    java + " / C, " + goal[1] + " regions, " + lanes, ratios, Double.parseDouble(goal[3]), true, true));
        }
    }

    private static void heun(List<Goal> all, Duel duel, String java, int regions) {
        double[] heun = duel.rounds(new Duel.Workload("heun", regions, Twin.MOST_LANES, "own"), java);
        double[] euler = duel.rounds(new Duel.Workload("euler-maruyama", regions, Twin.MOST_LANES, "own"), java);
        double[] ratio = new double[Math.min(heun.length, euler.length)];
        Arrays.setAll(ratio, r -> heun[r] / euler[r]);
        if (ratio.length > 0) {
            all.add(new Goal(
                    "Heun / Euler-Maruyama, " + regions + " regions, 64 lanes", ratio, HEUN_OVER_EULER, true, false));
        }
    }

    private static void peer(List<Goal> all, List<JmhResult> jmh, String peer, String ours, String what, double limit) {
        double theirs = median(jmh, peer + "RungeKutta");
        double our = median(jmh, ours);
        if (Double.isFinite(theirs / our)) {
            all.add(new Goal(
                    peer + " / ours, classical Runge-Kutta, 80 regions, " + what,
                    new double[] {theirs / our},
                    limit,
                    false,
                    false));
        }
    }

    private static double median(List<JmhResult> jmh, String method) {
        return jmh.stream()
                .filter(r -> r.question().equals("PeerCost")
                        && r.method().equals(method)
                        && r.params().get("regions").asText().equals("80"))
                .mapToDouble(JmhResult::median)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** How a step grows from the smallest to the largest network, over how the sums over links grow. */
    private static void growth(List<Goal> all, List<JsonNode> profiles) {
        List<JsonNode> single = profiles.stream()
                .filter(p -> p.get("lanes").asInt() == 1
                        && p.get("language")
                                .asText()
                                .equals(profiles.get(0).get("language").asText()))
                .toList();
        if (single.size() > 1) {
            JsonNode first = single.get(0);
            JsonNode last = single.get(single.size() - 1);
            double ratio = growth(first, last, "step") / growth(first, last, "coupling");
            all.add(new Goal(
                    "growth of a region-step over growth of its sums over links, " + first.get("regions") + " to "
                            + last.get("regions") + " regions",
                    new double[] {ratio},
                    1,
                    true,
                    false));
        }
    }

    private static double growth(JsonNode first, JsonNode last, String part) {
        return last.get(part).asDouble() / first.get(part).asDouble();
    }

    /** One goal per row. */
    Markdown table() {
        Markdown table = new Markdown(List.of("goal", "limit", "measured", "reached"));
        for (Goal goal : all) {
            table.row(List.of(
                    goal.what(),
                    (goal.atMost() ? "at most " : "at least ") + Markdown.number(goal.limit()),
                    goal.values().length == 1 ? Markdown.number(goal.values()[0]) : Markdown.range(goal.values()),
                    goal.reached() ? "yes" : "**no**"));
        }
        return table;
    }
}
