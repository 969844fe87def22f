package org.unstuck.viz.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code unstuck landscape}: what "stuck" means for one network. */
@Command(
        name = "landscape",
        description = {
            "Looks at the landscape behind \"stuck\": the network of one typical patient with everything slow held"
                    + " still. Every tool writes a folder with report.html, charts (light and dark), data and result.json,"
                    + " and prints its tables.",
            "What could not be computed is said to be so, with the last good point; it is never drawn."
        },
        subcommands = {
            PointsCommand.class,
            NullclinesCommand.class,
            ContinuationCommand.class,
            HysteresisCommand.class,
            BasinsCommand.class,
            EscapeCommand.class,
            RecoveryCommand.class
        })
final class LandscapeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return Exit.OK;
    }
}
