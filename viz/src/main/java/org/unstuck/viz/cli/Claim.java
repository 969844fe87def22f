package org.unstuck.viz.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Says that the process which works at a place is alive: a locked file beside it. The system takes the lock away when the process
 * ends, however it ends; whoever gets the lock then may tidy up. Numbers of processes would not do: they come again, and
 * other machines have their own. Where a file system has no locks, nothing is ever tidied up.
 */
final class Claim implements AutoCloseable {

    static final String ENDING = ".lock";

    /** Locks of this process. Opening one again and closing it would give it up (POSIX). */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private Claim(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** A claim on {@code place}, or null if somebody else has or had it. */
    static Claim on(Path place) throws IOException {
        Path file = place.resolveSibling(place.getFileName() + ENDING);
        if (!OWN.add(file)) {
            return null;
        }
        FileChannel channel;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            OWN.remove(file);
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                throw e;
            }
            return null;
        } catch (IOException e) {
            OWN.remove(file);
            throw e;
        }
        if (isLost(channel) || !Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            channel.close(); // Somebody took it for abandoned between the two steps, and removes it.
            OWN.remove(file);
            return null;
        }
        return new Claim(file, channel);
    }

    private static boolean isLost(FileChannel channel) {
        try {
            return channel.tryLock() == null;
        } catch (IOException e) {
            return false; // No locks here: nobody else gets one either.
        }
    }

    /** Does {@code tidyUp} and removes the claim in {@code file} if its process is no longer there. */
    static void ifAbandoned(Path file, Runnable tidyUp) {
        if (OWN.contains(file)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            if (channel.tryLock() != null) {
                tidyUp.run();
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // Gone in the meantime, or nothing can be said about it: left alone.
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
            channel.close();
            Files.deleteIfExists(file); // Windows removes no file that is open.
        } catch (IOException e) {
            // The next run takes it away.
        }
        OWN.remove(file);
    }
}
