package org.unstuck.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Suggestion;
import org.unstuck.protocol.Arm;
import org.unstuck.protocol.Event;
import org.unstuck.scenario.Located.Kind;
import org.unstuck.study.Scenario;
import org.unstuck.sweep.Axis;
import org.unstuck.sweep.Design;
import org.unstuck.sweep.Match;
import org.unstuck.sweep.Reported;
import org.unstuck.sweep.Space;
import org.unstuck.sweep.Study;

/**
 * Reads study files. A study begins with a scenario (a preset, a file or an object); any key of a scenario besides it replaces
 * that part of the scenario. Nothing is run, written or loaded because a file says so.
 */
public final class StudyReader {

    static final String SCENARIO = "scenario";
    static final String FACTORIAL = "factorial";
    static final String SEEDS = "seeds";
    static final String AXES = "axes";
    static final String DESIGN = "design";
    static final String OUTCOMES = "outcomes";
    static final String MATCH = "match";

    private static final String NAME = "name";
    private static final String DESCRIPTION = "description";
    private static final String ARMS = "arms";
    /** Keys of a scenario that mean something else in a study. */
    private static final List<String> OWN_MEANING = List.of(Binder.VERSION, NAME, DESCRIPTION, "seed");

    private static final int MOST_FACTORS = 6;
    private static final int LONGEST_NAME = 120;

    private final Located document;
    private final Binder binder;
    private final Shelves shelves;

    private StudyReader(Located document, Shelves shelves) {
        this.document = document;
        this.shelves = shelves;
        this.binder = new Binder(shelves);
    }

    /**
     * The study in {@code file}; paths in it begin at its folder.
     *
     * @throws BadScenario if it cannot be read or is not a study
     */
    public static Study read(Path file) {
        Shelves shelves = new Shelves(file.toAbsolutePath().getParent());
        return new StudyReader(Document.read(file.toString(), file), shelves).study();
    }

    /**
     * The study in {@code text}; parts in files of their own are refused.
     *
     * @param name how messages call the text
     * @throws BadScenario if it is not a study
     */
    public static Study parse(String name, String text) {
        return of(Document.parse(name, text));
    }

    /**
     * Whether a file is meant as a study: it begins with a scenario, and is no session of the explorer.
     *
     * @throws BadScenario if it cannot be read or is no JSON
     */
    public static boolean isStudy(Path file) {
        Located document = Document.read(file.toString(), file);
        return document.at(SCENARIO) != null && document.at("runs") == null;
    }

    static Study of(Located document) {
        return new StudyReader(document, new Shelves(null)).study();
    }

    private Study study() {
        if (document.kind() != Kind.OBJECT) {
            throw document.wrong(document.shown() + ", it must be an object.", "");
        }
        Located version = need(Binder.VERSION, "version of the form of this file, 1");
        ScenarioFile.checkVersion(version);
        checkKeys();
        String name = name();
        Scenario base = base();
        List<Axis> axes = axes(base);
        base = withDrugsOf(axes, base);
        Design design = document.at(DESIGN) == null
                ? new Design.Grid(1)
                : (Design) binder.value(document.at(DESIGN), Design.Drawn.class);
        try {
            return new Study(
                    name, text(DESCRIPTION), new Space(base, axes, design), seeds(base), outcomes(), matches());
        } catch (Invalid e) {
            throw document.wrong(e);
        }
    }

    private void checkKeys() {
        Set<String> known = StudySchema.keys();
        List<BadScenario> bad = new ArrayList<>();
        for (Map.Entry<String, Located> field : document.fields().entrySet()) {
            if (!known.contains(field.getKey()) && bad.size() < BadScenario.MOST) {
                String maybe = field.getKey().equals("seed")
                        ? "Maybe \"seeds\": [1]."
                        : Suggestion.among(known, field.getKey());
                bad.add(field.getValue().wrong("there is no key " + Quote.key(field.getKey()) + " here.", maybe));
            }
        }
        if (!bad.isEmpty()) {
            throw new BadScenario(
                    bad.stream().flatMap(e -> e.mistakes().stream()).toList());
        }
    }

    private Located need(String key, String meaning) {
        Located value = document.at(key);
        if (value == null) {
            throw document.wrong("the key \"" + key + "\" is missing.", "Maybe add it: " + meaning + ".");
        }
        return value;
    }

    private String text(String key) {
        Located value = document.at(key);
        return value == null ? "" : (String) binder.value(value, String.class);
    }

    private String name() {
        Located given = need(NAME, "title of the study");
        String name = (String) binder.value(given, String.class);
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw given.wrong("the name must have 1 to " + LONGEST_NAME + " characters.", "");
        }
        return name;
    }

    // The scenario

    private Scenario base() {
        Located scenario = shelves.scenario(need(SCENARIO, "the name of a preset, a path or an object"));
        Located merged = Located.root(scenario.file(), Kind.OBJECT, 1, 1, null);
        for (Map.Entry<String, Located> field : scenario.fields().entrySet()) {
            boolean replaced = document.fields().containsKey(field.getKey()) && !OWN_MEANING.contains(field.getKey());
            merged.put(replaced ? document.fields().get(field.getKey()) : field.getValue());
        }
        for (Map.Entry<String, Located> field : document.fields().entrySet()) {
            if (StudySchema.scenarioKeys().contains(field.getKey()) && !OWN_MEANING.contains(field.getKey())) {
                merged.put(field.getValue());
            }
        }
        // A scenario inside a study need not repeat these.
        merged.put(document.at(Binder.VERSION));
        merged.put(document.at(NAME));
        ScenarioFile file = binder.bind(merged, ScenarioFile.class);
        List<Arm> crossed = factorial();
        if (!crossed.isEmpty()) {
            List<Arm> arms = new ArrayList<>(crossed);
            arms.addAll(document.at(ARMS) == null ? List.of() : file.arms());
            file = file.with(arms);
        }
        try {
            return file.resolve(merged.at("scans/at") != null);
        } catch (Invalid e) {
            throw merged.wrong(e);
        }
    }

    /** Every combination of the factors; the arm without any is called "untreated". */
    private List<Arm> factorial() {
        Located factors = document.at(FACTORIAL);
        if (factors == null) {
            return List.of();
        }
        if (factors.kind() != Kind.LIST
                || factors.elements().isEmpty()
                || factors.elements().size() > MOST_FACTORS) {
            throw factors.wrong(factors.shown() + ", it must be a list of 1 to " + MOST_FACTORS + " factors.", "");
        }
        List<Arm> single = new ArrayList<>();
        factors.elements().forEach(each -> single.add(binder.bind(each, Arm.class)));
        List<Arm> arms = new ArrayList<>();
        for (int set = 0; set < 1 << single.size(); set++) {
            List<String> names = new ArrayList<>();
            List<Event> events = new ArrayList<>();
            for (int f = 0; f < single.size(); f++) {
                if ((set >> f & 1) == 1) {
                    names.add(single.get(f).name());
                    events.addAll(single.get(f).events());
                }
            }
            try {
                arms.add(new Arm(set == 0 ? "untreated" : String.join(" + ", names), events));
            } catch (Invalid e) {
                throw factors.wrong(e);
            }
        }
        return arms;
    }

    // The axes

    private List<Axis> axes(Scenario base) {
        Located given = document.at(AXES);
        if (given == null) {
            return List.of();
        }
        if (given.kind() != Kind.LIST) {
            throw given.wrong(given.shown() + ", it must be a list of axes.", "");
        }
        List<Axis> axes = new ArrayList<>();
        for (Located each : given.elements()) {
            axes.add(new AxisReader(each, binder).axis(base));
        }
        return axes;
    }

    /** The scenario with every drug that a value of an axis brings in. */
    private Scenario withDrugsOf(List<Axis> axes, Scenario base) {
        Set<String> names = new LinkedHashSet<>();
        for (Axis axis : axes) {
            AxisReader.drugs(axis, names);
        }
        Scenario extended = base;
        Located given = document.at("drugs");
        for (String name : names) {
            boolean there = extended.drugs().stream().anyMatch(d -> d.name().equals(name));
            if (!there && given == null && BuiltIn.DRUGS.names().contains(name)) {
                extended = extended.withDrug(BuiltIn.DRUGS.named(name));
            } else if (!there && given != null) {
                extended = withGiven(extended, given, name);
            }
        }
        return extended;
    }

    private Scenario withGiven(Scenario scenario, Located given, String name) {
        for (Located each : given.elements()) {
            org.unstuck.pharma.Drug drug = binder.bind(each, org.unstuck.pharma.Drug.class);
            if (drug.name().equals(name)) {
                return scenario.withDrug(drug);
            }
        }
        return BuiltIn.DRUGS.names().contains(name) ? scenario.withDrug(BuiltIn.DRUGS.named(name)) : scenario;
    }

    // What is kept

    private List<Long> seeds(Scenario base) {
        Located given = document.at(SEEDS);
        if (given == null) {
            return List.of(base.seed());
        }
        if (given.kind() != Kind.LIST) {
            throw given.wrong(given.shown() + ", it must be a list of whole numbers.", "Maybe [1].");
        }
        return given.elements().stream()
                .map(e -> (Long) Numeral.of(e, long.class))
                .toList();
    }

    private List<Reported> outcomes() {
        Located given = document.at(OUTCOMES);
        if (given == null) {
            return Reported.names().stream().map(Reported::new).toList();
        }
        if (given.kind() != Kind.LIST) {
            throw given.wrong(given.shown() + ", it must be a list of outcomes.", "Maybe [\"cued-shift\"].");
        }
        List<Reported> outcomes = new ArrayList<>();
        for (Located each : given.elements()) {
            try {
                outcomes.add(new Reported((String) binder.value(each, String.class)));
            } catch (Invalid e) {
                throw each.wrong(e);
            }
        }
        return outcomes;
    }

    private List<Match> matches() {
        Located given = document.at(MATCH);
        if (given == null) {
            return List.of();
        }
        if (given.kind() != Kind.LIST) {
            throw given.wrong(given.shown() + ", it must be a list of matches.", "");
        }
        return given.elements().stream().map(e -> binder.bind(e, Match.class)).toList();
    }
}
