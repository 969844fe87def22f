package org.unstuck.scenario;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.unstuck.describe.Meaning;
import org.unstuck.describe.Parameter;
import org.unstuck.describe.Sourced;
import org.unstuck.describe.Word;
import org.unstuck.network.Change;
import org.unstuck.network.Condition;
import org.unstuck.network.Expression;
import org.unstuck.network.Link;
import org.unstuck.network.Local;
import org.unstuck.network.Network;
import org.unstuck.network.Region;
import org.unstuck.network.Sensitivity;
import org.unstuck.study.Scenario;

/**
 * Everything in a description as named numbers and words, in a fixed order. Networks and conditions are resolved: what is listed is
 * the network that a typical patient has, with every weight, drive, receptor density, local factor and cue gain.
 */
final class Contents {

    /** Of a record: not what it holds but how it is called and shown. */
    private static final Set<String> NOT_CONTENT = Set.of("name", "label", "description", "source", "x", "y");

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private Contents() {}

    /** The contents of a scenario, network, condition or drug; a condition is expressed in {@code base}. */
    static Map<String, Entry> of(Object described, Network base) {
        Contents contents = new Contents();
        if (described instanceof Network network) {
            contents.expression(network, Condition.of("healthy", "", "", Condition.Symptom.BOTH, List.of()));
        } else if (described instanceof Condition condition) {
            contents.condition(base, condition);
        } else if (described instanceof Scenario scenario) {
            contents.condition(scenario.network(), scenario.condition());
            contents.record("", scenario, Set.of("network", "condition"));
        } else {
            contents.record("", (Record) described, Set.of());
        }
        return contents.entries;
    }

    private void condition(Network network, Condition condition) {
        expression(network, condition);
        put("symptom", Entry.of(Text.word(condition.symptom())));
        if (condition.provokedBy() != null) {
            put("symptom provoked by", Entry.of(condition.provokedBy()));
        }
    }

    private void expression(Network healthy, Condition condition) {
        Expression person = condition.expressedIn(healthy, 1);
        List<Change> changes = condition.allChanges();
        for (int e = 0; e < healthy.links().size(); e++) {
            Link link = person.network().links().get(e);
            List<Change> made =
                    changes.stream().filter(c -> c.concerns(healthy, link)).toList();
            Entry own = new Entry(link.weight(), "1", link.source(), link.evidence(), link.status());
            put(
                    Text.word(link.kind()) + " weight " + link.from() + "->" + link.to(),
                    made.isEmpty() ? own : changed(link.weight(), made));
        }
        for (int i = 0; i < healthy.size(); i++) {
            region(person, i, changes);
        }
    }

    private void region(Expression person, int i, List<Change> changes) {
        Region region = person.network().regions().get(i);
        at("drive", region.drive(), region, changes, Change.Kind.DRIVE, null);
        for (Sensitivity receptor : Sensitivity.values()) {
            double density = switch (receptor) {
                case GABA_A -> region.gabaA();
                case NMDA -> region.nmda();
                case SEROTONIN -> 1;
            };
            String word = Change.word(receptor);
            double answer = density * person.sensitivity(receptor, i);
            at("answer to drugs at " + word, answer, region, changes, Change.Kind.RECEPTOR_FACTOR, word);
        }
        at("plasticity", region.plasticity(), region, changes, null, null);
        for (Local what : Local.values()) {
            String word = Change.word(what);
            at("factor of " + word, person.local(what, i), region, changes, Change.Kind.LOCAL_FACTOR, word);
        }
        for (String cue : person.cues()) {
            at("gain of cue " + cue, person.cueGain(cue, i), region, changes, Change.Kind.CUE_GAIN, cue);
        }
    }

    /** A number of a region, with the sources of the changes of this kind there, or else of the region. */
    private void at(String what, double value, Region region, List<Change> changes, Change.Kind kind, String of) {
        List<Change> made = changes.stream()
                .filter(c -> c.kind() == kind && c.concerns(region) && (of == null || of.equals(c.of())))
                .toList();
        put(
                what + " of " + region.name(),
                made.isEmpty() ? new Entry(value, "1", region.source(), null, null) : changed(value, made));
    }

    private static Entry changed(double value, List<Change> made) {
        String sources = made.stream()
                .map(c -> c.source() + " (" + Text.word(c.evidence()) + ", " + Text.word(c.status()) + ")")
                .collect(Collectors.joining("; and "));
        return new Entry(value, "1", sources, null, null);
    }

    private void record(String path, Record record, Set<String> without) {
        record(path, record, without, true);
    }

    private void record(String path, Record record, Set<String> without, boolean oneOfSeveral) {
        Word word = record.getClass().getAnnotation(Word.class);
        if (word != null && oneOfSeveral) {
            put(path + "type", Entry.of(word.value()));
        }
        for (RecordComponent component : Binder.components(record.getClass())) {
            if (!NOT_CONTENT.contains(component.getName()) && !without.contains(component.getName())) {
                value(path + component.getName(), ScenarioWriter.read(record, component), component);
            }
        }
    }

    private void value(String path, Object value, RecordComponent component) {
        if (value == null) {
            return;
        }
        Parameter parameter = component.getAnnotation(Parameter.class);
        Meaning meaning = component.getAnnotation(Meaning.class);
        Text text = Text.of(ScenarioWriter.kind(value));
        if (value instanceof Sourced n) {
            put(path, new Entry(n.value(), n.unit(), n.source(), n.evidence(), n.status()));
        } else if (parameter != null) {
            String of = parameter.value() == ((Number) value).doubleValue() ? parameter.source() : "";
            put(path, new Entry(value, parameter.unit(), of, parameter.evidence(), parameter.status()));
        } else if (text != null) {
            put(path, Entry.of(text.write().apply(value)));
        } else if (value instanceof Number number) {
            String unit = meaning == null || meaning.unit().isEmpty() ? "1" : meaning.unit();
            put(path, Entry.of(number.doubleValue(), unit));
        } else if (value instanceof Collection<?> list) {
            elements(path, list, component);
        } else if (value instanceof Record inner) {
            record(path + "/", inner, Set.of(), !component.getType().isRecord());
        } else {
            put(path, Entry.of(value.toString()));
        }
    }

    private void elements(String path, Collection<?> list, RecordComponent component) {
        int number = 0;
        for (Object each : list) {
            String at = path + "/" + called(each, number++);
            if (each instanceof Record inner && Text.of(each.getClass()) == null) {
                record(at + "/", inner, Set.of());
            } else {
                value(at, each, component);
            }
        }
    }

    /** An element is known by its name or by what it acts on, else by its place. */
    private static String called(Object element, int number) {
        if (element instanceof Record record) {
            for (RecordComponent component : Binder.components(record.getClass())) {
                if (component.getName().equals("name") || component.getName().equals("on")) {
                    Object name = ScenarioWriter.read(record, component);
                    return name instanceof Enum<?> constant ? Text.word(constant) : name.toString();
                }
            }
        }
        return Integer.toString(number);
    }

    private void put(String what, Entry entry) {
        entries.put(what, entry);
    }
}
