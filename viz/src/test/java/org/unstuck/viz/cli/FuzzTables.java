package org.unstuck.viz.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.unstuck.scenario.BadScenario;
import org.unstuck.scenario.ResultFile;

/**
 * Target for Jazzer: the bytes of a recording (.csv or .npy), of a file of modules or of a result. Finite numbers of regions that vary come
 * out, or {@link BadScenario}; anything else is a finding.
 */
public final class FuzzTables {

    private static final Path FOLDER = folder();

    private FuzzTables() {}

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("unstuck-fuzz");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> Staging.remove(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One input; the first byte chooses the form. */
    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length == 0) {
            return;
        }
        String ending = List.of(".csv", ".npy", ".modules", ".json").get((data[0] & 0xFF) % 4);
        byte[] rest = java.util.Arrays.copyOfRange(data, 1, data.length);
        one(rest, ending);
    }

    /** The bytes of a file whose name ends in {@code ending}. */
    static void one(byte[] data, String ending) {
        Path file = FOLDER.resolve("f" + ending);
        try {
            Files.write(file, data);
            switch (ending) {
                case ".modules" -> ModulesFile.read(file, List.of("a", "b", "c"));
                case ".json" -> ResultFile.read(file);
                default -> check(Recorded.read(file));
            }
        } catch (BadScenario e) {
            if (e.mistakes().isEmpty() || !e.mistakes().get(0).file().contains("f" + ending)) {
                throw new IllegalStateException("the message does not name the file: " + e.getMessage());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void check(Recorded recorded) {
        for (double[] row : recorded.values()) {
            for (double x : row) {
                if (!Double.isFinite(x)) {
                    throw new IllegalStateException("a value that is not finite was accepted");
                }
            }
        }
    }
}
