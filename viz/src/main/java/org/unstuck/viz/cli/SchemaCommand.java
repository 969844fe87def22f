package org.unstuck.viz.cli;

import java.util.concurrent.Callable;
import org.unstuck.scenario.ScenarioSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code unstuck schema}: the form of scenario and study files, for editors and other programs. */
@Command(
        name = "schema",
        description =
                "Prints the JSON Schema (draft 2020-12) of scenario files, or with --study of study files: every key with "
                        + "unit, range and default.")
final class SchemaCommand implements Callable<Integer> {

    @Option(names = "--study", description = "The schema of study files. Default: that of scenario files.")
    private boolean study;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(study ? ScenarioSchema.study() : ScenarioSchema.text());
        return Exit.OK;
    }
}
