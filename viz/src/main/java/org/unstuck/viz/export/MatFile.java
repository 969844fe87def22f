package org.unstuck.viz.export;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.unstuck.describe.Invalid;

/**
 * MATLAB 5 file (MathWorks, MAT-File Format, version 5), uncompressed and little-endian. MATLAB counts the first dimension
 * fastest, so {@code values} is indexed {@code (outcome, patient, scan, arm, run)}; texts are cell arrays.
 */
public final class MatFile {

    private static final int HEADER = 128;
    private static final int TEXT = 124;
    private static final int INT8 = 1;
    private static final int UINT16 = 4;
    private static final int INT32 = 5;
    private static final int UINT32 = 6;
    private static final int DOUBLE = 9;
    private static final int MATRIX = 14;
    private static final int CELL_CLASS = 1;
    private static final int CHAR_CLASS = 4;
    private static final int DOUBLE_CLASS = 6;
    private static final int TAG = 8;

    private MatFile() {}

    /**
     * Writes {@code arrays} into {@code file}.
     *
     * @throws IOException if it cannot be written
     * @throws Invalid if the values need more than 2 GiB, which the format does not hold
     */
    public static void write(SweepArrays arrays, Path file) throws IOException {
        int[] c = arrays.dimensions();
        long size = Double.BYTES;
        int[] reversed = new int[c.length];
        for (int k = 0; k < c.length; k++) {
            reversed[k] = c[c.length - 1 - k];
            size *= c[k];
        }
        byte[] head = head("values", DOUBLE_CLASS, reversed);
        if (size + head.length + TAG > Integer.MAX_VALUE) {
            throw new Invalid(
                    "these results need more than 2 GiB, which a .mat file cannot hold.", "Maybe --format npz.");
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(header());
            tag(out, MATRIX, (int) (head.length + TAG + size));
            out.write(head);
            tag(out, DOUBLE, (int) size);
            arrays.values(values -> out.write(bytes(values)));
            for (Map.Entry<String, Object> label : arrays.labels().entrySet()) {
                out.write(element(label.getKey(), label.getValue()));
            }
        }
    }

    private static byte[] header() {
        byte[] header = new byte[HEADER];
        Arrays.fill(header, 0, TEXT - Long.BYTES, (byte) ' ');
        byte[] text = "MATLAB 5.0 MAT-file, written by Unstuck".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(text, 0, header, 0, text.length);
        header[TEXT] = 0;
        header[TEXT + 1] = 1; // Version 0x0100, little-endian.
        header[TEXT + 2] = 'I';
        header[TEXT + 3] = 'M';
        return header;
    }

    private static byte[] element(String name, Object label) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (label instanceof double[] numbers) {
            body.write(head(name, DOUBLE_CLASS, numbers.length, 1));
            data(body, DOUBLE, bytes(numbers));
        } else if (label instanceof String[] texts) {
            body.write(head(name, CELL_CLASS, texts.length, 1));
            for (String text : texts) {
                body.write(element("", text));
            }
        } else {
            String text = (String) label;
            body.write(head(name, CHAR_CLASS, text.isEmpty() ? 0 : 1, text.length()));
            data(body, UINT16, text.getBytes(StandardCharsets.UTF_16LE));
        }
        ByteArrayOutputStream element = new ByteArrayOutputStream();
        tag(element, MATRIX, body.size());
        body.writeTo(element);
        return element.toByteArray();
    }

    /** Class, dimensions and name of a variable. */
    private static byte[] head(String name, int kind, int... dimensions) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        data(head, UINT32, ints(kind, 0));
        data(head, INT32, ints(dimensions));
        data(head, INT8, name.getBytes(StandardCharsets.US_ASCII));
        return head.toByteArray();
    }

    /** An element of data, padded to eight bytes. */
    private static void data(OutputStream out, int type, byte[] bytes) throws IOException {
        tag(out, type, bytes.length);
        out.write(bytes);
        out.write(new byte[Math.floorMod(-bytes.length, TAG)]);
    }

    private static void tag(OutputStream out, int type, int length) throws IOException {
        out.write(ints(type, length));
    }

    private static byte[] ints(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(values);
        return bytes.array();
    }

    private static byte[] bytes(double[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(values);
        return bytes.array();
    }
}
