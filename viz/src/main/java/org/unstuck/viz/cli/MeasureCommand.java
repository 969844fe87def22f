package org.unstuck.viz.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.unstuck.describe.Decimal;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Time;
import org.unstuck.metric.RecordingMeasures;
import org.unstuck.metric.RecordingSettings;
import org.unstuck.viz.report.MeasureFolder;
import org.unstuck.viz.report.MeasureSummary;
import org.unstuck.viz.report.Provenance;
import org.unstuck.viz.report.Recording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code unstuck measure}: the measures of this program on any time series. */
@Command(
        name = "measure",
        description = {
            "Measures the flexibility of a recording in several ways, each beside what chance gives. SERIES is CSV (first "
                    + "line: names of the regions, then one line per sample) or a NumPy file .npy (samples x regions, float32 "
                    + "or float64). Writes a folder with report.html, charts, data and result.json.",
            "Nothing is filled in: a missing or wrong value is refused, with its place."
        })
final class MeasureCommand implements Callable<Integer> {

    private static final Path RESULTS = Path.of("unstuck-results");
    private static final int FEWEST_WINDOWS = 2;

    @Parameters(
            index = "0",
            paramLabel = "SERIES",
            converter = Convert.Place.class,
            description = "The recording: CSV or .npy; columns are regions.")
    private Path series;

    @Option(
            names = "--dt",
            paramLabel = "TIME",
            required = true,
            converter = Convert.Span.class,
            description = "Time between samples, with its unit, as in 2s or 10ms. Required.")
    private Time dt;

    @Option(
            names = "--modules",
            paramLabel = "FILE",
            converter = Convert.Place.class,
            description = "CSV region,module: adds template flexibility, recruitment, integration, participation. "
                    + "Default: none.")
    private Path modules;

    @Option(
            names = "--columns",
            paramLabel = "PREFIX",
            description = "Measure only the columns whose names begin so, as E_ in files of simulate. Default: all.")
    private String columns;

    @Option(
            names = "--windows",
            paramLabel = "TIME",
            defaultValue = "60 s",
            converter = Convert.Span.class,
            description = "Length of a window of connectivity, with its unit. Default: ${DEFAULT-VALUE}.")
    private Time window;

    @Option(
            names = "--states",
            paramLabel = "N",
            defaultValue = "4",
            converter = Convert.Count.class,
            description = "Number of recurring states, 2 to 7. Default: ${DEFAULT-VALUE}.")
    private int states;

    @Option(
            names = "--surrogates",
            paramLabel = "N",
            defaultValue = "99",
            converter = Convert.Count.class,
            description = "Draws of every null hypothesis, 1 to 9999. Default: ${DEFAULT-VALUE}.")
    private int surrogates;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            converter = Convert.Seed.class,
            description = "Root of all randomness, any whole number of 64 bits. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            converter = Convert.Place.class,
            description = "Folder for the results: new or empty. Default: unstuck-results/measure-001, -002, ...")
    private Path out;

    @Option(names = "--force", description = "Replace the results that are in DIR, once the new ones are whole.")
    private boolean force;

    @Option(names = "--quiet", description = "Print nothing but the folder of the results and errors.")
    private boolean quiet;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        System.setProperty("java.awt.headless", "true"); // Charts are files: no display is needed or touched.
        PrintWriter err = spec.commandLine().getErr();
        check(states, 2, Recording.MOST_STATES, "states");
        check(surrogates, 1, 9999, "surrogates");
        Recorded read = Recorded.read(series);
        if (columns != null) {
            read = read.beginning(series, columns);
        }
        SeriesFile.refuseTimes(series, read.names());
        Recording.Modules of = modules == null ? Recording.Modules.NONE : ModulesFile.read(modules, read.names());
        RecordingSettings settings = settings(read, of);
        try (Interruption interruption = Interruption.watch(err);
                OutputFolder folder =
                        out == null ? OutputFolder.numbered(RESULTS, "measure") : OutputFolder.at(out, force)) {
            interruption.remains(folder);
            announce(read, settings, err);
            long startedNs = System.nanoTime();
            RecordingMeasures measures = RecordingMeasures.of(read.values(), settings, (what, done, all) -> {
                interruption.check();
                if (!quiet && done == 0) {
                    err.println("Comparing with " + all + " surrogates: " + what + ".");
                }
            });
            double seconds = (System.nanoTime() - startedNs) / (double) TimeUnit.SECONDS.toNanos(1);
            List<String> words = spec.root().commandLine().getParseResult().originalArgs();
            Recording recording = new Recording(
                    series.getFileName().toString(), Recorded.sha256(series), read.names(), of, settings, measures);
            write(recording, new Provenance(Version.number(), words, 1, seconds), folder);
            interruption.check();
            Path published = folder.publish();
            interruption.published();
            show(recording, published);
        }
        return Exit.OK;
    }

    private static void check(int value, int low, int high, String name) {
        if (value < low || value > high) {
            throw new Invalid(
                    name + " is " + value + ", it must be " + low + " to " + high + ".",
                    "Maybe 4 states, 99 surrogates.");
        }
    }

    private RecordingSettings settings(Recorded read, Recording.Modules of) {
        double dtMs = SampledRun.ms(dt);
        double windowMs = SampledRun.ms(window);
        double exact = windowMs / dtMs;
        int samples = read.values().length;
        if (exact < RecordingSettings.SMALLEST_WINDOW) {
            throw Recorded.wrong(
                    series,
                    0,
                    0,
                    "a window of " + window + " holds " + Decimal.of(exact, 3) + " samples of " + dt + ", at least "
                            + RecordingSettings.SMALLEST_WINDOW + " are needed.",
                    "Maybe --dt has another unit (s, ms), or use longer --windows.");
        }
        if (exact * FEWEST_WINDOWS > samples) {
            throw Recorded.wrong(
                    series,
                    0,
                    0,
                    "the recording has " + samples + " samples of " + dt + ", two windows of " + window + " need "
                            + Decimal.of(Math.ceil(exact * FEWEST_WINDOWS), 6) + ".",
                    read.names().size() > samples
                            ? "Maybe the table is transposed: columns are regions, rows are samples."
                            : "Maybe shorter --windows, or --dt has another unit.");
        }
        return new RecordingSettings(dtMs, (int) Math.rint(exact), of.module(), states, surrogates, seed);
    }

    private void announce(Recorded read, RecordingSettings settings, PrintWriter err) {
        if (!quiet) {
            int samples = read.values().length;
            err.println(Shown.path(series.getFileName()) + ": " + read.names().size() + " regions, " + samples
                    + " samples of " + dt + ", " + samples / settings.window() + " windows of " + settings.window()
                    + " samples, seed " + seed + ".");
            if (read.names().size() > samples) {
                err.println("Note: there are more regions than samples. Maybe the table is transposed.");
            }
        }
    }

    private void write(Recording recording, Provenance provenance, OutputFolder folder) {
        if (!quiet) {
            spec.commandLine().getErr().println("Writing the report.");
        }
        try {
            MeasureFolder.write(recording, provenance, folder.place());
        } catch (UncheckedIOException e) {
            throw new CannotWrite(out == null ? RESULTS : out, e.getCause());
        } catch (IOException e) {
            throw new CannotWrite(out == null ? RESULTS : out, e);
        } catch (Invalid e) {
            // The recording was accepted: this is no fault of the user.
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private void show(Recording recording, Path published) {
        PrintWriter console = spec.commandLine().getOut();
        Path shown = out == null ? RESULTS.resolve(published.getFileName()) : out;
        if (quiet) {
            console.println(Shown.path(shown));
            return;
        }
        console.print(MeasureSummary.text(recording));
        console.println("Written: " + Shown.path(shown.resolve("report.html")));
    }
}
