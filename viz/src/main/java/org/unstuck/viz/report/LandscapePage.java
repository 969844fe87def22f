package org.unstuck.viz.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.unstuck.describe.Decimal;
import org.unstuck.describe.Version;
import org.unstuck.scenario.ScenarioWriter;
import org.unstuck.study.Table;
import org.unstuck.viz.figure.DiagramFigure;
import org.unstuck.viz.theme.Dark;
import org.unstuck.viz.theme.Png;
import org.unstuck.viz.theme.Sheet;
import org.unstuck.viz.theme.Svg;

/**
 * What a tool of the landscape found, ready to be written.
 *
 * @param kind the tool, as "continuation"
 * @param title one line
 * @param words how it was computed and what it says
 * @param parts figures with the table beside each
 * @param more further tables, written as data only
 * @param seed root of all randomness
 */
public record LandscapePage(
        String kind, String title, List<String> words, List<Part> parts, List<Table> more, long seed) {

    private static final int MOST_ROWS = 40;

    private static final String STYLE = """
        .dark { display: none; }
        @media (prefers-color-scheme: dark) {
          :root { color-scheme: dark; }
          body { background: #212121; color: #e0e0e0; }
          .light { display: none; } .dark { display: block; }
          .notice { background: #3a2a18; } th { background: #303030; } th, td { border-bottom-color: #444; }
          figcaption, footer { color: #b0b0b0; } code { background: #303030; }
        }
        """;

    /**
     * A figure and its table.
     *
     * @param title heading
     * @param words how to read it
     * @param figure the picture, or null
     * @param table the same in numbers
     */
    public record Part(String title, String words, DiagramFigure figure, Table table) {}

    public LandscapePage {
        words = List.copyOf(words);
        parts = List.copyOf(parts);
        more = List.copyOf(more);
    }

    /**
     * Writes {@code report.html}, {@code charts/} (light and dark), {@code data/} and {@code result.json}.
     *
     * @param provenance what made it
     * @param folder an existing, empty folder
     * @throws IOException if something cannot be written
     */
    public void write(Provenance provenance, Path folder) throws IOException {
        Path charts = folder.resolve("charts");
        Path data = Files.createDirectory(folder.resolve("data"));
        List<Path> files = new ArrayList<>();
        String stamp = "Unstuck " + provenance.version() + " - " + Disclaimer.SHORT + " - seed " + seed;
        Html html = head();
        for (Part part : parts) {
            files.add(ReportFolder.write(part.table, data));
            html.element("h2", part.title).element("p", part.words);
            if (part.figure != null) {
                figure(html, part.figure, stamp, Files.createDirectories(charts));
            }
            table(html, part.table);
        }
        for (Table table : more) {
            files.add(ReportFolder.write(table, data));
        }
        html.raw("<footer><p>Unstuck " + Html.escape(provenance.version()) + ", numeric semantics "
                + Version.NUMERIC_SEMANTICS + ", seed " + seed + ". A " + Disclaimer.SHORT
                + ".</p></footer>\n</body>\n</html>\n");
        Files.writeString(folder.resolve("report.html"), html.toString(), StandardCharsets.UTF_8);
        json(provenance, files, folder);
    }

    private Html head() {
        Html html = new Html();
        html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src"
                        + " 'unsafe-inline'\">\n")
                .element("title", title + " - Unstuck")
                .raw("<style>\n" + ReportPage.STYLE + STYLE + "</style>\n</head>\n<body>\n")
                .element("h1", title)
                .raw("<div class=\"notice\" role=\"note\">\n");
        Disclaimer.LONG.forEach(sentence -> html.element("p", sentence));
        html.raw("</div>\n");
        words.forEach(sentence -> html.element("p", sentence));
        return html;
    }

    private static void figure(Html html, DiagramFigure figure, String stamp, Path charts) throws IOException {
        Sheet light = figure.sheet(stamp);
        Sheet dark = new Sheet(
                light.name() + "-dark",
                light.title(),
                light.description(),
                figure.chart(),
                light.width(),
                light.height(),
                stamp);
        String lightSvg = Svg.of(light);
        String darkSvg = Dark.svg(Svg.of(dark));
        Files.writeString(charts.resolve(light.name() + ".svg"), lightSvg, StandardCharsets.UTF_8);
        Files.writeString(charts.resolve(dark.name() + ".svg"), darkSvg, StandardCharsets.UTF_8);
        Png.write(light, charts.resolve(light.name() + ".png"));
        Dark.write(dark, charts.resolve(dark.name() + ".png"));
        html.raw("<figure id=\"" + light.name() + "-figure\">\n<div class=\"light\">")
                .raw(lightSvg)
                .raw("</div>\n<div class=\"dark\">")
                .raw(darkSvg)
                .raw("</div>\n")
                .element("figcaption", figure.caption())
                .raw("</figure>\n");
    }

    private static void table(Html html, Table table) {
        html.raw("<div class=\"scroll\"><table>\n<thead><tr>");
        table.header().forEach(cell -> html.raw("<th scope=\"col\">" + Html.escape(cell) + "</th>"));
        html.raw("</tr></thead>\n<tbody>\n");
        int[] rows = {0};
        table.rows().accept(row -> {
            if (rows[0]++ < MOST_ROWS) {
                html.raw("<tr>");
                row.forEach(cell -> html.raw("<td>" + Html.escape(shown(cell)) + "</td>"));
                html.raw("</tr>\n");
            }
        });
        html.raw("</tbody></table></div>\n");
        html.element(
                "p",
                (rows[0] > MOST_ROWS ? "The first " + MOST_ROWS + " of " + rows[0] + " rows; all" : "All")
                        + " are in data/" + table.name() + ".csv.");
    }

    /** Numbers with four digits; the files have all of them. */
    private static String shown(String cell) {
        return cell.matches("-?[0-9]+\\.[0-9]{4,}(E-?[0-9]+)?") ? Decimal.of(Double.parseDouble(cell), 4) : cell;
    }

    private void json(Provenance provenance, List<Path> files, Path folder) throws IOException {
        try (Writer out = Files.newBufferedWriter(folder.resolve("result.json"), StandardCharsets.UTF_8);
                JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.setPrettyPrinter(ScenarioWriter.layout());
            json.writeStartObject();
            json.writeNumberField("schemaVersion", 1);
            json.writeStringField("product", "Unstuck");
            json.writeStringField("kind", "landscape-" + kind);
            json.writeStringField("version", provenance.version());
            json.writeNumberField("numericSemantics", Version.NUMERIC_SEMANTICS);
            json.writeNumberField("seed", seed);
            json.writeArrayFieldStart("command");
            for (String word : provenance.command()) {
                json.writeString(word);
            }
            json.writeEndArray();
            json.writeFieldName("seconds");
            json.writeNumber(Decimal.of(provenance.seconds(), 3));
            json.writeArrayFieldStart("words");
            for (String sentence : words) {
                json.writeString(sentence);
            }
            json.writeEndArray();
            json.writeObjectFieldStart("sha256");
            for (Path file : files) {
                json.writeStringField("data/" + file.getFileName(), Sha256.of(file));
            }
            json.writeEndObject();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    /** The tables as text for a terminal: columns that line up. */
    public String text() {
        StringBuilder text = new StringBuilder(title + "\n");
        words.forEach(sentence -> text.append(sentence).append('\n'));
        for (Part part : parts) {
            text.append('\n').append(part.title).append('\n').append(aligned(part.table));
        }
        return text.toString();
    }

    private static String aligned(Table table) {
        List<List<String>> rows = new ArrayList<>(List.of(table.header()));
        table.rows().accept(row -> {
            if (rows.size() <= MOST_ROWS) {
                rows.add(row.stream().map(LandscapePage::shown).toList());
            }
        });
        int columns = Math.min(MOST_COLUMNS, table.header().size());
        int[] width = new int[columns];
        for (List<String> row : rows) {
            for (int c = 0; c < columns; c++) {
                width[c] = Math.max(width[c], row.get(c).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < columns; c++) {
                line.append(row.get(c)).append(" ".repeat(width[c] - row.get(c).length() + 2));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static final int MOST_COLUMNS = 14;
}
