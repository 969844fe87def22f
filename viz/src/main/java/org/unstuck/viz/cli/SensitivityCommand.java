package org.unstuck.viz.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.unstuck.describe.Invalid;
import org.unstuck.metric.Measurement;
import org.unstuck.noise.Address;
import org.unstuck.scenario.Declared;
import org.unstuck.sensitivity.Elasticities;
import org.unstuck.sensitivity.ElementaryEffects;
import org.unstuck.sensitivity.ModelRuns;
import org.unstuck.sensitivity.MorrisDesign;
import org.unstuck.sensitivity.Question;
import org.unstuck.sensitivity.SobolDesign;
import org.unstuck.sensitivity.SobolIndices;
import org.unstuck.study.Scenario;
import org.unstuck.sweep.Range;
import org.unstuck.sweep.Reported;
import org.unstuck.viz.report.Provenance;
import org.unstuck.viz.report.SensitivityFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code unstuck sensitivity}: which parameters decide an outcome of a scenario. */
@Command(
        name = "sensitivity",
        description = {
            "Which parameters decide an outcome? Runs a scenario at the points of a design over the declared ranges: a screening (morris), "
                    + "shares of variance (sobol), or small steps around the defaults (local). Writes a folder with report.html, a chart, the indices "
                    + "and every run.",
            "Begin with morris over many parameters, then sobol over those that matter: it takes (parameters + 2) x samples runs."
        })
final class SensitivityCommand implements Callable<Integer> {

    private static final Path RESULTS = Path.of("unstuck-results");
    /** Candidates among which trajectories that lie far apart are chosen, per trajectory. */
    private static final int CANDIDATES = 10;
    /** A step of local elasticities, as a share of the range. */
    private static final double STEP = 0.1;

    /** How the points are chosen. */
    enum Method {
        morris,
        sobol,
        local
    }

    @Parameters(
            index = "0",
            paramLabel = "SCENARIO",
            description = "A preset (see: unstuck presets list) or the path of a scenario file.")
    private String scenario;

    @Option(
            names = "--outcome",
            paramLabel = "X",
            required = true,
            description = "The outcome: intensity, cued-shift, shift-gain, dwell, relief, ...")
    private String outcome;

    @Option(names = "--arm", paramLabel = "ARM", required = true, description = "The arm in which it is read.")
    private String arm;

    @Option(
            names = "--minus",
            paramLabel = "ARM",
            defaultValue = "",
            description = "The arm it is compared with, patient by patient. Default: none.")
    private String minus;

    @Option(
            names = "--day",
            paramLabel = "D",
            required = true,
            converter = Convert.Number.class,
            description = "Day of the scan.")
    private Double day;

    @Option(
            names = "--vary",
            paramLabel = "PLACE",
            split = ",",
            description =
                    "Parameters: a place as parameters/tolerance/adaptation, a group as parameters/tolerance, or parameters for all; may be "
                            + "repeated. Default: tolerance, cascade, learning, homeostasis and stimuli.")
    private List<String> vary = List.of(
            "parameters/tolerance",
            "parameters/cascade",
            "parameters/learning",
            "parameters/homeostasis",
            "parameters/stimuli");

    @Option(
            names = "--method",
            paramLabel = "M",
            defaultValue = "morris",
            description = "morris, sobol or local. Default: ${DEFAULT-VALUE}.")
    private Method method;

    @Option(
            names = "--samples",
            paramLabel = "N",
            converter = Convert.Count.class,
            description =
                    "Trajectories of morris (default 10) or base samples of sobol (default 64, best a power of two).")
    private Integer samples;

    @Option(
            names = "--patients",
            paramLabel = "N",
            converter = Convert.Count.class,
            description = "Number of virtual patients, 1 to 10000. Default: that of the scenario.")
    private Integer patients;

    @Option(
            names = "--quick",
            description = "Smaller runs for a first look, as in compare --quick: " + Quick.PATIENTS
                    + " patients (unless --patients).")
    private boolean quick;

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = Convert.Seed.class,
            description = "Root of all randomness, any whole number of 64 bits. Default: that of the scenario.")
    private Long seed;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            converter = Convert.Place.class,
            description = "Folder for the results: new or empty. Default: unstuck-results/sensitivity-001, -002, ...")
    private Path out;

    @Option(names = "--force", description = "Replace the results that are in DIR, once the new ones are whole.")
    private boolean force;

    @Option(
            names = "--threads",
            paramLabel = "N",
            converter = Convert.Count.class,
            description = "Number of threads, at least 1; the results do not depend on it. Default: one per processor.")
    private Integer threads;

    @Option(names = "--quiet", description = "Print nothing but the folder of the results and errors.")
    private boolean quiet;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        System.setProperty("java.awt.headless", "true"); // Charts are files: no display is needed or touched.
        PrintWriter err = spec.commandLine().getErr();
        Question question = question();
        // A design of many inputs takes seconds: Ctrl-C is heard from the start.
        try (Interruption interruption = Interruption.watch(err)) {
            return run(question, interruption, err);
        }
    }

    private Integer run(Question question, Interruption interruption, PrintWriter err) {
        Address root = Address.of(question.scenario().seed()).with("sensitivity");
        MorrisDesign morris = method == Method.morris ? morris(question, root) : null;
        SobolDesign sobol = method == Method.sobol
                ? SobolDesign.of(
                        samples == null ? 64 : samples, question.inputs().size(), root)
                : null;
        double[][] points = morris != null ? morris.points() : sobol != null ? sobol.points() : local(question);
        interruption.check();
        int workers = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        try (OutputFolder folder =
                out == null ? OutputFolder.numbered(RESULTS, "sensitivity") : OutputFolder.at(out, force)) {
            interruption.remains(folder);
            if (!quiet) {
                err.println(question.words() + ": " + question.inputs().size() + " parameters, " + points.length
                        + " runs of " + question.scenario().cohort().patients() + " patients, threads " + workers
                        + ".");
            }
            long startedNs = System.nanoTime();
            List<Measurement> outputs;
            try (ShownProgress progress = ShownProgress.of("Running", quiet, err)) {
                outputs = ModelRuns.of(question, points, workers, progress, interruption::asked);
            }
            SensitivityFolder.Runs runs = new SensitivityFolder.Runs(question, words(), points, outputs);
            write(runs, morris, sobol, root, provenance(workers, startedNs), folder);
            interruption.check();
            Path published = folder.publish();
            interruption.published();
            Path shown = out == null ? RESULTS.resolve(published.getFileName()) : out;
            spec.commandLine()
                    .getOut()
                    .println(quiet ? Shown.path(shown) : "Written: " + Shown.path(shown.resolve("report.html")));
        }
        return Exit.OK;
    }

    private Question question() {
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
        Set<String> places = new LinkedHashSet<>();
        for (String place : vary) {
            places.addAll(Declared.places(place, chosen.parameters()));
        }
        return new Question(chosen, new ArrayList<>(places), new Reported(outcome), arm, minus, day);
    }

    private MorrisDesign morris(Question question, Address root) {
        int number = samples == null ? 10 : samples;
        return MorrisDesign.spread(
                number, CANDIDATES * number, question.inputs().size(), MorrisDesign.LEVELS, root);
    }

    private static double[][] local(Question question) {
        int d = question.inputs().size();
        double[] low = new double[d];
        double[] high = new double[d];
        java.util.Arrays.fill(high, 1);
        return Elasticities.points(question.defaults(), low, high, STEP);
    }

    private String words() {
        return switch (method) {
            case morris -> "Elementary effects along trajectories that lie far apart (Morris 1991; Campolongo 2007)";
            case sobol ->
                "Variance-based indices: first order by the estimator of Saltelli 2010, total by that of Jansen 1999, on the Sobol'"
                        + " sequence";
            case local -> "Central differences, a tenth of the range down and up";
        };
    }

    private Provenance provenance(int workers, long startedNs) {
        double wallSeconds = (System.nanoTime() - startedNs) / (double) TimeUnit.SECONDS.toNanos(1);
        List<String> words = spec.root().commandLine().getParseResult().originalArgs();
        return new Provenance(Version.number(), words, workers, wallSeconds);
    }

    private void write(
            SensitivityFolder.Runs runs,
            MorrisDesign morris,
            SobolDesign sobol,
            Address root,
            Provenance provenance,
            OutputFolder folder) {
        double[] output = ModelRuns.numbers(runs.outputs());
        try {
            if (morris != null) {
                SensitivityFolder.write(runs, ElementaryEffects.of(morris, output, root), provenance, folder.place());
            } else if (sobol != null) {
                SensitivityFolder.write(runs, SobolIndices.of(sobol, output, root), provenance, folder.place());
            } else {
                SensitivityFolder.write(runs, elasticities(runs, output), provenance, folder.place());
            }
        } catch (IOException e) {
            throw new CannotWrite(out == null ? RESULTS : out, e);
        }
    }

    /** Slopes are per range; elasticities need the inputs in their own units. */
    private static Elasticities elasticities(SensitivityFolder.Runs runs, double[] output) {
        if (!Double.isFinite(output[0])) {
            throw new Invalid("the run at the defaults gave no output: "
                    + ((Measurement.Undefined) runs.outputs().get(0)).reason() + ".");
        }
        List<Range> ranges = runs.question().ranges();
        double[][] own = new double[runs.points().length][ranges.size()];
        for (int r = 0; r < own.length; r++) {
            for (int k = 0; k < ranges.size(); k++) {
                Range range = ranges.get(k);
                own[r][k] = range.low() + runs.points()[r][k] * (range.high() - range.low());
            }
        }
        return new Elasticities(
                Elasticities.of(runs.points(), output).slope(),
                Elasticities.of(own, output).elasticity());
    }
}
