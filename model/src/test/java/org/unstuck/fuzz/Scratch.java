package org.unstuck.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file for readers that want one, written over again and again; removed at the end with its folder. */
final class Scratch {

    private static final Path FOLDER = folder();

    private Scratch() {}

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("unstuck-fuzz");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) {
        for (java.io.File file : folder.toFile().listFiles()) {
            file.delete();
        }
        folder.toFile().delete();
    }

    /** The file {@code name} with these bytes. */
    static Path file(String name, byte[] data) {
        try {
            return Files.write(FOLDER.resolve(name), data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
