package org.unstuck.viz.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.unstuck.metric.Against;
import org.unstuck.metric.RecordingMeasures;
import org.unstuck.study.Table;
import org.unstuck.viz.figure.CommunityFigure;
import org.unstuck.viz.figure.Figure;
import org.unstuck.viz.figure.HeatFigure;
import org.unstuck.viz.figure.MatrixFigure;
import org.unstuck.viz.figure.NullBandFigure;
import org.unstuck.viz.figure.StatesFigure;

/** Fills a folder with the report of a measured recording: page, charts, data and result.json. */
public final class MeasureFolder {

    /** Up to so many regions are named in the matrix of connectivity. */
    private static final int NAMED = 40;

    private static final double MS_PER_S = 1000;

    private MeasureFolder() {}

    /**
     * Writes {@code report.html}, {@code charts/}, {@code data/} and {@code result.json}.
     *
     * @param recording what was measured
     * @param provenance what made it
     * @param folder an existing, empty folder
     */
    public static void write(Recording recording, Provenance provenance, Path folder) throws IOException {
        Path charts = Files.createDirectory(folder.resolve("charts"));
        Path data = Files.createDirectory(folder.resolve("data"));
        List<Path> files = new ArrayList<>();
        for (Table table : tables(recording)) {
            files.add(ReportFolder.write(table, data));
        }
        List<ReportFolder.Section> sections = sections(recording);
        String stamp = "Unstuck " + provenance.version() + " - " + recording.name()
                + " - research tool, not medical advice - seed "
                + recording.settings().seed();
        Map<String, String> svg = ReportFolder.draw(sections, stamp, charts);
        Files.writeString(
                folder.resolve("report.html"),
                MeasurePage.of(recording, provenance, sections, svg),
                StandardCharsets.UTF_8);
        MeasureJson.write(recording, provenance, files, folder);
    }

    /** All data files of {@code recording}. */
    public static List<Table> tables(Recording recording) {
        return MeasureTables.of(recording);
    }

    private static List<ReportFolder.Section> sections(Recording recording) {
        RecordingMeasures measures = recording.measures();
        List<ReportFolder.Section> sections = new ArrayList<>();
        sections.add(new ReportFolder.Section(
                "Connectivity",
                "Pearson correlation of the whole recording, and how alike connectivity at two times is. Sampling error alone gives the"
                        + " second one structure, and windows that overlap share samples: read it with its variance against surrogates.",
                List.of(),
                connectivity(recording)));
        if (measures.community() != null) {
            sections.add(new ReportFolder.Section(
                    "Communities over time",
                    "Multilayer modularity with gamma 1 and omega "
                            + org.unstuck.describe.Decimal.of(measures.omega(), 3)
                            + " (0.04 x mean node strength). The raster shows the search that agrees most with all others; the"
                            + " numbers are means over "
                            + "all of them. More flexibility is not better: noise has more of it than a"
                            + " modular network.",
                    List.of(),
                    List.of(
                            new CommunityFigure(
                                    "communities",
                                    "Communities over time",
                                    recording.regions(),
                                    recording.settings().window()
                                            * recording.settings().samplingMs()
                                            / MS_PER_S,
                                    measures.community().community()),
                            nodes(recording))));
        }
        sections.add(new ReportFolder.Section(
                "Recurring states",
                "Patterns of phase (LEiDA), clustered in this recording alone: states of different recordings cannot be compared unless"
                        + " they were fitted together.",
                List.of(),
                List.of(states(recording))));
        return sections;
    }

    private static List<Figure> connectivity(Recording recording) {
        RecordingMeasures measures = recording.measures();
        int n = recording.regions().size();
        double[][] r = measures.connectivity().matrix(0);
        List<Figure> figures = new ArrayList<>();
        figures.add(
                n <= NAMED
                        ? new MatrixFigure(
                                "connectivity",
                                "Functional connectivity",
                                "correlation r",
                                recording.regions(),
                                List.of(new MatrixFigure.Panel("whole recording", r, 1)))
                        : new HeatFigure(
                                "connectivity", "Functional connectivity", "correlation r", "region", 0, n, r));
        if (measures.dynamics().r().length > 0) {
            double seconds = recording.settings().samplingMs() / MS_PER_S * length(recording);
            figures.add(new HeatFigure(
                    "fcd",
                    "Connectivity at one time against another (FCD)",
                    "correlation of connectivity",
                    "start of window (s)",
                    0,
                    seconds,
                    measures.dynamics().r()));
        }
        return figures;
    }

    private static int length(Recording recording) {
        int step = Math.max(1, recording.settings().window() / 4);
        return recording.measures().dynamics().r().length * step;
    }

    private static Figure nodes(Recording recording) {
        List<NullBandFigure.Row> rows = IntStream.range(0, recording.regions().size())
                .mapToObj(i ->
                        row(recording.regions().get(i), recording.measures().nodes()[i]))
                .toList();
        return new NullBandFigure(
                "flexibility",
                "Flexibility of every region beside chance",
                "flexibility (share of window pairs)",
                "phase-randomised surrogates",
                rows);
    }

    private static NullBandFigure.Row row(String name, Against a) {
        return new NullBandFigure.Row(
                name,
                a.value().orElseThrow(),
                a.nullQuantile(0.025).orElseThrow(),
                a.nullMean().orElseThrow(),
                a.nullQuantile(0.975).orElseThrow());
    }

    private static Figure states(Recording recording) {
        var states = recording.measures().states();
        return new StatesFigure(
                "states",
                "Recurring states of phase",
                IntStream.rangeClosed(1, states.networks())
                        .mapToObj(k -> "state " + k)
                        .toList(),
                List.of(new StatesFigure.Phase(
                        "whole recording",
                        List.of(new StatesFigure.Row("LEiDA", states.labels(), states.samplingMs() / MS_PER_S)))));
    }
}
