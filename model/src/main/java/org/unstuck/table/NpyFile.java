package org.unstuck.table;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table as NumPy array file (format 1.0 to 3.0, as documented in {@code numpy.lib.format}): two dimensions, float32 or float64 of
 * either byte order, C or Fortran order. The header is read by a pattern, never evaluated; the size must fit to the byte, and nothing
 * is allocated because a header claims it.
 */
public final class NpyFile {

    /**
     * What is expected.
     *
     * @param row what a row is, as in "sample"
     * @param column what a column is, as in "region"
     * @param mostRows more are refused
     * @param mostColumns more are refused
     * @param mostNumbers more in all are refused
     * @param tooMany a suggestion for what is refused so
     */
    public record Shape(String row, String column, int mostRows, int mostColumns, int mostNumbers, String tooMany) {}

    /** How names of such files end. */
    public static final String ENDING = ".npy";

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int PREFIX = 8;
    private static final int LONGEST_HEADER = 1 << 16;

    private static final Pattern HEADER = Pattern.compile(
            "\\{'descr': '([^']*)', 'fortran_order': (True|False), " + "'shape': \\(([0-9, ]*)\\), ?\\} *\\n");

    private static final Pattern TWO = Pattern.compile("([0-9]{1,9}), ([0-9]{1,9})");

    private static final long LARGEST_FILE = 1L << 30;

    private final String file;
    private final Shape expected;

    private NpyFile(String file, Shape expected) {
        this.file = file;
        this.expected = expected;
    }

    /** Whether {@code bytes} begin as such a file. */
    public static boolean begins(byte[] bytes) {
        return bytes.length >= MAGIC.length && Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    /**
     * The numbers {@code values[row][column]}, all finite.
     *
     * @throws org.unstuck.scenario.BadScenario if it cannot be read, or is not such a table
     */
    public static double[][] read(Path file, Shape expected) {
        String name = file.toString();
        try (FileChannel channel = FileChannel.open(file)) {
            return new NpyFile(name, expected).read(channel);
        } catch (IOException e) {
            throw Misread.unreadable(name, e);
        }
    }

    private double[][] read(FileChannel channel) throws IOException {
        long size = channel.size();
        if (size > LARGEST_FILE) {
            throw wrong("the file is larger than 1 GiB.", "Maybe average voxels into regions.");
        }
        if (size == 0) {
            throw wrong("the file is empty.", "Maybe it was not written to the end.");
        }
        ByteBuffer prefix = bytes(channel, 0, (int) Math.min(size, PREFIX + Integer.BYTES));
        for (int k = 0; k < MAGIC.length; k++) {
            if (prefix.remaining() <= PREFIX + 1 || prefix.get(k) != MAGIC[k]) {
                throw wrong("the file does not begin as a .npy file.", "Maybe it is .npz or text under another name.");
            }
        }
        int version = prefix.get(MAGIC.length);
        if (version < 1 || version > 3) {
            throw wrong("format version " + version + " is unknown, 1 to 3 are read.", "Maybe save it again.");
        }
        int lengthBytes = version == 1 ? Short.BYTES : Integer.BYTES;
        long length = version == 1 ? prefix.getShort(PREFIX) & 0xFFFF : prefix.getInt(PREFIX) & 0xFFFFFFFFL;
        long start = PREFIX + lengthBytes + length;
        if (length > LONGEST_HEADER || start > size) {
            throw wrong("the header claims " + length + " bytes.", "Maybe the file was cut.");
        }
        byte[] header = new byte[(int) length];
        bytes(channel, PREFIX + lengthBytes, (int) length).get(header);
        return read(channel, size, start, new String(header, StandardCharsets.UTF_8));
    }

    private double[][] read(FileChannel channel, long size, long start, String header) throws IOException {
        Matcher m = HEADER.matcher(header);
        if (!m.matches()) {
            throw wrong("the header is not that of a plain array.", "Maybe save it again with numpy.save.");
        }
        String type = m.group(1);
        if (!type.matches("[<>]f[48]")) {
            throw wrong(
                    "the numbers have type \"" + type + "\", float32 or float64 is needed.",
                    "Maybe numpy.save(name, x.astype(float)).");
        }
        Matcher shape = TWO.matcher(m.group(3).strip());
        if (!shape.matches()) {
            throw wrong(
                    "the shape is (" + m.group(3).strip() + "), two dimensions (" + expected.row() + "s, "
                            + expected.column() + "s) are needed.",
                    "Maybe choose one subject: x[0].");
        }
        int rows = Integer.parseInt(shape.group(1));
        int columns = Integer.parseInt(shape.group(2));
        checkSize(rows, columns);
        int width = type.charAt(2) - '0';
        long whole = start + (long) rows * columns * width;
        if (size != whole) {
            throw wrong(
                    "the file has " + size + " bytes, " + rows + " x " + columns + " numbers need " + whole + ".",
                    "Maybe the file was cut.");
        }
        ByteBuffer data = bytes(channel, start, rows * columns * width)
                .order(type.charAt(0) == '<' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        double[][] values = new double[rows][columns];
        boolean fortran = m.group(2).equals("True");
        for (int k = 0; k < rows * columns; k++) {
            int t = fortran ? k % rows : k / columns;
            int i = fortran ? k / rows : k % columns;
            values[t][i] = width == Float.BYTES ? data.getFloat() : data.getDouble();
            if (!Double.isFinite(values[t][i])) {
                throw Misread.at(
                        file,
                        t + 1,
                        i + 1,
                        expected.row() + " " + t + " of column " + i + " (both from 0) is " + values[t][i]
                                + ", values must be finite numbers.",
                        "Maybe cut the recording there; nothing is filled in.");
            }
        }
        return values;
    }

    private void checkSize(int rows, int columns) {
        if (columns < 2) {
            throw wrong(
                    "there are " + columns + " columns, at least 2 " + expected.column() + "s are needed.",
                    "Maybe reshape the array.");
        }
        if (rows == 0) {
            throw wrong("there is no row.", "Maybe an empty selection was saved.");
        }
        if (columns > expected.mostColumns()
                || rows > expected.mostRows()
                || (long) rows * columns > expected.mostNumbers()) {
            throw wrong(
                    rows + " " + expected.row() + "s x " + columns + " " + expected.column() + "s, at most "
                            + expected.mostRows() + ", " + expected.mostColumns() + " and " + expected.mostNumbers()
                            + " numbers in all are read.",
                    columns > rows ? "Maybe the array is transposed: x.T." : expected.tooMany());
        }
    }

    private static ByteBuffer bytes(FileChannel channel, long from, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, from + bytes.position()) < 0) {
                throw new IOException("the file became shorter while it was read");
            }
        }
        return bytes.flip();
    }

    private RuntimeException wrong(String problem, String maybe) {
        return Misread.at(file, 0, 0, problem, maybe);
    }
}
