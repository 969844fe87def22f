package org.unstuck.viz.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder of results that appears whole or not at all. Everything is written into a hidden folder beside it; {@link #publish}
 * forces it to the disk and renames it. Closing without having published leaves nothing behind.
 */
final class OutputFolder implements AutoCloseable {

    /** Present in every folder of results: only a folder that has it is ever replaced. */
    static final String MARK = "result.json";

    private final Path target;
    private final boolean numbered;
    private final boolean replace;
    private final Staging staging;

    private OutputFolder(Path target, boolean numbered, boolean replace) {
        this.target = target.toAbsolutePath().normalize();
        this.numbered = numbered;
        this.replace = replace;
        this.staging = Staging.folder(this.target);
    }

    /**
     * The folder {@code wanted}: new, or there and empty, or with {@code replace} an earlier folder of results.
     *
     * @throws CannotWrite if it is anything else, or cannot be made
     */
    static OutputFolder at(Path wanted, boolean replace) {
        Path target = wanted.toAbsolutePath().normalize();
        if (target.getFileName() == null) {
            throw new CannotWrite(wanted, "is the root of the file system", "Maybe give a new name inside it.");
        }
        if (target.equals(Path.of("").toAbsolutePath().normalize())) {
            // It would be replaced by a new folder, and the shell would be left in one that is gone.
            throw new CannotWrite(wanted, "is the folder you are in", "Maybe give a new name inside it.");
        }
        Staging.tidyUp(target);
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            checkUsable(wanted, target, replace);
        }
        return new OutputFolder(target, false, replace);
    }

    /**
     * The next free of {@code parent/name-001}, {@code parent/name-002}, ...; the number is taken when the results are whole,
     * so that runs at the same time never get the same.
     *
     * @throws CannotWrite if {@code parent} cannot be made or written
     */
    static OutputFolder numbered(Path parent, String name) {
        Staging.tidyUp(parent.resolve(name).toAbsolutePath().normalize());
        return new OutputFolder(parent.resolve(name), true, false);
    }

    private static void checkUsable(Path shown, Path target, boolean replace) {
        if (Files.isSymbolicLink(target)) {
            throw new CannotWrite(shown, "is a symbolic link", "Maybe give the folder that it points to.");
        }
        if (!Files.isDirectory(target)) {
            throw new CannotWrite(shown, "is a file, but a folder is needed", "Maybe choose another name.");
        }
        try {
            if (!Files.isWritable(target)) {
                throw new CannotWrite(shown, "is write-protected", "Maybe choose another folder.");
            }
            if (isMounted(target)) {
                throw new CannotWrite(shown, "is a mounted file system", "Maybe give a new name inside it.");
            }
            if (isEmpty(target)) {
                return;
            }
        } catch (IOException e) {
            throw new CannotWrite(shown, e);
        }
        if (!replace) {
            throw new CannotWrite(shown, "is not empty", "Maybe choose a new name, or replace it with --force.");
        }
        if (!Files.isRegularFile(target.resolve(MARK), LinkOption.NOFOLLOW_LINKS)) {
            throw new CannotWrite(
                    shown,
                    "is not empty and has no " + MARK + ": --force replaces only results",
                    "Maybe choose a new name.");
        }
    }

    /** A mounted folder can be neither renamed nor replaced. */
    private static boolean isMounted(Path folder) {
        try {
            return !Files.getFileStore(folder).equals(Files.getFileStore(folder.getParent()));
        } catch (IOException e) {
            return false; // Some containers do not tell; then the rename will.
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    /** The empty folder to write into. */
    Path place() {
        return staging.place();
    }

    /**
     * Puts the results in their place, whole.
     *
     * @return the folder they are in now
     * @throws CannotWrite if that fails; what was there before is still there then
     */
    Path publish() {
        try {
            staging.force();
            Path published = numbered ? publishNumbered() : publishAt(target);
            Staging.forceFolder(published.getParent());
            return published;
        } catch (IOException e) {
            throw new CannotWrite(target, e);
        }
    }

    private Path publishNumbered() throws IOException {
        for (int number = highest() + 1; ; number++) {
            Path free = target.resolveSibling(name(number));
            if (!Files.exists(free, LinkOption.NOFOLLOW_LINKS)) {
                try {
                    return Files.move(place(), free, StandardCopyOption.ATOMIC_MOVE);
                } catch (FileSystemException e) {
                    if (!Files.exists(free, LinkOption.NOFOLLOW_LINKS)) {
                        throw e;
                    }
                    // Another run took this number in the meantime.
                }
            }
        }
    }

    private String name(int number) {
        String digits = Integer.toString(number);
        return target.getFileName() + "-" + "0".repeat(Math.max(0, 3 - digits.length())) + digits;
    }

    private int highest() throws IOException {
        Pattern form = Pattern.compile(Pattern.quote(target.getFileName() + "-") + "([0-9]{3,9})");
        try (Stream<Path> entries = Files.list(target.getParent())) {
            return entries.map(entry -> form.matcher(entry.getFileName().toString()))
                    .filter(Matcher::matches)
                    .mapToInt(match -> Integer.parseInt(match.group(1)))
                    .max()
                    .orElse(0);
        }
    }

    private Path publishAt(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return Files.move(place(), folder, StandardCopyOption.ATOMIC_MOVE);
        }
        keepPermissions(folder);
        if (isEmpty(folder)) {
            // Unlike a replacing move, this works on every system; it fails if the folder is no longer empty.
            Files.delete(folder);
            return Files.move(place(), folder, StandardCopyOption.ATOMIC_MOVE);
        }
        checkUsable(folder, folder, replace);
        Path old = staging.old();
        Files.move(folder, old, StandardCopyOption.ATOMIC_MOVE);
        try {
            Files.move(place(), folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            putBack(old, folder);
            throw e;
        }
        Staging.remove(old);
        return folder;
    }

    private static void putBack(Path old, Path folder) throws IOException {
        try {
            Files.move(old, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // Another run replaced the same results in this moment: its new ones are there.
            if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                Staging.remove(old);
            }
        }
    }

    private void keepPermissions(Path earlier) throws IOException {
        PosixFileAttributeView of =
                Files.getFileAttributeView(earlier, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (of != null) {
            Files.setPosixFilePermissions(place(), of.readAttributes().permissions());
        }
    }

    @Override
    public void close() {
        staging.close();
    }
}
