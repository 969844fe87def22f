package org.unstuck.viz.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.unstuck.claim.Draw;
import org.unstuck.claim.DrawTable;
import org.unstuck.describe.Invalid;
import org.unstuck.study.Table;
import org.unstuck.table.CsvLines;

/**
 * Draws that are there already, in a file beside the results: a run that is ended at any moment goes on from here. A line that was torn by
 * the end of a process is cut off and its draw computed again.
 */
final class DrawLog implements AutoCloseable {

    private final Path file;
    private final DrawTable table;
    private final FileChannel channel;
    private final TreeMap<Long, Draw> draws = new TreeMap<>();

    private DrawLog(Path file, DrawTable table, FileChannel channel) {
        this.file = file;
        this.table = table;
        this.channel = channel;
    }

    /**
     * The log in {@code file}, new or there.
     *
     * @throws CannotWrite if it cannot be read or written, or another process has it open
     * @throws Invalid if a row is damaged or belongs to another study
     */
    static DrawLog open(Path file, DrawTable table) {
        try {
            if (file.toAbsolutePath().getParent() != null) {
                Files.createDirectories(file.toAbsolutePath().getParent());
            }
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                FileLock lock = channel.tryLock();
                if (lock == null) {
                    throw new OverlappingFileLockException();
                }
            } catch (OverlappingFileLockException e) {
                channel.close();
                throw new CannotWrite(file, "is in use by another run of this study", "Maybe wait for it.");
            }
            DrawLog log = new DrawLog(file, table, channel);
            try {
                log.read();
            } catch (RuntimeException | IOException e) {
                channel.close();
                throw e;
            }
            return log;
        } catch (IOException e) {
            throw new CannotWrite(file, e);
        }
    }

    private void read() throws IOException {
        long whole = wholeBytes();
        channel.truncate(whole);
        channel.position(whole);
        if (whole == 0) {
            new Table("draws", table.header(), rows -> {}).csv(this::append);
            return;
        }
        try (CsvLines lines = CsvLines.open(file)) {
            lines.next();
            for (List<CsvLines.Cell> row = lines.next(); row != null; row = lines.next()) {
                try {
                    Draw draw = table.draw(row.stream().map(CsvLines.Cell::text).toList());
                    draws.put(draw.index(), draw);
                } catch (Invalid e) {
                    throw new Invalid(
                            Shown.path(file) + ", line " + lines.line() + ": " + e.problem(),
                            e.maybe().isEmpty()
                                    ? "Maybe delete this file, and the draws are computed again."
                                    : e.maybe());
                }
            }
        }
    }

    /** Bytes up to and with the last line feed. */
    private long wholeBytes() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    /** The draws in the order of their numbers. */
    synchronized List<Draw> draws() {
        return new ArrayList<>(draws.values());
    }

    /** Appends a draw; when this returns, the end of the process cannot take it away. */
    synchronized void add(Draw draw) {
        draws.put(draw.index(), draw);
        List<String> lines = new ArrayList<>();
        new Table("draw", List.of("-"), rows -> rows.accept(table.row(draw))).csv(lines::add);
        append(lines.get(1));
    }

    private void append(String line) {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file. */
    Path file() {
        return file;
    }

    /** Removes the log; its draws are in the results now. */
    void delete() {
        close();
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new CannotWrite(file, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new CannotWrite(file, e);
        }
    }
}
