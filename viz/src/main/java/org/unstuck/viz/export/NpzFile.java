package org.unstuck.viz.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * NumPy archive: a zip of .npy files, format 1.0 (as documented in {@code numpy.lib.format}), little-endian, C order. {@code
 * x = numpy.load("values.npz"); x["values"]} is indexed {@code [run, arm, scan, patient, outcome]}.
 */
public final class NpzFile {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int ALIGNMENT = 64;
    private static final Charset UTF_32 = Charset.forName("UTF-32LE");
    /** The same in every archive, so that equal results give equal bytes. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private NpzFile() {}

    /**
     * Writes {@code arrays} into {@code file}.
     *
     * @throws IOException if it cannot be written
     */
    public static void write(SweepArrays arrays, Path file) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            zip.setLevel(Deflater.BEST_SPEED);
            begin(zip, "values", "<f8", arrays.dimensions());
            arrays.values(values -> zip.write(bytes(values)));
            zip.closeEntry();
            for (Map.Entry<String, Object> label : arrays.labels().entrySet()) {
                write(zip, label.getKey(), label.getValue());
                zip.closeEntry();
            }
        }
    }

    private static void write(ZipOutputStream zip, String name, Object label) throws IOException {
        if (label instanceof double[] numbers) {
            begin(zip, name, "<f8", numbers.length);
            zip.write(bytes(numbers));
            return;
        }
        String[] texts = (String[]) label;
        int longest = Arrays.stream(texts)
                .mapToInt(t -> t.codePointCount(0, t.length()))
                .max()
                .orElse(1);
        int width = Math.max(1, longest);
        begin(zip, name, "<U" + width, texts.length);
        for (String text : texts) {
            zip.write(Arrays.copyOf(text.getBytes(UTF_32), width * Integer.BYTES));
        }
    }

    private static void begin(ZipOutputStream zip, String name, String type, int... shape) throws IOException {
        ZipEntry entry = new ZipEntry(name + ".npy");
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        StringBuilder header = new StringBuilder("{'descr': '" + type + "', 'fortran_order': False, 'shape': (");
        for (int n : shape) {
            header.append(n).append(',').append(' ');
        }
        header.append("), }");
        int unpadded = MAGIC.length + Short.BYTES + header.length() + 1;
        header.append(" ".repeat(Math.floorMod(-unpadded, ALIGNMENT))).append('\n');
        zip.write(MAGIC);
        short16(zip, header.length());
        zip.write(header.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void short16(OutputStream out, int value) throws IOException {
        out.write(value & 0xFF);
        out.write(value >>> Byte.SIZE);
    }

    private static byte[] bytes(double[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(values);
        return bytes.array();
    }
}
