package org.unstuck.scenario;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.unstuck.describe.Dose;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Suggestion;
import org.unstuck.describe.Threshold;
import org.unstuck.describe.Time;
import org.unstuck.integrate.Scheme;
import org.unstuck.study.Table;

/**
 * A type that is written as one string.
 *
 * @param what what a string must be to be read, as in "a time"
 * @param words all possible strings; empty if they are too many
 * @param pattern regular expression (ECMA-262) of the possible strings; empty if any
 * @param read the value of a string; throws {@link Invalid}
 * @param write the string of a value
 */
record Text(
        String what,
        List<String> words,
        String pattern,
        Function<String, Object> read,
        Function<Object, String> write) {

    private static final String NUMBER = "^\\s*[-+]?[0-9][0-9.]*([eE][-+]?[0-9]+)?\\s*";

    /** Swing shows a label that begins so as HTML, with its pictures. */
    private static final String PAGE = "<html>";
    /** Marks that turn the direction of writing: U+202A to U+202E, U+2066 to U+2069. What follows them is not what one sees. */
    private static final String TURNS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069";

    /** What any string is. */
    static final String ANY = "a string";

    private static final ClassValue<Text> BY_TYPE = new ClassValue<>() {
        @Override
        protected Text computeValue(Class<?> type) {
            return make(type);
        }
    };

    /** How values of {@code type} are written as a string, or null if they are not. */
    static Text of(Class<?> type) {
        return BY_TYPE.get(type);
    }

    private static Text make(Class<?> type) {
        if (type == String.class) {
            return new Text(ANY, List.of(), "", Text::plain, Object::toString);
        }
        if (type == Time.class) {
            return new Text(
                    "a time, as in \"40 min\"", List.of(), pattern(Time.units()), Text::time, t -> ((Time) t).exact());
        }
        if (type == Dose.class) {
            return new Text(
                    "a dose, as in \"0.5 mg\"", List.of(), pattern(Dose.units()), Dose::parse, d -> ((Dose) d).exact());
        }
        if (type == Threshold.class) {
            return new Text(
                    "a threshold, as in \"0.5 gap\"",
                    List.of(),
                    pattern(Threshold.units()),
                    Threshold::parse,
                    t -> ((Threshold) t).exact());
        }
        if (type == Scheme.class) {
            return among("an integrator", Scheme.all(), s -> ((Scheme) s).name());
        }
        return type.isEnum() ? among("one of the words", Arrays.asList(type.getEnumConstants()), Text::word) : null;
    }

    /** A constant as it is written in files: {@code LINK_FACTOR} is "link-factor". */
    static String word(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** That {@code text} is none of {@code words}: the nearest of them, if one is near, and all of them. */
    static Invalid none(Collection<String> words, String text) {
        String maybe = Suggestion.among(words, text);
        return new Invalid(
                Quote.of(text) + " is none of " + String.join(", ", words) + ".",
                maybe.startsWith("Maybe one of") ? "" : maybe);
    }

    private static String pattern(List<String> units) {
        return NUMBER + "(" + String.join("|", units) + ")\\s*$";
    }

    private static Text among(String what, List<?> values, Function<Object, String> word) {
        List<String> words = values.stream().map(word).toList();
        return new Text(
                what + (what.endsWith("words") ? " " + String.join(", ", words) : ""),
                words,
                "",
                text -> {
                    if (!words.contains(text)) {
                        throw none(words, text);
                    }
                    return values.get(words.indexOf(text));
                },
                word);
    }

    /**
     * Names and descriptions end up in tables and pictures: no control characters, no half characters, nothing that turns the
     * direction of writing, nothing that a spreadsheet would take for a formula or a window for a page.
     */
    private static Object plain(String text) {
        if (Table.isFormula(text)) {
            throw new Invalid(
                    Quote.of(text) + " begins with " + text.charAt(0) + ", a spreadsheet would take it for a formula.",
                    "Maybe begin with a letter.");
        }
        if (text.regionMatches(true, 0, PAGE, 0, PAGE.length())) {
            throw new Invalid(
                    Quote.of(text) + " begins with " + PAGE
                            + ", a window would take it for a page and load what it names.",
                    "Maybe leave " + PAGE + " out.");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean half = Character.isSurrogate(c)
                    && !(Character.isHighSurrogate(c)
                                    && i + 1 < text.length()
                                    && Character.isLowSurrogate(text.charAt(i + 1))
                            || Character.isLowSurrogate(c) && i > 0 && Character.isHighSurrogate(text.charAt(i - 1)));
            if (Character.isISOControl(c) || TURNS.indexOf(c) >= 0 || half) {
                throw new Invalid(
                        Quote.of(text) + " has " + Quote.plain(half ? "half a character" : "a control character", 40)
                                + " at position " + (i + 1) + ".",
                        "Maybe a space was meant.");
            }
        }
        return text;
    }

    private static Object time(String text) {
        Time time = Time.parse(text);
        return time.hours() == 0 ? new Time(0) : time;
    }
}
