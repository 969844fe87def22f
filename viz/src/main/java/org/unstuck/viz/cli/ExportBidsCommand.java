package org.unstuck.viz.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Time;
import org.unstuck.mass.WilsonCowan;
import org.unstuck.viz.report.BidsFolder;
import org.unstuck.viz.report.Provenance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code unstuck export bids}: a run of the fast clock as a folder. */
@Command(
        name = "bids",
        description = {
            "Runs the fast clock as simulate does and writes a folder in the style of BIDS derivatives: weights, nodes, "
                    + "equations, parameters and one time series, as TSV and JSON.",
            "A draft: the extensions of BIDS for models (BEP034) and connectivity (BEP017) are not final."
        })
final class ExportBidsCommand implements Callable<Integer> {

    private static final Path RESULTS = Path.of("unstuck-results");

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "NETWORK",
            defaultValue = "twelve-regions",
            description = "A built-in network or the path of a network file. Default: ${DEFAULT-VALUE}.")
    private String network;

    @Option(
            names = "--condition",
            paramLabel = "C",
            defaultValue = "healthy",
            description = "A built-in condition or the path of a condition file. Default: ${DEFAULT-VALUE}.")
    private String condition;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "300",
            converter = Convert.Number.class,
            description = "Length in s of fast time, at least one sample. Default: ${DEFAULT-VALUE}.")
    private double seconds;

    @Option(
            names = "--observe",
            paramLabel = "X",
            defaultValue = "bold",
            description = "average, bold, bold-stephan-2007 or eeg, as in simulate. Default: ${DEFAULT-VALUE}.")
    private String observe;

    @Option(
            names = "--sample",
            paramLabel = "TIME",
            converter = Convert.Span.class,
            description = "Time between rows, with its unit. Default: 100 ms for average, 2 s for bold, 10 ms for eeg.")
    private Time sample;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            converter = Convert.Seed.class,
            description = "Root of the noise, any whole number of 64 bits. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            converter = Convert.Setting.class,
            description = "Parameter of the neural mass or the noise, in its own unit; may be repeated. Default: none.")
    private List<Convert.Setting.Of> settings = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            converter = Convert.Place.class,
            description = "Folder to write: new or empty. Default: unstuck-results/bids-001, -002, ...")
    private Path out;

    @Option(names = "--force", description = "Replace the results that are in DIR, once the new ones are whole.")
    private boolean force;

    @Option(names = "--quiet", description = "Print nothing but the folder and errors.")
    private boolean quiet;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Signal.Kind kind = Signal.Kind.named(observe);
        if (kind == Signal.Kind.STATE) {
            throw new Invalid("--observe is \"state\", a time series of one quantity is needed.", "Maybe average.");
        }
        FastRun patient = FastRun.of(network, condition, WilsonCowan.standard(), settings, false);
        SampledRun run = patient.sampled(kind, sample, seconds, seed);
        BidsFolder bids = described(kind, patient);
        PrintWriter err = spec.commandLine().getErr();
        Path published;
        try (Interruption interruption = Interruption.watch(err);
                OutputFolder folder =
                        out == null ? OutputFolder.numbered(RESULTS, "bids") : OutputFolder.at(out, force)) {
            interruption.remains(folder);
            bids.write(folder.place());
            series(run, bids, folder.place(), interruption);
            interruption.check();
            published = folder.publish();
            interruption.published();
        }
        PrintWriter console = spec.commandLine().getOut();
        console.println(quiet ? Shown.path(published) : "Written: " + Shown.path(published));
        console.flush();
        return Exit.OK;
    }

    private BidsFolder described(Signal.Kind kind, FastRun patient) {
        Time every = sample == null ? Time.parse(kind.sample()) : sample;
        return new BidsFolder(
                patient.person().network(),
                patient.condition().name(),
                List.of((Record) patient.equations().mass(), patient.equations().noise()),
                ExportSbmlCommand.text(patient),
                new BidsFolder.Series(
                        kind.word().replace("-", ""),
                        kind.quantity(),
                        kind.unit(),
                        SampledRun.ms(every),
                        kind == Signal.Kind.EEG
                                ? List.of("all")
                                : patient.healthy().regionNames()),
                new Provenance(
                        Version.number(),
                        spec.root().commandLine().getParseResult().originalArgs(),
                        1,
                        0),
                seed);
    }

    private void series(SampledRun run, BidsFolder bids, Path folder, Interruption interruption) {
        Path file = bids.seriesFile(folder);
        try (Writer tsv = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                ShownProgress progress = ShownProgress.of(
                        "Simulating",
                        quiet || !Terminal.isThere(),
                        spec.commandLine().getErr())) {
            progress.starts(run.samples());
            tsv.append(String.join("\t", bids.series().columns())).append('\n');
            run.run(
                    rows -> {
                        interruption.check();
                        progress.advances(rows);
                    },
                    (seconds, values) -> line(tsv, values));
        } catch (IOException | UncheckedIOException e) {
            throw new CannotWrite(file, e instanceof UncheckedIOException u ? u.getCause() : (IOException) e);
        }
    }

    private static void line(Writer tsv, double[] values) {
        try {
            tsv.append(BidsFolder.row(values)).append('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
