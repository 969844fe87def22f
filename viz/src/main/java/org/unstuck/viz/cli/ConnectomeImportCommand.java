package org.unstuck.viz.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.unstuck.connectome.Connectome;
import org.unstuck.connectome.ConnectomeNetwork;
import org.unstuck.scenario.ScenarioWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code unstuck connectome import}: a connectome as a network file. */
@Command(
        name = "import",
        description = {
            "Writes a network file from a connectome and says what was found and done. simulate runs the file, and scenarios "
                    + "in its folder name it under \"network\".",
            "A file that breaks a rule is refused with the rule, and nothing is written."
        })
final class ConnectomeImportCommand implements Callable<Integer> {

    private static final String ENDING = ".json";
    private static final int LONGEST_NAME = 60;

    @Mixin
    private ConnectomeOptions options;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "Name of the network, 1 to 60 characters. Default: that of the file to write.")
    private String name;

    @Option(
            names = "--out",
            paramLabel = "NETWORK.json",
            required = true,
            converter = Convert.Place.class,
            description = "Network file to write. Required.")
    private Path out;

    @Option(names = "--force", description = "Replace the file if it is there, once the new one is whole.")
    private boolean force;

    @Option(names = "--quiet", description = "Print nothing but errors.")
    private boolean quiet;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Connectome read = options.read();
        ConnectomeNetwork.Imported imported = options.network(called(), read);
        String text = ScenarioWriter.text(imported.network());
        TextFile.write(out, force, text, spec.commandLine().getErr());
        if (!quiet) {
            PrintWriter err = spec.commandLine().getErr();
            err.println(read.format() + ", " + read.size() + " regions.");
            imported.remarks().forEach(remark -> err.println(Shown.text(remark)));
            err.println("Written to " + Shown.path(out) + ".");
        }
        return Exit.OK;
    }

    private String called() {
        if (name != null) {
            return name;
        }
        String file = out.getFileName() == null ? "network" : out.getFileName().toString();
        String stem = file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : file;
        return stem.isEmpty() ? "network" : stem.substring(0, Math.min(LONGEST_NAME, stem.length()));
    }
}
