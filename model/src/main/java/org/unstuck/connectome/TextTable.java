package org.unstuck.connectome;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.unstuck.table.CsvLines;
import org.unstuck.table.Misread;

/**
 * A table of finite numbers in text, with or without names of columns and rows. The separator is found in the first line: tab,
 * semicolon, comma, else blanks. Decimal points only; nothing is filled in.
 *
 * @param columns names in the first line, or null
 * @param rows names in front of the lines, or null
 * @param values {@code values[row][column]}
 */
record TextTable(List<String> columns, List<String> rows, double[][] values) {

    private static final String NUMBER = "[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?";
    private static final String NOT_FINITE = "(?i)[-+]?(nan|inf|infinity|na|n/a|null|none|-)";

    /**
     * The table in {@code bytes}.
     *
     * @param file how messages call it
     * @param most most rows and columns
     * @throws org.unstuck.scenario.BadScenario if it is empty, no text, ragged, or a cell is not a finite number
     */
    static TextTable read(String file, byte[] bytes, int most) {
        String text = decoded(file, bytes);
        try (CsvLines lines = CsvLines.of(file, new StringReader(text), separator(text))) {
            return new Parser(file, lines, most).parse();
        }
    }

    /** Strict UTF-8. */
    static String decoded(String file, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Misread.unreadable(file, e);
        }
    }

    static char separator(String text) {
        int end = text.indexOf('\n');
        String first = end < 0 ? text : text.substring(0, end);
        for (char separator : new char[] {'\t', ';', ','}) {
            if (first.indexOf(separator) >= 0) {
                return separator;
            }
        }
        return ' ';
    }

    /** The cell as a finite number. */
    static double number(String file, int line, CsvLines.Cell cell) {
        String text = cell.text();
        if (text.isEmpty()) {
            throw Misread.at(
                    file,
                    line,
                    cell.column(),
                    "the cell is empty, a number is needed.",
                    line == 1 && cell.column() == 1
                            ? "Maybe rows and columns are numbered, as pandas does: write the file without index and header."
                            : "Maybe a separator too many.");
        }
        if (text.matches(NOT_FINITE)) {
            throw Misread.at(
                    file,
                    line,
                    cell.column(),
                    "\"" + text + "\" is not a finite number.",
                    "Maybe 0, if it means no connection; nothing is filled in.");
        }
        if (!text.matches(NUMBER)) {
            throw Misread.at(
                    file,
                    line,
                    cell.column(),
                    "\"" + text + "\" is not a number.",
                    text.matches("[-+]?[0-9]+(,[0-9]+)+|[-+]?[0-9]+(\\.[0-9]+){2,}")
                            ? "Maybe a decimal comma or separators of thousands: write 1234.5."
                            : "Maybe the columns are shifted.");
        }
        double value = Double.parseDouble(text);
        if (!Double.isFinite(value)) {
            throw Misread.at(
                    file, line, cell.column(), "\"" + text + "\" is too large for a number.", "Maybe a typing error.");
        }
        return value;
    }

    /** Whether a cell was meant as a number, well written or not: then it is no name. */
    private static boolean isMeant(CsvLines.Cell cell) {
        return cell.text().matches("[-+]?[0-9.,]+([eE][-+0-9.,]*)?")
                || cell.text().matches(NOT_FINITE);
    }

    private record Parser(String file, CsvLines lines, int most) {

        TextTable parse() {
            List<CsvLines.Cell> cells = lines.next();
            if (cells == null) {
                throw Misread.at(file, 1, 1, "the file is empty.", "Maybe it was not written to the end.");
            }
            List<String> columns = null;
            if (cells.stream().skip(cells.size() == 1 ? 0 : 1).noneMatch(TextTable::isMeant)) {
                columns = cells.stream().map(CsvLines.Cell::text).toList();
                cells = lines.next();
                if (cells == null) {
                    throw Misread.at(
                            file, 1, 1, "there are no numbers below the first line.", "Maybe the file was cut.");
                }
            }
            boolean named = cells.size() > 1 && !cells.get(0).text().isEmpty() && !isMeant(cells.get(0));
            List<String> rows = named ? new ArrayList<>() : null;
            List<double[]> values = new ArrayList<>();
            int width = cells.size();
            for (; cells != null; cells = lines.next()) {
                checkWidth(cells, width);
                if (named) {
                    rows.add(cells.get(0).text());
                }
                values.add(numbers(cells, named ? 1 : 0));
            }
            int numbers = width - (named ? 1 : 0);
            if (columns != null && columns.size() == numbers + 1) {
                columns = columns.subList(1, columns.size());
            }
            if (columns != null && columns.size() != numbers) {
                throw Misread.at(
                        file,
                        1,
                        1,
                        "the first line has " + columns.size() + " names for " + numbers + " columns of numbers.",
                        "Maybe a name is missing.");
            }
            return new TextTable(columns, rows, values.toArray(double[][]::new));
        }

        private void checkWidth(List<CsvLines.Cell> cells, int width) {
            CsvLines.Cell last = cells.get(cells.size() - 1);
            if (cells.size() > most + 1 || lines.line() > most + 1) {
                throw Misread.at(
                        file,
                        lines.line(),
                        1,
                        "more than " + most + " rows or columns, at most " + most + " regions are read.",
                        "Maybe a coarser parcellation.");
            }
            if (cells.size() != width) {
                throw Misread.at(
                        file,
                        lines.line(),
                        last.column(),
                        "the line has " + cells.size() + " cells, the lines before have " + width + ".",
                        "Maybe a value is missing; nothing is filled in.");
            }
        }

        private double[] numbers(List<CsvLines.Cell> cells, int from) {
            double[] row = new double[cells.size() - from];
            for (int j = 0; j < row.length; j++) {
                row[j] = number(file, lines.line(), cells.get(from + j));
            }
            return row;
        }
    }
}
