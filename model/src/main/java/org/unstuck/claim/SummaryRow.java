package org.unstuck.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.unstuck.describe.Decimal;
import org.unstuck.describe.Invalid;

/**
 * All that is kept of one claim: a row of the table from which ledger and map are written.
 *
 * @param study file stem of its study
 * @param baseline at the defaults, with all patients
 * @param quick at the defaults, with the patients of a draw: what a test can repeat
 * @param label what the audit says
 * @param needs mechanisms without which it does not hold, as words
 * @param followsTreatment whether it stays the same when the names of the arms are swapped
 * @param tally what the draws say
 * @param byMeaning number of draws that hold / flip / all, by meaning of "stuck", as text
 * @param deciding the parameters that decide, with the shares at both ends, as text
 */
public record SummaryRow(
        String study,
        Finding baseline,
        Finding quick,
        Audit.Label label,
        String needs,
        boolean followsTreatment,
        Tally tally,
        String byMeaning,
        String deciding) {

    private static final List<String> HEADER = List.of(
            "study",
            "claim",
            "mean",
            "low",
            "high",
            "patients",
            "verdict",
            "quick mean",
            "quick low",
            "quick high",
            "quick patients",
            "quick verdict",
            "label",
            "needs",
            "follows treatment",
            "draws hold",
            "draws flip",
            "draws undecided",
            "draws unknown",
            "by meaning",
            "deciding");

    private static final int DIGITS = 6;
    private static final int MOST_DECIDING = 4;

    /** Names of the columns. */
    public static List<String> header() {
        return HEADER;
    }

    /**
     * The rows of a study.
     *
     * @param name file stem of the study
     * @param quick findings at the defaults with the patients of a draw
     */
    public static List<SummaryRow> of(String name, Audit audit, List<Finding> quick, RobustnessMap map) {
        List<SummaryRow> rows = new ArrayList<>();
        for (int c = 0; c < quick.size(); c++) {
            RobustnessMap.Row row = map.rows().get(c);
            rows.add(new SummaryRow(
                    name,
                    audit.baseline().get(c),
                    quick.get(c),
                    audit.label(c),
                    audit.baseline().get(c).holds()
                            ? audit.needs(c).stream().map(Audit::word).collect(Collectors.joining(" "))
                            : "",
                    audit.followsTreatment(c),
                    row.all(),
                    row.byMeaning().entrySet().stream()
                            .map(e -> e.getKey() + " " + e.getValue().holds() + "/"
                                    + e.getValue().flips() + "/" + e.getValue().draws())
                            .collect(Collectors.joining("; ")),
                    row.decisive().stream()
                            .limit(MOST_DECIDING)
                            .map(SummaryRow::words)
                            .collect(Collectors.joining("; "))));
        }
        return rows;
    }

    private static String words(Deciding d) {
        return d.axis() + " (" + d.lowAt() + " " + percent(d.low()) + ", " + d.highAt() + " " + percent(d.high()) + ")";
    }

    private static String percent(Share share) {
        return Math.round(100 * share.value()) + " %";
    }

    /** The row as text. */
    public List<String> cells() {
        List<String> cells = new ArrayList<>(List.of(study, baseline.claim()));
        for (Finding f : List.of(baseline, quick)) {
            cells.addAll(List.of(
                    number(f.mean()),
                    number(f.low()),
                    number(f.high()),
                    Integer.toString(f.patients()),
                    f.verdict().word()));
        }
        cells.addAll(List.of(
                label.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                needs,
                followsTreatment ? "yes" : "no",
                Integer.toString(tally.holds()),
                Integer.toString(tally.flips()),
                Integer.toString(tally.undecided()),
                Integer.toString(tally.unknown()),
                byMeaning,
                deciding));
        return List.copyOf(cells);
    }

    private static String number(double x) {
        return Double.isFinite(x) ? Decimal.of(x, DIGITS) : "";
    }

    /**
     * The row that {@link #cells} wrote.
     *
     * @throws Invalid if it is not one
     */
    public static SummaryRow of(List<String> cells) {
        if (cells.size() != HEADER.size()) {
            throw new Invalid("a row has " + cells.size() + " cells, it must have " + HEADER.size() + ".");
        }
        String claim = cells.get(1);
        return new SummaryRow(
                cells.get(0),
                finding(claim, cells.subList(2, 7)),
                finding(claim, cells.subList(7, 12)),
                Audit.Label.valueOf(cells.get(12).toUpperCase(Locale.ROOT).replace(' ', '_')),
                cells.get(13),
                cells.get(14).equals("yes"),
                new Tally(
                        Integer.parseInt(cells.get(15)),
                        Integer.parseInt(cells.get(16)),
                        Integer.parseInt(cells.get(17)),
                        Integer.parseInt(cells.get(18))),
                cells.get(19),
                cells.get(20));
    }

    private static Finding finding(String claim, List<String> cells) {
        return new Finding(
                claim,
                number(cells.get(0)),
                number(cells.get(1)),
                number(cells.get(2)),
                Integer.parseInt(cells.get(3)),
                Verdict.named(cells.get(4)));
    }

    private static double number(String cell) {
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }
}
