package org.unstuck.viz.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.unstuck.describe.Decimal;
import org.unstuck.scenario.BadScenario;
import org.unstuck.scenario.ScenarioWriter;
import org.unstuck.scenario.StudyReader;
import org.unstuck.scenario.StudyWriter;
import org.unstuck.study.Table;
import org.unstuck.sweep.Store;
import org.unstuck.sweep.Study;
import org.unstuck.sweep.SweepTables;
import org.unstuck.viz.report.Disclaimer;
import org.unstuck.viz.report.Provenance;
import org.unstuck.viz.report.SweepPage;

/**
 * The folder of a sweep: {@code study.json} says whose results it holds, logs hold them, tables and {@code result.json} come at the
 * end. Unlike other output it grows in place, so that it survives everything.
 */
final class SweepFolder {

    private static final String STUDY = "study.json";
    private static final String MATCHED = "matched.json";
    private static final String RESULT = OutputFolder.MARK;
    private static final String REPORT = "report.html";
    private static final String CHARTS = "charts";

    private final Path place;

    private SweepFolder(Path place) {
        this.place = place;
    }

    /**
     * The folder {@code wanted}: new, empty, or with results of the same study.
     *
     * @throws CannotWrite if it is anything else, or cannot be made
     */
    static SweepFolder at(Path wanted, Study study) {
        Path place = wanted.toAbsolutePath().normalize();
        String text = StudyWriter.text(study);
        try {
            if (Files.exists(place, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(place)) {
                throw new CannotWrite(wanted, "is a file, but a folder is needed", "Maybe choose another name.");
            }
            if (!Files.exists(place.resolve(STUDY))) {
                if (Files.isDirectory(place) && !isEmpty(place)) {
                    throw new CannotWrite(
                            wanted,
                            "is not empty and has no " + STUDY + ": it holds no sweep",
                            "Maybe choose a new name.");
                }
                Files.createDirectories(place);
                write(place.resolve(STUDY), text);
            } else {
                check(wanted, Files.readString(place.resolve(STUDY)), text);
            }
        } catch (IOException e) {
            throw new CannotWrite(wanted, e);
        }
        return new SweepFolder(place);
    }

    private static void check(Path wanted, String there, String text) {
        if (there.equals(text)) {
            return;
        }
        List<String> a = there.lines().toList();
        List<String> b = text.lines().toList();
        int line = 0;
        while (line < Math.min(a.size(), b.size()) && a.get(line).equals(b.get(line))) {
            line++;
        }
        String old = line < a.size() ? Shown.text(a.get(line).strip()) : "the end";
        String now = line < b.size() ? Shown.text(b.get(line).strip()) : "the end";
        throw new CannotWrite(
                wanted,
                "holds the results of another study: line " + (line + 1) + " of its " + STUDY + " is " + old
                        + ", here it is " + now,
                "Maybe choose a new name, or the same study, --quick and --patients as before.");
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private static void write(Path file, String text) throws IOException {
        try (OutputFile output = OutputFile.at(file, true)) {
            Files.writeString(output.place(), text);
            output.publish();
        }
    }

    /**
     * The study whose results a folder holds.
     *
     * @throws CannotWrite if it holds none
     */
    static Study asked(Path folder) {
        Path file = folder.resolve(STUDY);
        if (!Files.isRegularFile(file)) {
            throw new BadScenario(new org.unstuck.scenario.Mistake(
                    Shown.path(folder), "", 0, 0, "holds no sweep: it has no " + STUDY + ".", "Maybe another folder."));
        }
        return StudyReader.read(file);
    }

    /** The study with the doses that were matched earlier; null if none were. */
    Study matched() {
        Path file = place.resolve(MATCHED);
        return Files.exists(file) ? StudyReader.read(file) : null;
    }

    /** Keeps matched doses, so that they are not sought again. */
    void keepMatched(Study matched) {
        try {
            write(place.resolve(MATCHED), StudyWriter.text(matched));
        } catch (IOException e) {
            throw new CannotWrite(place, e);
        }
    }

    Path place() {
        return place;
    }

    /** Says what was found in the logs; {@code err} is null if it shall be quiet, and damage is told even then. */
    void report(Store store, PrintWriter err) {
        if (err == null) {
            return;
        }
        if (store.stored() > 0) {
            err.println(store.stored() + " of " + store.study().tasks() + " runs are stored already"
                    + (store.failures() > 0 ? ", " + store.failures() + " of them failed" : "") + ".");
        }
        store.damages().forEach(damage -> err.println("Note: " + damage + "."));
        if (store.damaged() > store.damages().size()) {
            err.println("Note: " + (store.damaged() - store.damages().size()) + " more rows are damaged.");
        }
        if (store.torn() > 0) {
            err.println("Note: the last row of a log was torn by an interruption; it is computed again.");
        }
        err.flush();
    }

    /**
     * Writes all tables, the report, then {@code result.json}, each whole.
     *
     * @param day the day that the report shows where it shows one; null for the last scan
     */
    void writeTables(Store store, Set<ArrayForm> formats, Double day, Provenance provenance) throws IOException {
        removeRemains();
        List<Path> files = new ArrayList<>();
        for (Table table : SweepTables.of(store)) {
            Path file = place.resolve(table.name() + ".csv");
            try (OutputFile output = OutputFile.at(file, true)) {
                csv(table, output.place());
                output.publish();
            }
            files.add(file);
        }
        for (ArrayForm form : formats) {
            Path file = place.resolve("values." + form.ending());
            try (OutputFile output = OutputFile.at(file, true)) {
                form.write(store, output.place());
                output.publish();
            }
            files.add(file);
        }
        files.add(writeReport(store, day == null ? Double.MAX_VALUE : day, provenance));
        try (OutputFile output = OutputFile.at(place.resolve(RESULT), true)) {
            result(store, files, provenance, output.place());
            output.publish();
        }
    }

    /** The page, and its charts as files: drawn in a hidden folder, then moved one by one. */
    private Path writeReport(Store store, double day, Provenance provenance) throws IOException {
        Path charts = Files.createDirectories(place.resolve(CHARTS));
        Path hidden = Files.createTempDirectory(place, "." + CHARTS + ".tmp-");
        Path page = place.resolve(REPORT);
        try {
            String html = SweepPage.draw(store, day, provenance, hidden);
            for (Path old : entries(charts, "*")) {
                if (!Files.exists(hidden.resolve(old.getFileName()))) {
                    Files.deleteIfExists(old);
                }
            }
            for (Path chart : entries(hidden, "*")) {
                Files.move(chart, charts.resolve(chart.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
            try (OutputFile output = OutputFile.at(page, true)) {
                Files.writeString(output.place(), html);
                output.publish();
            }
        } finally {
            remove(hidden);
        }
        return page;
    }

    private static List<Path> entries(Path folder, String pattern) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, pattern)) {
            List<Path> all = new ArrayList<>();
            found.forEach(all::add);
            return all;
        }
    }

    /** A file, or a folder of files. */
    private static void remove(Path each) throws IOException {
        if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
            for (Path inside : entries(each, "*")) {
                Files.deleteIfExists(inside);
            }
        }
        Files.deleteIfExists(each);
    }

    /** What a process left that was killed while it wrote tables. */
    private void removeRemains() throws IOException {
        for (Path each : entries(place, ".*.tmp-*")) {
            remove(each);
        }
    }

    private static void csv(Table table, Path file) throws IOException {
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
    }

    private static void result(Store store, List<Path> files, Provenance provenance, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.setPrettyPrinter(ScenarioWriter.layout());
            json.writeStartObject();
            json.writeNumberField("schemaVersion", 1);
            json.writeStringField("product", "Unstuck");
            json.writeStringField("version", provenance.version());
            json.writeNumberField("numericSemantics", org.unstuck.describe.Version.NUMERIC_SEMANTICS);
            json.writeStringField("disclaimer", "A " + Disclaimer.SHORT + ".");
            json.writeStringField("study", store.study().name());
            json.writeNumberField("runs", store.study().tasks());
            json.writeNumberField("stored", store.stored());
            json.writeNumberField("failed", store.failures());
            json.writeObjectFieldStart("run");
            json.writeArrayFieldStart("command");
            for (String word : provenance.command()) {
                json.writeString(word);
            }
            json.writeEndArray();
            json.writeNumberField("threads", provenance.threads());
            json.writeFieldName("seconds");
            json.writeNumber(Decimal.of(provenance.seconds(), 3));
            json.writeEndObject();
            json.writeArrayFieldStart("files");
            for (Path each : files) {
                json.writeString(each.getFileName().toString());
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    /** Says what there is now. */
    void tell(Store store, Path shown, boolean quiet, PrintWriter console) {
        if (quiet) {
            console.println(Shown.path(shown));
            return;
        }
        long failures = store.failures();
        console.println(store.stored() + " of " + store.study().tasks() + " runs"
                + (failures == 0 ? "" : ", " + failures + " of them failed: see failed.csv") + ".");
        console.println("Written: " + Shown.path(shown.resolve("rows.csv"))
                + ", summary.csv, failed.csv, undefined.csv, columns.csv, report.html");
    }
}
