package org.unstuck.notebook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.unstuck.describe.Suggestion;
import org.unstuck.describe.Time;
import org.unstuck.mass.NeuralMass;
import org.unstuck.network.Change;
import org.unstuck.network.Condition;
import org.unstuck.network.Network;
import org.unstuck.network.Stuck;
import org.unstuck.pharma.Drug;
import org.unstuck.protocol.Arm;
import org.unstuck.protocol.Event;
import org.unstuck.scenario.ScenarioWriter;
import org.unstuck.study.Ablation;
import org.unstuck.study.Comparison;
import org.unstuck.study.ComparisonRun;
import org.unstuck.study.Reading;
import org.unstuck.study.Scenario;
import org.unstuck.viz.figure.Figure;

/**
 * A scenario that is changed by sentences: {@code Unstuck.preset("gad").with("gabaGain", 1.2).patients(8).run()}. Immutable: every sentence
 * gives another experiment, and the old one stays as it was. All methods throw {@link Wrong} with one line if something cannot be.
 */
public final class Experiment {

    private final Scenario scenario;

    Experiment(Scenario scenario) {
        this.scenario = scenario;
    }

    /** The scenario, for everything that has no sentence here. */
    public Scenario scenario() {
        return scenario;
    }

    private static Experiment of(java.util.function.Supplier<Scenario> what) {
        return new Experiment(Wrong.shortly(what));
    }

    /**
     * The same with one number changed.
     *
     * @param name a declared number ("wEE", "wilsonCowan.wEE", "w_EE"), a gain of all regions (gabaGain, nmdaGainE, nmdaGainI,
     *     adaptationGain, noiseGain; 1 is no change), or "severity"
     * @param value its value
     */
    public Experiment with(String name, double value) {
        return of(() -> Names.with(scenario, name, Change.ALL, value));
    }

    /** The same with a gain of one region, or of the regions of a functional network, changed. */
    public Experiment with(String gain, String region, double value) {
        return of(() -> Names.with(scenario, gain, region, value));
    }

    /** The same under another meaning of "stuck": loop, attractor or variability. */
    public Experiment stuck(String meaning) {
        List<String> words = Arrays.stream(Stuck.values()).map(Change::word).toList();
        int at = words.indexOf(meaning);
        if (at < 0) {
            throw new Wrong("\"" + meaning + "\" is no meaning of stuck. " + Suggestion.among(words, meaning));
        }
        return of(() -> Scenarios.with(scenario, scenario.condition().as(Stuck.values()[at])));
    }

    /** The same with other patients: another condition. */
    public Experiment condition(Condition other) {
        return of(() -> Scenarios.with(scenario, other));
    }

    /** The same on another network. */
    public Experiment on(Network network) {
        return of(() -> Scenarios.with(scenario, network));
    }

    /** The same on a built-in network. */
    public Experiment on(String network) {
        return on(Unstuck.network(network));
    }

    /** The same with another drug in the cupboard, in place of one of its name if there is one. */
    public Experiment drug(Drug drug) {
        return of(() -> Scenarios.with(scenario, drug));
    }

    /** The same with so many virtual patients. */
    public Experiment patients(int patients) {
        return of(() -> scenario.withPatients(patients));
    }

    /** The same with another root of all randomness. */
    public Experiment seed(long seed) {
        return of(() -> scenario.withSeed(seed));
    }

    /** The same until {@code horizon}, as in "4 wk"; the last scan is taken there. */
    public Experiment until(String horizon) {
        return of(() -> Scenarios.until(scenario, Time.parse(horizon)));
    }

    /** The same with scans at these moments. */
    public Experiment scans(String... at) {
        return of(() ->
                Scenarios.scannedAt(scenario, Arrays.stream(at).map(Time::parse).toList()));
    }

    /** The same with scans half as long (48 s of rest, 12 cues): measures of flexibility scatter more, the course is the same. */
    public Experiment brief() {
        return of(() -> Scenarios.brief(scenario, 48, 12));
    }

    /** The same under another name. */
    public Experiment named(String name) {
        return of(() -> Scenarios.named(scenario, name));
    }

    /** Only these arms. */
    public Experiment only(String... names) {
        List<Arm> arms = new ArrayList<>();
        for (String name : names) {
            arms.add(scenario.arms().get(arm(scenario, name)));
        }
        return of(() -> Scenarios.with(scenario, arms));
    }

    /** The same with one more arm, or with another plan for the arm of that name; built-in drugs come along. */
    public Experiment arm(String name, Event... events) {
        List<Arm> arms = new ArrayList<>(scenario.arms());
        Arm made = Wrong.shortly(() -> new Arm(name, List.of(events)));
        int at = scenario.arms().stream().map(Arm::name).toList().indexOf(name);
        if (at < 0) {
            arms.add(made);
        } else {
            arms.set(at, made);
        }
        return of(() -> Scenarios.with(scenario, arms));
    }

    /** The same without a mechanism: "tolerance", "window", "learning", ... */
    public Experiment without(String... mechanisms) {
        Set<Ablation> off = new LinkedHashSet<>(scenario.ablate());
        List<String> words = Arrays.stream(Ablation.values()).map(Change::word).toList();
        for (String mechanism : mechanisms) {
            int at = words.indexOf(mechanism);
            if (at < 0) {
                throw new Wrong("There is no mechanism \"" + mechanism + "\". " + Suggestion.among(words, mechanism));
            }
            off.add(Ablation.values()[at]);
        }
        return of(() -> scenario.without(off));
    }

    static int arm(Scenario scenario, String name) {
        List<String> known = scenario.arms().stream().map(Arm::name).toList();
        int at = known.indexOf(name);
        if (at < 0) {
            throw new Wrong("There is no arm \"" + name + "\". " + Suggestion.among(known, name));
        }
        return at;
    }

    /** The value of a declared number, as it is now. */
    public double value(String name) {
        Names.Place place = Names.find(scenario.parameters(), name);
        return org.unstuck.describe.Parameters.value(
                place.record(), place.declaration().name());
    }

    /** Runs every arm with the same patients and the same noise, with a progress bar. Results do not depend on the number of threads. */
    public Result run() {
        return run(Runtime.getRuntime().availableProcessors());
    }

    /** The same on so many threads. */
    public Result run(int threads) {
        try (Bar bar = new Bar(scenario.name())) {
            Comparison comparison = Wrong.shortly(() -> new ComparisonRun(scenario, Reading.standard())
                    .run(threads, bar, () -> Thread.currentThread().isInterrupted()));
            return new Result(comparison);
        }
    }

    /** Activity of the typical patient, settled and untreated, for so many seconds. */
    public Activity activity(double seconds) {
        return Wrong.shortly(() -> Activity.of(scenario, scenario.condition(), seconds));
    }

    /** The same with another mass in every region, your own for example; gains of drugs and conditions act on it as it says itself. */
    public Activity activity(NeuralMass mass, double seconds) {
        return Wrong.shortly(() -> Activity.of(scenario, scenario.condition(), mass, seconds));
    }

    /** Activity of the same person without the condition, with the same noise. */
    public Activity healthyActivity(double seconds) {
        return Wrong.shortly(() -> Activity.of(scenario, scenario.condition().healthyTwin(), seconds));
    }

    /** Concentrations and what follows from them in the body of the typical patient, without the network. */
    public Body body(String arm) {
        return Wrong.shortly(() -> Body.of(scenario, arm(scenario, arm)));
    }

    /** One number over a grid of two parameters. {@code read} gets the experiment with both set. */
    public Grid grid(
            String acrossName, double[] across, String upName, double[] up, ToDoubleFunction<Experiment> read) {
        return Grid.of(this, acrossName, across, upName, up, read);
    }

    /** What a number becomes at both ends of the declared range of each of these parameters, one at a time. */
    public Figure ranges(String quantity, ToDoubleFunction<Experiment> read, String... names) {
        return Ranges.of(this, quantity, read, names);
    }

    /** The experiment as a scenario file. */
    public String json() {
        return Wrong.shortly(() -> ScenarioWriter.text(scenario));
    }

    /** Writes the experiment as a scenario file, which {@code unstuck compare FILE} runs; says where. */
    public String save(String file) {
        try {
            Path path = Path.of(file);
            if (path.getParent() != null) {
                Files.createDirectories(path.getParent());
            }
            Files.writeString(path, json(), StandardCharsets.UTF_8);
            return "Written: " + file;
        } catch (IOException e) {
            throw new Wrong("Cannot write " + file + ". Maybe the folder is not yours, or the disk is full.");
        }
    }

    /** What it is, at a glance. */
    public Rows table() {
        Rows rows = Rows.of(scenario.name(), "what", "value")
                .and(
                        "network",
                        scenario.network().name() + ", " + scenario.network().size() + " regions")
                .and("condition", scenario.condition().label())
                .and("patients", scenario.cohort().patients())
                .and("seed", scenario.seed())
                .and("horizon", scenario.horizon());
        for (Arm arm : scenario.arms()) {
            rows = rows.and("arm", arm.name());
        }
        if (!scenario.ablate().isEmpty()) {
            rows = rows.and(
                    "without", scenario.ablate().stream().map(Change::word).toList());
        }
        return rows;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: %d arms, %d patients, %s",
                scenario.name(),
                scenario.arms().size(),
                scenario.cohort().patients(),
                scenario.horizon());
    }
}
