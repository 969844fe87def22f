package org.unstuck.viz.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A recording as NumPy array file (format 1.0 to 3.0, as documented in {@code numpy.lib.format}): two dimensions, samples x regions,
 * float32 or float64 of either byte order, C or Fortran order. The header is read by a pattern, never evaluated; the size must
 * fit to the byte.
 */
final class NpyFile {

    static final String ENDING = ".npy";

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int PREFIX = 8;
    private static final int LONGEST_HEADER = 1 << 16;

    private static final Pattern HEADER = Pattern.compile(
            "\\{'descr': '([^']*)', 'fortran_order': (True|False), " + "'shape': \\(([0-9, ]*)\\), ?\\} *\\n");

    private static final Pattern TWO = Pattern.compile("([0-9]{1,9}), ([0-9]{1,9})");

    private final Path file;

    private NpyFile(Path file) {
        this.file = file;
    }

    static Recorded read(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            return new NpyFile(file).read(channel);
        } catch (IOException e) {
            throw CsvLines.unreadable(file, e);
        }
    }

    private Recorded read(FileChannel channel) throws IOException {
        long size = channel.size();
        if (size > Recorded.LARGEST_FILE) {
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

    private Recorded read(FileChannel channel, long size, long start, String header) throws IOException {
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
                    "the shape is (" + m.group(3).strip() + "), two dimensions (samples, regions) are needed.",
                    "Maybe choose one subject: x[0].");
        }
        int samples = Integer.parseInt(shape.group(1));
        int regions = Integer.parseInt(shape.group(2));
        checkSize(samples, regions);
        int width = type.charAt(2) - '0';
        long expected = start + (long) samples * regions * width;
        if (size != expected) {
            throw wrong(
                    "the file has " + size + " bytes, " + samples + " x " + regions + " numbers need " + expected + ".",
                    "Maybe the file was cut.");
        }
        ByteBuffer data = bytes(channel, start, samples * regions * width)
                .order(type.charAt(0) == '<' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        double[][] values = new double[samples][regions];
        boolean fortran = m.group(2).equals("True");
        for (int k = 0; k < samples * regions; k++) {
            int t = fortran ? k % samples : k / regions;
            int i = fortran ? k / samples : k % regions;
            values[t][i] = width == Float.BYTES ? data.getFloat() : data.getDouble();
            if (!Double.isFinite(values[t][i])) {
                throw Recorded.wrong(
                        file,
                        t + 1,
                        i + 1,
                        "sample " + t + " of column " + i + " (both from 0) is " + values[t][i]
                                + ", values must be finite numbers.",
                        "Maybe cut the recording there; nothing is filled in.");
            }
        }
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= regions; i++) {
            names.add("r" + i);
        }
        return new Recorded(names, values);
    }

    private void checkSize(int samples, int regions) {
        if (regions < 2) {
            throw wrong(
                    "there are " + regions + " columns, at least 2 regions are needed.", "Maybe reshape the array.");
        }
        if (samples == 0) {
            throw wrong("there is no sample.", "Maybe an empty selection was saved.");
        }
        if (regions > Recorded.MOST_REGIONS
                || samples > Recorded.MOST_SAMPLES
                || (long) samples * regions > Recorded.MOST_NUMBERS) {
            throw wrong(
                    samples + " samples x " + regions + " regions, at most " + Recorded.MOST_SAMPLES + ", "
                            + Recorded.MOST_REGIONS + " and " + Recorded.MOST_NUMBERS + " numbers in all are read.",
                    regions > samples ? "Maybe the array is transposed: x.T." : "Maybe take every second sample.");
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
        return Recorded.wrong(file, 0, 0, problem, maybe);
    }
}
