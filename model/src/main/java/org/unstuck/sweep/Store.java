package org.unstuck.sweep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The results of a study in a folder: one log per shard, opened by at most one process at a time. On opening, every log of the
 * folder is read and checked, so that no run is computed that any process has finished before. Memory: one bit per run.
 *
 * <p>Not more than one thread at a time may {@link #add}; the methods see to that.
 */
public final class Store implements AutoCloseable {

    /** Runs of one study that can be told apart: one bit each. */
    public static final long MOST_TASKS = Integer.MAX_VALUE - 8L;

    private static final Pattern LOG = Pattern.compile("results-[0-9]+-of-[0-9]+\\.log");
    private static final String LOCK = "lock";
    /** Damaged lines that are listed; all are counted. */
    private static final int MOST_LISTED = 20;

    private final Path folder;
    private final Study study;
    private final Keys keys;
    private final Shard shard;
    private final boolean retryFailed;
    private final List<FileLock> locks = new ArrayList<>();
    private final BitSet done = new BitSet();
    private final BitSet failed = new BitSet();
    private final List<String> damages = new ArrayList<>();
    private long damaged;
    private long torn;
    private Log log;
    private long wholeOwn;
    private boolean unforced;

    private Store(Path folder, Study study, Shard shard, boolean retryFailed) {
        this.folder = folder;
        this.study = study;
        this.keys = new Keys(study);
        this.shard = shard;
        this.retryFailed = retryFailed;
    }

    /** Another process works on the same results. */
    public static final class InUse extends RuntimeException {
        private static final long serialVersionUID = 1L;

        InUse(String message) {
            super(message);
        }
    }

    /**
     * Opens the results of {@code study} in a folder that is there, to go on.
     *
     * @param shard the runs that are added here
     * @param retryFailed whether runs that failed are to be computed again
     * @throws InUse if another process has opened them
     * @throws UncheckedIOException if the folder cannot be read or written
     */
    public static Store open(Path folder, Study study, Shard shard, boolean retryFailed) {
        Store store = new Store(folder, study, shard, retryFailed);
        try {
            store.lock();
            store.readLogs();
            store.log = Log.append(store.own(), store.wholeOwn);
            return store;
        } catch (IOException e) {
            store.unlock();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            store.unlock();
            throw e;
        }
    }

    /** One process for the whole, or one for each shard: the lock of the folder is shared by shards. */
    private void lock() throws IOException {
        boolean whole = shard.equals(Shard.ALL);
        lock(folder.resolve(LOCK), !whole);
        if (!whole) {
            lock(folder.resolve(own().getFileName() + "." + LOCK), false);
        }
    }

    private void lock(Path file, boolean shared) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock(0, Long.MAX_VALUE, shared);
            if (lock != null) {
                locks.add(lock);
                return;
            }
        } catch (OverlappingFileLockException e) {
            // In this process: the same answer.
        }
        channel.close();
        throw new InUse("another process is computing "
                + (shard.equals(Shard.ALL) ? "these results" : "part " + shard + " of these results or all of them")
                + ".");
    }

    private void unlock() {
        for (FileLock lock : locks) {
            try {
                lock.acquiredBy().close();
            } catch (IOException e) {
                // The system frees it at the end of the process.
            }
        }
        locks.clear();
    }

    private Path own() {
        return folder.resolve("results-" + shard.part() + "-of-" + shard.of() + ".log");
    }

    /** The logs in a folder of results, in the order of their names. */
    public static List<Path> logs(Path folder) throws IOException {
        List<Path> logs = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (LOG.matcher(folder.relativize(entry).toString()).matches()) {
                    logs.add(entry);
                }
            }
        }
        Collections.sort(logs);
        return logs;
    }

    private void readLogs() throws IOException {
        for (Path file : logs(folder)) {
            boolean mine = file.equals(own());
            Log.read(file, (number, offset, bytes, ended) -> {
                if (ended) {
                    take(file, number, bytes);
                    wholeOwn = mine ? offset + bytes.length + 1 : wholeOwn;
                } else {
                    torn++;
                }
            });
        }
    }

    private void take(Path file, long number, byte[] bytes) {
        long index = Line.task(bytes);
        if (index >= 0 && index < study.tasks() && keys.of(study.task(index)).equals(Line.key(bytes))) {
            mark((int) index, Line.isFailure(bytes));
            return;
        }
        damaged++;
        if (damages.size() < MOST_LISTED) {
            damages.add(file.getFileName() + ", line " + number + ": " + describe(index, bytes));
        }
    }

    private String describe(long index, byte[] bytes) {
        if (index >= 0) {
            return "the row of run " + index + " belongs to another study or version; it is left out";
        }
        long number = Line.number(bytes);
        String whose = number < 0 || number >= study.tasks() ? "the row" : "the row of run " + number;
        return whose + " is damaged (checksum); it is computed again";
    }

    /** A run that succeeded once has succeeded, whatever came before or comes after. */
    private void mark(int index, boolean failure) {
        if (!failure) {
            done.set(index);
            failed.clear(index);
        } else if (!done.get(index)) {
            failed.set(index);
        }
    }

    /** The study. */
    public Study study() {
        return study;
    }

    /** The folder. */
    public Path folder() {
        return folder;
    }

    /** Damaged lines, the first 20 of them: file, line, which row, what is wrong. */
    public List<String> damages() {
        return List.copyOf(damages);
    }

    /** Number of damaged lines. */
    public long damaged() {
        return damaged;
    }

    /** Number of lines at the end of a log that were torn by a crash. */
    public long torn() {
        return torn;
    }

    /** Number of runs of all shards that are stored, failures included. */
    public synchronized long stored() {
        return (long) done.cardinality() + failed.cardinality();
    }

    /** Number of runs of all shards that failed. */
    public synchronized long failures() {
        return failed.cardinality();
    }

    /** Number of runs of this shard that are still to be computed. */
    public synchronized long pending() {
        long pending = 0;
        for (long task = next(0); task >= 0; task = next(task + 1)) {
            pending++;
        }
        return pending;
    }

    /** The first run of this shard at or after {@code task} that is still to be computed; -1 if there is none. */
    public synchronized long next(long task) {
        long all = study.tasks();
        for (long t = shard.from(task); t < all; t += shard.of()) {
            boolean there = done.get((int) t) || !retryFailed && failed.get((int) t);
            if (!there) {
                return t;
            }
        }
        return -1;
    }

    /** Whether run {@code task} is stored and did not fail. */
    public synchronized boolean isDone(long task) {
        return done.get((int) task);
    }

    /**
     * Appends a result; when this returns, the end of the process cannot take it away.
     *
     * @param line as {@link Line} writes it
     * @throws UncheckedIOException if the system refuses, as on a full disk
     */
    public synchronized void add(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        long index = Line.task(bytes);
        if (index < 0 || !keys.of(study.task(index)).equals(Line.key(bytes))) {
            throw new IllegalArgumentException("a line that is no result of this study");
        }
        if (done.get((int) index)) {
            return; // Computed twice, as after the loss of an executor: equal by content, stored once.
        }
        try {
            log.append(line);
            unforced = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        mark((int) index, Line.isFailure(bytes));
    }

    /**
     * Adds every result of this study that the logs of another folder hold.
     *
     * @throws IOException if they cannot be read
     */
    public void copy(Path other) throws IOException {
        for (Path file : logs(other)) {
            Log.read(file, (number, offset, bytes, ended) -> {
                long index = ended ? Line.task(bytes) : -1;
                boolean ours = index >= 0
                        && index < study.tasks()
                        && keys.of(study.task(index)).equals(Line.key(bytes));
                if (ours && !(Line.isFailure(bytes) && isStored(index))) {
                    add(new String(bytes, StandardCharsets.UTF_8));
                } else if (!ours) {
                    take(other.resolve(file.getFileName()), number, bytes);
                }
            });
        }
    }

    private synchronized boolean isStored(long task) {
        return done.get((int) task) || failed.get((int) task);
    }

    /**
     * Forces what was added to the disk, so that even a power failure cannot take it away. The disk may take its time: meanwhile other threads
     * add and ask for runs.
     */
    public void force() {
        synchronized (this) {
            if (!unforced) {
                return;
            }
            unforced = false;
        }
        try {
            log.force();
        } catch (IOException e) {
            synchronized (this) {
                unforced = true;
            }
            throw new UncheckedIOException(e);
        }
    }

    /** Told of results. */
    public interface Visitor {
        /** One result. */
        void visit(Task task, Result result) throws IOException;
    }

    /**
     * Shows every stored run once, in the order of its number, whatever the order in which they were computed.
     *
     * @throws UncheckedIOException if a log cannot be read
     */
    public void visit(Visitor visitor) {
        try {
            new InOrder(study, keys, logs(folder)).visit(visitor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            force();
            log.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            unlock();
        }
    }
}
