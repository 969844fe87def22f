package org.unstuck.viz.cli;

import java.awt.GraphicsEnvironment;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.unstuck.describe.Invalid;
import org.unstuck.study.Session;
import org.unstuck.viz.explore.Explorer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code unstuck explore}: the window. */
@Command(
        name = "explore",
        description =
                "Opens the explorer: a live network that moves while parameters, cues, drugs and sessions change.")
final class ExploreCommand implements Callable<Integer> {

    private static final String FIRST = "generalised-anxiety";

    @Parameters(
            arity = "0..1",
            paramLabel = "SCENARIO",
            description =
                    "A preset, or a file: a scenario, or a session saved by the explorer. Default: " + FIRST + ".")
    private String scenario = FIRST;

    @Option(names = "--dark", description = "Begin with dark colours. Default: light.")
    private boolean dark;

    @Option(
            names = "--recovery",
            paramLabel = "FILE",
            converter = Convert.Place.class,
            description =
                    "Where the session is kept while the window is open. Default: .unstuck/explorer.json in your home folder.")
    private Path recovery;

    @Override
    public Integer call() throws InterruptedException {
        Session session = Named.session(scenario);
        if (GraphicsEnvironment.isHeadless()) {
            throw new Invalid(
                    "there is no screen to open a window on.",
                    "Maybe the command compare, which writes its charts into files.");
        }
        Explorer.run(session, dark, recovery == null ? Explorer.recoveryFile() : recovery);
        return Exit.OK;
    }
}
