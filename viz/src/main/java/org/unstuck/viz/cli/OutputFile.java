package org.unstuck.viz.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that appears whole or not at all; see {@link OutputFolder}. */
final class OutputFile implements AutoCloseable {

    private final Path target;
    private final boolean replace;
    private final Staging staging;

    private OutputFile(Path target, boolean replace) {
        this.target = target;
        this.replace = replace;
        this.staging = Staging.file(target);
    }

    /**
     * The file {@code wanted}: new, or with {@code replace} an earlier file.
     *
     * @throws CannotWrite if it is anything else, or cannot be made
     */
    static OutputFile at(Path wanted, boolean replace) {
        Path target = wanted.toAbsolutePath().normalize();
        if (target.getFileName() == null) {
            throw new CannotWrite(wanted, "is no file", "Maybe give a name inside it.");
        }
        Staging.tidyUp(target);
        check(wanted, target, replace);
        return new OutputFile(target, replace);
    }

    private static void check(Path shown, Path target, boolean replace) {
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new CannotWrite(
                    shown,
                    "is there and is not an ordinary file",
                    "Maybe choose another name, or - for standard output.");
        }
        if (!replace) {
            throw new CannotWrite(shown, "is there already", "Maybe choose a new name, or replace it with --force.");
        }
    }

    /** The empty file to write into. */
    Path place() {
        return staging.place();
    }

    /**
     * Puts the file in its place, whole.
     *
     * @throws CannotWrite if that fails; what was there before is still there then
     */
    void publish() {
        try {
            staging.force();
            check(target, target, replace);
            if (replace || !linked()) {
                Files.move(place(), target, StandardCopyOption.ATOMIC_MOVE);
            }
            Staging.forceFolder(target.getParent());
        } catch (IOException e) {
            throw new CannotWrite(target, e);
        }
    }

    /** Puts a new file in its place without replacing one that another run put there a moment ago, if the system has links. */
    private boolean linked() throws IOException {
        try {
            Files.createLink(target, place());
        } catch (FileAlreadyExistsException e) {
            throw new CannotWrite(target, "is there already", "Maybe choose a new name, or replace it with --force.");
        } catch (UnsupportedOperationException | IOException e) {
            return false;
        }
        Files.delete(place());
        return true;
    }

    @Override
    public void close() {
        staging.close();
    }
}
