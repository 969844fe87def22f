package org.unstuck.viz.cli;

import java.util.concurrent.Callable;
import org.unstuck.describe.Invalid;
import org.unstuck.scenario.ScenarioSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code unstuck schema}: the form of scenario, study and claims files, for editors and other programs. */
@Command(
        name = "schema",
        description =
                "Prints the JSON Schema (draft 2020-12) of scenario files, with --study of study files, or with --claims of claims "
                        + "files: every key with unit, range and default.")
final class SchemaCommand implements Callable<Integer> {

    @Option(names = "--study", description = "The schema of study files. Default: that of scenario files.")
    private boolean study;

    @Option(names = "--claims", description = "The schema of claims files. Default: that of scenario files.")
    private boolean claims;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (study && claims) {
            throw new Invalid("--study and --claims are two schemas.", "Maybe one after the other.");
        }
        spec.commandLine()
                .getOut()
                .print(study ? ScenarioSchema.study() : claims ? ScenarioSchema.claims() : ScenarioSchema.text());
        return Exit.OK;
    }
}
