package org.unstuck.viz.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.unstuck.exchange.SbmlModel;
import org.unstuck.mass.NeuralMass;
import org.unstuck.viz.report.Disclaimer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code unstuck export sbml}: the equations of the fast clock. */
@Command(
        name = "sbml",
        description = {
            "Writes the equations of the fast clock as SBML Level 3 Version 2: a rate rule for every variable of every region, "
                    + "with all parameters. The deterministic part: no noise, no treatment, no slow clock. Time in ms.",
            "Programs that read SBML (COPASI, Tellurium, AMICI and others) integrate it to what simulate --deterministic gives."
        })
final class ExportSbmlCommand implements Callable<Integer> {

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
            names = "--mass",
            paramLabel = "M",
            defaultValue = "wilson-cowan",
            converter = Convert.Mass.class,
            completionCandidates = Convert.Mass.Names.class,
            description = "Neural mass of every region: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private NeuralMass mass;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            converter = Convert.Setting.class,
            description = "Parameter of the neural mass, in its own unit; may be repeated. Default: none.")
    private List<Convert.Setting.Of> settings = List.of();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = STANDARD_OUTPUT,
            converter = Convert.Place.class,
            description = "XML file to write; - is standard output. Default: ${DEFAULT-VALUE}.")
    private Path out;

    @Option(names = "--force", description = "Replace FILE if it is there, once the new one is whole.")
    private boolean force;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        String sbml = text(FastRun.of(network, condition, mass, settings, true));
        if (out.toString().equals(STANDARD_OUTPUT)) {
            PrintWriter console = spec.commandLine().getOut();
            console.print(sbml);
            console.flush();
            return Exit.OK;
        }
        TextFile.write(out, force, sbml, spec.commandLine().getErr());
        return Exit.OK;
    }

    /** The equations of a patient, with what they are in words. */
    static String text(FastRun patient) {
        String name = patient.healthy().name() + ", " + patient.condition().name();
        return SbmlModel.text(
                name,
                patient.healthy(),
                patient.person(),
                patient.equations().mass(),
                "Fast clock of Unstuck " + Version.number() + ", network "
                        + patient.healthy().name() + ", condition "
                        + patient.condition().name() + ", mass "
                        + patient.equations().mass().name() + "; without noise. " + Disclaimer.LONG.get(0));
    }
}
