package org.unstuck.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.unstuck.network.Stuck;
import org.unstuck.sweep.Space;

/**
 * How far the claims of a study hold: over all draws, under each meaning of "stuck", and with each neural mass.
 *
 * @param study what was drawn
 * @param draws every draw in the order of their numbers, failed ones too
 * @param rows one per claim
 */
public record RobustnessMap(ClaimStudy study, List<Draw> draws, List<Row> rows) {

    /**
     * One claim.
     *
     * @param claim which
     * @param all what all draws say
     * @param byMeaning what the draws under each meaning of "stuck" say
     * @param byFamily what the draws with each neural mass say; empty if masses are not drawn
     * @param deciding all parameters, the one that decides most first
     */
    public record Row(
            Claim claim,
            Tally all,
            Map<String, Tally> byMeaning,
            Map<String, Tally> byFamily,
            List<Deciding> deciding) {

        /** The parameters that decide. */
        public List<Deciding> decisive() {
            return deciding.stream().filter(Deciding::decides).toList();
        }
    }

    /** The map of all draws of {@code study} that are there. */
    public static RobustnessMap of(ClaimStudy study, List<Draw> draws) {
        List<Draw> sorted =
                draws.stream().sorted(Comparator.comparingLong(Draw::index)).toList();
        List<Draw> ran = sorted.stream().filter(d -> d.failure().isEmpty()).toList();
        Space space = study.space();
        List<Row> rows = new ArrayList<>();
        for (int c = 0; c < study.claims().size(); c++) {
            int claim = c;
            Map<String, Tally> byMeaning = new LinkedHashMap<>();
            for (Stuck meaning : study.meanings()) {
                byMeaning.put(ClaimStudy.word(meaning), tally(ran, 0, ClaimStudy.word(meaning), claim));
            }
            Map<String, Tally> byFamily = new LinkedHashMap<>();
            for (Family family : study.families()) {
                byFamily.put(family.word(), tally(ran, space.axes().size() - 1, family.word(), claim));
            }
            Tally all = Tally.of(ran.stream().map(d -> d.findings().get(claim)).toList());
            rows.add(new Row(study.claims().get(c), all, byMeaning, byFamily, Deciding.of(study, ran, c)));
        }
        return new RobustnessMap(study, sorted, rows);
    }

    /** Of one claim, the draws with {@code word} on an axis. */
    private static Tally tally(List<Draw> ran, int axis, String word, int claim) {
        return Tally.of(ran.stream()
                .filter(d -> d.values().get(axis).equals(word))
                .map(d -> d.findings().get(claim))
                .toList());
    }

    /** Number of draws that failed. */
    public int failed() {
        return (int) draws.stream().filter(d -> !d.failure().isEmpty()).count();
    }
}
