package org.unstuck.viz.cli;

import java.nio.file.Path;
import java.util.Locale;

/** Text from outside inside a message: on one line, without control characters that a terminal would obey. */
final class Shown {

    private static final int LONGEST = 300;

    private Shown() {}

    static String path(Path path) {
        return text(path.toString());
    }

    static String text(String text) {
        StringBuilder shown = new StringBuilder();
        text.chars()
                .limit(LONGEST)
                .forEach(c -> shown.append(
                        Character.isISOControl(c) || Character.getType(c) == Character.FORMAT
                                ? String.format(Locale.ROOT, "\\u%04x", c)
                                : String.valueOf((char) c)));
        return text.length() <= LONGEST ? shown.toString() : shown + "...";
    }
}
