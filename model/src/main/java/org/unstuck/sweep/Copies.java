package org.unstuck.sweep;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Suggestion;
import org.unstuck.network.Link;
import org.unstuck.pharma.Effect;

/** Copies of records in which one component differs, and the names of elements of lists. */
final class Copies {

    private static final ClassValue<RecordComponent[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
            RecordComponent[] all = type.getRecordComponents();
            for (RecordComponent each : all) {
                // Records of other packages may be private to their file.
                each.getAccessor().setAccessible(true);
            }
            return all;
        }
    };

    private Copies() {}

    static RecordComponent[] components(Class<?> type) {
        return COMPONENTS.get(type);
    }

    static Object read(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }

    /** {@code record} with {@code value} as {@code component}. */
    static <R extends Record> R with(R record, String component, Object value) {
        return with(record, (name, old) -> name.equals(component) ? value : old);
    }

    /** {@code record} with every component replaced by what {@code change} makes of its name and value, all at once. */
    @SuppressWarnings("unchecked")
    static <R extends Record> R with(R record, BiFunction<String, Object, Object> change) {
        RecordComponent[] components = components(record.getClass());
        Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = change.apply(components[i].getName(), read(record, components[i]));
            types[i] = components[i].getType();
        }
        try {
            return (R) record.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException problem) {
                throw problem;
            }
            throw new IllegalStateException("cannot make " + record.getClass(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + record.getClass(), e);
        }
    }

    /** The position of the element called {@code name}, or at position {@code name}. */
    static int index(List<?> list, String name, String at) {
        List<String> names = list.stream().map(Copies::name).toList();
        int index = names.indexOf(name);
        if (index < 0 && name.matches("[0-9]{1,6}")) {
            index = Integer.parseInt(name);
        }
        if (index < 0 || index >= list.size()) {
            throw new Invalid(
                    at,
                    "there is no \"" + at + "\" in this scenario.",
                    Suggestion.among(names.stream().filter(n -> !n.isEmpty()).toList(), name));
        }
        return index;
    }

    private static String name(Object element) {
        if (element instanceof Effect effect) {
            return Value.word(effect.on());
        }
        if (element instanceof Link link) {
            return link.from() + "->" + link.to();
        }
        return element instanceof Record record
                ? Arrays.stream(components(record.getClass()))
                        .filter(c -> c.getName().equals("name"))
                        .map(c -> (String) read(record, c))
                        .findFirst()
                        .orElse("")
                : "";
    }
}
