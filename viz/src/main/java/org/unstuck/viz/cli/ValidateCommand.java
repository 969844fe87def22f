package org.unstuck.viz.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.unstuck.scenario.BadScenario;
import org.unstuck.scenario.Remarks;
import org.unstuck.scenario.ScenarioReader;
import org.unstuck.scenario.StudyReader;
import org.unstuck.study.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code unstuck validate}: checks scenario and study files without running them. */
@Command(
        name = "validate",
        description =
                "Checks scenario and study files without running them. Prints \"FILE: ok\", or one line per mistake: "
                        + "file:line:column, place in the document, what is wrong.")
final class ValidateCommand implements Callable<Integer> {

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            converter = Convert.Place.class,
            description = "Scenario or study files.")
    private List<Path> files;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        int code = Exit.OK;
        for (Path file : files) {
            try {
                Scenario read =
                        StudyReader.isStudy(file) ? StudyReader.read(file).base() : ScenarioReader.read(file);
                spec.commandLine().getOut().println(Shown.path(file) + ": ok");
                Remarks.on(read)
                        .forEach(remark ->
                                spec.commandLine().getErr().println("Note: " + Shown.path(file) + ": " + remark));
            } catch (BadScenario e) {
                e.mistakes().forEach(spec.commandLine().getErr()::println);
                code = Exit.BAD_INPUT;
            }
        }
        return code;
    }
}
