package org.unstuck.notebook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.unstuck.study.Table;

/**
 * A table, shown as HTML.
 *
 * @param title one line above it, or blank
 * @param header names of the columns
 * @param rows cells, as many in each row as there are columns
 */
public record Rows(String title, List<String> header, List<List<String>> rows) {

    /** Longer tables are cut. */
    private static final int MOST = 60;

    public Rows {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != header.size()) {
                throw new Wrong("A row of the table has " + row.size() + " cells, the header has " + header.size()
                        + ". Maybe a cell is missing.");
            }
        }
    }

    /** A table of these columns; rows are added with {@link #and}. */
    public static Rows of(String title, String... header) {
        return new Rows(title, List.of(header), List.of());
    }

    /** The same with another row; numbers are written with four digits. */
    public Rows and(Object... cells) {
        List<List<String>> more = new ArrayList<>(rows);
        more.add(java.util.Arrays.stream(cells).map(Rows::cell).toList());
        return new Rows(title, header, more);
    }

    /** A data file of a report or of {@code measure}: CSV with a header. */
    public static Rows csv(String file) {
        try {
            List<List<String>> lines = new ArrayList<>();
            for (String line : Files.readAllLines(Path.of(file), StandardCharsets.UTF_8)) {
                lines.add(cells(line));
            }
            String name = Path.of(file).getFileName().toString();
            return new Rows(name, lines.get(0), lines.subList(1, lines.size()));
        } catch (IOException e) {
            throw new Wrong(
                    "There is no file " + file + " that can be read. Maybe the cell that writes it has not been run.");
        }
    }

    /** A table of a comparison. */
    static Rows of(Table table) {
        List<List<String>> rows = new ArrayList<>();
        table.rows().accept(row -> rows.add(List.copyOf(row)));
        return new Rows(table.name(), table.header(), rows);
    }

    /** Only the rows in which {@code column} is {@code value}. */
    public Rows where(String column, String value) {
        int at = column(column);
        return new Rows(
                title,
                header,
                rows.stream().filter(r -> r.get(at).equals(value)).toList());
    }

    /** Only these columns. */
    public Rows only(String... columns) {
        List<Integer> at = java.util.Arrays.stream(columns).map(this::column).toList();
        return new Rows(
                title,
                List.of(columns),
                rows.stream().map(r -> at.stream().map(r::get).toList()).toList());
    }

    private int column(String name) {
        int at = header.indexOf(name);
        if (at < 0) {
            throw new Wrong(
                    "There is no column \"" + name + "\". " + org.unstuck.describe.Suggestion.among(header, name));
        }
        return at;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    private static String cell(Object value) {
        return value instanceof Double || value instanceof Float
                ? String.format(Locale.ROOT, "%.4g", ((Number) value).doubleValue())
                : String.valueOf(value);
    }

    /** The table as HTML, everything escaped. */
    public String html() {
        StringBuilder out = new StringBuilder("<table>");
        if (!title.isBlank()) {
            out.append("<caption>").append(escape(title)).append("</caption>");
        }
        row(out.append("<thead>"), header, "th");
        out.append("</thead><tbody>");
        for (List<String> row : rows.subList(0, Math.min(MOST, rows.size()))) {
            row(out, row, "td");
        }
        out.append("</tbody></table>");
        if (rows.size() > MOST) {
            out.append("<p>").append(rows.size() - MOST).append(" more rows.</p>");
        }
        return out.toString();
    }

    private static void row(StringBuilder out, List<String> cells, String element) {
        out.append("<tr>");
        for (String cell : cells) {
            out.append('<')
                    .append(element)
                    .append('>')
                    .append(escape(cell))
                    .append("</")
                    .append(element)
                    .append('>');
        }
        out.append("</tr>");
    }

    /** The table as lines, cells separated by tabs. */
    public String text() {
        StringBuilder out = new StringBuilder(title.isBlank() ? "" : title + "\n");
        out.append(String.join("\t", header));
        rows.subList(0, Math.min(MOST, rows.size()))
                .forEach(row -> out.append('\n').append(String.join("\t", row)));
        return out.toString();
    }

    @Override
    public String toString() {
        return text();
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
