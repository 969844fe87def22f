package org.unstuck.viz.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.unstuck.study.Comparison;
import org.unstuck.study.EventLog;
import org.unstuck.study.Table;
import org.unstuck.study.Tables;
import org.unstuck.viz.figure.Figure;
import org.unstuck.viz.theme.Canvas;
import org.unstuck.viz.theme.Png;
import org.unstuck.viz.theme.Sheet;
import org.unstuck.viz.theme.Svg;

/** Fills a folder with a report: the page, charts, data files and everything needed to run it again. */
public final class ReportFolder {

    private ReportFolder() {}

    /**
     * Writes {@code report.html}, {@code charts/}, {@code data/} and {@code result.json}.
     *
     * @param comparison the result
     * @param provenance what made it
     * @param folder an existing, empty folder
     * @throws UncheckedIOException if something cannot be written
     */
    public static void write(Comparison comparison, Provenance provenance, Path folder) {
        try {
            Path charts = Files.createDirectory(folder.resolve("charts"));
            Path data = Files.createDirectory(folder.resolve("data"));
            List<Section> sections = sections(comparison);
            String stamp = "Unstuck " + provenance.version() + " - " + Disclaimer.SHORT + " - seed "
                    + comparison.scenario().seed();
            List<Path> files = new ArrayList<>();
            Map<String, String> svg = draw(sections, stamp, charts, () -> {
                for (Table table : tables(comparison)) {
                    files.add(write(table, data));
                }
            });
            Files.writeString(
                    folder.resolve("report.html"),
                    ReportPage.of(comparison, provenance, sections, svg),
                    StandardCharsets.UTF_8);
            ResultJson.write(comparison, provenance, files, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All data files of {@code comparison}. */
    public static List<Table> tables(Comparison comparison) {
        List<Table> tables = new ArrayList<>(Tables.of(comparison));
        tables.add(EventLog.of(comparison));
        return tables;
    }

    /** Something to be done that may fail on the disk. */
    private interface Work {
        void run() throws IOException;
    }

    /** Draws every figure, several at a time; the SVG of each goes into the page as well. */
    static Map<String, String> draw(List<Section> sections, String stamp, Path charts) throws IOException {
        return draw(sections, stamp, charts, () -> {});
    }

    /** The same beside other work. */
    private static Map<String, String> draw(List<Section> sections, String stamp, Path charts, Work beside)
            throws IOException {
        Map<String, Future<String>> drawing = new LinkedHashMap<>();
        ExecutorService pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        Queue<Canvas> free = new ConcurrentLinkedQueue<>();
        try {
            for (Section section : sections) {
                for (Figure figure : section.figures()) {
                    drawing.put(figure.name(), pool.submit(() -> draw(figure.sheet(stamp), charts, free)));
                }
            }
            beside.run();
            Map<String, String> svg = new LinkedHashMap<>();
            for (Map.Entry<String, Future<String>> one : drawing.entrySet()) {
                svg.put(one.getKey(), one.getValue().get());
            }
            return svg;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while drawing");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UncheckedIOException problem) {
                throw problem.getCause();
            }
            throw new IllegalStateException("cannot draw", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    /** Draws on one of the canvasses that are free, or on a new one. */
    private static String draw(Sheet sheet, Path charts, Queue<Canvas> free) {
        String svg = Svg.of(sheet);
        try {
            Files.writeString(charts.resolve(sheet.name() + ".svg"), svg, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Canvas canvas = Objects.requireNonNullElseGet(free.poll(), Canvas::new);
        Png.write(sheet, charts.resolve(sheet.name() + ".png"), canvas);
        free.add(canvas);
        return svg;
    }

    /** A part of the page: a heading, words, figures. */
    record Section(String title, String words, List<List<String>> table, List<Figure> figures) {
        Section {
            figures = figures.stream().filter(Objects::nonNull).toList();
        }
    }

    /** Every figure of the report, in its order. */
    public static List<Figure> figures(Comparison comparison) {
        return sections(comparison).stream()
                .flatMap(section -> section.figures().stream())
                .toList();
    }

    private static List<Section> sections(Comparison comparison) {
        List<Figure> course = CourseFigures.of(comparison);
        List<Figure> measures = MeasureFigures.of(
                comparison, 1, 28, comparison.scenario().horizon().inDays());
        List<Figure> scans = ScanFigures.of(comparison);
        List<Figure> links = new ArrayList<>(NetworkFigures.of(comparison));
        links.addAll(ScanFigures.changes(comparison));
        Words.Verdict verdict = Words.disagreement(comparison);
        return List.of(
                new Section(
                        "Over the weeks",
                        "Intensity says how loud the symptom is relative to healthy twins (1 = healthy). Flexibility says how often the"
                                + " network follows a cue from one state into another. Health is a band, not a direction: below the band is as"
                                + " far from health as above it. The lines of intensity are read from short stretches of activity ("
                                + comparison.scenario().numerics().burst()
                                + " each, with the same noise), the tables and the second"
                                + " chart from scans of "
                                + comparison.scenario().scans().rest() + ": where they differ, trust the scans.",
                        List.of(),
                        course),
                new Section(
                        "Does \"flexible\" depend on how it is measured?",
                        verdict.sentence(),
                        verdict.rows(),
                        measures),
                new Section(
                        "What is done, and what follows in the body",
                        "Concentrations, receptor effects and plasticity of the typical patient, on the clock of the protocol.",
                        List.of(),
                        ProtocolFigures.of(comparison)),
                new Section(
                        "Inside a scan",
                        "Scans of a patient replay the same noise on every day and in every arm, so that what differs was caused by treatment.",
                        List.of(),
                        scans),
                new Section(
                        "The network",
                        "Links change through use; what changed and by how much is in data/links.csv.",
                        List.of(),
                        links));
    }

    static Path write(Table table, Path folder) throws IOException {
        Path file = folder.resolve(table.name() + ".csv");
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            table.csv(line -> {
                try {
                    out.write(line);
                    out.write('\n');
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return file;
    }
}
