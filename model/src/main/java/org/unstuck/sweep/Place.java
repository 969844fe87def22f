package org.unstuck.sweep;

import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import org.unstuck.describe.Invalid;
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
        return new Edits().add(this, value).in(scenario);
    }

    /** The range declared there, or null: that of a parameter or of a sourced number. */
    public Range declared(Scenario scenario) {
        return path.equals(STUCK) ? null : slot(scenario).range();
    }

    /** The declared type of what is there; a list knows its elements. */
    public Type type(Scenario scenario) {
        return path.equals(STUCK) ? Stuck.class : slot(scenario).generic();
    }

    /** Whether {@code other} is this place or inside it. */
    public boolean holds(Place other) {
        return other.path.equals(path)
                || other.path.startsWith(path + "/")
                || path.equals(STUCK) && other.path.startsWith(CONDITION + "/");
    }

    boolean isStuck() {
        return path.equals(STUCK);
    }

    List<String> steps() {
        return Arrays.asList(path.split("/"));
    }

    private Slot slot(Scenario scenario) {
        Slot slot = new Slot(scenario, Scenario.class, null);
        for (int i = 0; i < steps().size(); i++) {
            slot = slot.inside(steps().get(i), at(i));
        }
        return slot;
    }

    private String at(int step) {
        return String.join("/", steps().subList(0, step + 1));
    }
}
