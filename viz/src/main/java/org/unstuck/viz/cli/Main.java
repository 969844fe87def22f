package org.unstuck.viz.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.unstuck.viz.explore.Explorer;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code unstuck}: where the program starts. Exit codes: {@link Exit}. */
@Command(
        name = "unstuck",
        description = "Simulates brain networks on two clocks: milliseconds of activity, months of treatment.",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        usageHelpWidth = 100,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:done",
            " 1:selftest or verify found a difference",
            " 2:the command or a file is wrong, or there is not enough memory; nothing was written",
            " 3:the output cannot be written, or something else is there",
            " 4:the state of the model stopped being finite; nothing was written",
            " 5:interrupted; nothing was written",
            "70:a bug"
        })
public final class Main implements Callable<Integer> {

    private static final String EXPLORE = "explore";

    /** Descriptions of options begin right of this column. */
    private static final int LONGEST_OPTION = 28;

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Print where in the program a failure happened. Default: only what happened.")
    boolean debug;

    @Spec
    private CommandSpec spec;

    Main() {}

    /**
     * Runs the command inside another program.
     *
     * @param out standard output
     * @param err messages and progress
     * @param args the words behind {@code java -jar unstuck.jar}
     * @return the exit code
     */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        boolean window = args.length > 0 && args[0].equals(EXPLORE);
        CommandLine line = window ? window() : line(Reports.STANDARD);
        line.setOut(out);
        line.setErr(err);
        return Failures.run(line, args);
    }

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] args) {
        PrintWriter err = Terminal.err();
        if (args.length > 0 && args[0].equals(EXPLORE)) {
            Explorer.warm();
        } else {
            Interruption.everywhere(err);
        }
        int code = run(Terminal.out(), err, args);
        Interruption.finished();
        if (code != Exit.OK) {
            System.exit(code);
        }
    }

    /** The whole command, with {@code reports} to write and print comparisons. */
    static CommandLine line(Reports reports) {
        CommandLine completion = new CommandLine(new AutoComplete.GenerateCompletion());
        completion.setCommandName("completion");
        CommandLine line = new CommandLine(new Main())
                .addSubcommand(new CompareCommand(reports))
                .addSubcommand(new SweepCommand())
                .addSubcommand(new ExploreCommand())
                .addSubcommand(new SimulateCommand())
                .addSubcommand(new DoseCommand())
                .addSubcommand(new MeasureCommand())
                .addSubcommand(new ConnectomeCommand())
                .addSubcommand(new ExportCommand())
                .addSubcommand(new LandscapeCommand())
                .addSubcommand(new ClaimsCommand())
                .addSubcommand(new SensitivityCommand())
                .addSubcommand(new PresetsCommand())
                .addSubcommand(new ValidateCommand())
                .addSubcommand(new SelftestCommand())
                .addSubcommand(new VerifyCommand())
                .addSubcommand(new SchemaCommand())
                .addSubcommand(completion)
                .addSubcommand(new HelpCommand());
        return dressed(line);
    }

    /** The command {@code explore} without its neighbours: to read the options of all costs the window half a second. */
    private static CommandLine window() {
        return dressed(new CommandLine(new Main()).addSubcommand(new ExploreCommand()));
    }

    private static CommandLine dressed(CommandLine line) {
        line.setUsageHelpLongOptionsMaxWidth(LONGEST_OPTION);
        Footers.under(line);
        return line;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return Exit.OK;
    }
}
