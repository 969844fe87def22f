package org.unstuck.viz.report;

import java.util.List;
import java.util.Map;
import org.unstuck.describe.Decimal;
import org.unstuck.describe.Version;
import org.unstuck.viz.figure.Figure;

/** The report of a measured recording as one self-contained page: no script, no request, printable. */
final class MeasurePage {

    private static final List<String> NOTICE = List.of(
            "These numbers describe a recording. They are no diagnosis and say nothing about the health of a person: flexibility is not a health"
                    + " score, and more is not better.",
            "Motion, preprocessing, sampling rate and length of the recording change all of them. Compare only recordings that were"
                    + " made and measured alike.",
            "p values are two-sided, from ranks among surrogates, and not corrected for the number of measures.");

    private MeasurePage() {}

    static String of(
            Recording recording, Provenance provenance, List<ReportFolder.Section> sections, Map<String, String> svg) {
        Html html = new Html();
        html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .raw(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
                .element("title", recording.name() + " - Unstuck")
                .raw("<style>\n" + ReportPage.STYLE + "</style>\n</head>\n<body>\n")
                .element("h1", "Flexibility of " + recording.name());
        html.raw("<div class=\"notice\" role=\"note\">\n");
        NOTICE.forEach(sentence -> html.element("p", sentence));
        html.raw("</div>\n");
        html.element("h2", "In short");
        html.element("p", settings(recording));
        table(html, MeasureSummary.rows(recording));
        html.element("p", "Beside the phase-randomised surrogates: " + MeasureSummary.agreement(recording));
        for (ReportFolder.Section section : sections) {
            html.element("h2", section.title());
            html.element("p", section.words());
            for (Figure figure : section.figures()) {
                html.raw("<figure id=\"" + figure.name() + "-figure\">\n")
                        .raw(svg.get(figure.name()))
                        .element("figcaption", figure.caption())
                        .raw("</figure>\n");
            }
        }
        html.element("h2", "Does it depend on the settings?");
        html.element(
                "p",
                "data/gamma-omega.csv has the flexibility for other resolutions and couplings. A conclusion that holds in one cell alone is not"
                        + " one.");
        html.raw("<footer><p>Unstuck " + Html.escape(provenance.version()) + ", numeric semantics "
                + Version.NUMERIC_SEMANTICS + ", seed " + recording.settings().seed()
                + ". The same file and seed give the same numbers on any machine.</p></footer>\n</body>\n</html>\n");
        return html.toString();
    }

    private static String settings(Recording recording) {
        return recording.regions().size() + " regions, windows of "
                + recording.settings().window() + " samples ("
                + Decimal.of(
                        recording.settings().window() * recording.settings().samplingMs() / 1000, 6)
                + " s) that do not overlap, "
                + recording.settings().surrogates()
                + " surrogates of each kind. Chance: phase-randomised surrogates keep spectra and"
                + " connectivity and lose every change of it; static Gaussian ones lose the spectra as well; permuted windows lose"
                + " their order, permuted regions who is who.";
    }

    private static void table(Html html, List<List<String>> rows) {
        html.raw("<div class=\"scroll\"><table>\n<thead><tr>");
        rows.get(0).forEach(cell -> html.raw("<th scope=\"col\">" + Html.escape(cell) + "</th>"));
        html.raw("</tr></thead>\n<tbody>\n");
        for (List<String> row : rows.subList(1, rows.size())) {
            html.raw("<tr><th scope=\"row\">" + Html.escape(row.get(0)) + "</th>");
            row.subList(1, row.size()).forEach(cell -> html.raw("<td>" + Html.escape(cell) + "</td>"));
            html.raw("</tr>\n");
        }
        html.raw("</tbody></table></div>\n");
    }
}
