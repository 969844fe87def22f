package org.unstuck.viz.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code unstuck connectome}: networks from connectomes that others made. */
@Command(
        name = "connectome",
        description = {
            "Makes a network file from a connectome: a connectivity archive of The Virtual Brain (.zip), a square matrix as "
                    + "text (CSV, tabs, blanks; names or none; as of the ENIGMA Toolbox) or a NumPy array (.npy)."
        },
        subcommands = {ConnectomeImportCommand.class, ConnectomeShowCommand.class})
final class ConnectomeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return Exit.OK;
    }
}
