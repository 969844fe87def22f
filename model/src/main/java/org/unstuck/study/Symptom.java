package org.unstuck.study;

import java.util.ArrayList;
import java.util.List;
import org.unstuck.describe.Invalid;
import org.unstuck.network.Condition;
import org.unstuck.network.Network;
import org.unstuck.recording.Slow;
import org.unstuck.recording.Trace;

/**
 * The symptom index of a condition: A = mean over the parts of the symptom of (mean activity of the regions of the part / the
 * same of healthy twins), so that 1 is healthy. The parts are the groups
 * of {@link Condition.Symptom}.
 *
 * <p>A is read from the burst of a slow step and knows nothing of what the patient believes. The reported index is what a
 * questionnaire would show:
 *
 * <pre>A_reported = A - x (A_stuck - A_healthy),   x: expectancy as a share of the gap ({@link Slow#EXPECTANCY})</pre>
 */
public final class Symptom {

    private final List<int[]> parts;
    private final double[] healthy;

    private Symptom(List<int[]> parts, double[] healthy) {
        this.parts = parts;
        this.healthy = healthy;
    }

    /**
     * The index of a condition.
     *
     * @param kind which activity is the symptom
     * @param network the network
     * @param healthyActivity mean activity {@code healthyActivity[twin][region]} of at least one healthy twin
     * @throws Invalid if the network has none of the regions of a part, or there is no twin
     */
    public static Symptom of(Condition.Symptom kind, Network network, double[][] healthyActivity) {
        if (healthyActivity.length == 0) {
            throw new Invalid("healthyActivity", "there is no healthy twin to compare with.", "");
        }
        List<int[]> parts = new ArrayList<>();
        for (List<String> names : kind.groups()) {
            int[] regions = java.util.stream.IntStream.range(0, network.size())
                    .filter(i -> names.stream().anyMatch(network.regions().get(i)::is))
                    .toArray();
            if (regions.length == 0) {
                throw new Invalid(
                        "symptom",
                        "network \"" + network.name() + "\" has none of " + String.join(", ", names) + ".",
                        "Maybe list them as \"parts\" of its regions.");
            }
            parts.add(regions);
        }
        double[] healthy = new double[parts.size()];
        for (int part = 0; part < healthy.length; part++) {
            for (double[] twin : healthyActivity) {
                healthy[part] += level(twin, parts.get(part)) / healthyActivity.length;
            }
        }
        return new Symptom(List.copyOf(parts), healthy);
    }

    private static double level(double[] activity, int[] regions) {
        double sum = 0;
        for (int i : regions) {
            sum += activity[i];
        }
        return sum / regions.length;
    }

    /** A at activity {@code activity[region]}; 1 is healthy. */
    public double of(double[] activity) {
        double sum = 0;
        for (int part = 0; part < healthy.length; part++) {
            sum += level(activity, parts.get(part)) / healthy[part];
        }
        return sum / healthy.length;
    }

    /** A at every slow step {@code [step]}, sessions included. */
    public double[] course(Trace trace) {
        double[] course = new double[trace.hours().length];
        for (int s = 0; s < course.length; s++) {
            course[s] = of(trace.activity()[s]);
        }
        return course;
    }

    /**
     * What the patient reports at every slow step {@code [step]}: A with the bias of expectancy.
     *
     * @param gap the gap between illness and health, A_stuck - A_healthy
     */
    public double[] reported(Trace trace, double gap) {
        double[] course = course(trace);
        double[] expectancy = trace.of(Slow.EXPECTANCY);
        for (int s = 0; s < course.length; s++) {
            course[s] -= expectancy[s] * gap;
        }
        return course;
    }
}
