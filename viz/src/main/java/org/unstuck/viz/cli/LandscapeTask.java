package org.unstuck.viz.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Suggestion;
import org.unstuck.describe.Time;
import org.unstuck.landscape.Attractor;
import org.unstuck.landscape.Axis;
import org.unstuck.landscape.NetworkLandscape;
import org.unstuck.mass.NeuralMass;
import org.unstuck.mass.WilsonCowan;
import org.unstuck.network.Condition;
import org.unstuck.network.Network;
import org.unstuck.noise.Address;
import org.unstuck.protocol.Arm;
import org.unstuck.simulate.FastClock;
import org.unstuck.simulate.Live;
import org.unstuck.simulate.Person;
import org.unstuck.simulate.Still;
import org.unstuck.study.Scenario;
import org.unstuck.viz.report.LandscapePage;
import org.unstuck.viz.report.Provenance;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the tools of {@code unstuck landscape} share: whose network, at which moment, and where the results go. */
abstract class LandscapeTask implements Callable<Integer> {

    private static final Path RESULTS = Path.of("unstuck-results");

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "SCENARIO",
            defaultValue = "generalised-anxiety",
            description =
                    "A preset or the path of a scenario file: network, condition, drugs, parameters and arms of its "
                            + "typical patient. Default: ${DEFAULT-VALUE}.")
    private String scenario;

    @Option(names = "--healthy", description = "Without the condition: the healthy network.")
    private boolean healthy;

    @Option(
            names = "--network",
            paramLabel = "NETWORK",
            description = "Another built-in network or network file. Default: that of the scenario.")
    private String network;

    @Option(
            names = "--condition",
            paramLabel = "C",
            description = "Another built-in condition or condition file. Default: that of the scenario.")
    private String condition;

    @Option(
            names = "--mass",
            paramLabel = "M",
            converter = Convert.Mass.class,
            completionCandidates = Convert.Mass.Names.class,
            description = "Another neural mass, with its starting values and its usual step: ${COMPLETION-CANDIDATES}. "
                    + "Default: that of the scenario.")
    private NeuralMass mass;

    @Option(
            names = "--arm",
            paramLabel = "ARM",
            description = "The moment --at of this arm: drugs in the body, what has adapted and what was learned. "
                    + "Default: untreated.")
    private String arm;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            defaultValue = "28 d",
            converter = Convert.Span.class,
            description = "Moment of the arm, with its unit, as in 28d or 26h. Default: ${DEFAULT-VALUE}.")
    private Time at;

    @Option(
            names = "--hold",
            paramLabel = "VARIABLE[=VALUE]",
            description =
                    "Hold a variable of the mass in every region: a=0.8, or a alone at the mean over time of each "
                            + "region; may be repeated. Only wilson-cowan has adaptation a. Default: none.")
    private List<String> hold = List.of();

    @Option(
            names = "--set",
            paramLabel = "AXIS=VALUE",
            converter = Convert.Setting.class,
            description =
                    "Change a number first: a parameter of the mass as wEE, severity, drug:NAME in ng/mL at the effect site, "
                            + "drive:AMY, ...; may be repeated. Default: none.")
    private List<Convert.Setting.Of> settings = List.of();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            converter = Convert.Seed.class,
            description = "Root of all randomness, any whole number of 64 bits. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            converter = Convert.Place.class,
            description = "Folder for the results: new or empty. Default: unstuck-results/landscape-001, -002, ...")
    private Path out;

    @Option(names = "--force", description = "Replace the results that are in DIR, once the new ones are whole.")
    private boolean force;

    @Option(names = "--quiet", description = "Print nothing but the folder of the results and errors.")
    private boolean quiet;

    @Spec
    private CommandSpec spec;

    /** Refuses what is wrong about the options of this tool alone, before anything is computed. */
    void check() {}

    /** Does the work. */
    abstract LandscapePage page(NetworkLandscape landscape, BooleanSupplier cancelled);

    @Override
    public Integer call() {
        System.setProperty("java.awt.headless", "true"); // Charts are files: no display is needed or touched.
        PrintWriter err = spec.commandLine().getErr();
        check();
        Scenario chosen = Named.scenario(scenario);
        Live.Setting setting = setting(chosen);
        Arm chosenArm = arm(chosen);
        try (Interruption interruption = Interruption.watch(err);
                OutputFolder folder =
                        out == null ? OutputFolder.numbered(RESULTS, "landscape") : OutputFolder.at(out, force)) {
            interruption.remains(folder);
            long startedNs = System.nanoTime();
            Still still = still(chosen, setting, chosenArm, interruption::asked);
            NetworkLandscape landscape = NetworkLandscape.of(still, held(), seed());
            LandscapePage page = page(landscape, interruption::asked);
            interruption.check();
            double seconds = (System.nanoTime() - startedNs) / (double) TimeUnit.SECONDS.toNanos(1);
            List<String> words = spec.root().commandLine().getParseResult().originalArgs();
            write(page, new Provenance(Version.number(), words, 1, seconds), folder);
            interruption.check();
            Path published = folder.publish();
            interruption.published();
            show(page, published);
        }
        return Exit.OK;
    }

    private Live.Setting setting(Scenario chosen) {
        Network net = network == null ? chosen.network() : Named.network(network);
        Condition ill = condition == null ? chosen.condition() : Named.condition(condition);
        ill.checkFits(net);
        return new Live.Setting(
                net,
                healthy ? ill.healthyTwin() : ill,
                isOther(chosen) ? chosen.actingParameters().withMass(mass) : chosen.actingParameters(),
                chosen.actingDrugs(),
                isOther(chosen)
                        ? chosen.numerics().withStep(Time.seconds(FastClock.usualStepMs(mass) / LandscapeRows.MS))
                        : chosen.numerics(),
                Person.typical(0, chosen.cohort().weightKg()),
                seed());
    }

    /** Whether another mass is asked for than the scenario has: its own keeps its numbers. */
    private boolean isOther(Scenario chosen) {
        return mass != null
                && mass.getClass() != chosen.parameters().neuralMass().getClass();
    }

    private Arm arm(Scenario chosen) {
        if (arm == null) {
            return null;
        }
        List<String> names = chosen.arms().stream().map(Arm::name).toList();
        if (!names.contains(arm)) {
            throw new Invalid("the scenario has no arm \"" + Shown.text(arm) + "\".", Suggestion.among(names, arm));
        }
        if (at.hours() > chosen.horizon().hours()) {
            throw new Invalid(
                    "--at is " + at + ", the course ends at " + chosen.horizon() + ".", "Maybe an earlier moment.");
        }
        return chosen.arms().get(names.indexOf(arm));
    }

    private Still still(Scenario chosen, Live.Setting setting, Arm of, BooleanSupplier cancelled) {
        Still still = of == null
                ? Still.untreated(setting)
                : Still.after(
                        setting, of, at.hours(), chosen.numerics().slowStep().hours(), cancelled);
        for (Convert.Setting.Of one : settings) {
            still = Axis.named(one.name(), still).at().of(still, one.value());
        }
        return still;
    }

    private Map<String, Double> held() {
        Map<String, Double> held = new LinkedHashMap<>();
        for (String word : hold) {
            int equals = word.indexOf('=');
            if (equals < 0) {
                held.put(word.strip(), NetworkLandscape.AT_MEAN);
            } else {
                held.put(
                        word.substring(0, equals).strip(),
                        Convert.number(word.substring(equals + 1).strip()));
            }
        }
        return held;
    }

    Address seed() {
        return Address.of(seed);
    }

    long seedNumber() {
        return seed;
    }

    /** Tells what is being done. */
    void say(String words) {
        if (!quiet) {
            spec.commandLine().getErr().println(words);
        }
    }

    /** Whose network this is, for titles. */
    String whose(NetworkLandscape landscape) {
        Condition ill = landscape.still().condition();
        String who = healthy || ill.allChanges().isEmpty() ? "healthy" : ill.label();
        NeuralMass of = landscape.still().mass();
        return landscape.still().network().name() + ", " + who
                + (of instanceof WilsonCowan ? "" : ", " + of.name())
                + (arm == null ? "" : ", " + arm + " at " + at)
                + (settings.isEmpty()
                        ? ""
                        : ", "
                                + String.join(
                                        ", ",
                                        settings.stream()
                                                .map(s -> s.name() + " = "
                                                        + org.unstuck.describe.Decimal.exact(s.value()))
                                                .toList()));
    }

    /** What is held, in words. */
    String how(NetworkLandscape landscape) {
        return landscape.holds()
                ? "Held in every region: " + String.join(", ", hold)
                        + " (without a value: at its mean over time with noise). Everything slow is held at the moment"
                        + " shown."
                : "All variables of the network move; everything slow is held at the moment shown.";
    }

    /** The number of the coordinate called {@code name}. */
    static int coordinate(NetworkLandscape landscape, String name) {
        List<String> names = landscape.field().names();
        int i = names.indexOf(name);
        if (i < 0) {
            throw new Invalid("there is no coordinate \"" + Shown.text(name) + "\".", Suggestion.among(names, name));
        }
        return i;
    }

    /** The coordinate that is shown if none is asked for: the activity of the first region of the symptom. */
    static String shown(NetworkLandscape landscape) {
        List<String> names = landscape.field().names();
        int[] activities = landscape.activities();
        for (List<String> group : landscape.still().condition().symptom().groups()) {
            for (String region : group) {
                for (int i = 0; i < activities.length; i++) {
                    if (landscape.still().network().regions().get(i).is(region)) {
                        return names.get(activities[i]);
                    }
                }
            }
        }
        return names.get(0);
    }

    /** The names of attractors, told apart by a number where they are equal. */
    static List<String> names(NetworkLandscape landscape, List<Attractor> attractors) {
        List<String> names = new ArrayList<>();
        for (Attractor one : attractors) {
            String name = landscape.name(one);
            int k = 2;
            while (names.contains(name)) {
                name = landscape.name(one) + " (" + k++ + ")";
            }
            names.add(name);
        }
        return names;
    }

    private void write(LandscapePage page, Provenance provenance, OutputFolder folder) {
        try {
            page.write(provenance, folder.place());
        } catch (UncheckedIOException e) {
            throw new CannotWrite(out == null ? RESULTS : out, e.getCause());
        } catch (IOException e) {
            throw new CannotWrite(out == null ? RESULTS : out, e);
        } catch (Invalid e) {
            // The input was accepted and has been computed: this is no fault of its author.
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private void show(LandscapePage page, Path published) {
        PrintWriter console = spec.commandLine().getOut();
        Path shown = out == null ? RESULTS.resolve(published.getFileName()) : out;
        if (quiet) {
            console.println(Shown.path(shown));
            return;
        }
        console.print(page.text());
        console.println("Written: " + Shown.path(shown.resolve("report.html")));
    }
}
