package org.unstuck.notebook;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.unstuck.describe.Evidence;
import org.unstuck.describe.Parameters;
import org.unstuck.describe.Status;
import org.unstuck.describe.Suggestion;
import org.unstuck.network.Change;
import org.unstuck.network.Condition;
import org.unstuck.network.Local;
import org.unstuck.simulate.ModelParameters;
import org.unstuck.study.Scenario;

/**
 * What {@code with(name, value)} may name: a declared number of the model by its name ("wEE"), with its group ("wilsonCowan.wEE"), or by its
 * symbol ("w_EE"); a gain of every region ("gabaGain"); "severity" of the condition.
 */
final class Names {

    /** Gains that drugs and conditions act on, and what a condition calls them. */
    static final Map<String, Local> GAINS = gains();

    private static final String SEVERITY = "severity";

    private Names() {}

    private static Map<String, Local> gains() {
        Map<String, Local> gains = new LinkedHashMap<>();
        gains.put("gabaGain", Local.INHIBITION);
        gains.put("nmdaGainE", Local.RECURRENT_EXCITATION);
        gains.put("nmdaGainI", Local.INTERNEURON_EXCITATION);
        gains.put("adaptationGain", Local.ADAPTATION);
        gains.put("noiseGain", Local.NOISE);
        return gains;
    }

    /** A declared number. */
    record Place(String group, Record record, Parameters.Declaration declaration) {
        String full() {
            return group + "." + declaration.name();
        }
    }

    /** Every declared number of the model. */
    static List<Place> all(ModelParameters parameters) {
        List<Place> all = new ArrayList<>();
        for (RecordComponent c : ModelParameters.class.getRecordComponents()) {
            Object group = read(parameters, c);
            if (group instanceof Record record) {
                for (Parameters.Declaration d : Parameters.of(record.getClass())) {
                    all.add(new Place(c.getName(), record, d));
                }
            }
        }
        return all;
    }

    private static Object read(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }

    /** The one number called {@code name}. */
    static Place find(ModelParameters parameters, String name) {
        List<Place> all = all(parameters);
        List<Place> named = all.stream().filter(p -> p.full().equals(name)).toList();
        if (named.isEmpty()) {
            named = all.stream()
                    .filter(p -> p.declaration().name().equals(name))
                    .toList();
        }
        if (named.isEmpty()) {
            named = all.stream()
                    .filter(p -> p.declaration().declared().symbol().equals(name))
                    .toList();
        }
        if (named.size() > 1) {
            throw new Wrong("\"" + name + "\" is a number of "
                    + String.join(" and ", named.stream().map(Place::group).toList()) + ". Maybe \""
                    + named.get(0).full() + "\".");
        }
        if (named.isEmpty()) {
            List<String> known = new ArrayList<>(GAINS.keySet());
            known.add(SEVERITY);
            all.forEach(p -> known.add(p.declaration().name()));
            all.forEach(p -> known.add(p.full()));
            String maybe = Suggestion.among(known, name);
            throw new Wrong("There is no number \"" + name + "\". "
                    + (maybe.startsWith("Maybe one of") ? "Maybe look it up: Unstuck.parameters()." : maybe));
        }
        return named.get(0);
    }

    /** The scenario in which {@code name} is {@code value}, in region {@code region} or in all of them. */
    static Scenario with(Scenario s, String name, String region, double value) {
        if (GAINS.containsKey(name)) {
            return Scenarios.with(s, gain(s.condition(), GAINS.get(name), region, value));
        }
        if (!region.equals(Change.ALL)) {
            throw new Wrong("\"" + name + "\" is no gain of single regions. Maybe one of: "
                    + String.join(", ", GAINS.keySet()) + ".");
        }
        if (name.equals(SEVERITY)) {
            return Scenarios.with(s, severity(s.condition(), value));
        }
        Place place = find(s.parameters(), name);
        return Scenarios.with(
                s,
                s.parameters()
                        .with(Parameters.with(
                                place.record(), place.declaration().name(), value)));
    }

    private static Condition gain(Condition c, Local gain, String region, double value) {
        List<Change> changes = new ArrayList<>(c.changes());
        changes.removeIf(x -> x.kind() == Change.Kind.LOCAL_FACTOR
                && x.target().equals(region)
                && Change.word(gain).equals(x.of())
                && x.source().equals(TRIED));
        changes.add(new Change(
                Change.Kind.LOCAL_FACTOR, region, Change.word(gain), value, TRIED, Evidence.LOW, Status.ASSUMED));
        return copy(c, c.severity(), changes);
    }

    private static final String TRIED = "assumed: tried in a notebook";

    private static Condition severity(Condition c, double value) {
        return copy(c, value, c.changes());
    }

    private static Condition copy(Condition c, double severity, List<Change> changes) {
        return new Condition(
                c.name(),
                c.label(),
                c.description(),
                c.symptom(),
                c.provokedBy(),
                severity,
                c.stuck(),
                c.includes(),
                changes,
                c.rivals(),
                c.represents());
    }
}
