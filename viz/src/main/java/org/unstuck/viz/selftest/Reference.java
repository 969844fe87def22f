package org.unstuck.viz.selftest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Reference data that comes with the program: a part of that of the tests. */
final class Reference {

    private Reference() {}

    /** The rows below the header of {@code name}.csv, as text. */
    static List<String[]> rows(String name) {
        List<String> lines = lines(name);
        return lines.subList(1, lines.size()).stream()
                .map(line -> line.split(",", -1))
                .toList();
    }

    private static List<String> lines(String name) {
        return new String(bytes(name + ".csv"), StandardCharsets.UTF_8).lines().toList();
    }

    /** Numbers below one header line. */
    static double[][] table(String name) {
        return rows(name).stream().map(Reference::numbers).toArray(double[][]::new);
    }

    /** Numbers without a header. */
    static double[][] matrix(String name) {
        return lines(name).stream().map(line -> numbers(line.split(","))).toArray(double[][]::new);
    }

    private static double[] numbers(String[] cells) {
        return Arrays.stream(cells).mapToDouble(Double::parseDouble).toArray();
    }

    /** Little-endian doubles, {@code [row][column]}. */
    static double[][] doubles(String file, int rows, int columns) {
        ByteBuffer bytes = ByteBuffer.wrap(bytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        double[][] all = new double[rows][columns];
        for (double[] row : all) {
            for (int j = 0; j < columns; j++) {
                row[j] = bytes.getDouble();
            }
        }
        return all;
    }

    private static byte[] bytes(String file) {
        try (InputStream in = Reference.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("this program came without " + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
