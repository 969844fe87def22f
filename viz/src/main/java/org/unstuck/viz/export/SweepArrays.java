package org.unstuck.viz.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.unstuck.describe.Invalid;
import org.unstuck.protocol.Arm;
import org.unstuck.study.Scenario;
import org.unstuck.sweep.Axis;
import org.unstuck.sweep.Reported;
import org.unstuck.sweep.Result;
import org.unstuck.sweep.Store;
import org.unstuck.sweep.Study;
import org.unstuck.sweep.Task;

/**
 * The results of a sweep as one array {@code values[run][arm][scan][patient][outcome]} and the labels of its dimensions. Runs that
 * failed or are missing are NaN throughout. The values are streamed: only the labels are held.
 */
public final class SweepArrays {

    private static final double HOURS = 24;
    /** 2^53: whole numbers up to it are exact. */
    private static final double LARGEST_EXACT = 9_007_199_254_740_992.0;

    private final Store store;
    private final Result.Shape shape;
    private final Map<String, Object> labels;

    private SweepArrays(Store store, Result.Shape shape, Map<String, Object> labels) {
        this.store = store;
        this.shape = shape;
        this.labels = labels;
    }

    /**
     * The arrays of the results in {@code store}.
     *
     * @throws Invalid if runs have different arms, scans or numbers of patients, or none succeeded
     */
    public static SweepArrays of(Store store) {
        Study study = store.study();
        Result.Shape[] shape = new Result.Shape[1];
        Task[] first = new Task[1];
        store.visit((task, result) -> {
            if (result instanceof Result.Done done) {
                if (shape[0] == null) {
                    shape[0] = done.shape();
                    first[0] = task;
                } else if (!shape[0].equals(done.shape())) {
                    throw new Invalid(
                            "runs " + first[0].index() + " and " + task.index()
                                    + " differ in their numbers of arms, scans or patients, so that they do not fit into one array.",
                            "Maybe use rows.csv, which takes any.");
                }
            }
        });
        if (shape[0] == null) {
            throw new Invalid("no run succeeded: there are no values for an array.", "Maybe see failed.csv.");
        }
        return new SweepArrays(store, shape[0], labels(study, study.scenario(first[0])));
    }

    private static Map<String, Object> labels(Study study, Scenario scenario) {
        Map<String, Object> labels = new LinkedHashMap<>();
        int runs = Math.toIntExact(study.tasks());
        double[] point = new double[runs];
        List<Axis> axes = study.space().axes();
        List<String> seeds = new ArrayList<>();
        List<List<String>> texts = new ArrayList<>();
        axes.forEach(a -> texts.add(new ArrayList<>()));
        for (int r = 0; r < runs; r++) {
            Task task = study.task(r);
            point[r] = task.point().index();
            seeds.add(Long.toString(task.seed()));
            for (int a = 0; a < axes.size(); a++) {
                texts.get(a).add(task.point().levels().get(a).text());
            }
        }
        labels.put("point", point);
        labels.put("seed", numbers(seeds));
        for (int a = 0; a < axes.size(); a++) {
            labels.put("axis_" + word(axes.get(a).name(), a), numbers(texts.get(a)));
        }
        java.util.TreeSet<Double> at = new java.util.TreeSet<>();
        at.add(0.0);
        scenario.scans().at().forEach(t -> at.add(t.hours()));
        labels.put("arm", scenario.arms().stream().map(Arm::name).toArray(String[]::new));
        labels.put("day", at.stream().mapToDouble(h -> h / HOURS).toArray());
        labels.put("outcome", study.outcomes().stream().map(Reported::name).toArray(String[]::new));
        labels.put("unit", study.outcomes().stream().map(Reported::unit).toArray(String[]::new));
        return labels;
    }

    /** A name that every language takes for a variable; the number of the axis if nothing is left of it. */
    private static String word(String name, int axis) {
        String word = name.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^_+|_+$", "");
        return word.isEmpty() || word.length() > 40 ? Integer.toString(axis) : word;
    }

    /** The texts as numbers, if no digit is lost. */
    private static Object numbers(List<String> texts) {
        double[] numbers = new double[texts.size()];
        for (int k = 0; k < numbers.length; k++) {
            try {
                numbers[k] = Double.parseDouble(texts.get(k));
            } catch (NumberFormatException e) {
                return texts.toArray(String[]::new);
            }
            if (Math.abs(numbers[k]) > LARGEST_EXACT) {
                return texts.toArray(String[]::new);
            }
        }
        return numbers;
    }

    /** Labels by name: {@code double[]} or {@code String[]}, one entry per run, arm, scan or outcome. */
    public Map<String, Object> labels() {
        return labels;
    }

    /** Runs, arms, scans, patients, outcomes. */
    public int[] dimensions() {
        return new int[] {
            Math.toIntExact(store.study().tasks()), shape.arms(), shape.scans(), shape.patients(), shape.outcomes()
        };
    }

    /** Takes the values of one run. */
    public interface Sink {
        /** Values in the order of the dimensions; not to be kept. */
        void accept(double[] values) throws IOException;
    }

    /** Hands over the values of every run, in order. */
    public void values(Sink sink) throws IOException {
        double[] none = new double[shape.size()];
        Arrays.fill(none, Double.NaN);
        long[] next = {0};
        store.visit((task, result) -> {
            for (; next[0] < task.index(); next[0]++) {
                sink.accept(none);
            }
            sink.accept(result instanceof Result.Done done ? done.values() : none);
            next[0]++;
        });
        for (; next[0] < store.study().tasks(); next[0]++) {
            sink.accept(none);
        }
    }
}
