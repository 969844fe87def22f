package org.unstuck.viz.report;

import java.util.ArrayList;
import java.util.List;
import org.unstuck.describe.Decimal;
import org.unstuck.metric.Against;
import org.unstuck.metric.Measurement;
import org.unstuck.metric.RecordingMeasures;

/** The numbers of a measured recording in short, for a terminal and a page. */
public final class MeasureSummary {

    private static final int DIGITS = 3;
    private static final int GAP = 2;
    private static final double LOW = 0.025;
    private static final double HIGH = 0.975;

    private MeasureSummary() {}

    /** Rows of cells, the header first. */
    static List<List<String>> rows(Recording recording) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Measure", "Value", "95 % over seeds", "Chance", "95 % of chance", "p"));
        for (RecordingMeasures.Row row : recording.measures().rows()) {
            Against a = row.against();
            boolean compared = !row.hypothesis().isEmpty() && a.value().isDefined();
            rows.add(List.of(
                    row.name() + (row.unit().isEmpty() ? "" : " (" + row.unit() + ")"),
                    a.value() instanceof Measurement.Undefined none ? "undefined: " + none.reason() : number(a.value()),
                    span(row.seeds().low(), row.seeds().high()),
                    row.hypothesis(),
                    compared ? span(a.nullQuantile(LOW), a.nullQuantile(HIGH)) : "",
                    compared ? p(a) : ""));
        }
        return rows;
    }

    /** Two-sided: twice the smaller of the two, at most 1. */
    private static String p(Against a) {
        return number(a.p().combine(a.pBelow(), (up, down) -> Math.min(1, 2 * Math.min(up, down))));
    }

    private static String span(Measurement low, Measurement high) {
        return low.isDefined() && high.isDefined() ? number(low) + " to " + number(high) : "";
    }

    private static String number(Measurement value) {
        return value.isDefined() ? Decimal.of(value.orElseThrow(), DIGITS) : "";
    }

    /** Whether the measures of change over time agree about the side of chance this recording is on. */
    static String agreement(Recording recording) {
        return recording.measures().besideChance().explanation();
    }

    /** The table as text with columns, and whether the measures agree. */
    public static String text(Recording recording) {
        List<List<String>> rows = rows(recording);
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < row.size(); c++) {
                int column = c;
                int width = rows.stream()
                        .mapToInt(r -> shown(r.get(column)).length())
                        .max()
                        .orElse(0);
                String cell = shown(row.get(c));
                line.append(cell).append(" ".repeat(width - cell.length() + GAP));
            }
            text.append(line.toString().stripTrailing()).append(System.lineSeparator());
        }
        return text.append(agreement(recording)).append(System.lineSeparator()).toString();
    }

    private static String shown(String cell) {
        return cell.startsWith("undefined") ? "undefined" : cell;
    }
}
