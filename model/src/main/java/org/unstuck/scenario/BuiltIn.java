package org.unstuck.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.unstuck.claim.ClaimStudy;
import org.unstuck.claim.Ledger;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Suggestion;
import org.unstuck.network.Condition;
import org.unstuck.network.Network;
import org.unstuck.pharma.Drug;
import org.unstuck.study.Lesson;
import org.unstuck.study.Scenario;
import org.unstuck.sweep.Study;

/**
 * What comes with the program: one JSON file each, in {@code org/unstuck/<folder>/<name>.json}. Adding one takes its file and
 * its name here.
 *
 * @param <T> what the files describe
 */
public final class BuiltIn<T> {

    /** Healthy networks. */
    public static final BuiltIn<Network> NETWORKS =
            new BuiltIn<>(Network.class, "network", "networks", "twelve-regions", "four-networks", "twenty-four-units");

    /** Conditions: differences from a healthy network. */
    public static final BuiltIn<Condition> CONDITIONS = new BuiltIn<>(
            Condition.class,
            "condition",
            "conditions",
            "healthy",
            "generalised-anxiety",
            "anxiety-weak-regulation",
            "anxiety-prefrontal-loop",
            "social-anxiety",
            "post-traumatic-stress",
            "treatment-resistant-anxiety",
            "anxious-rumination",
            "depression-rumination",
            "depression",
            "anxiety-and-depression",
            "obsessive-compulsive",
            "chronic-pain",
            "high-flexibility");

    /** Drugs. */
    public static final BuiltIn<Drug> DRUGS = new BuiltIn<>(
            Drug.class,
            "drug",
            "drugs",
            "alprazolam",
            "ketamine",
            "clonazepam",
            "diazepam",
            "escitalopram",
            "lorazepam",
            "midazolam",
            "sham");

    /** Whole scenarios, to run as they are or to copy and change. */
    public static final BuiltIn<Scenario> PRESETS = new BuiltIn<>(
            Scenario.class,
            "preset",
            "presets",
            "generalised-anxiety",
            "depression-rumination",
            "healthy",
            "anxiety-weak-regulation",
            "anxiety-prefrontal-loop",
            "social-anxiety",
            "post-traumatic-stress",
            "treatment-resistant-anxiety",
            "anxious-rumination",
            "depression",
            "anxiety-and-depression",
            "obsessive-compulsive",
            "chronic-pain",
            "high-flexibility",
            "long-term-benzodiazepine",
            "benzodiazepine-tapers",
            "ketamine-series",
            "ketamine-sublingual",
            "missed-doses",
            "benzodiazepine-as-needed");

    /** Guided lessons of the explorer. */
    public static final BuiltIn<Lesson> LESSONS = new BuiltIn<>(
            Lesson.class,
            "lesson",
            "lessons",
            "what-a-state-is",
            "less-is-not-freer",
            "tolerance-and-rebound",
            "a-window-of-plasticity",
            "plasticity-can-entrench",
            "when-do-conclusions-flip");

    /** Claims about the popular account, with the scenarios they are about. */
    public static final BuiltIn<ClaimStudy> CLAIMS = new BuiltIn<>(
            ClaimStudy.class,
            "claim study",
            "claims",
            "popular-account",
            "stopping-and-combining",
            "depression-networks");

    /** Statements of the popular account. */
    public static final BuiltIn<Ledger> LEDGERS = new BuiltIn<>(Ledger.class, "ledger", "claims", "claims");

    /** Studies: comparisons at many points, for {@code unstuck sweep}. */
    public static final BuiltIn<Study> STUDIES = new BuiltIn<>(
            Study.class,
            "study",
            "studies",
            "example",
            "factorial",
            "dose-matched",
            "responders",
            "maintenance",
            "therapy-timing",
            "mechanism-mismatch");

    private final Class<T> type;
    private final String noun;
    private final String folder;
    private final List<String> names;

    private BuiltIn(Class<T> type, String noun, String folder, String... names) {
        this.type = type;
        this.noun = noun;
        this.folder = folder;
        this.names = List.of(names);
    }

    /** The built-in parts of type {@code type}, or null if a scenario has no such parts. */
    static BuiltIn<?> of(Class<?> type) {
        for (BuiltIn<?> each : List.of(NETWORKS, CONDITIONS, DRUGS)) {
            if (each.type == type) {
                return each;
            }
        }
        return null;
    }

    /** What one of them is called. */
    String noun() {
        return noun;
    }

    /** All names; the first is the one to begin with. */
    public List<String> names() {
        return names;
    }

    /**
     * The one called {@code name}.
     *
     * @throws Invalid if there is none
     */
    public T named(String name) {
        Located document = document(name);
        if (type == Study.class) {
            return type.cast(StudyReader.of(document));
        }
        Binder binder = new Binder(new Shelves(null));
        if (type == ClaimStudy.class) {
            return type.cast(ScenarioReader.claims(document, binder));
        }
        return type.cast(
                type == Scenario.class ? ScenarioReader.scenario(document, binder) : binder.bind(document, type));
    }

    /**
     * The file of the one called {@code name}, to show or to copy.
     *
     * @throws Invalid if there is none
     */
    public String text(String name) {
        try (InputStream in = open(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document of the one called {@code name}. */
    Located document(String name) {
        try (InputStream in = open(name)) {
            return Document.read(name + ".json", in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputStream open(String name) {
        if (!names.contains(name)) {
            throw new Invalid("there is no " + noun + " \"" + name + "\".", Suggestion.among(names, name));
        }
        return BuiltIn.class.getResourceAsStream("/org/unstuck/" + folder + "/" + name + ".json");
    }
}
