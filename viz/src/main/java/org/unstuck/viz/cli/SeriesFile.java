package org.unstuck.viz.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.unstuck.study.Table;
import org.unstuck.table.CsvLines;

/** A recording as CSV: the names of the regions in the first line, then one line per sample. Nothing is imputed. */
final class SeriesFile {

    private static final String NUMBER = "[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?";
    private static final String NOT_FINITE = "(?i)[-+]?(nan|inf|infinity|na|n/a|null|none|-)";
    private static final String TIME = "(?i)(time|t|index|sample|scan|volume|tr)(_(s|ms|min|h))?";

    private final Path file;
    private final CsvLines lines;

    private SeriesFile(Path file, CsvLines lines) {
        this.file = file;
        this.lines = lines;
    }

    static Recorded read(Path file) {
        try (CsvLines lines = CsvLines.open(file)) {
            return new SeriesFile(file, lines).read();
        }
    }

    private Recorded read() {
        List<CsvLines.Cell> header = lines.next();
        if (header == null) {
            throw wrong(1, 1, "the file is empty.", "Maybe it was not written to the end.");
        }
        List<String> names = names(header);
        List<double[]> rows = new ArrayList<>();
        long numbers = 0;
        for (List<CsvLines.Cell> cells = lines.next(); cells != null; cells = lines.next()) {
            numbers += names.size();
            if (rows.size() == Recorded.MOST_SAMPLES || numbers > Recorded.MOST_NUMBERS) {
                throw wrong(
                        lines.line(),
                        1,
                        "more than " + Recorded.MOST_SAMPLES + " samples or " + Recorded.MOST_NUMBERS + " numbers.",
                        "Maybe measure a part, or take every second sample.");
            }
            rows.add(row(cells, names));
        }
        if (rows.isEmpty()) {
            throw wrong(2, 1, "there is no sample below the names.", "Maybe the file was cut.");
        }
        return new Recorded(names, rows.toArray(double[][]::new));
    }

    private List<String> names(List<CsvLines.Cell> header) {
        if (header.size() == 1) {
            String only = header.get(0).text();
            throw wrong(
                    1,
                    1,
                    "there is one column, at least 2 regions are needed.",
                    only.contains(";") || only.contains("\t") || only.contains(" ")
                            ? "Maybe the columns are separated by something else than a comma."
                            : "Maybe the file holds a single region.");
        }
        if (header.size() > Recorded.MOST_REGIONS) {
            throw wrong(
                    1,
                    1,
                    header.size() + " columns, at most " + Recorded.MOST_REGIONS + " regions are read.",
                    "Maybe the table is transposed: columns are regions, rows are samples.");
        }
        boolean numbers = header.stream().allMatch(cell -> cell.text().matches(NUMBER));
        if (numbers) {
            throw wrong(
                    1,
                    1,
                    "the first line has numbers, it must name the regions.",
                    "Maybe add a line such as r1,r2,r3.");
        }
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (CsvLines.Cell cell : header) {
            String name = cell.text();
            if (name.isBlank()) {
                throw wrong(
                        1,
                        cell.column(),
                        "column " + (names.size() + 1) + " has no name.",
                        "Maybe a row index: remove it.");
            }
            if (Table.isFormula(name)) {
                throw wrong(
                        1,
                        cell.column(),
                        "\"" + Shown.text(name) + "\" begins with " + name.charAt(0)
                                + ", a spreadsheet would take it for a formula.",
                        "Maybe begin with a letter.");
            }
            if (!seen.add(name)) {
                throw wrong(
                        1,
                        cell.column(),
                        "\"" + Shown.text(name) + "\" names two columns, names must differ.",
                        "Maybe add the side: " + Shown.text(name) + "_L and " + Shown.text(name) + "_R.");
            }
            names.add(name);
        }
        return names;
    }

    /** Refuses a column of times among those that are measured: it would count as a region. */
    static void refuseTimes(Path file, List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).matches(TIME)) {
                throw Recorded.wrong(
                        file,
                        1,
                        i + 1,
                        "column " + (i + 1) + " is called \"" + names.get(i) + "\", every column must be a region.",
                        "Maybe remove it, or choose columns by their first letters: --columns E_.");
            }
        }
    }

    private double[] row(List<CsvLines.Cell> cells, List<String> names) {
        if (cells.size() != names.size()) {
            CsvLines.Cell last = cells.get(cells.size() - 1);
            throw wrong(
                    lines.line(),
                    last.column(),
                    "the line has " + cells.size() + " cells, the first line has " + names.size() + " names.",
                    cells.size() == 2 * names.size() || cells.size() == 2 * names.size() - 1
                            ? "Maybe decimal commas: write decimal points."
                            : "Maybe a value is missing; nothing is filled in.");
        }
        double[] row = new double[names.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = number(cells.get(i), names.get(i));
        }
        return row;
    }

    private double number(CsvLines.Cell cell, String name) {
        String text = cell.text();
        if (text.isEmpty()) {
            throw wrong(
                    lines.line(),
                    cell.column(),
                    "the cell of \"" + Shown.text(name) + "\" is empty, every sample needs a number.",
                    "Maybe cut the recording there; nothing is filled in.");
        }
        if (text.matches(NOT_FINITE)) {
            throw wrong(
                    lines.line(),
                    cell.column(),
                    "\"" + Shown.text(name) + "\" is " + Shown.text(text) + ", values must be finite numbers.",
                    "Maybe cut the recording there; nothing is filled in.");
        }
        double value = text.matches(NUMBER) ? Double.parseDouble(text) : Double.NaN;
        if (!Double.isFinite(value)) {
            throw wrong(
                    lines.line(),
                    cell.column(),
                    "\"" + Shown.text(name) + "\" is \"" + Shown.text(text)
                            + (Double.isNaN(value) ? "\", which is not a number." : "\", which is too large."),
                    "Maybe the columns are shifted.");
        }
        return value;
    }

    private RuntimeException wrong(int line, int column, String problem, String maybe) {
        return Recorded.wrong(file, line, column, problem, maybe);
    }
}
