package org.unstuck.sweep;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * One result as one line of text: number of the run, key, {@code done} or {@code failed}, content, checksum (CRC-32C of all
 * before it), separated by tabs. Values are float64, little-endian, in Base64: exact, and quick to write and to read.
 */
public final class Line {

    private static final String DONE = "done";
    private static final String FAILED = "failed";
    private static final int FIELDS = 6;
    private static final int RADIX = 16;

    private Line() {}

    /** The line, without its end. */
    public static String of(Result result) {
        StringBuilder line = new StringBuilder();
        line.append(result.task()).append('\t').append(result.key()).append('\t');
        if (result instanceof Result.Failed failed) {
            line.append(FAILED).append('\t').append(escaped(failed.reason())).append('\t');
        } else {
            Result.Done done = (Result.Done) result;
            line.append(DONE)
                    .append('\t')
                    .append(shape(done.shape()))
                    .append(gaps(done.gaps()))
                    .append('\t');
            ByteBuffer bytes =
                    ByteBuffer.allocate(done.values().length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asDoubleBuffer().put(done.values());
            line.append(new String(Base64.getEncoder().encode(bytes.array()), StandardCharsets.ISO_8859_1));
        }
        line.append('\t');
        return line.append(checksum(line.toString().getBytes(StandardCharsets.UTF_8)))
                .toString();
    }

    /**
     * The number of the run that a line is about, if its checksum is right; -1 if not.
     *
     * @param bytes the line without its end
     */
    static long task(byte[] bytes) {
        int tab = lastTab(bytes);
        if (tab < 0) {
            return -1;
        }
        byte[] head = java.util.Arrays.copyOf(bytes, tab + 1);
        String sum = new String(bytes, tab + 1, bytes.length - tab - 1, StandardCharsets.ISO_8859_1);
        return checksum(head).equals(sum) ? number(bytes) : -1;
    }

    /** The number that a line begins with; -1 if it begins otherwise. */
    static long number(byte[] bytes) {
        long number = 0;
        int digits = 0;
        while (digits < bytes.length && digits < 18 && bytes[digits] >= '0' && bytes[digits] <= '9') {
            number = number * 10 + bytes[digits] - '0';
            digits++;
        }
        return digits > 0 && digits < bytes.length && bytes[digits] == '\t' ? number : -1;
    }

    /** The key of a line whose checksum is right. */
    static String key(byte[] bytes) {
        return fields(bytes)[1];
    }

    /** Whether a line whose checksum is right tells of a failure. */
    static boolean isFailure(byte[] bytes) {
        return fields(bytes)[2].equals(FAILED);
    }

    /** The result of a line whose checksum is right. */
    static Result read(byte[] bytes) {
        String[] fields = new String(bytes, StandardCharsets.UTF_8).split("\t", -1);
        long task = Long.parseLong(fields[0]);
        if (fields.length != FIELDS || fields[2].equals(FAILED)) {
            return new Result.Failed(task, fields[1], unescaped(fields[3]));
        }
        String[] about = fields[3].split(";", -1);
        String[] shape = about[0].split("x");
        byte[] packed = Base64.getDecoder().decode(fields[4]);
        double[] values = new double[packed.length / Double.BYTES];
        ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(values);
        List<Result.Gap> gaps = new ArrayList<>();
        for (int i = 1; i < about.length; i++) {
            String[] gap = about[i].split("=", 3);
            gaps.add(new Result.Gap(Integer.parseInt(gap[0]), Integer.parseInt(gap[1]), unescaped(gap[2])));
        }
        return new Result.Done(
                task,
                fields[1],
                new Result.Shape(
                        Integer.parseInt(shape[0]),
                        Integer.parseInt(shape[1]),
                        Integer.parseInt(shape[2]),
                        Integer.parseInt(shape[3])),
                values,
                gaps);
    }

    private static String[] fields(byte[] bytes) {
        int end = 0;
        for (int tabs = 0; end < bytes.length && tabs < 3; end++) {
            tabs += bytes[end] == '\t' ? 1 : 0;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8).split("\t");
    }

    private static String shape(Result.Shape s) {
        return s.arms() + "x" + s.scans() + "x" + s.patients() + "x" + s.outcomes();
    }

    private static String gaps(List<Result.Gap> gaps) {
        StringBuilder text = new StringBuilder();
        for (Result.Gap gap : gaps) {
            text.append(';')
                    .append(gap.outcome())
                    .append('=')
                    .append(gap.count())
                    .append('=')
                    .append(escaped(gap.reason()));
        }
        return text.toString();
    }

    private static String escaped(String text) {
        return text.replace("%", "%25")
                .replace("\t", "%09")
                .replace("\n", "%0A")
                .replace("\r", "%0D")
                .replace(";", "%3B");
    }

    private static String unescaped(String text) {
        return text.replace("%3B", ";")
                .replace("%0D", "\r")
                .replace("%0A", "\n")
                .replace("%09", "\t")
                .replace("%25", "%");
    }

    private static int lastTab(byte[] bytes) {
        int k = bytes.length - 1;
        while (k >= 0 && bytes[k] != '\t') {
            k--;
        }
        return k;
    }

    private static String checksum(byte[] bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, bytes.length);
        String digits = Long.toString(sum.getValue(), RADIX);
        return "0".repeat(Integer.BYTES * 2 - digits.length()) + digits;
    }
}
