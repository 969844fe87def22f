package org.unstuck.sweep;

import java.io.IOException;
import java.nio.file.Path;

/** A form of the results of a sweep that another artifact writes; found on the class path ({@link java.util.ServiceLoader}). */
public interface Export {

    /** The word for it on the command line, and the ending of the file. */
    String name();

    /**
     * Writes all results.
     *
     * @param store what is written, in the order of the runs
     * @param file replaced if it is there
     * @throws IOException if it cannot be written
     */
    void write(Store store, Path file) throws IOException;
}
