package org.unstuck.integrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;
import org.unstuck.pharma.AdaptivePath;

/**
 * Equations with events (a level is crossed, something is given, at once or later) of the SBML Test Suite, on the adaptive
 * path. Skipped without a copy of these cases, which are LGPL and therefore not here: {@code -Dunstuck.reference=FOLDER}.
 */
class EventsReferenceTest {

    /** Looks at the triggers per output step; crossings between two looks are then found by halving. */
    private static final int LOOKS = 200;

    private static final int HALVINGS = 50;

    /** An event of a case. */
    private static final class Event {
        BiPredicate<Double, double[]> trigger;
        Infix.Formula delay;
        boolean persistent;
        boolean was;
        final Map<Integer, Infix.Formula> assign = new HashMap<>();
    }

    /** Assignments that wait for their delay. */
    private record Waiting(Event of, double at, Map<Integer, Double> values) {}

    private List<String> names;
    private Map<String, Double> constants;

    @Test
    void casesOfTheSbmlTestSuite() throws IOException {
        String place = System.getProperty("unstuck.reference", System.getenv("UNSTUCK_REFERENCE"));
        assumeTrue(place != null, "needs -Dunstuck.reference or UNSTUCK_REFERENCE");
        Path folder = Path.of(place, "pk", "open", "sbml");
        int cases = 0;
        try (var files = Files.newDirectoryStream(folder, "case_*.json")) {
            for (Path file : files) {
                check(file);
                cases++;
            }
        }
        assertThat(cases).isEqualTo(24);
    }

    private void check(Path file) throws IOException {
        JsonNode model = new ObjectMapper().readTree(file.toFile());
        names = new ArrayList<>();
        model.get("initial").fieldNames().forEachRemaining(names::add);
        names.add("time");
        constants = new HashMap<>();
        fields(model.get("constants"))
                .forEachRemaining(e -> constants.put(e.getKey(), e.getValue().asDouble()));
        double[] x = new double[names.size()];
        Infix.Formula[] rate = new Infix.Formula[x.length];
        for (int i = 0; i < x.length - 1; i++) {
            x[i] = model.get("initial").get(names.get(i)).asDouble();
            rate[i] = formula(model.get("rates").path(names.get(i)).asText("0"));
        }
        rate[x.length - 1] = formula("1");
        List<Event> events = new ArrayList<>();
        for (JsonNode e : model.get("events")) {
            events.add(event(e));
        }
        List<String> lines = Files.readAllLines(Path.of(file.toString().replace(".json", ".csv")));
        String[] header = lines.get(0).split(",");
        List<Waiting> waiting = new ArrayList<>();
        fire(events, waiting, 0, x);
        double step = model.get("duration").asDouble() / model.get("steps").asInt() / LOOKS;
        long look = 0;
        for (String line : lines.subList(1, lines.size())) {
            String[] row = line.split(",");
            double until = Double.parseDouble(row[0]);
            while (look * step < until - 1e-9) {
                x = advance(rate, events, waiting, x, look * step, ++look * step);
            }
            for (int j = 1; j < header.length; j++) {
                double expected = Double.parseDouble(row[j]);
                double allowed =
                        model.get("atol").asDouble() + model.get("rtol").asDouble() * Math.abs(expected);
                double actual =
                        formula(model.get("outputs").get(header[j]).asText()).at(until, x);
                assertThat(Math.abs(actual - expected))
                        .as("%s %s at %s: %s instead of %s", file.getFileName(), header[j], until, actual, expected)
                        .isLessThanOrEqualTo(allowed);
            }
        }
    }

    /** One look: what is due is done at its moment, and a trigger that turned is found by halving. */
    private double[] advance(
            Infix.Formula[] rate, List<Event> events, List<Waiting> waiting, double[] x, double from, double to) {
        double t = from;
        while (t < to) {
            double stop = to;
            for (Waiting w : waiting) {
                stop = Math.min(stop, Math.max(t, w.at()));
            }
            double[] next = path(rate, x, t, stop);
            if (turns(events, stop, next)) {
                double low = t;
                double high = stop;
                for (int i = 0; i < HALVINGS && high - low > 1e-12; i++) {
                    double middle = 0.5 * (low + high);
                    boolean turned = turns(events, middle, path(rate, x, t, middle));
                    low = turned ? low : middle;
                    high = turned ? middle : high;
                }
                stop = high;
                next = path(rate, x, t, stop);
            }
            x = next;
            t = stop;
            double now = t;
            double[] here = x;
            waiting.stream().filter(w -> w.at() <= now + 1e-12).toList().forEach(w -> {
                w.values().forEach((i, v) -> here[i] = v);
                waiting.remove(w);
            });
            fire(events, waiting, t, x);
        }
        return x;
    }

    private static double[] path(Infix.Formula[] rate, double[] x, double from, double to) {
        AdaptivePath path = new AdaptivePath(
                (t, y, dy) -> {
                    for (int i = 0; i < dy.length; i++) {
                        dy[i] = rate[i].at(from + t, y);
                    }
                },
                x,
                1e-10,
                1e-14);
        path.advance(to - from);
        double[] end = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            end[i] = path.value(i);
        }
        return end;
    }

    private static boolean turns(List<Event> events, double t, double[] x) {
        return events.stream().anyMatch(e -> e.trigger.test(t, x) != e.was);
    }

    /** Triggers that became true put their assignments into the queue, or into the state if they do not wait. */
    private static void fire(List<Event> events, List<Waiting> waiting, double t, double[] x) {
        boolean again = true;
        while (again) {
            again = false;
            for (Event e : events) {
                boolean is = e.trigger.test(t, x);
                if (!is && !e.persistent) {
                    waiting.removeIf(w -> w.of() == e);
                }
                if (is && !e.was) {
                    Map<Integer, Double> values = new HashMap<>();
                    e.assign.forEach((i, f) -> values.put(i, f.at(t, x)));
                    double delay = e.delay == null ? 0 : e.delay.at(t, x);
                    e.was = true;
                    if (delay > 0) {
                        waiting.add(new Waiting(e, t + delay, values));
                    } else {
                        values.forEach((i, v) -> x[i] = v);
                        again = true;
                    }
                } else {
                    e.was = is;
                }
            }
        }
    }

    private Event event(JsonNode json) {
        Event event = new Event();
        event.trigger = condition(json.get("trigger").asText());
        event.delay =
                json.get("delay").isNull() ? null : formula(json.get("delay").asText());
        event.persistent = json.get("persistent").asBoolean();
        event.was = json.get("initial_value").asBoolean();
        fields(json.get("assign"))
                .forEachRemaining(e -> event.assign.put(
                        names.indexOf(e.getKey()), formula(e.getValue().asText())));
        return event;
    }

    private static Iterator<Map.Entry<String, JsonNode>> fields(JsonNode json) {
        return json.fields();
    }

    /** "(a<b)", "((a<=b) and (c>=d))". */
    private BiPredicate<Double, double[]> condition(String text) {
        String inner = text.strip();
        inner = inner.substring(1, inner.length() - 1);
        String[] both = inner.split(" and ");
        if (both.length == 2) {
            return condition(both[0]).and(condition(both[1]));
        }
        for (String sign : List.of("<=", ">=", "<", ">")) {
            int at = inner.indexOf(sign);
            if (at >= 0) {
                Infix.Formula left = formula(inner.substring(0, at));
                Infix.Formula right = formula(inner.substring(at + sign.length()));
                return (t, x) -> {
                    double difference = left.at(t, x) - right.at(t, x);
                    return sign.startsWith("<")
                            ? difference < 0 || sign.length() == 2 && difference == 0
                            : difference > 0 || sign.length() == 2 && difference == 0;
                };
            }
        }
        throw new IllegalArgumentException(text);
    }

    private Infix.Formula formula(String text) {
        return Infix.of(text.replace("(+", "("), names, constants);
    }
}
