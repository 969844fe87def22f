package org.unstuck.viz.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text that is written whole or not at all. */
final class TextFile {

    private TextFile() {}

    /**
     * Writes {@code text} to {@code out} as UTF-8.
     *
     * @throws CannotWrite if something is there and {@code force} is false, or writing fails
     */
    static void write(Path out, boolean force, String text, PrintWriter err) {
        try (Interruption interruption = Interruption.watch(err);
                OutputFile file = OutputFile.at(out, force)) {
            interruption.remains(file);
            try {
                Files.writeString(file.place(), text, StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new CannotWrite(out, e);
            }
            interruption.check();
            file.publish();
            interruption.published();
        }
    }
}
