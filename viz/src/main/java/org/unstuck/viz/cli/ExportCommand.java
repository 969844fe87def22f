package org.unstuck.viz.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code unstuck export}: models and runs for other programs. */
@Command(
        name = "export",
        description = "Writes the equations (SBML) or a run (in the style of BIDS derivatives) for other programs.",
        subcommands = {ExportSbmlCommand.class, ExportBidsCommand.class})
final class ExportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return Exit.OK;
    }
}
