package org.unstuck.viz.cli;

import java.util.ArrayList;
import java.util.List;
import org.unstuck.viz.report.Disclaimer;
import picocli.CommandLine;

/** What stands at the foot of every help text. */
final class Footers {

    private Footers() {}

    /** Puts the disclaimer under {@code program}, its first words under every command, and tables where they are needed. */
    static void under(CommandLine program) {
        List<String> all = new ArrayList<>();
        Disclaimer.LONG.forEach(sentence -> all.addAll(List.of("", sentence)));
        put(program, all);
        for (CommandLine command : program.getSubcommands().values()) {
            under(command, List.of("", Disclaimer.LONG.get(0) + " More about that: unstuck --help."));
        }
    }

    private static void under(CommandLine command, List<String> disclaimer) {
        List<String> lines = new ArrayList<>();
        if (command.getCommand() instanceof SimulateCommand) {
            lines.addAll(List.of("", "Parameters for --set: name, default, range explored, meaning"));
            lines.addAll(MassAndNoise.table());
        }
        lines.addAll(disclaimer);
        put(command, lines);
        command.getSubcommands().values().forEach(below -> under(below, disclaimer));
    }

    private static void put(CommandLine command, List<String> lines) {
        command.getCommandSpec()
                .usageMessage()
                .footer(lines.stream().map(line -> line.replace("%", "%%")).toArray(String[]::new));
    }
}
