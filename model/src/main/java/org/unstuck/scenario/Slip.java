package org.unstuck.scenario;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is not JSON, in the words of somebody who writes a scenario by hand. The parser's own words name its internals.
 *
 * @param problem what is wrong
 * @param maybe a suggestion that starts with "Maybe", or empty
 */
record Slip(String problem, String maybe) {

    private static final Pattern FOUND = Pattern.compile("\\(?'?(.+?)'? \\(code (\\d+)");
    private static final Pattern TOKEN = Pattern.compile("token '([^']*)'");
    private static final String COMMA_TOO_MANY = "Maybe there is a comma too many before it.";

    /**
     * A rule: if the parser says {@code says}, {@code problem} is told, after what was found.
     *
     * @param says part of the parser's message
     * @param problem what is wrong, in our words
     * @param maybe a suggestion, or empty to look at the character that was found
     */
    private record Rule(String says, String problem, String maybe) {}

    private static final List<Rule> RULES = List.of(
            new Rule("end-of-input", "the file ends too early", "Maybe a closing bracket is missing."),
            new Rule("'NaN'", "NaN is not a number", "Maybe leave the key out."),
            new Rule("Infinity'", "infinity is not a number", "Maybe a large number."),
            new Rule("INF'", "infinity is not a number", "Maybe a large number."),
            new Rule("Leading zeroes", "a number must not begin with 0", "Maybe without the 0."),
            new Rule("plus sign", "a number must not begin with a plus sign", "Maybe without it."),
            new Rule("in numeric value", "this number is not complete", "Maybe a digit is missing."),
            new Rule("start field name", "a key in double quotes is needed here", ""),
            new Rule("expecting comma", "a comma or a closing bracket is needed here", ""),
            new Rule("colon to separate", "a colon is needed here", ""),
            new Rule("hex-digit", "\\u needs four hexadecimal digits", ""),
            new Rule("expected a valid value", "a value is needed here", ""),
            new Rule("comment", "JSON has no comments", "Maybe use the key \"description\"."),
            new Rule("unquoted character", "a string must not contain control characters", "Maybe a line break."),
            new Rule("white space", "only spaces and line breaks may stand here", ""),
            new Rule("character escape", "there is no such escape", "Maybe \\\\ for a backslash."),
            new Rule("close marker", "there is nothing to close", "Maybe a bracket too many."),
            new Rule("root-level", "there is something after the end of the document", "Maybe a bracket too many."),
            new Rule("surrogate", "half a character", "Maybe write it without \\u."),
            new Rule("Unrecognized token", "it is no value", "Maybe double quotes are missing."));

    /** What is wrong when the parser says {@code says}. */
    static Slip behind(String says) {
        Matcher character = FOUND.matcher(says);
        Matcher token = TOKEN.matcher(says);
        int code = character.find() ? Integer.parseInt(character.group(2)) : -1;
        String found = code >= 0 ? found(code) : token.find() ? Quote.of(token.group(1)) : "";
        for (Rule rule : RULES) {
            if (says.contains(rule.says)) {
                String problem = (found.isEmpty() ? "" : "found " + found + ": ") + rule.problem + ".";
                return new Slip(problem, rule.maybe.isEmpty() ? guess(code) : rule.maybe);
            }
        }
        return new Slip("this is not JSON.", "");
    }

    private static String found(int code) {
        return code == '"' ? "a double quote" : Quote.of(String.valueOf((char) code));
    }

    private static String guess(int code) {
        return switch (code) {
            case '\'' -> "Maybe use double quotes.";
            case '\u201c', '\u201d', '\u201e' -> "Maybe use straight quotes.";
            case '\u00a0' -> "Maybe a no-break space: replace it by a space.";
            case '}', ']' -> COMMA_TOO_MANY;
            case '"' -> "Maybe a comma or a colon is missing before it.";
            case '<', '>', '=' -> "Maybe this is a web page, or a merge left its marks.";
            case '#' -> "Maybe delete the comment: JSON has none.";
            case '.' -> "Maybe a 0 before the point.";
            case ',' -> "Maybe a comma too many; decimals have a point.";
            default ->
                Character.isLetter(code)
                        ? "Maybe double quotes are missing."
                        : Character.isDigit(code) ? "Maybe a decimal comma: decimals have a point." : "";
        };
    }
}
