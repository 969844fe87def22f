package org.unstuck.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.unstuck.describe.Invalid;

/** A JSON value that knows where it stands: file, JSON Pointer, line and column. */
final class Located {

    /** What a value can be. */
    enum Kind {
        OBJECT("an object"),
        LIST("a list"),
        TEXT("a string"),
        NUMBER("a number"),
        TRUE("true"),
        FALSE("false"),
        NULL("null");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    private final String file;
    private final Located holder;
    private final String key;
    private final int index;
    private final Kind kind;
    private final int line;
    private final int column;
    private final String text;
    private final Map<String, Located> fields;
    private final List<Located> elements;

    private Located(String file, Located holder, String key, int index, Kind kind, int line, int column, String text) {
        this.file = file;
        this.holder = holder;
        this.key = key;
        this.index = index;
        this.kind = kind;
        this.line = line;
        this.column = column;
        this.text = text;
        this.fields = kind == Kind.OBJECT ? new LinkedHashMap<>() : Map.of();
        this.elements = kind == Kind.LIST ? new ArrayList<>() : List.of();
    }

    /** The value of a whole document. */
    static Located root(String file, Kind kind, int line, int column, String text) {
        return new Located(file, null, null, 0, kind, line, column, text);
    }

    /** Adds a field to this object; false if it is there already. */
    boolean put(Located field) {
        return fields.putIfAbsent(field.key, field) == null;
    }

    /** A field to be {@linkplain #put put} into this object. */
    Located field(String name, Kind fieldKind, int atLine, int atColumn, String value) {
        return new Located(file, this, name, 0, fieldKind, atLine, atColumn, value);
    }

    /** Appends an element to this list and returns it. */
    Located append(Kind elementKind, int atLine, int atColumn, String value) {
        Located element = new Located(file, this, null, elements.size(), elementKind, atLine, atColumn, value);
        elements.add(element);
        return element;
    }

    /** How messages call the document. */
    String file() {
        return file;
    }

    Kind kind() {
        return kind;
    }

    /** The characters of a string, or a number as it is written; null for other kinds. */
    String text() {
        return text;
    }

    /** The fields of an object in the order of the file; empty for other kinds. */
    Map<String, Located> fields() {
        return fields;
    }

    /** The elements of a list; empty for other kinds. */
    List<Located> elements() {
        return elements;
    }

    /** The value at {@code path} below this one (names and positions joined by '/'), or null. */
    Located at(String path) {
        Located here = this;
        for (String step : path.split("/")) {
            here = here == null ? null : here.step(step);
        }
        return here;
    }

    private Located step(String step) {
        if (kind == Kind.LIST && step.matches("[0-9]{1,9}") && Integer.parseInt(step) < elements.size()) {
            return elements.get(Integer.parseInt(step));
        }
        return fields.get(step);
    }

    /** RFC 6901. */
    String pointer() {
        if (holder == null) {
            return "";
        }
        return holder.pointer() + "/" + (key == null ? index : escaped(key));
    }

    /** A key as a step of a pointer. */
    static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    /** A mistake at this value. */
    BadScenario wrong(String problem, String maybe) {
        return new BadScenario(new Mistake(file, pointer(), line, column, problem, maybe));
    }

    /** The same problem, at the existing value nearest to its place below this one. */
    BadScenario wrong(Invalid e) {
        Located here = this;
        for (String step : e.at().split("/")) {
            Located next = here.step(step);
            if (next == null) {
                break;
            }
            here = next;
        }
        return here.wrong(e.problem(), e.maybe());
    }

    /** This value as it is quoted in a message: {@code "7" (a string)}. */
    String shown() {
        return switch (kind) {
            case TEXT -> Quote.of(text) + " is a string";
            case NUMBER -> Quote.plain(text, 40) + " is a number";
            default -> "this is " + kind.words();
        };
    }
}
