package org.unstuck.viz.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.unstuck.describe.Decimal;
import org.unstuck.describe.Time;
import org.unstuck.integrate.Scheme;
import org.unstuck.mass.NeuralMass;
import org.unstuck.network.Network;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.viz.report.Disclaimer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code unstuck simulate}: the fast clock alone, one typical patient without treatment. */
@Command(
        name = "simulate",
        description = {
            "Runs the fast clock alone: the network of one typical patient, without treatment. Writes CSV with one row per "
                    + "sample: time_s, then E (excitatory activity), I (inhibitory activity), a (adaptation) and u "
                    + "(fluctuating input) of every region, as in E_AMY_fraction; with another mass its own variables.",
            "With --out, what made the table (version, command, seed, parameters, SHA-256) is beside it, in FILE.json.",
            "Rows are written as they are computed, so that long runs need no more memory than short ones."
        })
final class SimulateCommand implements Callable<Integer> {

    private static final String STANDARD_OUTPUT = "-";
    private static final String CUT_SHORT = "Interrupted; the rows end here.";

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
            names = "--mass",
            paramLabel = "M",
            defaultValue = "wilson-cowan",
            converter = Convert.Mass.class,
            completionCandidates = Convert.Mass.Names.class,
            description = "Neural mass of every region: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private NeuralMass mass;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "60",
            converter = Convert.Number.class,
            description = "Length in s of fast time, at least one sample. Default: ${DEFAULT-VALUE}.")
    private double seconds;

    @Option(
            names = "--dt",
            paramLabel = "TIME",
            defaultValue = "2 ms",
            converter = Convert.Span.class,
            description =
                    "Step, with its unit: at most half the fastest time constant (7.5 ms in the default mass). Default: ${DEFAULT-VALUE}.")
    private Time dt;

    @Option(
            names = "--scheme",
            paramLabel = "X",
            defaultValue = "euler-maruyama",
            converter = Convert.Integrator.class,
            completionCandidates = Convert.Integrator.Names.class,
            description = "Integrator: ${COMPLETION-CANDIDATES}. rk4 only without noise. Default: ${DEFAULT-VALUE}.")
    private Scheme scheme;

    @Option(
            names = "--observe",
            paramLabel = "X",
            defaultValue = "state",
            description = "state; average (of E over each sample); bold (Balloon-Windkessel, Friston 2003, %%); "
                    + "bold-stephan-2007; eeg (mean of E - I over regions). Default: ${DEFAULT-VALUE}.")
    private String observe;

    @Option(
            names = "--sample",
            paramLabel = "TIME",
            converter = Convert.Span.class,
            description = "Time between rows, with its unit: a whole multiple of the step. Default: 10 ms; 100 ms for "
                    + "average, 2 s for bold.")
    private Time sample;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            converter = Convert.Seed.class,
            description = "Root of the noise, any whole number of 64 bits. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--deterministic", description = "Without noise: sigma = 0.")
    private boolean deterministic;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            converter = Convert.Setting.class,
            description = "Parameter of the neural mass or the noise, in its own unit; may be repeated. "
                    + "Default: none; those of the default mass are below.")
    private List<Convert.Setting.Of> settings = List.of();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = STANDARD_OUTPUT,
            converter = Convert.Place.class,
            description = "CSV file to write; - is standard output. Default: ${DEFAULT-VALUE}.")
    private Path out;

    @Option(
            names = "--chart",
            paramLabel = "FILE",
            converter = Convert.Picture.class,
            description = "Draw what is observed (of the state, E): .svg or .png. Default: no chart.")
    private Path chart;

    @Option(names = "--force", description = "Replace FILE if it is there, once the new one is whole.")
    private boolean force;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Signal.Kind kind = Signal.Kind.named(observe);
        FastRun patient = FastRun.of(network, condition, mass, settings, deterministic);
        Network healthy = patient.healthy();
        SampledRun run = patient.sampled(kind, scheme, dt, sample, seconds, seed);
        SignalChart drawn = chart == null ? null : new SignalChart(kind, healthy, run.samples());
        if (drawn != null) {
            run.watch(drawn::accept);
        }
        try (OutputFile picture = chart == null ? null : OutputFile.at(chart, force)) {
            if (out.toString().equals(STANDARD_OUTPUT)) {
                toStandardOutput(run, picture);
            } else {
                toFile(run, patient, picture);
            }
            if (picture != null) {
                Pictures.draw(drawn.figure(title(kind, patient)).sheet(stamp()), chart, picture.place());
                picture.publish();
            }
        }
        return Exit.OK;
    }

    private static String title(Signal.Kind kind, FastRun patient) {
        String of = kind.quantity().substring(0, 1).toUpperCase(Locale.ROOT)
                + kind.quantity().substring(1);
        return of + ", network " + patient.healthy().name() + ", condition "
                + patient.condition().name();
    }

    private String stamp() {
        return "Unstuck " + org.unstuck.describe.Version.current() + " - " + Disclaimer.SHORT + " - seed " + seed;
    }

    private void toStandardOutput(SampledRun run, OutputFile picture) {
        PrintWriter console = spec.commandLine().getOut();
        try (Interruption interruption = Interruption.watch(spec.commandLine().getErr(), CUT_SHORT)) {
            interruption.remains(() -> close(picture));
            run.write(console, rows -> {
                interruption.check();
                if (console.checkError()) {
                    throw new CannotWrite(Path.of("standard output"), "is closed", "Maybe write to a file with --out.");
                }
            });
            interruption.published();
        }
    }

    private void toFile(SampledRun run, FastRun patient, OutputFile picture) {
        try (Interruption interruption = Interruption.watch(spec.commandLine().getErr());
                OutputFile file = OutputFile.at(out, force);
                Sidecar about = Sidecar.of(out, force)) {
            interruption.remains(() -> {
                file.close();
                about.close();
                close(picture);
            });
            // Without a terminal, no lines that a script would have to throw away.
            try (Writer writer = Files.newBufferedWriter(file.place(), StandardCharsets.UTF_8);
                    ShownProgress progress = ShownProgress.of(
                            "Simulating",
                            !Terminal.isThere(),
                            spec.commandLine().getErr())) {
                progress.starts(run.samples());
                run.write(writer, rows -> {
                    interruption.check();
                    progress.advances(rows);
                });
            } catch (IOException | UncheckedIOException e) {
                throw new CannotWrite(out, e instanceof UncheckedIOException u ? u.getCause() : (IOException) e);
            }
            List<String> words = spec.root().commandLine().getParseResult().originalArgs();
            about.write(file.place(), "simulate", words, json -> about(json, patient));
            interruption.check();
            file.publish();
            about.publish();
            interruption.published();
        }
    }

    private void about(JsonGenerator json, FastRun patient) throws IOException {
        json.writeNumberField("seed", seed);
        json.writeStringField("network", patient.healthy().name());
        json.writeStringField("condition", patient.condition().name());
        json.writeStringField("mass", mass.name());
        json.writeStringField("scheme", scheme.name());
        json.writeStringField("dt", dt.toString());
        json.writeStringField("observe", observe);
        json.writeObjectFieldStart("parameters");
        for (Map.Entry<String, Double> each : patient.equations().values().entrySet()) {
            json.writeFieldName(each.getKey());
            json.writeNumber(Decimal.exact(each.getValue()));
        }
        json.writeEndObject();
        List<String> builtIn = new ArrayList<>(BuiltIn.NETWORKS.names());
        builtIn.addAll(BuiltIn.CONDITIONS.names());
        Sidecar.inputs(json, builtIn, network, condition);
    }

    private static void close(OutputFile file) {
        if (file != null) {
            file.close();
        }
    }
}
