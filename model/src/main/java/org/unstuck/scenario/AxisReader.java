package org.unstuck.scenario;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.unstuck.describe.Decimal;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Sourced;
import org.unstuck.describe.Suggestion;
import org.unstuck.protocol.Event;
import org.unstuck.scenario.Located.Kind;
import org.unstuck.study.Scenario;
import org.unstuck.sweep.Axis;
import org.unstuck.sweep.Level;
import org.unstuck.sweep.Place;
import org.unstuck.sweep.Range;

/**
 * Reads one axis: {@code path} (or {@code paths}, for places that change together) and either {@code values}, or {@code low} and
 * {@code high}, or nothing more: then the declared range. Values are read as they would be at that place of a scenario.
 */
final class AxisReader {

    static final List<String> KEYS = List.of("name", "path", "paths", "values", "labels", "low", "high", "scale");

    private static final String NAME = "name";
    private static final int LONGEST_NAME = 120;
    private static final int MOST_VALUES = 1_000_000;

    private final Located node;
    private final Binder binder;

    AxisReader(Located node, Binder binder) {
        this.node = node;
        this.binder = binder;
    }

    Axis axis(Scenario base) {
        if (node.kind() != Kind.OBJECT) {
            throw node.wrong(node.shown() + ", it must be an object.", "");
        }
        node.fields().forEach((key, value) -> {
            if (!KEYS.contains(key)) {
                throw value.wrong("there is no key " + Quote.key(key) + " here.", Suggestion.among(KEYS, key));
            }
        });
        try {
            return node.at("paths") != null ? linked(base) : single(base);
        } catch (Invalid e) {
            throw node.wrong(e);
        }
    }

    private Axis single(Scenario base) {
        Located path = node.at("path");
        if (path == null) {
            throw node.wrong(
                    "the key \"path\" is missing.", "Maybe add it: what this axis sets, as in a scenario file.");
        }
        Place place = place(path);
        String name = name(place.path());
        Located values = node.at("values");
        if (values != null) {
            refuse("low", "high", "scale");
            return new Axis.Levels(name, place, levels(values, List.of(place), base));
        }
        refuse("labels");
        return node.at("low") == null && node.at("high") == null
                ? declared(name, place, path, base)
                : span(name, place, path, base);
    }

    private Axis linked(Scenario base) {
        refuse("path", "low", "high", "scale");
        List<Place> places = new ArrayList<>();
        for (Located each : list(node.at("paths"), "paths").elements()) {
            places.add(place(each));
        }
        if (places.isEmpty()) {
            throw node.at("paths").wrong("this list is empty, it must have at least 1 path.", "");
        }
        Located values = node.at("values");
        if (values == null) {
            throw node.wrong("the key \"values\" is missing.", "Maybe add it: one list of values for each step.");
        }
        return new Axis.Linked(name(places.get(0).path()), places, levels(values, places, base));
    }

    private void refuse(String... keys) {
        for (String key : keys) {
            if (node.at(key) != null) {
                throw node.at(key)
                        .wrong(
                                "\"" + key + "\" does not go with "
                                        + (node.at("paths") != null
                                                ? "\"paths\""
                                                : node.at("values") != null ? "\"values\"" : "a range")
                                        + ".",
                                "Maybe leave one of them out.");
            }
        }
    }

    private Place place(Located path) {
        String text = (String) binder.value(path, String.class);
        try {
            return Place.of(text);
        } catch (Invalid e) {
            throw path.wrong(e);
        }
    }

    private String name(String otherwise) {
        Located given = node.at(NAME);
        if (given == null) {
            return otherwise;
        }
        String name = (String) binder.value(given, String.class);
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw given.wrong("the name must have 1 to " + LONGEST_NAME + " characters.", "");
        }
        return name;
    }

    private static Located list(Located node, String what) {
        if (node.kind() != Kind.LIST) {
            throw node.wrong(node.shown() + ", it must be a list of " + what + ".", "Maybe in [ ].");
        }
        return node;
    }

    // Ranges

    private Axis declared(String name, Place place, Located path, Scenario base) {
        Range range = range(place, path, base);
        if (range == null) {
            throw path.wrong(
                    "no range is declared for " + place.path() + ".",
                    "Maybe give \"low\" and \"high\", or \"values\".");
        }
        return new Axis.Span(name, place, range.low(), range.high(), scale(), "");
    }

    private Range range(Place place, Located path, Scenario base) {
        try {
            return place.declared(base);
        } catch (Invalid e) {
            throw path.wrong(e);
        }
    }

    private Axis span(String name, Place place, Located path, Scenario base) {
        Located low = end("low");
        Located high = end("high");
        Type type = type(place, path, base);
        if (type == double.class || type == Sourced.class) {
            return new Axis.Span(
                    name,
                    place,
                    (double) Numeral.of(low, double.class),
                    (double) Numeral.of(high, double.class),
                    scale(),
                    "");
        }
        Text text = type instanceof Class<?> plain ? Text.of(plain) : null;
        if (text == null || !text.words().isEmpty() || type == String.class) {
            throw path.wrong("there is no number at " + place.path() + " that has a range.", "Maybe \"values\".");
        }
        String[] a = quantity(low, (Class<?>) type);
        String[] b = quantity(high, (Class<?>) type);
        if (!a[1].equals(b[1])) {
            throw high.wrong("high is in " + b[1] + " and low in " + a[1] + ".", "Maybe the same unit.");
        }
        return new Axis.Span(name, place, Double.parseDouble(a[0]), Double.parseDouble(b[0]), scale(), a[1]);
    }

    private Located end(String key) {
        if (node.at(key) == null) {
            throw node.wrong("the key \"" + key + "\" is missing.", "Maybe \"low\" and \"high\" together.");
        }
        return node.at(key);
    }

    /** Number and unit of a time, dose or threshold that is all right. */
    private String[] quantity(Located node, Class<?> type) {
        binder.value(node, type);
        // The unit begins with the first letter that is not the exponent of the number.
        String text = node.text().strip();
        String number = text.replaceFirst("\\s*[a-zA-Z/]+$", "");
        return new String[] {number, text.substring(number.length()).strip()};
    }

    private Axis.Scale scale() {
        Located given = node.at("scale");
        return given == null ? Axis.Scale.LINEAR : (Axis.Scale) binder.value(given, Axis.Scale.class);
    }

    private static Type type(Place place, Located path, Scenario base) {
        try {
            return place.type(base);
        } catch (Invalid e) {
            throw path.wrong(e);
        }
    }

    // Values

    private List<Level> levels(Located values, List<Place> places, Scenario base) {
        list(values, "values");
        Located labels = node.at("labels");
        if (labels != null
                && list(labels, "labels").elements().size() != values.elements().size()) {
            throw labels.wrong(
                    "there are " + labels.elements().size() + " labels for "
                            + values.elements().size() + " values.",
                    "");
        }
        if (values.elements().size() > MOST_VALUES) {
            throw values.wrong("this list has more than " + MOST_VALUES + " values.", "Maybe \"low\" and \"high\".");
        }
        List<Level> levels = new ArrayList<>();
        for (int i = 0; i < values.elements().size(); i++) {
            Located each = values.elements().get(i);
            String label = labels == null
                    ? null
                    : (String) binder.value(labels.elements().get(i), String.class);
            levels.add(
                    node.at("paths") == null
                            ? level(each, label, places.get(0), base)
                            : row(each, label, places, base));
        }
        return levels;
    }

    private Level row(Located row, String label, List<Place> places, Scenario base) {
        if (list(row, "values, one for each path").elements().size() != places.size()) {
            throw row.wrong("there are " + row.elements().size() + " values for " + places.size() + " paths.", "");
        }
        List<Object> values = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (int k = 0; k < places.size(); k++) {
            Level one = level(row.elements().get(k), label, places.get(k), base);
            values.add(one.value());
            texts.add(one.text());
        }
        return new Level(label == null ? String.join(" / ", texts) : label, values);
    }

    private Level level(Located value, String label, Place place, Scenario base) {
        Type type = type(place, node.at("path") == null ? node.at("paths") : node.at("path"), base);
        Type read = type == Sourced.class && value.kind() == Kind.NUMBER ? double.class : type;
        Object bound = binder.value(value, read);
        if (type instanceof Class<?> plain && Text.of(plain) != null) {
            // The text itself: it is what tables show, and it is read again at the place.
            return new Level(label == null ? value.text() : label, value.text());
        }
        if (label != null) {
            return new Level(label, bound);
        }
        if (bound instanceof Number number) {
            return new Level(bound instanceof Double x ? Decimal.exact(x) : Long.toString(number.longValue()), bound);
        }
        if (value.kind() == Kind.TEXT) {
            return new Level(value.text(), bound);
        }
        if (bound instanceof Record record) {
            for (RecordComponent component : Binder.components(record.getClass())) {
                if (component.getName().equals(NAME)) {
                    return new Level((String) ScenarioWriter.read(record, component), bound);
                }
            }
        }
        throw value.wrong(
                "this value has no name that tables could show.", "Maybe add \"labels\": one for each value.");
    }

    /** Adds the names of drugs that values of {@code axis} give. */
    static void drugs(Axis axis, Set<String> names) {
        List<Level> levels = axis instanceof Axis.Levels some
                ? some.levels()
                : axis instanceof Axis.Linked linked ? linked.levels() : List.of();
        for (Level level : levels) {
            List<Object> values = axis.values(level);
            for (int k = 0; k < values.size(); k++) {
                if (values.get(k) instanceof String name
                        && axis.places().get(k).path().endsWith("/drug")) {
                    names.add(name);
                }
                drugs(values.get(k), names);
            }
        }
    }

    private static void drugs(Object value, Set<String> names) {
        if (value instanceof Event.OfDrug event) {
            names.add(event.drug());
        } else if (value instanceof Collection<?> list) {
            list.forEach(each -> drugs(each, names));
        } else if (value instanceof org.unstuck.protocol.Arm arm) {
            drugs(arm.events(), names);
        }
    }
}
