package org.unstuck.claim;

import java.util.List;
import org.unstuck.describe.Invalid;
import org.unstuck.simulate.Diverged;
import org.unstuck.study.Comparison;
import org.unstuck.study.ComparisonRun;
import org.unstuck.study.Progress;
import org.unstuck.study.Reading;
import org.unstuck.study.Scenario;
import org.unstuck.sweep.Point;
import org.unstuck.sweep.Space;

/**
 * All claims at one draw.
 *
 * @param index number of the draw
 * @param values text of the value on every axis
 * @param positions place on every axis, from 0 to 1
 * @param findings one per claim; empty if the run failed
 * @param failure why it failed; empty if it did not
 */
public record Draw(long index, List<String> values, List<Double> positions, List<Finding> findings, String failure) {

    /** Longer than any scan. */
    private static final double NO_WINDOW_S = 1e6;

    public Draw {
        values = List.copyOf(values);
        positions = List.copyOf(positions);
        findings = List.copyOf(findings);
    }

    /** Runs draw {@code index} of a study. A broken rule or a diverging state is a result, not an end. */
    public static Draw of(ClaimStudy study, Space space, long index, java.util.function.BooleanSupplier cancelled) {
        double[] at = space.design().at(index, space.axes());
        List<Double> positions = java.util.Arrays.stream(at).boxed().toList();
        Point point = space.at(index, at);
        List<String> values = point.levels().stream().map(l -> l.text()).toList();
        try {
            return new Draw(index, values, positions, findings(study, study.scenario(point), cancelled), "");
        } catch (Invalid | Diverged e) {
            return new Draw(index, values, positions, List.of(), e.getMessage());
        }
    }

    /** All claims of {@code study} in {@code scenario}, on the calling thread's own run. */
    public static List<Finding> findings(
            ClaimStudy study, Scenario scenario, java.util.function.BooleanSupplier cancelled) {
        Comparison run = new ComparisonRun(scenario, reading(study)).run(1, Progress.NONE, cancelled);
        Found found = new Found(run);
        return study.claims().stream().map(c -> c.in(found)).toList();
    }

    /** Scans as usual; windows that no scan fills where no claim asks for community flexibility, which costs a third of a run. */
    static Reading reading(ClaimStudy study) {
        Reading usual = Reading.standard();
        boolean asked = study.claims().stream()
                .anyMatch(c -> c.left().readsCommunities() || c.right().readsCommunities());
        return asked
                ? usual
                : new Reading(usual.on(), usual.off(), usual.margin(), usual.cueWindowS(), usual.holdS(), NO_WINDOW_S);
    }
}
