package org.unstuck.simulate;

import java.util.ArrayList;
import java.util.List;
import org.unstuck.describe.Parameters;
import org.unstuck.network.Network;
import org.unstuck.protocol.Arm;
import org.unstuck.protocol.SlowGrid;
import org.unstuck.recording.BurstAverages;
import org.unstuck.recording.Scan;
import org.unstuck.recording.Trace;

/**
 * How ill each patient is in a burst: (A - A_healthy) / (A_untreated - A_healthy), where A is the mean activity of the regions that
 * carry the symptom of the condition. A_healthy is that of the same person without the condition, A_untreated that before the
 * course; all three are read from bursts with the same noise. NaN if the two cannot be told apart.
 */
public final class SymptomIndex {

    /** Least difference of activity between health and illness that can be divided by; activity runs from 0 to 1. */
    private static final double LEAST_GAP = 1e-3;

    private final List<int[]> parts = new ArrayList<>();
    private final double[][] healthy;
    private final double[][] untreated;

    /**
     * Runs one burst of every person without the condition.
     *
     * @param plan the course
     * @param people who
     */
    SymptomIndex(Course.Plan plan, List<Person> people) {
        plan.condition().symptom().groups().forEach(names -> add(plan.network(), names));
        this.healthy = new double[people.size()][];
        this.untreated = new double[people.size()][];
        Course.Plan alone = new Course.Plan(
                plan.network(),
                plan.condition(),
                undecided(plan.parameters()),
                List.of(),
                List.of(new Arm("healthy", List.of())),
                new SlowGrid(plan.grid().hours().subList(0, 2)),
                List.of(),
                plan.scans(),
                plan.numerics(),
                plan.seed());
        List<Trace> twins = new Course(
                        alone, people.stream().map(Person::healthy).toList())
                .run(new Unheard(), () -> false)
                .get(0);
        for (int p = 0; p < healthy.length; p++) {
            double[] activity = twins.get(p).activity()[0];
            healthy[p] = levels(i -> activity[i]);
        }
    }

    /** The same without what would itself need this index. */
    private static ModelParameters undecided(ModelParameters p) {
        return p.with(Parameters.with(p.life(), "avoidance", 0))
                .with(Parameters.with(p.learning(), "stateDependence", 0));
    }

    private void add(Network network, List<String> names) {
        int[] regions = java.util.stream.IntStream.range(0, network.size())
                .filter(i -> names.stream().anyMatch(network.regions().get(i)::is))
                .toArray();
        if (regions.length > 0) {
            parts.add(regions);
        }
    }

    /** Takes the burst before the course as that of the untreated patients; the first lanes are those of the first arm. */
    void untreated(BurstAverages burst) {
        for (int p = 0; p < untreated.length; p++) {
            int lane = p;
            untreated[p] = levels(i -> burst.activity(i, lane));
        }
    }

    /** The index of a lane in a burst. */
    double of(BurstAverages burst, int lane) {
        int p = lane % healthy.length;
        double[] now = levels(i -> burst.activity(i, lane));
        double sum = 0;
        for (int part = 0; part < now.length; part++) {
            double gap = untreated[p][part] - healthy[p][part];
            sum += Math.abs(gap) < LEAST_GAP ? Double.NaN : (now[part] - healthy[p][part]) / gap;
        }
        return parts.isEmpty() ? Double.NaN : sum / parts.size();
    }

    private double[] levels(java.util.function.IntToDoubleFunction activity) {
        double[] levels = new double[parts.size()];
        for (int part = 0; part < levels.length; part++) {
            for (int i : parts.get(part)) {
                levels[part] += activity.applyAsDouble(i) / parts.get(part).length;
            }
        }
        return levels;
    }

    private static final class Unheard implements Course.Listener {
        @Override
        public void scanned(int arm, Person person, int scan, double hours, Scan recording, double[] links) {
            // No scans are taken.
        }

        @Override
        public void stepped() {
            // Nobody waits.
        }
    }
}
