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
import org.unstuck.describe.Decimal;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Time;
import org.unstuck.integrate.Scheme;
import org.unstuck.mass.WilsonCowan;
import org.unstuck.network.Network;
import org.unstuck.noise.Address;
import org.unstuck.noise.OrnsteinUhlenbeck;
import org.unstuck.simulate.FastClock;
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
                    + "(fluctuating input) of every region, as in E_AMY_fraction.",
            "Rows are written as they are computed, so that long runs need no more memory than short ones."
        })
final class SimulateCommand implements Callable<Integer> {

    private static final String STANDARD_OUTPUT = "-";

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
            defaultValue = "60",
            converter = Convert.Number.class,
            description = "Length in s of fast time, at least one sample. Default: ${DEFAULT-VALUE}.")
    private double seconds;

    @Option(
            names = "--dt",
            paramLabel = "TIME",
            defaultValue = "2 ms",
            converter = Convert.Span.class,
            description = "Step, with its unit: at most half the fastest time constant (7.5 ms). Default: ${DEFAULT-VALUE}.")
    private Time dt;

    @Option(
            names = "--scheme",
            paramLabel = "X",
            defaultValue = "heun",
            converter = Convert.Integrator.class,
            description = "Integrator: euler-maruyama or heun. Default: ${DEFAULT-VALUE}.")
    private Scheme scheme;

    @Option(
            names = "--sample",
            paramLabel = "TIME",
            defaultValue = "10 ms",
            converter = Convert.Span.class,
            description = "Time between rows, with its unit: a whole multiple of the step. Default: ${DEFAULT-VALUE}.")
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
                    + "Default: none; names and ranges: unstuck schema.")
    private List<Convert.Setting.Of> settings = List.of();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = STANDARD_OUTPUT,
            converter = Convert.Place.class,
            description = "CSV file to write; - is standard output. Default: ${DEFAULT-VALUE}.")
    private Path out;

    @Option(names = "--force", description = "Replace FILE if it is there, once the new one is whole.")
    private boolean force;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        SampledRun run = run();
        if (out.toString().equals(STANDARD_OUTPUT)) {
            toStandardOutput(run);
        } else {
            toFile(run);
        }
        return Exit.OK;
    }

    private SampledRun run() {
        MassAndNoise equations = MassAndNoise.standard().with(settings);
        OrnsteinUhlenbeck noise = deterministic ? equations.withoutNoise().noise() : equations.noise();
        Network healthy = Named.network(network);
        var ill = Named.condition(condition);
        ill.checkFits(healthy);
        FastClock clock = new FastClock(
                ill.in(healthy, 1),
                equations.mass(),
                noise,
                scheme,
                dt.inMs(),
                1,
                1,
                p -> Address.of(seed).with("patient", p));
        clock.purpose("simulate");
        return new SampledRun(clock, healthy.regionNames(), equations.mass().variables(), dt, sample, seconds);
    }

    private void toStandardOutput(SampledRun run) {
        PrintWriter console = spec.commandLine().getOut();
        try (Interruption interruption = Interruption.watch(spec.commandLine().getErr())) {
            run.write(console, () -> {
                interruption.check();
                if (console.checkError()) {
                    throw new CannotWrite(Path.of("standard output"), "is closed", "Maybe write to a file with --out.");
                }
            });
            interruption.published();
        }
    }

    private void toFile(SampledRun run) {
        try (Interruption interruption = Interruption.watch(spec.commandLine().getErr());
                OutputFile file = OutputFile.at(out, force)) {
            interruption.remains(file);
            try (Writer writer = Files.newBufferedWriter(file.place(), StandardCharsets.UTF_8)) {
                run.write(writer, interruption::check);
            } catch (IOException | UncheckedIOException e) {
                throw new CannotWrite(out, e instanceof UncheckedIOException u ? u.getCause() : (IOException) e);
            }
            interruption.check();
            file.publish();
            interruption.published();
        }
    }
}
