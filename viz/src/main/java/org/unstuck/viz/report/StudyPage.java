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
import java.util.Map;
import org.unstuck.describe.Decimal;
import org.unstuck.describe.Version;
import org.unstuck.scenario.ScenarioWriter;
import org.unstuck.study.Table;
import org.unstuck.viz.figure.Figure;
import org.unstuck.viz.figure.SurfacesFigure;

/**
 * A study as a folder: one self-contained page with tables beside charts, the charts, the data and result.json.
 *
 * @param kind what it is, in result.json
 * @param title one line
 * @param lead what was asked
 * @param seed root of all randomness
 * @param sections parts of the page; a table has its header as the first row
 * @param data tables to be written
 */
record StudyPage(
        String kind, String title, String lead, long seed, List<ReportFolder.Section> sections, List<Table> data) {

    /**
     * Cells of numbers stay in one line; figures are not blown up. In the dark a figure is turned over: white becomes the background, black the
     * ink, and hues come back by half a turn; maps keep their colours, which have an order; the files in charts/ stay as they are.
     */
    private static final String STYLE = """
        td.short { white-space: nowrap; }
        figure > div { max-width: 100%; }
        @media (prefers-color-scheme: dark) {
          :root { color-scheme: dark; }
          body { background: #212121; color: #e0e0e0; }
          h2 { border-bottom-color: #555; } .notice { background: #3a2a18; }
          th { background: #303030; } th, td { border-bottom-color: #444; }
          figcaption, footer { color: #b0b0b0; border-top-color: #555; } code { background: #303030; }
          figure svg { filter: invert(.87) hue-rotate(180deg); }
          figure.map svg { filter: brightness(.88); }
        }
        """;

    /** Longer cells may be broken into lines. */
    private static final int SHORT = 24;

    /** Fills an existing, empty folder. */
    void write(Provenance provenance, Path folder) throws IOException {
        Path charts = Files.createDirectory(folder.resolve("charts"));
        Path place = Files.createDirectory(folder.resolve("data"));
        List<Path> files = new ArrayList<>();
        for (Table table : data) {
            files.add(ReportFolder.write(table, place));
        }
        String stamp = "Unstuck " + provenance.version() + " - " + Disclaimer.SHORT + " - seed " + seed;
        Map<String, String> svg = ReportFolder.draw(sections, stamp, charts);
        Files.writeString(folder.resolve("report.html"), html(provenance, svg), StandardCharsets.UTF_8);
        json(provenance, files, folder);
    }

    /**
     * The page.
     *
     * @param svg every figure by its name
     */
    String html(Provenance provenance, Map<String, String> svg) {
        return html(provenance, svg, "seed " + seed);
    }

    /** The page of several seeds. */
    String html(Provenance provenance, Map<String, String> svg, String seeds) {
        Html html = new Html();
        html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .raw(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
                .element("title", title + " - Unstuck")
                .raw("<style>\n" + ReportPage.STYLE.replace(":root { color-scheme: light; }\n", "") + STYLE
                        + "</style>\n</head>\n<body>\n")
                .element("h1", title);
        html.raw("<p class=\"lead\">" + Html.escape(lead) + "</p>\n");
        html.raw("<div class=\"notice\" role=\"note\">\n");
        Disclaimer.LONG.forEach(sentence -> html.element("p", sentence));
        html.raw("</div>\n");
        for (ReportFolder.Section section : sections) {
            html.element("h2", section.title());
            html.element("p", section.words());
            for (Figure figure : section.figures()) {
                html.raw("<figure id=\"" + figure.name() + "-figure\""
                                + (figure instanceof SurfacesFigure ? " class=\"map\"" : "") + ">\n")
                        .raw("<div style=\"width: " + figure.width() + "px\">")
                        .raw(svg.get(figure.name()))
                        .raw("</div>\n")
                        .element("figcaption", figure.caption())
                        .raw("</figure>\n");
            }
            table(html, section.table());
        }
        html.raw("<footer><p>Unstuck " + Html.escape(provenance.version()) + ", numeric semantics "
                + Version.NUMERIC_SEMANTICS + ", " + Html.escape(seeds)
                + ". The same file and seed give the same numbers on any machine.</p>\n<p>Command: <code>unstuck "
                + Html.escape(String.join(" ", provenance.command())) + "</code></p></footer>\n</body>\n</html>\n");
        return html.toString();
    }

    private static void table(Html html, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        html.raw("<div class=\"scroll\"><table>\n<thead><tr>");
        rows.get(0).forEach(cell -> html.raw("<th scope=\"col\">" + Html.escape(cell) + "</th>"));
        html.raw("</tr></thead>\n<tbody>\n");
        for (List<String> row : rows.subList(1, rows.size())) {
            html.raw("<tr><th scope=\"row\">" + Html.escape(row.get(0)) + "</th>");
            row.subList(1, row.size())
                    .forEach(cell -> html.raw(
                            (cell.length() <= SHORT ? "<td class=\"short\">" : "<td>") + Html.escape(cell) + "</td>"));
            html.raw("</tr>\n");
        }
        html.raw("</tbody></table></div>\n");
    }

    private void json(Provenance provenance, List<Path> files, Path folder) throws IOException {
        try (Writer out = Files.newBufferedWriter(folder.resolve("result.json"), StandardCharsets.UTF_8);
                JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.setPrettyPrinter(ScenarioWriter.layout());
            json.writeStartObject();
            json.writeNumberField("schemaVersion", 1);
            json.writeStringField("product", "Unstuck");
            json.writeStringField("kind", kind);
            json.writeStringField("title", title);
            json.writeStringField("version", provenance.version());
            json.writeNumberField("numericSemantics", Version.NUMERIC_SEMANTICS);
            json.writeNumberField("seed", seed);
            json.writeObjectFieldStart("run");
            json.writeArrayFieldStart("command");
            for (String word : provenance.command()) {
                json.writeString(word);
            }
            json.writeEndArray();
            json.writeFieldName("seconds");
            json.writeNumber(Decimal.of(provenance.seconds(), 3));
            json.writeStringField("java", System.getProperty("java.version", ""));
            json.writeEndObject();
            json.writeObjectFieldStart("sha256");
            for (Path file : files) {
                json.writeStringField("data/" + file.getFileName(), Sha256.of(file));
            }
            json.writeEndObject();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }
}
