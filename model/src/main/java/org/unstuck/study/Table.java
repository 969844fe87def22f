package org.unstuck.study;

import java.util.List;
import java.util.function.Consumer;

/**
 * A tidy table: one observation per row, one variable per column, units in the column names. Rows are made while they are read,
 * so that a large table needs no memory.
 *
 * @param name file stem
 * @param header column names
 * @param rows gives every row, in order, to whoever asks; an empty cell is a missing value
 */
public record Table(String name, List<String> header, Consumer<Consumer<List<String>>> rows) {

    /** What a formula begins with in spreadsheets (OWASP, CSV injection). */
    private static final String FORMULA = "=+-@";

    public Table {
        header = List.copyOf(header);
    }

    /** Whether a spreadsheet would take {@code text}, a word and no number, for a formula: names from files must not be one. */
    public static boolean isFormula(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    }

    /** The table as CSV (RFC 4180 with line feeds), one line after the other, the header first. */
    public void csv(Consumer<String> line) {
        line.accept(csv(header));
        rows.accept(row -> line.accept(csv(row)));
    }

    private static String csv(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            boolean quote = cell.indexOf(',') >= 0
                    || cell.indexOf('"') >= 0
                    || cell.indexOf('\n') >= 0
                    || cell.indexOf('\r') >= 0;
            line.append(i > 0 ? "," : "").append(quote ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell);
        }
        return line.toString();
    }
}
