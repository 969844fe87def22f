package org.unstuck.describe;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads the {@link Parameter} declarations of a record. A record whose components are all declared has
 * {@linkplain #defaults defaults}, {@linkplain #with copies} and a {@linkplain #check check} for nothing.
 */
public final class Parameters {

    private Parameters() {}

    /**
     * One declared parameter.
     *
     * @param name the name of the record component, which is also the key in scenario files
     * @param declared the declaration
     */
    public record Declaration(String name, Parameter declared) {}

    /** Reading annotations takes longer than most of what is done with them. */
    private static final ClassValue<List<Declaration>> KNOWN = new ClassValue<>() {
        @Override
        protected List<Declaration> computeValue(Class<?> type) {
            return read(type);
        }
    };

    /** The declared parameters of a record type, in the order of its components. */
    public static List<Declaration> of(Class<? extends Record> type) {
        return KNOWN.get(type);
    }

    private static List<Declaration> read(Class<?> type) {
        List<Declaration> all = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Parameter declared = component.getAnnotation(Parameter.class);
            if (declared != null) {
                all.add(new Declaration(component.getName(), declared));
            }
        }
        return List.copyOf(all);
    }

    /** The record with every parameter at its default. All components must be declared. */
    public static <R extends Record> R defaults(Class<R> type) {
        return make(
                type,
                Arrays.stream(type.getRecordComponents())
                        .map(c -> (Object) c.getAnnotation(Parameter.class).value())
                        .toArray());
    }

    /** The value of parameter {@code name}. */
    public static double value(Record record, String name) {
        return (double) read(record, component(record.getClass(), name));
    }

    /**
     * A copy of {@code record} in which parameter {@code name} is {@code value}.
     *
     * @throws Invalid if there is no such parameter, or the value breaks its rule
     */
    @SuppressWarnings("unchecked")
    public static <R extends Record> R with(R record, String name, double value) {
        component(record.getClass(), name);
        Object[] values = Arrays.stream(record.getClass().getRecordComponents())
                .map(c -> c.getName().equals(name) ? (Object) value : read(record, c))
                .toArray();
        return (R) make(record.getClass(), values);
    }

    /**
     * Checks every declared parameter of a record, for use in its constructor.
     *
     * @param type the record type
     * @param values the components in order
     * @throws Invalid if a value is not finite or breaks its rule
     */
    public static void check(Class<? extends Record> type, double... values) {
        List<Declaration> all = of(type);
        for (int i = 0; i < values.length; i++) {
            Parameter p = all.get(i).declared();
            if (!Double.isFinite(values[i]) || !p.rule().allows(values[i])) {
                throw new Invalid(
                        all.get(i).name(),
                        all.get(i).name() + " (" + p.meaning() + ") is " + values[i] + unit(p) + ", it must be "
                                + p.rule().words() + ".",
                        "Maybe a value from " + p.low() + " to " + p.high() + unit(p) + "; the default is " + p.value()
                                + ".");
            }
        }
    }

    private static String unit(Parameter p) {
        return p.unit().equals("1") ? "" : " " + p.unit();
    }

    private static RecordComponent component(Class<?> type, String name) {
        for (RecordComponent c : type.getRecordComponents()) {
            if (c.getName().equals(name)
                    && KNOWN.get(type).stream().anyMatch(p -> p.name().equals(name))) {
                return c;
            }
        }
        List<String> known = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        throw new Invalid(
                name, type.getSimpleName() + " has no parameter \"" + name + "\".", Suggestion.among(known, name));
    }

    private static Object read(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }

    private static <R> R make(Class<R> type, Object[] values) {
        try {
            Class<?>[] types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException problem) {
                throw problem;
            }
            throw new IllegalStateException("cannot make " + type, e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + type, e);
        }
    }
}
