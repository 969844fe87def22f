package org.unstuck.scenario;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.unstuck.describe.Default;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Limits;
import org.unstuck.describe.Meaning;
import org.unstuck.describe.Optional;
import org.unstuck.describe.Parameter;
import org.unstuck.describe.Sourced;
import org.unstuck.describe.Suggestion;
import org.unstuck.describe.Word;
import org.unstuck.scenario.Located.Kind;

/**
 * Makes records from located JSON. The record is the declaration: its components are the keys, their types say what a value
 * must be, {@link Parameter}, {@link Default} and {@link Optional} what may be absent, and its constructor checks the rest.
 * All mistakes of a file that do not hide each other are found in one go.
 */
final class Binder {

    /** The key that tells the records of a sealed interface apart. */
    static final String TYPE = "type";

    /** The key with which documents of every kind begin. */
    static final String VERSION = "schemaVersion";

    /** Components by record; they remember their annotations, which are slow to read. */
    private static final ClassValue<RecordComponent[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
            return type.getRecordComponents();
        }
    };

    private final Shelves shelves;

    /**
     * A binder.
     *
     * @param shelves where a network, condition or drug is found that is given by name or path
     */
    Binder(Shelves shelves) {
        this.shelves = shelves;
    }

    /**
     * The record of {@code type} that {@code node} describes.
     *
     * @throws BadScenario if it does not describe one
     */
    <T> T bind(Located node, Class<T> type) {
        return type.cast(value(node, type));
    }

    /** The components of a record in the order of their declaration; not to be modified. */
    static RecordComponent[] components(Class<?> type) {
        return COMPONENTS.get(type);
    }

    /** The value of {@code type} that {@code node} describes; lists and sets know their elements. */
    Object value(Located node, Type type) {
        if (type instanceof ParameterizedType list) {
            Class<?> element = (Class<?>) list.getActualTypeArguments()[0];
            return list.getRawType() == Set.class ? set(node, element) : list(node, element);
        }
        Class<?> plain = (Class<?>) type;
        Text text = Text.of(plain);
        if (text != null) {
            require(node, Kind.TEXT, text.what());
            try {
                return text.read().apply(node.text());
            } catch (Invalid e) {
                throw node.wrong(e);
            }
        }
        if (plain.isPrimitive()) {
            return Numeral.of(node, plain);
        }
        if (plain.isSealed()) {
            return oneOf(node, plain);
        }
        shelves.enter(node, plain);
        try {
            return record(shelves.find(node, plain), plain, false);
        } finally {
            shelves.leave(plain);
        }
    }

    private List<Object> list(Located node, Class<?> element) {
        require(node, Kind.LIST, "a list");
        List<Object> values = new ArrayList<>();
        List<BadScenario> bad = new ArrayList<>();
        for (Located each : node.elements()) {
            collect(bad, () -> values.add(value(each, element)));
        }
        throwAll(bad);
        return values;
    }

    /** A set, in the natural order of its elements, so that the order in the file does not matter. */
    private Set<Object> set(Located node, Class<?> element) {
        Set<Object> values = new TreeSet<>();
        List<Object> list = list(node, element);
        for (int i = 0; i < list.size(); i++) {
            if (!values.add(list.get(i))) {
                Located twice = node.elements().get(i);
                throw twice.wrong(Quote.of(twice.text()) + " is there twice.", "");
            }
        }
        return new LinkedHashSet<>(values);
    }

    private Object oneOf(Located node, Class<?> type) {
        Map<String, Class<?>> known = words(type);
        if (node.kind() == Kind.TEXT && known.containsKey(node.text())) {
            throw node.wrong(
                    node.shown() + ", it must be an object.", "Maybe {\"" + TYPE + "\": \"" + node.text() + "\"}.");
        }
        require(node, Kind.OBJECT, "an object");
        Located word = node.at(TYPE);
        if (word == null) {
            throw node.wrong(
                    "the key \"" + TYPE + "\" is missing.", "Maybe one of: " + String.join(", ", known.keySet()) + ".");
        }
        require(word, Kind.TEXT, "one of the words " + String.join(", ", known.keySet()));
        Class<?> chosen = known.get(word.text());
        if (chosen == null) {
            throw word.wrong(Text.none(known.keySet(), word.text()));
        }
        return record(node, chosen, true);
    }

    /** The records of a sealed interface by their words. */
    static Map<String, Class<?>> words(Class<?> type) {
        Map<String, Class<?>> words = new LinkedHashMap<>();
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            if (permitted.isRecord()) {
                words.put(permitted.getAnnotation(Word.class).value(), permitted);
            } else if (permitted.isSealed()) {
                words.putAll(words(permitted));
            }
        }
        return words;
    }

    private Object record(Located node, Class<?> type, boolean typed) {
        require(node, Kind.OBJECT, "an object");
        RecordComponent[] components = components(type);
        Object[] values = new Object[components.length];
        List<BadScenario> bad = new ArrayList<>();
        Set<String> misspelt = unknownKeys(node, type, typed, bad);
        for (int i = 0; i < components.length; i++) {
            int at = i;
            if (!misspelt.contains(components[i].getName())) {
                collect(bad, () -> values[at] = component(node, components[at]));
            }
        }
        throwAll(bad);
        try {
            return make(type, components, values);
        } catch (Invalid e) {
            throw node.wrong(e);
        }
    }

    /** Adds a mistake for each unknown key; returns the absent keys that were probably meant, which are not to be missed too. */
    private static Set<String> unknownKeys(Located node, Class<?> type, boolean typed, List<BadScenario> bad) {
        Set<String> misspelt = new LinkedHashSet<>();
        Set<String> known = new LinkedHashSet<>();
        if (typed) {
            known.add(TYPE);
        }
        if (Shelves.holds(type)) {
            known.add(VERSION);
            Located version = node.at(VERSION);
            if (version != null) {
                collect(bad, () -> ScenarioFile.checkVersion(version));
            }
        }
        for (RecordComponent component : components(type)) {
            known.add(component.getName());
        }
        for (Map.Entry<String, Located> field : node.fields().entrySet()) {
            if (!known.contains(field.getKey()) && bad.size() < BadScenario.MOST) {
                String maybe = Suggestion.among(known, field.getKey());
                bad.add(field.getValue().wrong("there is no key " + Quote.key(field.getKey()) + " here.", maybe));
                known.stream()
                        .filter(k -> node.at(k) == null && maybe.equals("Maybe \"" + k + "\" was meant."))
                        .forEach(misspelt::add);
            }
        }
        return misspelt;
    }

    private Object component(Located node, RecordComponent component) {
        Located given = node.fields().get(component.getName());
        if (given != null) {
            Object value = value(given, component.getGenericType());
            checkLength(given, component);
            checkUnit(given, component, value);
            return value;
        }
        Located absent = absent(component);
        if (absent != null) {
            return value(absent, component.getGenericType());
        }
        if (component.isAnnotationPresent(Optional.class)) {
            return null;
        }
        Meaning meaning = component.getAnnotation(Meaning.class);
        throw node.wrong(
                "the key \"" + component.getName() + "\" is missing.",
                meaning == null ? "" : "Maybe add it: " + meaning.value() + ".");
    }

    private static void checkLength(Located node, RecordComponent component) {
        Limits limits = component.getAnnotation(Limits.class);
        boolean list = node.kind() == Kind.LIST;
        if (limits == null || !list && node.kind() != Kind.TEXT) {
            return;
        }
        int length = list ? node.elements().size() : node.text().length();
        if (!(limits.low() <= length && length <= limits.high())) {
            String must = ", it must have " + (long) limits.low() + " to " + (long) limits.high() + ".";
            throw node.wrong(
                    list
                            ? "this list has " + length + " elements" + must
                            : Quote.of(node.text()) + " has " + length + " characters" + must,
                    "");
        }
    }

    private static void checkUnit(Located node, RecordComponent component, Object value) {
        if (value instanceof Sourced number && !number.unit().equals(unit(component))) {
            throw node.at("unit")
                    .wrong(
                            component.getName() + " is in " + Quote.of(number.unit()) + ", it must be in "
                                    + Quote.of(unit(component)) + ".",
                            "Maybe convert the numbers.");
        }
    }

    private static String unit(RecordComponent component) {
        return component.getAnnotation(Meaning.class).unit();
    }

    /** What an absent component stands for, or null if it has no default. */
    static Located absent(RecordComponent component) {
        String name = "default of " + component.getName();
        Parameter parameter = component.getAnnotation(Parameter.class);
        if (parameter != null) {
            return Located.root(name, Kind.NUMBER, 1, 1, Double.toString(parameter.value()));
        }
        Default value = component.getAnnotation(Default.class);
        if (value != null) {
            return Text.of(component.getType()) != null
                    ? Located.root(name, Kind.TEXT, 1, 1, value.value())
                    : Document.parse(name, value.value());
        }
        return !component.isAnnotationPresent(Optional.class) && canBeEmpty(component.getType())
                ? Document.parse(name, "{}")
                : null;
    }

    /** Whether {@code type} is a record whose components may all be absent, so that it may be absent itself. */
    private static boolean canBeEmpty(Class<?> type) {
        return type.isRecord()
                && Text.of(type) == null
                && Arrays.stream(components(type))
                        .allMatch(c -> c.isAnnotationPresent(Optional.class) || absent(c) != null);
    }

    private static void require(Located node, Kind kind, String what) {
        if (node.kind() != kind) {
            boolean unquoted = what.equals(Text.ANY) && node.kind() == Kind.NUMBER;
            throw node.wrong(
                    node.shown() + ", it must be " + what + ".",
                    unquoted ? "Maybe \"" + node.text() + "\" in quotes." : "");
        }
    }

    private static Object make(Class<?> type, RecordComponent[] components, Object[] values) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Invalid invalid) {
                throw invalid;
            }
            throw new IllegalStateException("cannot make " + type, e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + type, e);
        }
    }

    private static void collect(List<BadScenario> bad, Runnable step) {
        if (bad.size() >= BadScenario.MOST) {
            return;
        }
        try {
            step.run();
        } catch (BadScenario e) {
            bad.add(e);
        }
    }

    private static void throwAll(List<BadScenario> bad) {
        if (!bad.isEmpty()) {
            throw new BadScenario(
                    bad.stream().flatMap(e -> e.mistakes().stream()).toList());
        }
    }
}
