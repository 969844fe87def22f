package org.unstuck.viz.report;

import java.util.List;
import java.util.Map;
import org.unstuck.describe.Decimal;
import org.unstuck.describe.Version;
import org.unstuck.metric.Interval;
import org.unstuck.network.Change;
import org.unstuck.study.Ablation;
import org.unstuck.study.Comparison;
import org.unstuck.study.Scenario;
import org.unstuck.viz.figure.Figure;

/** The report as one self-contained page: no script, no request, printable. */
final class ReportPage {

    static final String STYLE = """
            :root { color-scheme: light; }
            body { font: 16px/1.5 system-ui, -apple-system, "Segoe UI", "DejaVu Sans", Verdana, sans-serif; color: #1a1a1a;
                   background: #fff; max-width: 62rem; margin: 0 auto; padding: 1.5rem; }
            h1 { font-size: 1.8rem; line-height: 1.2; margin: 0 0 .5rem; }
            h2 { font-size: 1.3rem; margin: 2.5rem 0 .5rem; border-bottom: 1px solid #ccc; padding-bottom: .2rem; }
            p.lead { font-size: 1.1rem; }
            .notice { border: 2px solid #b35900; border-radius: .4rem; padding: .6rem 1rem; margin: 1rem 0; background: #fff8f0; }
            .notice p { margin: .3rem 0; }
            table { border-collapse: collapse; margin: .8rem 0; width: 100%; font-variant-numeric: tabular-nums; }
            th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid #ddd; vertical-align: top; }
            th { background: #f4f4f4; } td small { color: #555; white-space: nowrap; }
            .scroll { overflow-x: auto; }
            figure { margin: 1.5rem 0; break-inside: avoid; } figure svg { width: 100%; height: auto; display: block; }
            figcaption { color: #444; font-size: .95rem; margin-top: .3rem; }
            details { margin: .6rem 0; } summary { cursor: pointer; font-weight: 600; }
            code { font: .9em ui-monospace, "DejaVu Sans Mono", monospace; background: #f4f4f4; padding: 0 .2em; overflow-wrap: anywhere; }
            footer { margin-top: 3rem; border-top: 1px solid #ccc; color: #555; font-size: .9rem; }
            @media print { body { max-width: none; padding: 0; } details { display: block; } h2 { break-after: avoid; } }
            """;

    private final Comparison comparison;
    private final Scenario scenario;
    private final Provenance provenance;
    private final Html html = new Html();

    private ReportPage(Comparison comparison, Provenance provenance) {
        this.comparison = comparison;
        this.scenario = comparison.scenario();
        this.provenance = provenance;
    }

    static String of(
            Comparison comparison,
            Provenance provenance,
            List<ReportFolder.Section> sections,
            Map<String, String> svg) {
        ReportPage page = new ReportPage(comparison, provenance);
        page.head();
        page.summary();
        for (ReportFolder.Section section : sections) {
            page.section(section, svg);
        }
        page.assumptions();
        page.again();
        return page.html.toString();
    }

    private void head() {
        html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .raw(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
                .element("title", scenario.name() + " - Unstuck")
                .raw("<style>\n" + STYLE + "</style>\n</head>\n<body>\n")
                .element("h1", scenario.name());
        if (!scenario.description().isBlank()) {
            html.raw("<p class=\"lead\">" + Html.escape(scenario.description()) + "</p>\n");
        }
        html.raw("<div class=\"notice\" role=\"note\">\n");
        for (String sentence : Disclaimer.LONG) {
            html.element("p", sentence);
        }
        html.raw("</div>\n");
    }

    private void summary() {
        html.element("h2", "In short");
        html.element(
                "p",
                scenario.cohort().patients() + " virtual patients with \""
                        + scenario.condition().label()
                        + "\" in network \"" + scenario.network().name() + "\", "
                        + scenario.arms().size()
                        + (scenario.arms().size() == 1 ? " arm, " : " arms, ") + scenario.horizon()
                        + ". The same patients and the same noise in every arm. Mean and 95% bootstrap interval over patients.");
        if (!scenario.ablate().isEmpty()) {
            html.raw("<p><strong>Switched off in this run: ")
                    .raw(Html.escape(String.join(
                            ", ",
                            scenario.ablate().stream().map(ReportPage::word).toList())))
                    .raw("</strong></p>\n");
        }
        table("Intensity (symptom relative to health, 1 = healthy)", true, comparison.healthyIntensityBand());
        table(
                "Flexibility (" + CourseFigures.FLEXIBILITY.label().toLowerCase(java.util.Locale.ROOT) + ", "
                        + CourseFigures.FLEXIBILITY.unit() + ")",
                false,
                comparison.healthyBand(CourseFigures.FLEXIBILITY));
    }

    private void table(String title, boolean intensity, Comparison.Band healthy) {
        List<Integer> scans = SummaryTable.scans(comparison);
        html.raw("<div class=\"scroll\"><table>\n<caption>" + Html.escape(title)
                + "</caption>\n<thead><tr><th scope=\"col\">Arm</th>");
        for (int scan : scans) {
            html.raw("<th scope=\"col\">day " + Arms.dayText(comparison, scan) + "</th>");
        }
        html.raw("</tr></thead>\n<tbody>\n");
        for (int arm = 0; arm < scenario.arms().size(); arm++) {
            html.raw("<tr><th scope=\"row\">"
                    + Html.escape(scenario.arms().get(arm).name()) + "</th>");
            for (int scan : scans) {
                Interval interval = SummaryTable.interval(comparison, arm, scan, intensity);
                String cell = SummaryTable.cell(interval);
                int space = cell.indexOf(" [");
                html.raw("<td>"
                        + (space < 0
                                ? cell
                                : cell.substring(0, space) + " <small>" + cell.substring(space + 1) + "</small>")
                        + "</td>");
            }
            html.raw("</tr>\n");
        }
        if (healthy != null) {
            html.raw("<tr><th scope=\"row\">healthy twins</th><td colspan=\"" + scans.size() + "\">5% to 95%: "
                    + SummaryTable.number(healthy.low()) + " to " + SummaryTable.number(healthy.high())
                    + "</td></tr>\n");
        }
        html.raw("</tbody></table></div>\n");
    }

    private void section(ReportFolder.Section section, Map<String, String> svg) {
        if (section.figures().isEmpty()) {
            return;
        }
        html.element("h2", section.title());
        html.element("p", section.words());
        if (!section.table().isEmpty()) {
            plainTable(section.table());
        }
        for (Figure figure : section.figures()) {
            html.raw("<figure id=\"" + figure.name() + "-figure\">\n")
                    .raw(svg.get(figure.name()))
                    .element("figcaption", figure.caption())
                    .raw("</figure>\n");
        }
    }

    private void plainTable(List<List<String>> rows) {
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

    private static String effect(Change change) {
        return switch (change.kind()) {
            case LINK_FACTOR -> "weight x ";
            case DRIVE -> change.value() < 0 ? "drive - " : "drive + ";
            case CUE_GAIN -> "cue " + Html.escape(change.of()) + " x ";
            case RECEPTOR_FACTOR -> "answer to drugs at " + Html.escape(change.of()) + " x ";
            case LOCAL_FACTOR -> Html.escape(change.of()) + " x ";
        };
    }

    private void assumptions() {
        html.element("h2", "What is assumed");
        html.element(
                "p", scenario.condition().label() + ": " + scenario.condition().description());
        if (!scenario.condition().allChanges().isEmpty()) {
            html.raw(
                    "<div class=\"scroll\"><table><thead><tr><th>Change</th><th>Value</th><th>Source</th><th>Evidence</th></tr></thead><tbody>\n");
            for (Change change : scenario.condition().allChanges()) {
                html.raw("<tr><td><code>" + Html.escape(change.target()) + "</code></td><td>"
                        + effect(change)
                        + Decimal.exact(Math.abs(change.value())) + "</td><td>" + Html.escape(change.source())
                        + "</td><td>"
                        + change.evidence().name().toLowerCase(java.util.Locale.ROOT) + "</td></tr>\n");
            }
            html.raw("</tbody></table></div>\n");
        }
        List<Change> lost = scenario.condition().withoutPlaceIn(scenario.network());
        if (!lost.isEmpty()) {
            html.element(
                    "p",
                    "Not represented in this network: "
                            + String.join(
                                    ", ", lost.stream().map(Change::target).toList()) + ".");
        }
        html.element(
                "p",
                "Mechanisms can be switched off one by one to see what stands on them: "
                        + String.join(
                                ", ",
                                java.util.Arrays.stream(Ablation.values())
                                        .map(ReportPage::word)
                                        .toList())
                        + ". Every parameter with its range, source and evidence is in data/parameters.csv.");
    }

    private static String word(Ablation ablation) {
        return ablation.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private void again() {
        html.element("h2", "Run it again");
        html.element(
                "p",
                "result.json holds the whole scenario with all defaults, the seed and the hash of every data file. Equal scenarios give equal"
                        + " data, byte for byte, on any number of threads.");
        html.raw("<footer><p>Unstuck " + Html.escape(provenance.version()) + ", numeric semantics "
                + Version.NUMERIC_SEMANTICS
                + ", seed " + scenario.seed() + ". A "
                + Disclaimer.SHORT + ".</p></footer>\n</body>\n</html>\n");
    }
}
