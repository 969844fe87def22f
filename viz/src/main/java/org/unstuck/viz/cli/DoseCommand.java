package org.unstuck.viz.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.unstuck.describe.Decimal;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Suggestion;
import org.unstuck.describe.Time;
import org.unstuck.pharma.Drug;
import org.unstuck.protocol.Arm;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.scenario.ScenarioWriter;
import org.unstuck.simulate.DrugCourse;
import org.unstuck.simulate.Person;
import org.unstuck.study.Scenario;
import org.unstuck.viz.report.Disclaimer;
import org.unstuck.viz.report.DoseFigure;
import org.unstuck.viz.theme.Sheet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code unstuck dose}: drugs in the body of one typical person, without the network. */
@Command(
        name = "dose",
        description = {
            "Follows what is given through the body of one typical person, without the network. Writes CSV with one row per "
                    + "arm, moment and substance: plasma and effect-site concentration, effect at each receptor, then the "
                    + "state of the body (tolerance, counter-drive, sedation and dissociation felt, window of plasticity, "
                    + "pool of new synapses), which is the same in all rows of a moment.",
            "A dose at a moment is already in the plasma of that moment. Metabolites act through the effect site of their drug.",
            "With --out, what made the table (version, command, the whole scenario, SHA-256) is beside it, in FILE.json."
        })
final class DoseCommand implements Callable<Integer> {

    private static final String STANDARD_OUTPUT = "-";
    /** Rows that no spreadsheet would open are a slip of --every. */
    private static final double MOST_MOMENTS = 1e6;

    @Parameters(
            index = "0",
            paramLabel = "PROTOCOL",
            description = "A scenario, or a file with schemaVersion, name, horizon and events; or a built-in scenario.")
    private String protocol;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = STANDARD_OUTPUT,
            converter = Convert.Place.class,
            description = "CSV file to write; - is standard output. Default: ${DEFAULT-VALUE}.")
    private Path out;

    @Option(
            names = "--every",
            paramLabel = "TIME",
            defaultValue = "10 min",
            converter = Convert.Span.class,
            description = "Time between rows, with its unit. Default: ${DEFAULT-VALUE}.")
    private Time every;

    @Option(
            names = "--weight",
            paramLabel = "KG",
            converter = Convert.Weight.class,
            description = "Body weight, with its unit. Default: what the scenario says, else 70 kg.")
    private Double weightKg;

    @Option(
            names = "--arm",
            paramLabel = "NAME",
            description = "Only this arm of a scenario. Default: all that give a drug.")
    private String only;

    @Option(
            names = "--chart",
            paramLabel = "FILE",
            converter = Convert.Picture.class,
            description = "Chart of one arm to write: .svg or .png. Default: none.")
    private Path chart;

    @Option(names = "--force", description = "Replace FILE if it is there, once the new one is whole.")
    private boolean force;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Scenario scenario = Named.protocol(protocol, weightKg == null ? Convert.Weight.TYPICAL_KG : weightKg);
        if (weightKg != null) {
            scenario = scenario.withWeightKg(weightKg);
        }
        List<Arm> arms = arms(scenario);
        double[] hours = moments(scenario.horizon());
        Sheet sheet = chart == null ? null : sheet(scenario, arms, hours);
        write(scenario, arms, hours, sheet);
        return Exit.OK;
    }

    private List<Arm> arms(Scenario scenario) {
        List<String> names = scenario.arms().stream().map(Arm::name).toList();
        if (only != null && !names.contains(only)) {
            throw new Invalid(
                    "there is no arm \"" + Shown.text(only) + "\" in this scenario.", Suggestion.among(names, only));
        }
        List<Arm> arms = scenario.arms().stream()
                .filter(a -> only == null ? !a.intakes().isEmpty() : a.name().equals(only))
                .toList();
        if (arms.stream().allMatch(a -> a.intakes().isEmpty())) {
            throw new Invalid("nothing is given here: there is no dose of any drug.", "Maybe add one to events.");
        }
        if (chart != null && arms.size() > 1) {
            throw new Invalid(
                    "a chart shows one arm, and " + arms.size() + " arms give a drug.",
                    "Maybe --arm \"" + arms.get(0).name() + "\".");
        }
        return arms;
    }

    private double[] moments(Time horizon) {
        double count = Math.floor(horizon.hours() / every.hours() * (1 + 1e-12));
        if (count > MOST_MOMENTS) {
            throw new Invalid(
                    "every is " + every + ": that is " + Decimal.of(count, 3) + " rows for each substance, at most "
                            + Decimal.of(MOST_MOMENTS, 3) + " are possible.",
                    "Maybe \"1 h\".");
        }
        double[] hours = new double[(int) count + 1];
        for (int i = 0; i < hours.length; i++) {
            hours[i] = i * every.hours();
        }
        return hours;
    }

    /** The drugs that {@code arm} gives. */
    private static List<Drug> given(Scenario scenario, Arm arm) {
        return scenario.actingDrugs().stream()
                .filter(d -> arm.intakes().stream().anyMatch(i -> i.drug().equals(d.name())))
                .toList();
    }

    private static DrugCourse course(Scenario scenario, Arm arm, double[] hours) {
        Person typical = Person.typical(0, scenario.cohort().weightKg());
        return DrugCourse.of(given(scenario, arm), arm, typical, scenario.actingParameters(), hours);
    }

    private static Sheet sheet(Scenario scenario, List<Arm> arms, double[] hours) {
        Arm arm = arms.get(0);
        double kg = scenario.cohort().weightKg();
        String title = scenario.name() + (scenario.arms().size() > 1 ? ", " + arm.name() : "") + ": drugs in a body of "
                + Decimal.of(kg, 4) + " kg";
        String stamp = "Unstuck " + org.unstuck.describe.Version.current() + " - " + Disclaimer.SHORT
                + " - typical person, no network, no randomness";
        return DoseFigure.of(title, arm, given(scenario, arm), course(scenario, arm, hours), kg)
                .sheet(stamp);
    }

    private void write(Scenario scenario, List<Arm> arms, double[] hours, Sheet sheet) {
        boolean console = out.toString().equals(STANDARD_OUTPUT);
        try (Interruption interruption = Interruption.watch(spec.commandLine().getErr());
                OutputFile table = console ? null : OutputFile.at(out, force);
                Sidecar about = console ? null : Sidecar.of(out, force);
                OutputFile picture = chart == null ? null : OutputFile.at(chart, force)) {
            interruption.remains(() -> {
                for (AutoCloseable each : new AutoCloseable[] {table, about, picture}) {
                    if (each != null) {
                        each.close();
                    }
                }
            });
            if (picture != null) {
                Pictures.draw(sheet, chart, picture.place());
            }
            interruption.check();
            if (console) {
                rows(spec.commandLine().getOut(), scenario, arms, hours, interruption::check);
            } else {
                try (Writer writer = Files.newBufferedWriter(table.place(), StandardCharsets.UTF_8)) {
                    rows(writer, scenario, arms, hours, interruption::check);
                } catch (IOException | UncheckedIOException e) {
                    throw new CannotWrite(out, e instanceof UncheckedIOException u ? u.getCause() : (IOException) e);
                }
                about.write(
                        table.place(),
                        "dose",
                        spec.root().commandLine().getParseResult().originalArgs(),
                        json -> {
                            Sidecar.inputs(json, BuiltIn.PRESETS.names(), protocol);
                            json.writeFieldName("scenario");
                            ScenarioWriter.write(scenario, json);
                        });
            }
            interruption.check();
            for (OutputFile file : new OutputFile[] {table, picture}) {
                if (file != null) {
                    file.publish();
                }
            }
            if (about != null) {
                about.publish();
            }
            interruption.published();
        }
    }

    private static void rows(Appendable csv, Scenario scenario, List<Arm> arms, double[] hours, Runnable moment) {
        try {
            csv.append(DoseTable.header()).append('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Arm arm : arms) {
            moment.run();
            DoseTable.rows(csv, arm, given(scenario, arm), course(scenario, arm, hours), moment);
        }
    }
}
