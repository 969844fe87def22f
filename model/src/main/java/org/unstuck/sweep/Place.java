package org.unstuck.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Suggestion;
import org.unstuck.network.Stuck;
import org.unstuck.study.Scenario;

/**
 * A place in a scenario, written as the path that it has in a scenario file: {@code parameters/tolerance/adaptation}, {@code
 * drugs/alprazolam/effects/gaba-a/maximum}, {@code condition/severity}, {@code arms/ketamine/events/0/dose}. Elements of a list
 * are found by their name or their position. {@code stuck} is the meaning of "stuck", which a scenario holds in its condition.
 *
 * @param path names and positions joined by '/'
 */
public record Place(String path) {

    private static final String STUCK = "stuck";
    private static final String CONDITION = "condition";

    public Place {
        if (path.isBlank() || Arrays.stream(path.split("/", -1)).anyMatch(String::isBlank)) {
            throw new Invalid(
                    "path",
                    "\"" + path + "\" is not a path in a scenario.",
                    "Maybe \"parameters/tolerance/adaptation\".");
        }
    }

    /** The place with this path. */
    public static Place of(String path) {
        return new Place(path);
    }

    /**
     * What is there in {@code scenario}; null if nothing is.
     *
     * @throws Invalid if there is no such place
     */
    public Object in(Scenario scenario) {
        if (path.equals(STUCK)) {
            return scenario.condition().stuck();
        }
        return slot(scenario).value();
    }

    /**
     * The scenario with {@code value} at this place.
     *
     * @param value a {@link Number} where a number is (a sourced one keeps its source), the text or the value where a time, a
     *     dose or a word is, else a description of the type that is there
     * @throws Invalid if there is no such place, the value is not of its type, or the scenario would break a rule
     */
    public Scenario set(Scenario scenario, Object value) {
        if (path.equals(STUCK)) {
            Object meaning = Value.of(value, Stuck.class, path);
            return Copies.with(scenario, CONDITION, scenario.condition().as((Stuck) meaning));
        }
        return (Scenario) set(scenario, 0, value);
    }

    /** The range declared there, or null: that of a parameter or of a sourced number. */
    public Range declared(Scenario scenario) {
        return path.equals(STUCK) ? null : slot(scenario).range();
    }

    /** The type of what is there. */
    public Class<?> type(Scenario scenario) {
        return path.equals(STUCK) ? Stuck.class : slot(scenario).type();
    }

    /** Whether {@code other} is this place or inside it. */
    public boolean holds(Place other) {
        return other.path.equals(path)
                || other.path.startsWith(path + "/")
                || path.equals(STUCK) && other.path.startsWith(CONDITION + "/");
    }

    /** In which order places are set: what holds another one first. */
    int order() {
        return path.equals(STUCK) ? 1 : path.equals(CONDITION) ? 0 : steps().size() + 1;
    }

    private List<String> steps() {
        return Arrays.asList(path.split("/"));
    }

    private Slot slot(Scenario scenario) {
        Slot slot = new Slot(scenario, Scenario.class, null);
        for (int i = 0; i < steps().size(); i++) {
            slot = slot.inside(steps().get(i), at(i));
        }
        return slot;
    }

    private Object set(Object holder, int step, Object value) {
        String name = steps().get(step);
        if (holder instanceof List<?> list) {
            List<Object> changed = new ArrayList<>(list);
            int index = Copies.index(list, name, at(step));
            changed.set(index, changed(list.get(index), list.get(index).getClass(), step, value));
            return changed;
        }
        if (!(holder instanceof Record record)) {
            throw none(step, List.of());
        }
        Slot slot = new Slot(record, record.getClass(), null).inside(name, at(step));
        Object changed = changed(slot.value(), slot.type(), step, value);
        try {
            return Copies.with(record, name, changed);
        } catch (Invalid e) {
            throw new Invalid(path, e.problem(), e.maybe());
        }
    }

    private Object changed(Object old, Class<?> type, int step, Object value) {
        if (step + 1 < steps().size()) {
            return set(old, step + 1, value);
        }
        return old instanceof org.unstuck.describe.Sourced number && value instanceof Number x
                ? Value.moved(number, x.doubleValue())
                : Value.of(value, type, path);
    }

    private String at(int step) {
        return String.join("/", steps().subList(0, step + 1));
    }

    private Invalid none(int step, List<String> known) {
        return new Invalid(
                path,
                "there is no \"" + at(step) + "\" in a scenario.",
                Suggestion.among(known, steps().get(step)));
    }

    /** Types that hold nothing a path could lead to. */
    static boolean isLeaf(Class<?> type) {
        return !type.isRecord() && !List.class.isAssignableFrom(type) && !Set.class.isAssignableFrom(type);
    }
}
