package org.unstuck.sweep;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.unstuck.describe.Decimal;
import org.unstuck.describe.Dose;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Sourced;
import org.unstuck.describe.Suggestion;
import org.unstuck.describe.Threshold;
import org.unstuck.describe.Time;

/** Turns what an axis holds into what a scenario holds. */
final class Value {

    /** Numbers up to 2^53 are exact as double. */
    private static final double LARGEST_EXACT = 9007199254740992.0;

    private Value() {}

    /** {@code given} as a value of {@code type}. */
    static Object of(Object given, Class<?> type, String path) {
        if (type.isPrimitive() && given instanceof Number number) {
            return number(number, type, path);
        }
        if (given instanceof String text && type != String.class) {
            return text(text, type, path);
        }
        if (given == null ? type.isPrimitive() : !boxed(type).isInstance(given)) {
            throw new Invalid(
                    path, shown(given) + " cannot stand at " + path + ", which holds " + what(type) + ".", "");
        }
        return given;
    }

    /** {@code number} at another value; its range is widened if need be. */
    static Sourced moved(Sourced number, double value) {
        return new Sourced(
                value,
                number.unit(),
                Math.min(number.low(), value),
                Math.max(number.high(), value),
                number.source(),
                number.evidence(),
                number.status());
    }

    static String word(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Object number(Number number, Class<?> type, String path) {
        double x = number.doubleValue();
        if (type == double.class) {
            return x;
        }
        boolean whole = number instanceof Long || number instanceof Integer || x == Math.rint(x);
        if (type != long.class && type != int.class
                || !whole
                || Math.abs(x) > LARGEST_EXACT && !(number instanceof Long)
                || type == int.class && x != (int) x) {
            throw new Invalid(
                    path, shown(number) + " cannot stand at " + path + ", which holds " + what(type) + ".", "");
        }
        return type == int.class ? (Object) number.intValue() : (Object) number.longValue();
    }

    private static Object text(String text, Class<?> type, String path) {
        try {
            if (type == Time.class) {
                return Time.parse(text);
            }
            if (type == Dose.class) {
                return Dose.parse(text);
            }
            if (type == Threshold.class) {
                return Threshold.parse(text);
            }
        } catch (Invalid e) {
            throw new Invalid(path, e.problem(), e.maybe());
        }
        if (type.isEnum()) {
            List<Object> constants = Arrays.asList((Object[]) type.getEnumConstants());
            List<String> words = constants.stream().map(Value::word).toList();
            if (!words.contains(text)) {
                throw new Invalid(
                        path, "\"" + text + "\" cannot stand at " + path + ".", Suggestion.among(words, text));
            }
            return constants.get(words.indexOf(text));
        }
        throw new Invalid(path, "\"" + text + "\" cannot stand at " + path + ", which holds " + what(type) + ".", "");
    }

    private static Class<?> boxed(Class<?> type) {
        return type == double.class
                ? Double.class
                : type == long.class
                        ? Long.class
                        : type == int.class ? Integer.class : type == boolean.class ? Boolean.class : type;
    }

    private static String what(Class<?> type) {
        if (type == double.class || type == Sourced.class) {
            return "a number";
        }
        if (type == int.class || type == long.class) {
            return "a whole number";
        }
        return type.getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String shown(Object given) {
        return given instanceof Double x && Double.isFinite(x) ? Decimal.exact(x) : "\"" + given + "\"";
    }
}
