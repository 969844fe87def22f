package org.unstuck.viz.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.unstuck.study.Comparison;

/** Turns a comparison into files and into a table. */
interface Reports {

    /** Fills the empty {@code folder}. */
    void write(Comparison comparison, Provenance provenance, Path folder) throws IOException;

    /** The table to print. */
    String table(Comparison comparison, boolean colour);
}
