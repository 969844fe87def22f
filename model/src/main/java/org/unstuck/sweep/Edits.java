package org.unstuck.sweep;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Sourced;
import org.unstuck.network.Condition;
import org.unstuck.network.Stuck;
import org.unstuck.study.Scenario;

/**
 * Several places of a scenario set at once: every record on the way is made anew once, so that a rule that joins two of the values
 * (a begin before an end) meets both new ones. What holds another place is set before it; the meaning of "stuck" after the
 * condition.
 */
final class Edits {

    private static final String CONDITION = "condition";

    /** What is to be put here; absent if only something inside changes. */
    private boolean set;

    private Object value;
    /** The meaning of "stuck", on the root alone. */
    private Object stuck;

    private String path = "";
    private final Map<String, Edits> inside = new LinkedHashMap<>();

    /** Adds that {@code value} shall stand at {@code place}. */
    Edits add(Place place, Object newValue) {
        if (place.isStuck()) {
            stuck = Value.of(newValue, Stuck.class, place.path());
            return this;
        }
        Edits here = this;
        for (String step : place.steps()) {
            String at = here.path.isEmpty() ? step : here.path + "/" + step;
            here = here.inside.computeIfAbsent(step, k -> new Edits());
            here.path = at;
        }
        here.set = true;
        here.value = newValue;
        return this;
    }

    /**
     * The scenario with everything in its place.
     *
     * @throws Invalid if a place is missing, a value is not of its type, or a rule is broken
     */
    Scenario in(Scenario scenario) {
        if (stuck != null) {
            inside.computeIfAbsent(CONDITION, k -> new Edits()).stuck = stuck;
            inside.get(CONDITION).path = CONDITION;
        }
        return (Scenario) changed(scenario, Scenario.class);
    }

    private Object changed(Object old, Type type) {
        Object here = set ? put(old, type) : old;
        if (stuck != null && here instanceof Condition condition) {
            here = condition.as((Stuck) stuck);
        }
        if (inside.isEmpty()) {
            return here;
        }
        if (here instanceof List<?> list) {
            return list(list, ((ParameterizedType) type).getActualTypeArguments()[0]);
        }
        Slot holder = new Slot(here, type, null);
        Map<String, Object> values = new LinkedHashMap<>();
        inside.forEach((name, edit) -> {
            Slot slot = holder.inside(name, edit.path);
            values.put(name, edit.changed(slot.value(), slot.generic()));
        });
        try {
            return Copies.with((Record) here, (name, value) -> values.containsKey(name) ? values.get(name) : value);
        } catch (Invalid e) {
            String first = inside.values().iterator().next().deepest();
            throw new Invalid(first, "at " + first + ": " + e.problem(), e.maybe());
        }
    }

    private List<Object> list(List<?> list, Type element) {
        List<Object> changed = new ArrayList<>(list);
        // Names are those before any change.
        inside.forEach((name, edit) -> {
            int index = Copies.index(list, name, edit.path);
            changed.set(index, edit.changed(changed.get(index), element));
        });
        return changed;
    }

    private Object put(Object old, Type type) {
        if (old instanceof Sourced number && value instanceof Number x) {
            return Value.moved(number, x.doubleValue());
        }
        return Value.of(value, (Class<?>) (type instanceof ParameterizedType p ? p.getRawType() : type), path);
    }

    /** The path of the first value that is set here or inside. */
    private String deepest() {
        return set || inside.isEmpty()
                ? path
                : inside.values().iterator().next().deepest();
    }
}
