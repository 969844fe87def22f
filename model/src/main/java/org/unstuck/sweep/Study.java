package org.unstuck.sweep;

import java.util.LinkedHashSet;
import java.util.List;
import org.unstuck.describe.Invalid;
import org.unstuck.study.Scenario;

/**
 * A comparison at many points: arms x patients x seeds x points. Arms and patients belong to the scenario; equal seeds give the
 * same patients and the same noise in every arm and at every point.
 *
 * @param name a title
 * @param description what is asked
 * @param space scenario, axes and points
 * @param seeds one cohort and one noise each; unique
 * @param outcomes what is kept of every patient and scan; unique
 * @param matches doses to be matched before the sweep begins; none once they are ({@link Matching})
 */
public record Study(
        String name, String description, Space space, List<Long> seeds, List<Reported> outcomes, List<Match> matches) {

    private static final int MOST_SEEDS = 100_000;

    public Study {
        seeds = List.copyOf(seeds);
        outcomes = List.copyOf(outcomes);
        matches = List.copyOf(matches);
        if (name.isBlank()) {
            throw new Invalid("name", "the name is empty.", "Maybe a title in a few words.");
        }
        if (seeds.isEmpty() || seeds.size() > MOST_SEEDS) {
            throw new Invalid(
                    "seeds",
                    "there are " + seeds.size() + " seeds, there must be 1 to " + MOST_SEEDS + ".",
                    "Maybe [1].");
        }
        unique("seeds", "the seed", seeds);
        if (outcomes.isEmpty()) {
            throw new Invalid("outcomes", "there is no outcome, there must be at least 1.", "Maybe [\"cued-shift\"].");
        }
        unique("outcomes", "the outcome", outcomes.stream().map(Reported::name).toList());
        for (int i = 0; i < matches.size(); i++) {
            try {
                matches.get(i).checkFits(space.base());
            } catch (Invalid e) {
                throw e.in("match/" + i);
            }
        }
    }

    private static void unique(String at, String what, List<?> values) {
        LinkedHashSet<Object> seen = new LinkedHashSet<>();
        for (int i = 0; i < values.size(); i++) {
            if (!seen.add(values.get(i))) {
                throw new Invalid(at + "/" + i, what + " " + values.get(i) + " is there twice.", "");
            }
        }
    }

    /** The scenario that is varied. */
    public Scenario base() {
        return space.base();
    }

    /** The same study around another scenario. */
    public Study with(Scenario other) {
        return new Study(name, description, space.with(other), seeds, outcomes, matches);
    }

    /** The same study with the doses of another scenario, and nothing to match any more. */
    public Study matched(Scenario other) {
        return new Study(name, description, space.with(other), seeds, outcomes, List.of());
    }

    /** Number of runs: points x seeds; {@link Long#MAX_VALUE} if there are more. */
    public long tasks() {
        try {
            return Math.multiplyExact(space.size(), (long) seeds.size());
        } catch (ArithmeticException e) {
            return Long.MAX_VALUE;
        }
    }

    /** Run {@code index}, from 0: the seeds of a point follow each other. */
    public Task task(long index) {
        return new Task(index, space.point(index / seeds.size()), seeds.get((int) (index % seeds.size())));
    }

    /** The scenario of a run. */
    public Scenario scenario(Task task) {
        return space.scenario(task.point()).withSeed(task.seed());
    }
}
