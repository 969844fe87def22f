package org.unstuck.viz.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Suggestion;
import org.unstuck.network.Change;
import org.unstuck.network.Condition;
import org.unstuck.network.Network;
import org.unstuck.network.Stuck;
import org.unstuck.scenario.Difference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code unstuck presets show}: one file, or in what two of a kind differ. */
@Command(
        name = "show",
        description =
                "Prints the JSON file of one of them, to read or to copy and change; with --diff, in what two of a "
                        + "kind differ.")
final class PresetsShowCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "NAME",
            description = "A name from the list, as ketamine or drug/ketamine; a scenario comes first. With --diff, "
                    + "condition/depression:attractor is the condition under that meaning of stuck.")
    private String name;

    @Option(
            names = "--diff",
            paramLabel = "NAME",
            description =
                    "Print the signed difference from this one instead, with the sources of both sides. Default: none.")
    private String other;

    @Option(
            names = "--network",
            paramLabel = "NAME",
            defaultValue = "twelve-regions",
            description = "Network in which two conditions are compared. Default: ${DEFAULT-VALUE}.")
    private String network;

    @Option(names = "--json", description = "With --diff: print JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (other != null) {
            return difference();
        }
        if (json) {
            throw new Invalid("--json belongs to --diff.", "Maybe leave it out: the file is JSON.");
        }
        List<String> found = found(name);
        String[] chosen = found.get(0).split("/", 2);
        PrintWriter out = spec.commandLine().getOut();
        out.print(PresetsCommand.KINDS.get(chosen[0]).files().text(chosen[1]));
        out.flush();
        if (found.size() > 1) {
            spec.commandLine()
                    .getErr()
                    .println("This is " + found.get(0) + "; there is also "
                            + String.join(", ", found.subList(1, found.size())) + ".");
        }
        return Exit.OK;
    }

    /** All that are called {@code name}, as kind/name. */
    private static List<String> found(String name) {
        List<String> found = new ArrayList<>();
        PresetsCommand.KINDS.forEach((kind, files) -> files.files().names().stream()
                .filter(known -> known.equals(name) || (kind + "/" + known).equals(name))
                .forEach(known -> found.add(kind + "/" + known)));
        if (found.isEmpty()) {
            throw new Invalid(
                    "there is no \"" + Shown.text(name) + "\" among the presets.", Suggestion.among(names(), name));
        }
        return found;
    }

    private int difference() {
        String a = name;
        String b = other;
        List<String> first = found(plain(a));
        List<String> second = found(plain(b));
        String kind = first.stream()
                .map(f -> f.split("/", 2)[0])
                .filter(k -> second.stream().anyMatch(s -> s.startsWith(k + "/")))
                .findFirst()
                .orElseThrow(() -> new Invalid(
                        first.get(0) + " and " + second.get(0) + " are not of one kind.",
                        "Maybe two scenarios, networks, conditions or drugs."));
        Network base = Named.network(network);
        ShownDifferences shown = new ShownDifferences(
                called(kind, a),
                called(kind, b),
                kind.equals("condition") ? base.name() : null,
                Difference.between(described(kind, a), described(kind, b), base));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(shown.json());
            out.flush();
        } else {
            shown.table(out);
        }
        return Exit.OK;
    }

    /** A name without the meaning of "stuck" after it. */
    private static String plain(String name) {
        return name.split(":", 2)[0];
    }

    private static String called(String kind, String name) {
        return name.startsWith(kind + "/") ? name : kind + "/" + name;
    }

    private static Object described(String kind, String name) {
        String[] parts = called(kind, name).substring(kind.length() + 1).split(":", 2);
        Object found = PresetsCommand.KINDS.get(kind).files().named(parts[0]);
        if (parts.length == 1) {
            return found;
        }
        if (!(found instanceof Condition condition)) {
            throw new Invalid(
                    "only a condition has meanings of stuck, \"" + Shown.text(name) + "\" is a " + kind + ".",
                    "Maybe condition/" + parts[0] + ":" + parts[1] + ".");
        }
        return condition.as(Arrays.stream(Stuck.values())
                .filter(s -> Change.word(s).equals(parts[1]))
                .findFirst()
                .orElseThrow(() -> new Invalid(
                        "there is no meaning \"" + Shown.text(parts[1]) + "\" of stuck.",
                        Suggestion.among(
                                Arrays.stream(Stuck.values()).map(Change::word).toList(), parts[1]))));
    }

    private static List<String> names() {
        return PresetsCommand.KINDS.values().stream()
                .flatMap(kind -> kind.files().names().stream())
                .distinct()
                .toList();
    }
}
