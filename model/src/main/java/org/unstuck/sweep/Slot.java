package org.unstuck.sweep;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Limits;
import org.unstuck.describe.Meaning;
import org.unstuck.describe.Parameter;
import org.unstuck.describe.Sourced;
import org.unstuck.describe.Suggestion;

/**
 * What a step of a path leads to.
 *
 * @param value what is there; may be null
 * @param generic its declared type; that of the elements inside a list
 * @param component the record component; null for an element of a list
 */
record Slot(Object value, Type generic, RecordComponent component) {

    /** The class of its declared type. */
    Class<?> type() {
        return (Class<?>) (generic instanceof ParameterizedType list ? list.getRawType() : generic);
    }

    /** The slot called {@code name} inside this one. */
    Slot inside(String name, String at) {
        if (value instanceof List<?> list) {
            Object element = list.get(Copies.index(list, name, at));
            return new Slot(element, ((ParameterizedType) generic).getActualTypeArguments()[0], null);
        }
        RecordComponent[] components =
                value instanceof Record record ? Copies.components(record.getClass()) : new RecordComponent[0];
        for (RecordComponent each : components) {
            if (each.getName().equals(name)) {
                return new Slot(Copies.read((Record) value, each), each.getGenericType(), each);
            }
        }
        List<String> known =
                Arrays.stream(components).map(RecordComponent::getName).toList();
        throw new Invalid(at, "there is no \"" + at + "\" in a scenario.", Suggestion.among(known, name));
    }

    /** The range that is declared there, or null. */
    Range range() {
        if (value instanceof Sourced number) {
            return new Range(number.low(), number.high(), number.unit());
        }
        Parameter parameter = component == null ? null : component.getAnnotation(Parameter.class);
        if (parameter != null) {
            return new Range(parameter.low(), parameter.high(), parameter.unit());
        }
        Limits limits = component == null || type() != double.class ? null : component.getAnnotation(Limits.class);
        if (limits != null && Double.isFinite(limits.low()) && Double.isFinite(limits.high())) {
            Meaning meaning = component.getAnnotation(Meaning.class);
            return new Range(limits.low(), limits.high(), meaning == null ? "" : meaning.unit());
        }
        return null;
    }
}
