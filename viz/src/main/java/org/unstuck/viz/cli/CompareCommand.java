package org.unstuck.viz.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.unstuck.describe.Invalid;
import org.unstuck.scenario.Remarks;
import org.unstuck.study.Ablation;
import org.unstuck.study.Comparison;
import org.unstuck.study.ComparisonRun;
import org.unstuck.study.Reading;
import org.unstuck.study.Scenario;
import org.unstuck.viz.report.Provenance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code unstuck compare}: all arms of a scenario, the same patients and noise in each, and a report. */
@Command(
        name = "compare",
        description = {
            "Runs a scenario: every arm with the same virtual patients and the same noise. Writes a folder with "
                    + "report.html, charts, data and result.json, and prints a summary.",
            "Equal scenario, seed and version give equal results on any machine and with any number of threads."
        })
final class CompareCommand implements Callable<Integer> {

    private static final Path RESULTS = Path.of("unstuck-results");

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "SCENARIO",
            defaultValue = "generalised-anxiety",
            description =
                    "A preset (see: unstuck presets list) or the path of a scenario file. Default: ${DEFAULT-VALUE}.")
    private String scenario;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            converter = Convert.Place.class,
            description = "Folder for the results: new or empty. Default: unstuck-results/compare-001, -002, ...")
    private Path out;

    @Option(names = "--force", description = "Replace the results that are in DIR, once the new ones are whole.")
    private boolean force;

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = Convert.Seed.class,
            description = "Root of all randomness, any whole number of 64 bits. Default: that of the scenario.")
    private Long seed;

    @Option(
            names = "--patients",
            paramLabel = "N",
            converter = Convert.Count.class,
            description = "Number of virtual patients, 1 to 10000. Default: that of the scenario.")
    private Integer patients;

    @Option(
            names = "--ablate",
            paramLabel = "X",
            split = ",",
            converter = Convert.Mechanism.class,
            description = "Mechanism to switch off besides those of the scenario; may be repeated: drug-effects, "
                    + "tolerance, window, pool, learning, homeostasis, sessions. Default: none.")
    private List<Ablation> ablate = List.of();

    @Option(
            names = "--quick",
            description = "A small version for a first look, too small to conclude from: " + Quick.PATIENTS
                    + " patients (unless --patients), fewer and shorter scans and bursts.")
    private boolean quick;

    @Option(
            names = "--threads",
            paramLabel = "N",
            converter = Convert.Count.class,
            description = "Number of threads, at least 1; the results do not depend on it. Default: one per processor.")
    private Integer threads;

    @Option(
            names = "--estimate",
            description = "Only say how much time, memory and disk this would take; nothing is run or written.")
    private boolean estimateOnly;

    @Option(names = "--quiet", description = "Print nothing but the folder of the results and errors.")
    private boolean quiet;

    @Spec
    private CommandSpec spec;

    private final Reports reports;

    CompareCommand(Reports reports) {
        this.reports = reports;
    }

    @Override
    public Integer call() {
        System.setProperty("java.awt.headless", "true"); // Charts are files: no display is needed or touched.
        PrintWriter err = spec.commandLine().getErr();
        Scenario chosen = chosen();
        int workers = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        ComparisonRun run = new ComparisonRun(chosen, Reading.standard());
        Footprint.of(chosen, run.slowSteps())
                .check(workers, Runtime.getRuntime().maxMemory());
        if (estimateOnly) {
            spec.commandLine()
                    .getOut()
                    .println(chosen.name() + ": "
                            + Estimate.of(chosen, run.slowSteps(), workers).text() + ", on " + workers
                            + (workers == 1 ? " thread." : " threads."));
            return Exit.OK;
        }
        Estimate.disk(chosen, run.slowSteps()).checkFits(out == null ? RESULTS : out);
        try (Interruption interruption = Interruption.watch(err);
                OutputFolder folder =
                        out == null ? OutputFolder.numbered(RESULTS, "compare") : OutputFolder.at(out, force)) {
            interruption.remains(folder);
            announce(chosen, workers, err);
            long startedNs = System.nanoTime();
            Comparison comparison;
            try (ShownProgress progress = ShownProgress.of("Comparing", quiet, err)) {
                comparison = run.run(workers, progress, interruption::asked);
            }
            write(comparison, provenance(workers, startedNs), folder);
            interruption.check();
            Path published = folder.publish();
            interruption.published();
            show(comparison, published);
        }
        return Exit.OK;
    }

    private Scenario chosen() {
        Scenario chosen = Named.scenario(scenario);
        if (quick) {
            chosen = Quick.of(chosen);
        }
        if (patients != null) {
            chosen = chosen.withPatients(patients);
        }
        if (seed != null) {
            chosen = chosen.withSeed(seed);
        }
        if (!ablate.isEmpty()) {
            Set<Ablation> off = EnumSet.copyOf(ablate);
            off.addAll(chosen.ablate());
            chosen = chosen.without(off);
        }
        return chosen;
    }

    private void announce(Scenario chosen, int workers, PrintWriter err) {
        if (!quiet) {
            int arms = chosen.arms().size();
            int people = chosen.cohort().patients();
            err.println(chosen.name() + ": " + arms + (arms == 1 ? " arm x " : " arms x ")
                    + people + (people == 1 ? " patient over " : " patients over ") + chosen.horizon() + ", seed "
                    + chosen.seed()
                    + ", threads " + workers + ".");
            Remarks.on(chosen).forEach(remark -> err.println("Note: " + remark));
        }
    }

    private Provenance provenance(int workers, long startedNs) {
        double wallSeconds = (System.nanoTime() - startedNs) / (double) TimeUnit.SECONDS.toNanos(1);
        List<String> words = spec.root().commandLine().getParseResult().originalArgs();
        return new Provenance(Version.number(), words, workers, wallSeconds);
    }

    private void write(Comparison comparison, Provenance provenance, OutputFolder folder) {
        if (!quiet) {
            spec.commandLine().getErr().println("Writing the report.");
        }
        try {
            reports.write(comparison, provenance, folder.place());
        } catch (UncheckedIOException e) {
            throw new CannotWrite(out == null ? RESULTS : out, e.getCause());
        } catch (IOException e) {
            throw new CannotWrite(out == null ? RESULTS : out, e);
        } catch (Invalid e) {
            // The scenario was accepted and has been run: this is no fault of its author.
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private void show(Comparison comparison, Path published) {
        PrintWriter console = spec.commandLine().getOut();
        Path shown = out == null ? RESULTS.resolve(published.getFileName()) : out;
        if (quiet) {
            console.println(Shown.path(shown));
            return;
        }
        boolean colour = spec.commandLine().getColorScheme().ansi().enabled();
        console.print(reports.table(comparison, colour));
        console.println("Written: " + Shown.path(shown.resolve("report.html")));
    }
}
