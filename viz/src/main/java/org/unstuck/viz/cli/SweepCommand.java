package org.unstuck.viz.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.unstuck.describe.Decimal;
import org.unstuck.describe.Invalid;
import org.unstuck.scenario.StudyWriter;
import org.unstuck.sweep.Engine;
import org.unstuck.sweep.LocalEngine;
import org.unstuck.sweep.Matching;
import org.unstuck.sweep.Shard;
import org.unstuck.sweep.Store;
import org.unstuck.sweep.Study;
import org.unstuck.viz.report.Provenance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code unstuck sweep}: a study, run by run, into a folder that survives every interruption. */
@Command(
        name = "sweep",
        description = {
            "Runs a study: a comparison at many points of its parameters, conditions and treatments. Every run is stored in DIR "
                    + "as soon as it is there; the same command goes on after any interruption, with nothing lost, repeated "
                    + "or left out. At the end, tables (CSV) are written into DIR.",
            "Equal study and version give equal tables with any number of threads, parts or machines."
        },
        subcommands = SweepMergeCommand.class)
final class SweepCommand implements Callable<Integer> {

    private static final int DIGITS = 4;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "STUDY",
            description =
                    "A study that comes with the program (see: unstuck presets list) or the path of a study file.")
    private String study;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            converter = Convert.Place.class,
            description = "Folder for the results: new, empty, or that of an earlier run of the same study. Required.")
    private Path out;

    @Option(
            names = "--threads",
            paramLabel = "N",
            converter = Convert.Count.class,
            description =
                    "Number of runs at a time, at least 1; the results do not depend on it. Default: one per processor.")
    private Integer threads;

    @Option(
            names = "--shard",
            paramLabel = "K/N",
            converter = Convert.Part.class,
            description = "Compute only part K of N, as one of several processes or machines; merge puts the parts "
                    + "together. Default: everything.")
    private Shard shard = Shard.ALL;

    @Option(
            names = "--format",
            paramLabel = "F",
            split = ",",
            converter = Convert.Form.class,
            description =
                    "Write the values as arrays too: npz, mat, hdf5; or as parquet, with the Spark artifact. May be repeated. Default: tables only.")
    private Set<ArrayForm> formats = Set.of();

    @Option(
            names = "--quick",
            description = "Fewer and shorter scans and bursts, " + Quick.PATIENTS
                    + " patients (unless --patients): for a first look, too small to conclude from.")
    private boolean quick;

    @Option(
            names = "--patients",
            paramLabel = "N",
            converter = Convert.Count.class,
            description = "Number of virtual patients, 1 to 10000. Default: that of the study.")
    private Integer patients;

    @Option(names = "--retry-failed", description = "Compute runs again that failed. Default: they stay as they are.")
    private boolean retryFailed;

    @Option(names = "--yes", description = "Begin even if the estimate says that it takes very long or much space.")
    private boolean yes;

    @Option(names = "--dry-run", description = "Print what there is to do and the estimate, and stop.")
    private boolean dryRun;

    @Option(
            names = "--engine",
            paramLabel = "E",
            defaultValue = LocalEngine.NAME,
            description =
                    "What computes: local (threads of this process) or spark (needs the Spark artifact). Default: "
                            + "${DEFAULT-VALUE}.")
    private String engine;

    @Option(
            names = "--master",
            paramLabel = "URL",
            description =
                    "Spark master, as in local[2] or spark://host:7077. Default: that of spark-submit, else local[*].")
    private String master;

    @Option(
            names = "--day",
            paramLabel = "D",
            converter = Convert.Number.class,
            description =
                    "Day that report.html shows where it shows one: the scan nearest to it. Default: the last scan.")
    private Double day;

    @Option(names = "--quiet", description = "Print nothing but the folder of the results and errors.")
    private boolean quiet;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        System.setProperty("java.awt.headless", "true"); // Charts are files: no display is needed or touched.
        Study asked = asked();
        formats.forEach(ArrayForm::check);
        Engine chosen = Engines.named(engine, master);
        int workers = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        SweepEstimate estimate = SweepEstimate.of(asked, shard, workers);
        if (dryRun) {
            spec.commandLine().getOut().println(estimate.words());
            return Exit.OK;
        }
        estimate.check(yes);
        PrintWriter err = spec.commandLine().getErr();
        try (Interruption interruption = Interruption.watch(
                err, "Interrupted. What was computed is stored; the same command goes on from there.")) {
            SweepFolder folder = SweepFolder.at(out, asked);
            Study matched = matched(asked, folder, workers, interruption, err);
            try (Store store = open(folder, matched)) {
                interruption.remains(store);
                say(err, estimate.words());
                folder.report(store, quiet ? null : err);
                long startedNs = System.nanoTime();
                compute(chosen, store, workers, interruption, err);
                interruption.check();
                finish(folder, store, startedNs, workers);
            }
        }
        return Exit.OK;
    }

    private Study asked() {
        if (study == null) {
            throw new Invalid("a study is missing.", "Maybe: unstuck sweep example --out DIR.");
        }
        if (out == null && !dryRun) {
            throw new Invalid("--out is missing.", "Maybe: unstuck sweep " + Shown.text(study) + " --out DIR.");
        }
        Study asked = Named.study(study);
        if (quick) {
            asked = asked.with(Quick.of(asked.base()));
        }
        return patients == null ? asked : asked.with(asked.base().withPatients(patients));
    }

    private void say(PrintWriter err, String words) {
        if (!quiet) {
            err.println(words);
        }
    }

    /** The study with doses that match: those found before, or found now. */
    private Study matched(Study asked, SweepFolder folder, int workers, Interruption interruption, PrintWriter err) {
        if (asked.matches().isEmpty()) {
            return asked;
        }
        Study before = folder.matched();
        if (before != null) {
            return before;
        }
        say(err, "Matching doses.");
        Study matched = Matching.of(
                asked,
                workers,
                interruption::asked,
                found -> say(
                        err,
                        "Doses of \"" + found.arm() + "\" times " + Decimal.of(found.factor(), DIGITS) + ": relief "
                                + Decimal.of(found.relief(), DIGITS) + ", reference "
                                + Decimal.of(found.reference(), DIGITS) + "."));
        folder.keepMatched(matched);
        return matched;
    }

    private Store open(SweepFolder folder, Study matched) {
        try {
            return Store.open(folder.place(), matched, shard, retryFailed);
        } catch (Store.InUse e) {
            throw new CannotWrite(out, "is in use: " + e.getMessage().replaceFirst("\\.$", ""), "Maybe wait for it.");
        } catch (UncheckedIOException e) {
            throw new CannotWrite(out, e.getCause());
        }
    }

    private void compute(Engine chosen, Store store, int workers, Interruption interruption, PrintWriter err) {
        long pending = store.pending();
        if (pending == 0) {
            return;
        }
        try (SweepProgress progress = SweepProgress.of(store, pending, quiet ? null : err)) {
            chosen.compute(new Engine.Work(
                    store, StudyWriter.text(store.study()), workers, master, progress::store, interruption::asked));
        } catch (UncheckedIOException e) {
            throw new CannotWrite(out, e.getCause());
        }
    }

    private void finish(SweepFolder folder, Store store, long startedNs, int workers) {
        PrintWriter console = spec.commandLine().getOut();
        if (!shard.equals(Shard.ALL)) {
            if (quiet) {
                console.println(Shown.path(out));
            } else {
                console.println("Part " + shard + " is done: "
                        + shard.size(store.study().tasks()) + " runs in " + Shown.path(out)
                        + ". When all parts are: unstuck sweep merge " + Shown.path(out));
            }
            return;
        }
        double seconds = (System.nanoTime() - startedNs) / (double) TimeUnit.SECONDS.toNanos(1);
        List<String> words = spec.root().commandLine().getParseResult().originalArgs();
        try {
            folder.writeTables(store, formats, day, new Provenance(Version.number(), words, workers, seconds));
        } catch (UncheckedIOException e) {
            throw new CannotWrite(out, e.getCause());
        } catch (IOException e) {
            throw new CannotWrite(out, e);
        }
        folder.tell(store, out, quiet, console);
    }
}
