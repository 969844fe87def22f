package org.unstuck.table;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import org.unstuck.scenario.BadScenario;
import org.unstuck.scenario.Mistake;

/** Mistakes in tables, with file, line and column. */
public final class Misread {

    private Misread() {}

    /**
     * A mistake in a file.
     *
     * @param file as the user named it
     * @param line from 1; 0 if it is about the file as a whole
     * @param column from 1; 0 likewise
     * @param problem what is wrong: value, rule
     * @param maybe a suggestion that starts with "Maybe"
     */
    public static BadScenario at(String file, int line, int column, String problem, String maybe) {
        return new BadScenario(new Mistake(file, "", line, column, problem, maybe));
    }

    /** A file that cannot be read at all. */
    public static BadScenario unreadable(String file, IOException e) {
        if (e instanceof NoSuchFileException) {
            return at(file, 0, 0, "there is no such file.", "Maybe the path is relative to another folder.");
        }
        if (e instanceof CharacterCodingException) {
            return at(file, 0, 0, "is not text in UTF-8.", "Maybe it is a spreadsheet: export it as CSV UTF-8.");
        }
        return at(file, 0, 0, "cannot be read: " + e.getMessage() + ".", "Maybe access is denied.");
    }
}
