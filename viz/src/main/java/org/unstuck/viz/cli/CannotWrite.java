package org.unstuck.viz.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Output that cannot be written where it was asked for. */
final class CannotWrite extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * A place where nothing is written.
     *
     * @param where the file or folder
     * @param problem what is wrong with it, as in "is not empty"
     * @param maybe a suggestion that starts with "Maybe"
     */
    CannotWrite(Path where, String problem, String maybe) {
        super(Shown.path(where) + " " + problem + ". " + maybe);
    }

    /** What the system said when {@code where} was written. */
    CannotWrite(Path where, IOException cause) {
        super(
                Shown.path(where) + " cannot be written: " + reason(cause) + ". Maybe choose another place with --out.",
                cause);
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "access is denied";
        }
        if (e instanceof NoSuchFileException) {
            return "the system finds no such folder";
        }
        if (e instanceof FileSystemException problem && problem.getReason() != null) {
            return Shown.text(problem.getReason());
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : Shown.text(e.getMessage());
    }
}
