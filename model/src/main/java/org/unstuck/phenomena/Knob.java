package org.unstuck.phenomena;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Parameter;
import org.unstuck.describe.Parameters;
import org.unstuck.describe.Sourced;
import org.unstuck.describe.Suggestion;
import org.unstuck.pharma.Drug;
import org.unstuck.pharma.Effect;
import org.unstuck.simulate.ModelParameters;

/**
 * One number of the model that may be tuned, within the range that its declaration gives.
 *
 * @param name {@code "tolerance.adaptation"}: part of the model parameters, parameter; or {@code
 *     "drug/alprazolam/gaba-a/maximum"}: drug, receptor, and ec50, hill or maximum
 * @param low lower end of the declared range
 * @param high upper end
 */
public record Knob(String name, double low, double high) {

    private static final String DRUG = "drug/";

    public Knob {
        if (!(low < high)) {
            throw new Invalid(
                    name, "the declared range of " + name + " is " + low + " to " + high + ", it cannot be tuned.", "");
        }
    }

    /**
     * The knob called {@code name}, with its declared range.
     *
     * @throws Invalid if there is no such number, or its range is a point
     */
    public static Knob named(String name) {
        if (name.startsWith(DRUG)) {
            Sourced number = number(effect(Setting.standard().drug(name.split("/")[1]), name), name);
            return new Knob(name, number.low(), number.high());
        }
        Record part = part(ModelParameters.standard(), name);
        Parameter declared = Parameters.of(part.getClass()).stream()
                .filter(d -> d.name().equals(last(name)))
                .map(Parameters.Declaration::declared)
                .findFirst()
                .orElseThrow(() -> new Invalid(
                        name,
                        "there is no parameter \"" + name + "\".",
                        Suggestion.among(
                                Parameters.of(part.getClass()).stream()
                                        .map(Parameters.Declaration::name)
                                        .toList(),
                                last(name))));
        return new Knob(name, declared.low(), declared.high());
    }

    /** Its value in {@code setting}. */
    public double value(Setting setting) {
        if (name.startsWith(DRUG)) {
            return number(effect(setting.drug(name.split("/")[1]), name), name).value();
        }
        return Parameters.value(part(setting.parameters(), name), last(name));
    }

    /** {@code setting} with this number at {@code value}. */
    public Setting in(Setting setting, double value) {
        if (!name.startsWith(DRUG)) {
            Record part = Parameters.with(part(setting.parameters(), name), last(name), value);
            return setting.with(replaced(setting.parameters(), name.substring(0, name.indexOf('.')), part));
        }
        Drug drug = setting.drug(name.split("/")[1]);
        Effect old = effect(drug, name);
        Sourced number = number(old, name);
        Sourced moved = new Sourced(
                value, number.unit(), number.low(), number.high(), number.source(), number.evidence(), number.status());
        Effect changed = replaced(old, last(name), moved);
        List<Effect> effects = new ArrayList<>(drug.effects());
        effects.set(effects.indexOf(old), changed);
        return setting.with(replaced(drug, "effects", effects));
    }

    private static String last(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('.')) + 1);
    }

    private static Effect effect(Drug drug, String name) {
        String receptor = name.split("/")[2];
        return drug.effects().stream()
                .filter(e -> e.on().name().replace('_', '-').equalsIgnoreCase(receptor))
                .findFirst()
                .orElseThrow(() -> new Invalid(name, drug.name() + " has no effect on \"" + receptor + "\".", ""));
    }

    private static Sourced number(Effect effect, String name) {
        return switch (last(name)) {
            case "ec50" -> effect.ec50();
            case "hill" -> effect.hill();
            case "maximum" -> effect.maximum();
            default -> throw new Invalid(name, "\"" + last(name) + "\" is not ec50, hill or maximum.", "");
        };
    }

    private static Record part(ModelParameters parameters, String name) {
        int dot = name.indexOf('.');
        String wanted = dot < 0 ? name : name.substring(0, dot);
        for (RecordComponent c : ModelParameters.class.getRecordComponents()) {
            if (c.getName().equals(wanted) && read(parameters, c) instanceof Record part) {
                return part;
            }
        }
        throw new Invalid(
                name,
                "there is no group of parameters \"" + wanted + "\".",
                Suggestion.among(
                        Arrays.stream(ModelParameters.class.getRecordComponents())
                                .map(RecordComponent::getName)
                                .toList(),
                        wanted));
    }

    private static Object read(Record record, RecordComponent c) {
        try {
            return c.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + c, e);
        }
    }

    /** A copy of {@code record} in which {@code component} is {@code value}. */
    @SuppressWarnings("unchecked")
    private static <R extends Record> R replaced(R record, String component, Object value) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = components[i].getName().equals(component) ? value : read(record, components[i]);
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
}
