package org.unstuck.integrate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.unstuck.ReferenceData;

/** One entry of a reference manifest. */
record Case(String folder, JsonNode json) {

    static Stream<Case> all(String folder, String kind) {
        try (var in = Case.class.getResourceAsStream("/reference/" + folder + "/manifest.json")) {
            JsonNode cases = new ObjectMapper().readTree(in).get("cases");
            return StreamSupport.stream(cases.spliterator(), false)
                    .filter(c -> c.get("kind").asText().equals(kind))
                    .map(c -> new Case(folder, c));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Case named(String folder, String kind, String id) {
        return all(folder, kind)
                .filter(c -> c.toString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** A number, written as a number or as text. */
    double number(String key) {
        return json.get(key).asDouble();
    }

    /** The table {@code key} names, as text. */
    List<String[]> rows(String key) {
        return ReferenceData.rows(folder + "/" + json.get(key).asText());
    }

    List<String> variables() {
        return texts("vars");
    }

    private List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        json.get(key).forEach(n -> texts.add(n.asText()));
        return texts;
    }

    /** The start {@code y[variable][0]}. */
    double[][] start() {
        return texts("y0").stream()
                .map(y -> new double[] {Double.parseDouble(y)})
                .toArray(double[][]::new);
    }

    Drift drift() {
        Map<String, Double> parameters = new TreeMap<>();
        json.get("params")
                .fields()
                .forEachRemaining(p -> parameters.put(p.getKey(), p.getValue().asDouble()));
        List<Infix.Formula> rhs = texts("rhs").stream()
                .map(text -> Infix.of(text, variables(), parameters))
                .toList();
        double[] state = new double[rhs.size()];
        return (t, y, f) -> {
            for (int v = 0; v < state.length; v++) {
                state[v] = y[v][0];
            }
            for (int v = 0; v < state.length; v++) {
                f[v][0] = rhs.get(v).at(t, state);
            }
        };
    }

    @Override
    public String toString() {
        return json.get("id").asText();
    }
}
