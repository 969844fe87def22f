package org.unstuck.scenario;

import java.util.LinkedHashMap;
import java.util.Map;

/** Common slips in writing JSON by hand, recognised by what the parser says. */
final class Slip {

    private static final Map<String, String> BEHIND = new LinkedHashMap<>();

    static {
        BEHIND.put("'NaN'", "Maybe leave the key out: a scenario has no missing numbers.");
        BEHIND.put("INF", "Maybe a large number; infinity is not one.");
        BEHIND.put("'Infinity'", "Maybe a large number; infinity is not one.");
        BEHIND.put("Leading zeroes", "Maybe without the leading zero.");
        BEHIND.put("''' (code 39)", "Maybe use double quotes.");
        BEHIND.put("'/' (code 47)", "Maybe delete the comment: JSON has none.");
        BEHIND.put("'#' (code 35)", "Maybe delete the comment: JSON has none.");
        BEHIND.put("'<' (code 60)", "Maybe this is a web page, or a merge left its marks.");
        BEHIND.put("'\u201c'", "Maybe use straight quotes.");
        BEHIND.put("'\u201d'", "Maybe use straight quotes.");
        BEHIND.put("'\u00a0'", "Maybe replace the no-break space by a space.");
        BEHIND.put("'+'", "Maybe without the plus sign.");
        BEHIND.put("'.' (code 46)", "Maybe a 0 before the point.");
        BEHIND.put("'}' (code 125)", "Maybe there is a comma too many before it.");
        BEHIND.put("']' (code 93)", "Maybe there is a comma too many before it.");
        BEHIND.put("'\"' (code 34)", "Maybe a comma is missing before it.");
        BEHIND.put("expecting double-quote", "Maybe put the key in double quotes.");
        BEHIND.put("was expecting comma", "Maybe a comma is missing before it, or a number has a decimal comma.");
        BEHIND.put("CTRL-CHAR", "Maybe write it as \\n, \\t or \\u0000.");
        BEHIND.put("Unrecognized token", "Maybe put it in double quotes.");
    }

    private Slip() {}

    /** A suggestion that starts with "Maybe", or empty. */
    static String behind(String parserSays) {
        return BEHIND.entrySet().stream()
                .filter(slip -> parserSays.contains(slip.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
