package org.unstuck.viz.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.unstuck.describe.Decimal;
import org.unstuck.scenario.Difference;
import org.unstuck.scenario.Entry;
import org.unstuck.scenario.ScenarioWriter;

/**
 * Differences of two presets as a table or as JSON.
 *
 * @param a name of the first, with its kind
 * @param b name of the second
 * @param network name of the network in which conditions are compared, or null
 * @param all the differences
 */
record ShownDifferences(String a, String b, String network, List<Difference> all) {

    private static final int DIGITS = 6;
    /** The digits that survive a factor and its power. */
    private static final int EXACT = 12;

    private static final int WIDEST = 44;
    private static final int NUMBER = 12;

    /** A line for each difference with its numbers, and under it the source of each side. */
    void table(PrintWriter out) {
        out.println(a + " minus " + b + (network == null ? "" : ", in " + network) + ": " + all.size()
                + (all.size() == 1 ? " difference." : " differences."));
        if (all.isEmpty()) {
            return;
        }
        int width = all.stream().mapToInt(d -> d.what().length()).max().orElse(0);
        width = Math.min(width, WIDEST);
        out.println();
        out.println(left("", width) + right("A") + right("B") + right("A - B"));
        for (Difference one : all) {
            out.println(left(one.what(), width)
                    + right(text(one.a()))
                    + right(text(one.b()))
                    + right(one.isSigned() ? signed(one.signed()) : "")
                    + (one.unit().equals("1") ? "" : "  " + one.unit()));
            source(out, "A", one.a());
            source(out, "B", one.b());
        }
        out.flush();
    }

    private static void source(PrintWriter out, String side, Entry entry) {
        if (entry != null && !entry.provenance().isEmpty()) {
            out.println("    " + side + ": " + entry.provenance());
        }
    }

    private static String text(Entry entry) {
        return entry == null
                ? "-"
                : entry.value() instanceof Double number
                        ? Decimal.of(number, DIGITS)
                        : entry.value().toString();
    }

    private static String signed(double number) {
        return (number > 0 ? "+" : "") + Decimal.of(number, DIGITS);
    }

    private static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String right(String text) {
        return " ".repeat(Math.max(1, NUMBER - text.length())) + text;
    }

    /** The same as one JSON object. */
    String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(ScenarioWriter.layout());
            json.writeStartObject();
            json.writeStringField("a", a);
            json.writeStringField("b", b);
            if (network != null) {
                json.writeStringField("network", network);
            }
            json.writeArrayFieldStart("differences");
            for (Difference one : all) {
                json.writeStartObject();
                json.writeStringField("what", one.what());
                side(json, "a", one.a());
                side(json, "b", one.b());
                if (one.isSigned()) {
                    json.writeFieldName("difference");
                    json.writeNumber(Decimal.of(one.signed(), EXACT));
                }
                json.writeStringField("unit", one.unit());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString();
    }

    private static void side(JsonGenerator json, String side, Entry entry) throws IOException {
        if (entry == null) {
            json.writeNullField(side);
            return;
        }
        json.writeFieldName(side);
        if (entry.value() instanceof Double number) {
            json.writeNumber(Decimal.of(number, EXACT));
        } else {
            json.writeString(entry.value().toString());
        }
        json.writeStringField(side + "Source", entry.provenance());
    }
}
