package org.unstuck.viz.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.unstuck.describe.Invalid;
import org.unstuck.metric.RecordingMeasures;
import org.unstuck.metric.RecordingSettings;
import org.unstuck.scenario.ResultFile;
import org.unstuck.simulate.Cancelled;
import org.unstuck.study.ComparisonRun;
import org.unstuck.study.Reading;
import org.unstuck.study.Table;
import org.unstuck.viz.report.MeasureFolder;
import org.unstuck.viz.report.Recording;
import org.unstuck.viz.report.ReportFolder;
import org.unstuck.viz.report.Sha256;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code unstuck verify}: makes a result again from what it says about itself, and compares. */
@Command(
        name = "verify",
        description = {
            "Makes a result again from its own result.json and compares all data files, byte by byte. First the files are "
                    + "compared with the hashes written with them, then with what this program computes now. Names the first "
                    + "difference of every file. Writes nothing.",
            "Exit code 0 if all are the same, 1 if not. Charts and report.html are not compared: their text depends on the "
                    + "fonts of the machine."
        })
final class VerifyCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            paramLabel = "RESULT",
            converter = Convert.Place.class,
            description = "A folder of results, or its result.json.")
    private Path result;

    @Option(
            names = "--recording",
            paramLabel = "FILE",
            converter = Convert.Place.class,
            description = "The recording that was measured, for a result of measure. Default: none.")
    private Path recording;

    @Option(names = "--files", description = "Only compare the files with their hashes; compute nothing.")
    private boolean filesOnly;

    @Option(
            names = "--threads",
            paramLabel = "N",
            converter = Convert.Count.class,
            description = "Number of threads, at least 1. Default: one per processor.")
    private Integer threads;

    @Option(names = "--quiet", description = "Print only differences and the last line.")
    private boolean quiet;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Path file = Files.isDirectory(result) ? result.resolve(OutputFolder.MARK) : result;
        ResultFile read = ResultFile.read(file);
        Path folder = file.toAbsolutePath().getParent();
        List<String> wrong = new ArrayList<>(files(read, folder));
        note(read);
        int compared = 0;
        if (!filesOnly) {
            List<Table> again = again(read);
            compared = again.size();
            wrong.addAll(compare(read, again, folder));
        }
        return conclude(read, wrong, compared);
    }

    /** The files against the hashes that were written with them. */
    private static List<String> files(ResultFile read, Path folder) {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, String> entry : read.sha256().entrySet()) {
            Path file = folder.resolve(entry.getKey());
            try {
                if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    wrong.add(entry.getKey() + ": there is no such file beside result.json.");
                } else if (!Sha256.of(file).equals(entry.getValue())) {
                    wrong.add(entry.getKey() + ": the file was changed after it had been written (its hash differs).");
                }
            } catch (IOException e) {
                wrong.add(entry.getKey() + ": the file cannot be read.");
            }
        }
        return wrong;
    }

    private void note(ResultFile read) {
        int now = org.unstuck.describe.Version.NUMERIC_SEMANTICS;
        if (read.numericSemantics() != now) {
            spec.commandLine()
                    .getErr()
                    .println("Note: made by version " + Shown.text(read.version()) + " with numeric semantics "
                            + read.numericSemantics() + ", this program has " + now
                            + ": numbers may differ for the reasons under \"Numbers changed\" in the change log.");
        }
    }

    private List<Table> again(ResultFile read) {
        PrintWriter err = spec.commandLine().getErr();
        try (Interruption interruption = Interruption.watch(err)) {
            List<Table> tables = read.kind() == ResultFile.Kind.COMPARISON
                    ? comparison(read, interruption, err)
                    : measures(read.measured(), interruption);
            interruption.published();
            return tables;
        }
    }

    private List<Table> comparison(ResultFile read, Interruption interruption, PrintWriter err) {
        int workers = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        ComparisonRun run = new ComparisonRun(read.scenario(), Reading.standard());
        Footprint.of(read.scenario(), run.slowSteps())
                .check(workers, Runtime.getRuntime().maxMemory());
        try (ShownProgress progress = ShownProgress.of("Comparing", quiet, err)) {
            return ReportFolder.tables(run.run(workers, progress, interruption::asked));
        }
    }

    private List<Table> measures(ResultFile.Measured how, Interruption interruption) {
        if (recording == null) {
            throw new Invalid(
                    "this is the result of measure: the recording is needed to measure it again.",
                    "Maybe --recording " + Shown.text(how.recording()) + ", or --files.");
        }
        if (!Recorded.sha256(recording).equals(how.sha256())) {
            throw Recorded.wrong(
                    recording,
                    0,
                    0,
                    "this is not the recording that was measured: its hash differs.",
                    "Maybe another file.");
        }
        Recorded read = Recorded.read(recording).only(how.regions());
        if (read == null) {
            throw Recorded.wrong(
                    recording, 1, 1, "a region of the result is not among its columns.", "Maybe another file.");
        }
        if (2L * how.window() > read.values().length) {
            throw Recorded.wrong(
                    recording,
                    0,
                    0,
                    "the recording is shorter than two windows of the result.",
                    "Maybe result.json was changed.");
        }
        RecordingSettings settings = new RecordingSettings(
                how.samplingMs(), how.window(), how.module(), how.states(), how.surrogates(), how.seed());
        RecordingMeasures measured = RecordingMeasures.of(read.values(), settings, (what, done, all) -> {
            if (interruption.asked()) {
                throw new Cancelled();
            }
        });
        return MeasureFolder.tables(new Recording(
                how.recording(),
                how.sha256(),
                how.regions(),
                new Recording.Modules(how.modules(), how.module()),
                settings,
                measured));
    }

    private static List<String> compare(ResultFile read, List<Table> again, Path folder) {
        List<String> wrong = new ArrayList<>();
        Set<String> made = new LinkedHashSet<>();
        for (Table table : again) {
            String name = "data/" + table.name() + ".csv";
            made.add(name);
            String then = read.sha256().get(name);
            if (then == null) {
                wrong.add(name + ": made now, but not part of the result.");
            } else if (!FirstDifference.sha256(table).equals(then)) {
                Path file = folder.resolve(name);
                wrong.add(name + ": "
                        + (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                                ? FirstDifference.between(table, file)
                                : "the hash differs, and there is no file to look into")
                        + ".");
            }
        }
        read.sha256().keySet().stream()
                .filter(name -> !made.contains(name))
                .forEach(name -> wrong.add(name + ": part of the result, but not made now."));
        return wrong;
    }

    private int conclude(ResultFile read, List<String> wrong, int compared) {
        PrintWriter out = spec.commandLine().getOut();
        wrong.forEach(spec.commandLine().getErr()::println);
        if (!wrong.isEmpty()) {
            out.println("NOT the same: " + wrong.size() + (wrong.size() == 1 ? " difference." : " differences."));
        } else if (filesOnly) {
            out.println("The same: " + read.sha256().size() + " files have the hashes they were written with.");
        } else {
            out.println("The same: " + compared + " data files made again, byte for byte.");
        }
        out.flush();
        return wrong.isEmpty() ? Exit.OK : Exit.DIFFERS;
    }
}
