package org.unstuck.viz.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.unstuck.scenario.BadScenario;
import org.unstuck.scenario.Mistake;
import org.unstuck.table.Misread;
import org.unstuck.table.NpyFile;
import org.unstuck.viz.report.Sha256;

/**
 * A recording that was read from a file.
 *
 * @param names of the regions
 * @param values {@code values[sample][region]}, finite
 */
record Recorded(List<String> names, double[][] values) {

    /** Limits of what is read: more is refused before memory runs out. */
    static final int MOST_REGIONS = 1000;

    static final int MOST_SAMPLES = 1_000_000;
    static final int MOST_NUMBERS = 20_000_000;

    private static final NpyFile.Shape SHAPE = new NpyFile.Shape(
            "sample", "region", MOST_SAMPLES, MOST_REGIONS, MOST_NUMBERS, "Maybe take every second sample.");

    Recorded {
        names = List.copyOf(names);
    }

    /** Reads {@code .npy} by its name, everything else as CSV. */
    static Recorded read(Path file) {
        Recorded read = file.toString().endsWith(NpyFile.ENDING) ? ofArray(file) : SeriesFile.read(file);
        read.checkVaries(file);
        return read;
    }

    private static Recorded ofArray(Path file) {
        double[][] values = NpyFile.read(file, SHAPE);
        return new Recorded(
                java.util.stream.IntStream.rangeClosed(1, values[0].length)
                        .mapToObj(i -> "r" + i)
                        .toList(),
                values);
    }

    /** The hash of {@code file}. */
    static String sha256(Path file) {
        try {
            return Sha256.of(file);
        } catch (IOException e) {
            throw Misread.unreadable(file.toString(), e);
        }
    }

    /** The columns called {@code chosen}, in that order; null if one of them is not there. */
    Recorded only(List<String> chosen) {
        int[] kept = chosen.stream().mapToInt(names::indexOf).toArray();
        if (java.util.Arrays.stream(kept).anyMatch(k -> k < 0)) {
            return null;
        }
        return chosen(kept);
    }

    private void checkVaries(Path file) {
        for (int i = 0; i < names.size(); i++) {
            boolean varies = false;
            for (double[] row : values) {
                varies |= row[i] != values[0][i];
            }
            if (!varies) {
                throw wrong(
                        file,
                        1,
                        i + 1,
                        "column " + (i + 1) + " (\"" + names.get(i) + "\") has the same value in all " + values.length
                                + " samples, a region must vary.",
                        "Maybe a dead channel: leave the column out.");
            }
        }
    }

    /** The columns whose names begin with {@code prefix}. */
    Recorded beginning(Path file, String prefix) {
        int[] kept = java.util.stream.IntStream.range(0, names.size())
                .filter(i -> names.get(i).startsWith(prefix))
                .toArray();
        if (kept.length < 2) {
            throw wrong(
                    file,
                    1,
                    1,
                    kept.length + " of " + names.size() + " columns begin with --columns \"" + prefix
                            + "\", at least 2 regions are needed.",
                    "Maybe \"" + names.get(0).charAt(0) + "\".");
        }
        return chosen(kept);
    }

    private Recorded chosen(int[] kept) {
        double[][] chosen = new double[values.length][kept.length];
        for (int t = 0; t < values.length; t++) {
            for (int k = 0; k < kept.length; k++) {
                chosen[t][k] = values[t][kept[k]];
            }
        }
        return new Recorded(java.util.Arrays.stream(kept).mapToObj(names::get).toList(), chosen);
    }

    /** A mistake at a place in a file; line and column from 1, 0 if there is none. */
    static BadScenario wrong(Path file, int line, int column, String problem, String maybe) {
        return new BadScenario(new Mistake(Shown.path(file), "", line, column, problem, maybe));
    }
}
