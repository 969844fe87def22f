package org.unstuck.viz.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Suggestion;
import org.unstuck.network.Condition;
import org.unstuck.network.Network;
import org.unstuck.pharma.Drug;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.study.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code unstuck presets}: what comes with the program. */
@Command(
        name = "presets",
        description = "Lists and shows the scenarios, networks, conditions and drugs that come with the program.")
final class PresetsCommand implements Callable<Integer> {

    /**
     * One kind of built-in files.
     *
     * @param files the files
     * @param describe the one line of one of them
     */
    private record Kind<T>(BuiltIn<T> files, Function<T, String> describe) {
        String line(String name) {
            return describe.apply(files.named(name));
        }
    }

    /** Of the column of names. */
    private static final int WIDTH = 34;

    private static final Map<String, Kind<?>> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("scenario", new Kind<>(BuiltIn.PRESETS, Scenario::description));
        KINDS.put("network", new Kind<>(BuiltIn.NETWORKS, Network::description));
        KINDS.put("condition", new Kind<>(BuiltIn.CONDITIONS, Condition::description));
        KINDS.put("drug", new Kind<>(BuiltIn.DRUGS, Drug::description));
    }

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return list();
    }

    @Command(name = "list", description = "Prints kind, name and description of each, one a line.")
    int list() {
        PrintWriter out = spec.commandLine().getOut();
        KINDS.forEach((kind, files) -> files.files()
                .names()
                .forEach(name -> out.println(padded(kind + "/" + name) + firstSentence(files.line(name)))));
        return Exit.OK;
    }

    private static String padded(String name) {
        return name + " ".repeat(Math.max(2, WIDTH - name.length()));
    }

    private static String firstSentence(String description) {
        return description.split("(?<=[.?!]) ", 2)[0];
    }

    @Command(name = "show", description = "Prints the JSON file of one of them, to read or to copy and change.")
    int show(
            @Parameters(
                            paramLabel = "NAME",
                            description = "A name from the list, as ketamine or drug/ketamine; a scenario comes first.")
                    String name) {
        List<String> found = new ArrayList<>();
        KINDS.forEach((kind, files) -> files.files().names().stream()
                .filter(known -> known.equals(name) || (kind + "/" + known).equals(name))
                .forEach(known -> found.add(kind + "/" + known)));
        if (found.isEmpty()) {
            throw new Invalid(
                    "there is no \"" + Shown.text(name) + "\" among the presets.", Suggestion.among(names(), name));
        }
        String[] chosen = found.get(0).split("/", 2);
        PrintWriter out = spec.commandLine().getOut();
        out.print(KINDS.get(chosen[0]).files().text(chosen[1]));
        out.flush();
        if (found.size() > 1) {
            spec.commandLine()
                    .getErr()
                    .println("This is " + found.get(0) + "; there is also "
                            + String.join(", ", found.subList(1, found.size())) + ".");
        }
        return Exit.OK;
    }

    private static List<String> names() {
        return KINDS.values().stream()
                .flatMap(kind -> kind.files().names().stream())
                .distinct()
                .toList();
    }
}
