package org.unstuck.viz.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.unstuck.network.Condition;
import org.unstuck.network.Network;
import org.unstuck.pharma.Drug;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.study.Scenario;
import org.unstuck.sweep.Study;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code unstuck presets}: what comes with the program. */
@Command(
        name = "presets",
        description =
                "Lists and shows the scenarios, networks, conditions, drugs and studies that come with the program.",
        subcommands = PresetsShowCommand.class)
final class PresetsCommand implements Callable<Integer> {

    /**
     * One kind of built-in files.
     *
     * @param files the files
     * @param describe the one line of one of them
     */
    record Kind<T>(BuiltIn<T> files, Function<T, String> describe) {
        String line(String name) {
            return describe.apply(files.named(name));
        }
    }

    /** Of the column of names. */
    private static final int WIDTH = 34;

    static final Map<String, Kind<?>> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("scenario", new Kind<>(BuiltIn.PRESETS, Scenario::description));
        KINDS.put("network", new Kind<>(BuiltIn.NETWORKS, Network::description));
        KINDS.put("condition", new Kind<>(BuiltIn.CONDITIONS, Condition::description));
        KINDS.put("drug", new Kind<>(BuiltIn.DRUGS, Drug::description));
        KINDS.put("study", new Kind<>(BuiltIn.STUDIES, Study::description));
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
}
