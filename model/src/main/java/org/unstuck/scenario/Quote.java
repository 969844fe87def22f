package org.unstuck.scenario;

import java.util.Locale;

/** Text from a file inside a message: on one line, not too long, and without characters that nobody can see. */
final class Quote {

    private static final int LONGEST = 60;

    private Quote() {}

    /** {@code text} in quotation marks. */
    static String of(String text) {
        return "\"" + plain(text, LONGEST) + "\"";
    }

    /** A key in quotation marks; known keys are ASCII, so look-alike letters are shown by number. */
    static String key(String key) {
        StringBuilder shown = new StringBuilder();
        cut(key, LONGEST).codePoints().forEach(c -> append(shown, c, c < 0x7f));
        return of(shown.toString());
    }

    /** {@code text} with at most {@code longest} characters; control and invisible characters are shown by number. */
    static String plain(String text, int longest) {
        StringBuilder shown = new StringBuilder();
        cut(text, longest).codePoints().forEach(c -> append(shown, c, isVisible(c)));
        return shown.toString();
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "...";
    }

    private static void append(StringBuilder shown, int codePoint, boolean visible) {
        if (visible) {
            shown.appendCodePoint(codePoint);
        } else {
            for (char c : Character.toChars(codePoint)) {
                shown.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            }
        }
    }

    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            case Character.SPACE_SEPARATOR -> codePoint == ' ';
            default -> true;
        };
    }
}
