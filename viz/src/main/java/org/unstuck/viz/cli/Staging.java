package org.unstuck.viz.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A hidden place beside the final one and on the same file system, where output grows until it is whole. Closing it removes
 * what is still there, and the folders that were made for it if nothing else is in them. Safe to close twice and from two
 * threads. Symbolic links are removed, never followed.
 */
final class Staging implements AutoCloseable {

    /** What is put behind the name of the place for what is being replaced. */
    private static final String OLD = ".old";

    private final Path place;
    private final Claim claim;
    private final List<Path> parentsMade;

    private Staging(Path place, Claim claim, List<Path> parentsMade) {
        this.place = place;
        this.claim = claim;
        this.parentsMade = parentsMade;
    }

    /** An empty hidden folder beside {@code target}, which is absolute. */
    static Staging folder(Path target) {
        return beside(target, true);
    }

    /** An empty hidden file beside {@code target}, which is absolute. */
    static Staging file(Path target) {
        return beside(target, false);
    }

    private static Staging beside(Path target, boolean folder) {
        List<Path> made = new ArrayList<>();
        try {
            makeParents(target.getParent(), made);
            return make(target, folder, made);
        } catch (IOException e) {
            removeEmpty(made);
            throw new CannotWrite(target, e);
        }
    }

    private static void makeParents(Path parent, List<Path> made) throws IOException {
        List<Path> missing = new ArrayList<>();
        for (Path p = parent; p != null && Files.notExists(p); p = p.getParent()) {
            missing.add(0, p);
        }
        for (Path p : missing) {
            try {
                Files.createDirectory(p);
                made.add(0, p);
            } catch (FileAlreadyExistsException e) {
                // Another run was faster: it is there, which is all that is needed.
            }
        }
    }

    private static Staging make(Path target, boolean folder, List<Path> made) throws IOException {
        String name = prefix(target) + ProcessHandle.current().pid();
        for (int again = 1; ; again++) {
            Path place = target.resolveSibling(again == 1 ? name : name + "-" + again);
            Claim claim = Claim.on(place);
            if (claim == null) {
                continue; // Another output of this process, or of one that had the same number.
            }
            try {
                return new Staging(folder ? Files.createDirectory(place) : Files.createFile(place), claim, made);
            } catch (FileAlreadyExistsException e) {
                claim.close();
                if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                    throw e;
                }
            } catch (IOException e) {
                claim.close();
                throw e;
            }
        }
    }

    private static String prefix(Path target) {
        return "." + target.getFileName() + ".tmp-";
    }

    /**
     * Tidies up after processes that were killed while they wrote {@code target}: what they had written is removed; results
     * that were just being replaced are put back.
     */
    static void tidyUp(Path target) {
        Pattern form = Pattern.compile(
                "(" + Pattern.quote(prefix(target)) + "[0-9]+(-[0-9]+)?)" + Pattern.quote(Claim.ENDING));
        try (Stream<Path> entries = Files.list(target.getParent())) {
            for (Path claim : entries.toList()) {
                Matcher named = form.matcher(claim.getFileName().toString());
                if (named.matches()) {
                    Path place = target.resolveSibling(named.group(1));
                    Claim.ifAbandoned(claim, () -> tidyUp(target, place));
                }
            }
        } catch (IOException e) {
            // No such folder yet, or it cannot be listed: writing will tell.
        }
    }

    private static void tidyUp(Path target, Path place) {
        Path old = old(place);
        if (Files.exists(old, LinkOption.NOFOLLOW_LINKS) && !Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            try {
                Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                return; // Nothing is removed that may be the only copy.
            }
        }
        remove(old);
        remove(place);
    }

    /** Where that which is being replaced waits until the new is in its place. */
    Path old() {
        return old(place);
    }

    private static Path old(Path place) {
        return place.resolveSibling(place.getFileName() + OLD);
    }

    /** Where to write. */
    Path place() {
        return place;
    }

    /** Forces everything written so far to the disk. */
    void force() throws IOException {
        Files.walkFileTree(place, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                try (FileChannel channel =
                        FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
                    channel.force(true);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException problem) throws IOException {
                forceFolder(folder);
                return super.postVisitDirectory(folder, problem);
            }
        });
    }

    /** Forces the entries of {@code folder} to the disk, where the system can do that (Windows cannot). */
    static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // The files themselves are safe; the rename is as durable as this system makes it.
        }
    }

    @Override
    public void close() {
        remove(place);
        claim.close();
        removeEmpty(parentsMade);
    }

    /** Removes {@code root} and everything in it, as far as possible; what a link points to stays. */
    static void remove(Path root) {
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException problem) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, IOException problem) throws IOException {
                    Files.deleteIfExists(folder);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            // Nobody to tell: what could not be removed stays hidden.
        }
    }

    private static void removeEmpty(List<Path> folders) {
        for (Path folder : folders) {
            try {
                Files.deleteIfExists(folder);
            } catch (IOException e) {
                return; // Something else is in it by now.
            }
        }
    }
}
