package org.unstuck.viz.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.unstuck.viz.selftest.SelfTest;
import org.unstuck.viz.selftest.SelfTestResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code unstuck selftest}: is this program right on this machine? */
@Command(
        name = "selftest",
        description = {
            "Checks this program on this machine: elementary functions, integrators, noise, drugs in the body and measures "
                    + "against numbers that come from elsewhere, and twelve small scenarios against the bytes published with "
                    + "this version. Takes less than a minute and prints a page.",
            "Exit code 1 if a check fails."
        })
final class SelftestCommand implements Callable<Integer> {

    @Option(
            names = "--out",
            paramLabel = "FILE",
            converter = Convert.Place.class,
            description = "HTML page to write as well. Default: none.")
    private Path out;

    @Option(names = "--force", description = "Replace FILE if it is there.")
    private boolean force;

    @Option(names = "--quiet", description = "Print only how many checks passed.")
    private boolean quiet;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        PrintWriter console = spec.commandLine().getOut();
        SelfTestResult result;
        try (Interruption interruption = Interruption.watch(err);
                OutputFile page = out == null ? null : OutputFile.at(out, force)) {
            interruption.remains(page);
            result = SelfTest.run(
                    area -> {
                        if (!quiet) {
                            err.println(area + " ...");
                        }
                    },
                    interruption::asked);
            interruption.check();
            if (page != null) {
                Files.writeString(page.place(), result.html(), StandardCharsets.UTF_8);
                page.publish();
            }
            interruption.published();
        } catch (IOException e) {
            throw new CannotWrite(out, e);
        }
        console.print(quiet ? result.sentence() + "\n" : result.text());
        console.flush();
        return result.passes() ? Exit.OK : Exit.DIFFERS;
    }
}
