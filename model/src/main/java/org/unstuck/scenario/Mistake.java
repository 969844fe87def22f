package org.unstuck.scenario;

/**
 * One mistake in a file, as one line of text.
 *
 * @param file the file as the user named it
 * @param pointer JSON Pointer (RFC 6901) of the value at fault; empty for the whole document, or if there is none
 * @param line from 1; 0 if the file could not be read
 * @param column from 1, in UTF-16 characters; 0 if the file could not be read
 * @param problem what is wrong: value, unit, rule
 * @param maybe a suggestion that starts with "Maybe", or empty
 */
public record Mistake(String file, String pointer, int line, int column, String problem, String maybe) {

    private static final int LONGEST_POINTER = 200;
    private static final int LONGEST_SENTENCE = 500;

    public Mistake {
        file = Quote.plain(file, LONGEST_POINTER);
        pointer = Quote.plain(pointer, LONGEST_POINTER);
        problem = Quote.plain(problem, LONGEST_SENTENCE);
        maybe = Quote.plain(maybe, LONGEST_SENTENCE);
    }

    /** {@code file.json:12:7 /arms/1/events/0/dose: "5" has no unit. Maybe "0.5 mg".} */
    @Override
    public String toString() {
        return file
                + (line > 0 ? ":" + line + ":" + column : "")
                + (pointer.isEmpty() ? "" : " " + pointer)
                + ": "
                + problem
                + (maybe.isEmpty() ? "" : " " + maybe);
    }
}
