package org.unstuck.metric;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;

/** The reference cases of the metrics (values computed with numpy and scipy from the definitions), as arrays. */
final class Reference {

    private static final String FOLDER = "/reference/metrics/";

    private Reference() {}

    static JsonNode manifest(String id) {
        try (var in = Reference.class.getResourceAsStream(FOLDER + "manifest.json")) {
            for (JsonNode entry : new ObjectMapper().readTree(in).get("cases")) {
                if (entry.get("id").asText().equals(id)) {
                    return entry;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalArgumentException("no case " + id);
    }

    static List<String[]> rows(String file) {
        List<String[]> rows = new ArrayList<>();
        try (var in = new BufferedReader(new InputStreamReader(
                Reference.class.getResourceAsStream(FOLDER + file + ".csv"), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                rows.add(line.split(",", -1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    /** Numbers below one header line. */
    static double[][] table(String file) {
        List<String[]> rows = rows(file);
        return numbers(rows.subList(1, rows.size()));
    }

    /** Numbers without a header. */
    static double[][] matrix(String file) {
        return numbers(rows(file));
    }

    private static double[][] numbers(List<String[]> rows) {
        double[][] x = new double[rows.size()][];
        for (int k = 0; k < x.length; k++) {
            x[k] = java.util.Arrays.stream(rows.get(k))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        }
        return x;
    }

    static double[] column(double[][] table, int c) {
        return java.util.Arrays.stream(table).mapToDouble(row -> row[c]).toArray();
    }

    /** The rows "quantity,value". */
    static Map<String, Double> quantities(String file) {
        Map<String, Double> map = new LinkedHashMap<>();
        List<String[]> rows = rows(file);
        for (String[] row : rows.subList(1, rows.size())) {
            map.put(row[0], Double.parseDouble(row[1]));
        }
        return map;
    }

    /** Rows "layer,i,j,weight", i below j. */
    static Layers layers(String file, int nodes, int count) {
        double[][][] w = new double[count][nodes][nodes];
        for (double[] row : table(file)) {
            w[(int) row[0]][(int) row[1]][(int) row[2]] = row[3];
            w[(int) row[0]][(int) row[2]][(int) row[1]] = row[3];
        }
        return new Layers(w);
    }

    /** {@code community[layer][node]} from a file with one line per node. */
    static int[][] partition(String file) {
        double[][] byNode = table(file);
        int[][] community = new int[byNode[0].length][byNode.length];
        for (int i = 0; i < byNode.length; i++) {
            for (int s = 0; s < byNode[0].length; s++) {
                community[s][i] = (int) byNode[i][s];
            }
        }
        return community;
    }

    static void assertClose(double[][] actual, double[][] expected, double rtol, double atol) {
        Assertions.assertThat(actual.length).isEqualTo(expected.length);
        for (int i = 0; i < expected.length; i++) {
            for (int j = 0; j < expected[i].length; j++) {
                assertClose(actual[i][j], expected[i][j], rtol, atol, "[" + i + "][" + j + "]");
            }
        }
    }

    static void assertClose(double actual, double expected, double rtol, double atol, String what) {
        Assertions.assertThat(Math.abs(actual - expected))
                .as("%s: %s, expected %s", what, actual, expected)
                .isLessThanOrEqualTo(atol + rtol * Math.abs(expected));
    }

    static void assertClose(Measurement actual, double expected, double rtol, double atol, String what) {
        assertClose(actual.orElseThrow(), expected, rtol, atol, what);
    }
}
