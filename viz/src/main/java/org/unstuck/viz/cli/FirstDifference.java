package org.unstuck.viz.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.unstuck.study.Table;
import org.unstuck.viz.report.Sha256;

/** Compares a table that was made again with the file of the first time, byte by byte. */
final class FirstDifference {

    private static final int LONGEST = 80;

    private FirstDifference() {}

    /** The hash of the file that {@code table} would be written to. */
    static String sha256(Table table) {
        Sha256 hash = new Sha256();
        table.csv(line -> hash.add((line + "\n").getBytes(StandardCharsets.UTF_8)));
        return hash.hex();
    }

    /** Where {@code table} and {@code file} differ first, in words. */
    static String between(Table table, Path file) {
        String[] found = {null};
        int[] number = {0};
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            table.csv(now -> {
                number[0]++;
                if (found[0] == null) {
                    String then = line(lines);
                    if (!now.equals(then)) {
                        found[0] = words(table, number[0], then, now);
                    }
                }
            });
            String more = found[0] == null ? lines.readLine() : null;
            if (more != null) {
                found[0] = "line " + (number[0] + 1) + " of the file is one too many";
            }
        } catch (IOException | UncheckedIOException e) {
            return "the file cannot be read";
        }
        return found[0] == null ? "the ends of lines" : found[0];
    }

    private static String line(BufferedReader lines) {
        try {
            return lines.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String words(Table table, int number, String then, String now) {
        if (then == null) {
            return "line " + number + " is missing in the file";
        }
        String[] before = then.split(",", -1);
        String[] after = now.split(",", -1);
        for (int c = 0; c < Math.min(before.length, after.length); c++) {
            if (!before[c].equals(after[c])) {
                String column = before.length == table.header().size() && after.length == before.length
                        ? table.header().get(c)
                        : "cell " + (c + 1);
                return "line " + number + ", " + column + ": " + cut(before[c]) + " in the file, " + cut(after[c])
                        + " now";
            }
        }
        return "line " + number + " has " + before.length + " cells in the file, " + after.length + " now";
    }

    private static String cut(String text) {
        return Shown.text(text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...");
    }
}
