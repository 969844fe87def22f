package org.unstuck.viz.explore;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.unstuck.scenario.Sessions;
import org.unstuck.study.Session;
import org.unstuck.viz.report.WholeFile;

/** Keeps the session in a file of its own while the window is open, so that nothing is lost. */
final class Recovery {

    /** Time between two copies, s. */
    static final int EVERY_S = 5;

    private final Path file;
    private final Path earlier;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "unstuck-recovery");
        thread.setDaemon(true);
        return thread;
    });

    /** Into {@code file}. */
    Recovery(Path file) {
        this.file = file;
        this.earlier = file.resolveSibling("earlier-" + file.getFileName());
        try {
            if (Files.exists(file)) {
                Files.copy(file, earlier, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            System.err.println("The last session could not be kept in " + earlier + ": " + e.getMessage());
        }
    }

    /** Whether there is a session of a window before this one. */
    boolean keepsEarlier() {
        return Files.exists(earlier);
    }

    /** The session of the last window. */
    Path earlier() {
        return earlier;
    }

    Path file() {
        return file;
    }

    /** Writes on a thread of its own. */
    void later(Session session) {
        writer.execute(() -> write(session));
    }

    /** Writes beside the file, then moves over it: the file is whole at any moment. A disk that is full loses the copy only. */
    synchronized void write(Session session) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            WholeFile.write(file, Sessions.text(session).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            System.err.println("The session could not be kept in " + file + ": " + e.getMessage());
        }
    }
}
