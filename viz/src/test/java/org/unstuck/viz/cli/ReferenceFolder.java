package org.unstuck.viz.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the reference data is, if it is here at all: tests that need all of it say so and are skipped without it. */
final class ReferenceFolder {

    private static final String PROPERTY = "unstuck.reference";
    private static final String VARIABLE = "UNSTUCK_REFERENCE";

    private ReferenceFolder() {}

    /**
     * The folder named by {@code -Dunstuck.reference} or {@code UNSTUCK_REFERENCE}, else {@code shared/reference} beside the
     * repository or above it; null if there is none.
     */
    static Path find() {
        String said = System.getProperty(PROPERTY, System.getenv(VARIABLE));
        if (said != null) {
            return Path.of(said);
        }
        for (Path p = Path.of("").toAbsolutePath(); p != null; p = p.getParent()) {
            Path there = p.resolve("shared").resolve("reference");
            if (Files.isDirectory(there)) {
                return there;
            }
        }
        return null;
    }
}
