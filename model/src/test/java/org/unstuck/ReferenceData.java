package org.unstuck;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reference data among the test resources. */
public final class ReferenceData {

    private ReferenceData() {}

    /** The rows below the header of a CSV file, as text. */
    public static List<String[]> rows(String file) {
        List<String[]> rows = new ArrayList<>();
        try (var in = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            in.readLine();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                rows.add(line.split(",", -1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    /** The numbers of a CSV file without a header, {@code [row][column]}. */
    public static double[][] table(String file) {
        try (var in = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            return in.lines()
                    .map(line -> Arrays.stream(line.split(",", -1))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toArray(double[][]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Little-endian doubles, {@code [row][column]}. */
    public static double[][] doubles(String file, int rows, int columns) {
        try (InputStream in = open(file)) {
            ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            double[][] all = new double[rows][columns];
            for (double[] row : all) {
                for (int j = 0; j < columns; j++) {
                    row[j] = bytes.getDouble();
                }
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String file) {
        InputStream in = ReferenceData.class.getResourceAsStream("/reference/" + file);
        if (in == null) {
            throw new IllegalArgumentException("no reference file " + file);
        }
        return in;
    }
}
