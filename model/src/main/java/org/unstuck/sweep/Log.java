package org.unstuck.sweep;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of results to which lines are only ever appended. Each line ends with its own checksum, so that a line that was torn by
 * a crash, or damaged later, is recognised and all others are kept. A line is handed to the system with one write: it survives
 * the end of the process at any moment. {@link #force} makes it survive the end of the machine.
 */
final class Log implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    /** Not a channel: those close themselves when a thread is interrupted, as by Ctrl-C. */
    private final RandomAccessFile file;

    private long end;

    private Log(RandomAccessFile file, long end) {
        this.file = file;
        this.end = end;
    }

    /** Told of every line of a file. */
    interface Reader {
        /**
         * One line.
         *
         * @param number from 1
         * @param offset of its first byte
         * @param bytes the line without its end
         * @param ended false for bytes after the last line end: a line that was torn
         */
        void line(long number, long offset, byte[] bytes, boolean ended) throws IOException;
    }

    /** Reads {@code file} from its beginning. */
    static void read(Path file, Reader reader) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            long number = 1;
            long offset = 0;
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (b != '\n') {
                    line.write(b);
                    continue;
                }
                reader.line(number++, offset, line.toByteArray(), true);
                offset += line.size() + 1;
                line.reset();
            }
            if (line.size() > 0) {
                reader.line(number, offset, line.toByteArray(), false);
            }
        }
    }

    /**
     * Opens {@code path} to append; it is made if it is not there.
     *
     * @param whole length up to the end of the last line; what is behind it is cut off
     */
    static Log append(Path path, long whole) throws IOException {
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        if (file.length() > whole) {
            file.setLength(whole);
        }
        file.seek(whole);
        return new Log(file, whole);
    }

    /**
     * Appends a line. If it cannot be written as a whole, what was written of it is taken back.
     *
     * @throws IOException if the system refuses, as on a full disk
     */
    void append(String line) throws IOException {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            file.write(bytes);
            end += bytes.length;
        } catch (IOException e) {
            takeBack();
            throw e;
        }
    }

    private void takeBack() {
        try {
            file.setLength(end);
            file.seek(end);
        } catch (IOException e) {
            // The torn line is recognised by its checksum and cut off when the sweep goes on.
        }
    }

    /** Forces everything appended so far to the disk. */
    void force() throws IOException {
        file.getFD().sync();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
