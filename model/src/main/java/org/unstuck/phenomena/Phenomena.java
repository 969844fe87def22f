package org.unstuck.phenomena;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.unstuck.describe.Invalid;
import org.unstuck.noise.Address;
import org.unstuck.noise.Draws;
import org.unstuck.simulate.Diverged;
import org.unstuck.simulate.ModelParameters;

/** The thirty published phenomena that the model should show, and how it does. */
public final class Phenomena {

    /** P01 to P30. */
    public static final List<Phenomenon> ALL = List.of(
            KineticRows.P01,
            KineticRows.P02,
            KineticRows.P03,
            KineticRows.P04,
            CircuitRows.P05,
            BenzodiazepineRows.P06,
            BenzodiazepineRows.P07,
            BenzodiazepineRows.P08,
            BenzodiazepineRows.P09,
            BenzodiazepineRows.P10,
            BenzodiazepineRows.P11,
            BenzodiazepineRows.P12,
            KetamineRows.P13,
            KetamineRows.P14,
            KetamineRows.P15,
            KetamineRows.P16,
            KetamineRows.P17,
            KetamineRows.P18,
            KetamineRows.P19,
            ConnectivityRows.P20,
            ConnectivityRows.P21,
            ConnectivityRows.P22,
            ConnectivityRows.P23,
            ConnectivityRows.P24,
            ConnectivityRows.P25,
            CircuitRows.P26,
            CircuitRows.P27,
            CircuitRows.P28,
            CircuitRows.P29,
            KetamineRows.P30);

    private static final double TAIL = 0.025;
    /** What a row costs at most, or if it cannot be run: no single row shall outweigh all others. */
    static final double WORST = 16;

    private Phenomena() {}

    /**
     * The phenomena called {@code ids}.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public static List<Phenomenon> named(String... ids) {
        List<Phenomenon> found = new ArrayList<>();
        for (String id : ids) {
            found.add(ALL.stream()
                    .filter(p -> p.id().equals(id.toUpperCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "there is no phenomenon \"" + id + "\", they are P01 to P30.")));
        }
        return found;
    }

    /**
     * Measures {@code rows} in every seed of {@code setting}.
     *
     * @param told called after each row of each seed with a line of text
     */
    public static List<Verdict> run(List<Phenomenon> rows, Setting setting, Consumer<String> told) {
        List<List<Seeded>> bySeed = new ArrayList<>();
        for (long seed : setting.seeds()) {
            Laboratory lab = new Laboratory(setting, seed);
            List<Seeded> ofSeed = new ArrayList<>();
            for (Phenomenon row : rows) {
                ofSeed.add(measured(row, lab));
                told.accept("seed " + seed + ", " + row.id() + ": " + row.title());
            }
            bySeed.add(ofSeed);
        }
        List<Verdict> verdicts = new ArrayList<>();
        for (int r = 0; r < rows.size(); r++) {
            int row = r;
            verdicts.add(
                    verdict(rows.get(r), bySeed.stream().map(s -> s.get(row)).toList()));
        }
        return List.copyOf(verdicts);
    }

    /** What one row gave in one seed: numbers only, so that the laboratory can be let go. */
    private record Seeded(List<Band> bands, double[] values, double[][] resampled, String needs) {}

    private static Seeded measured(Phenomenon row, Laboratory lab) {
        List<Check> checks;
        try {
            checks = row.measure().apply(lab);
        } catch (Missing | Diverged | Invalid e) {
            return new Seeded(List.of(), new double[0], new double[0][], e.getMessage());
        }
        double[] values = checks.stream().mapToDouble(Check::value).toArray();
        double[][] resampled = new double[checks.size()][];
        for (int c = 0; c < resampled.length; c++) {
            Address address =
                    Address.of(lab.seed()).with("phenomenon").with(row.id()).with(c);
            resampled[c] = resampled(checks.get(c), lab.setting().resamples(), address.draws());
        }
        return new Seeded(checks.stream().map(Check::band).toList(), values, resampled, "");
    }

    private static double[] resampled(Check check, int resamples, Draws draws) {
        double[] values = new double[check.patients() == 0 ? 0 : resamples];
        int[] chosen = new int[check.patients()];
        for (int b = 0; b < values.length; b++) {
            for (int p = 0; p < chosen.length; p++) {
                chosen[p] = draws.below(chosen.length);
            }
            values[b] = check.estimate().of(chosen);
        }
        return values;
    }

    private static Verdict verdict(Phenomenon row, List<Seeded> seeds) {
        String needs = seeds.stream()
                .map(Seeded::needs)
                .filter(n -> !n.isEmpty())
                .findFirst()
                .orElse("");
        if (!needs.isEmpty()) {
            return new Verdict(row, List.of(), needs, 0);
        }
        List<Verdict.Line> lines = new ArrayList<>();
        int inside = 0;
        for (Seeded s : seeds) {
            boolean all = true;
            for (int c = 0; c < s.values().length; c++) {
                all &= s.bands().get(c).contains(s.values()[c]);
            }
            inside += all ? 1 : 0;
        }
        for (int c = 0; c < seeds.get(0).bands().size(); c++) {
            lines.add(line(seeds, c));
        }
        return new Verdict(row, lines, "", (double) inside / seeds.size());
    }

    /** The mean over seeds; its interval from the same resample number in every seed (patients within seeds are drawn). */
    private static Verdict.Line line(List<Seeded> seeds, int c) {
        Band band = seeds.get(0).bands().get(c);
        double[] bySeed = seeds.stream().mapToDouble(s -> s.values()[c]).toArray();
        double inside = 0;
        double mean = 0;
        for (double value : bySeed) {
            inside += band.contains(value) ? 1.0 / bySeed.length : 0;
            mean += value / bySeed.length;
        }
        int resamples = seeds.get(0).resampled()[c].length;
        double[] means = new double[resamples];
        for (int b = 0; b < resamples; b++) {
            for (Seeded s : seeds) {
                means[b] += s.resampled()[c][b] / seeds.size();
            }
        }
        double[] sorted =
                java.util.Arrays.stream(means).filter(Double::isFinite).sorted().toArray();
        double low = sorted.length == 0 ? Double.NaN : sorted[(int) (TAIL * (sorted.length - 1))];
        double high = sorted.length == 0 ? Double.NaN : sorted[(int) Math.ceil((1 - TAIL) * (sorted.length - 1))];
        return new Verdict.Line(band, mean, low, high, inside, bySeed);
    }

    /**
     * How far the model is from {@code rows}: for each row the mean over its quantities and seeds of {@code d^2 / (1 + d^2/16)}, where
     * d is the distance to the band in half widths (0 inside); summed over rows. An undefined quantity or a row that cannot be run
     * counts 16, the most there is.
     */
    public static double loss(ModelParameters parameters, List<Phenomenon> rows, Setting setting) {
        return loss(rows, setting.with(parameters));
    }

    /** The same with the parameters and drugs of {@code setting}. */
    public static double loss(List<Phenomenon> rows, Setting setting) {
        return loss(run(rows, setting, line -> {}));
    }

    /** The loss of a run. */
    public static double loss(List<Verdict> verdicts) {
        double sum = 0;
        for (Verdict v : verdicts) {
            sum += loss(v);
        }
        return sum;
    }

    /** The loss of one row. */
    public static double loss(Verdict v) {
        if (v.lines().isEmpty()) {
            return WORST;
        }
        double sum = 0;
        for (Verdict.Line line : v.lines()) {
            for (double value : line.bySeed()) {
                double d = line.band().distance(value);
                double cost = Double.isFinite(value) ? d * d / (1 + d * d / WORST) : WORST;
                sum += cost / v.lines().size() / line.bySeed().length;
            }
        }
        return sum;
    }
}
