package org.unstuck.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.unstuck.describe.Invalid;
import org.unstuck.metric.Measurement;
import org.unstuck.simulate.Cancelled;
import org.unstuck.simulate.Diverged;
import org.unstuck.study.Comparison;
import org.unstuck.study.ComparisonRun;
import org.unstuck.study.Progress;
import org.unstuck.study.Reading;

/** Computes one run of a study, on one thread. */
public final class PointRun {

    private PointRun() {}

    /**
     * The result of a run. A model that diverges and a rule that is broken at this point are results too.
     *
     * @param cancelled asked often whether to stop
     * @throws Cancelled if asked to stop
     */
    public static Result of(Study study, Keys keys, Task task, BooleanSupplier cancelled) {
        String key = keys.of(task);
        try {
            ComparisonRun run = new ComparisonRun(study.scenario(task), Reading.standard());
            return read(study, task, key, run.run(1, Progress.NONE, cancelled));
        } catch (Cancelled e) {
            throw e;
        } catch (Invalid | Diverged e) {
            return new Result.Failed(task.index(), key, line(e.getMessage()));
        } catch (RuntimeException e) {
            // A fault of the program at one point must not cost the others; it is counted and named.
            return new Result.Failed(
                    task.index(), key, "bug: " + e.getClass().getSimpleName() + ": " + line(e.getMessage()));
        }
    }

    private static String line(String message) {
        return String.valueOf(message).replaceAll("\\s+", " ");
    }

    private static Result read(Study study, Task task, String key, Comparison c) {
        int arms = c.scenario().arms().size();
        int scans = c.scanHours().size();
        int patients = c.people().size();
        int outcomes = study.outcomes().size();
        Result.Shape shape = new Result.Shape(arms, scans, patients, outcomes);
        double[] values = new double[shape.size()];
        List<Result.Gap> gaps = new ArrayList<>();
        for (int o = 0; o < outcomes; o++) {
            Map<String, Integer> reasons = new LinkedHashMap<>();
            for (int arm = 0; arm < arms; arm++) {
                for (int scan = 0; scan < scans; scan++) {
                    Measurement[] of = study.outcomes().get(o).values(c, arm, scan);
                    for (int p = 0; p < patients; p++) {
                        values[((arm * scans + scan) * patients + p) * outcomes + o] = value(of[p], reasons);
                    }
                }
            }
            for (Map.Entry<String, Integer> reason : reasons.entrySet()) {
                gaps.add(new Result.Gap(o, reason.getValue(), reason.getKey()));
            }
        }
        return new Result.Done(task.index(), key, shape, values, List.copyOf(gaps));
    }

    private static double value(Measurement of, Map<String, Integer> reasons) {
        if (of instanceof Measurement.Defined d) {
            return d.value();
        }
        reasons.merge(line(((Measurement.Undefined) of).reason()), 1, Integer::sum);
        return Double.NaN;
    }
}
