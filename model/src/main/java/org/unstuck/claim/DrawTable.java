package org.unstuck.claim;

import java.util.ArrayList;
import java.util.List;
import org.unstuck.describe.Decimal;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Version;
import org.unstuck.sweep.Fingerprint;
import org.unstuck.sweep.Space;

/**
 * Draws as rows of a table, to write, and to read again when a run goes on. A row names the study it belongs to by a fingerprint of the
 * study and of the version of the program.
 */
public final class DrawTable {

    private static final int FIRST = 3;
    private static final int PER_CLAIM = 5;
    /** Characters of a fingerprint; chance makes two studies equal once in 10^14. */
    private static final int SHORT = 12;

    private final ClaimStudy study;
    private final Space space;
    private final String mark;

    /** The table of the draws of {@code study}. */
    public DrawTable(ClaimStudy study) {
        this.study = study;
        this.space = study.space();
        this.mark = new Fingerprint().add(study).add(Version.current()).hex().substring(0, SHORT);
    }

    /** Names of the columns: study, draw, failure, every axis; of every claim mean, low, high, patients and verdict. */
    public List<String> header() {
        List<String> header = new ArrayList<>(List.of("study", "draw", "failure"));
        space.axes().forEach(a -> header.add(a.name()));
        for (Claim claim : study.claims()) {
            for (String column : List.of(" mean", " low", " high", " patients", "")) {
                header.add(claim.name() + column);
            }
        }
        return List.copyOf(header);
    }

    /** The row of a draw. */
    public List<String> row(Draw draw) {
        List<String> row = new ArrayList<>(List.of(mark, Long.toString(draw.index()), draw.failure()));
        row.addAll(draw.values());
        for (int c = 0; c < study.claims().size(); c++) {
            if (draw.findings().isEmpty()) {
                row.addAll(List.of("", "", "", "", ""));
            } else {
                Finding f = draw.findings().get(c);
                row.addAll(List.of(
                        number(f.mean()),
                        number(f.low()),
                        number(f.high()),
                        Integer.toString(f.patients()),
                        f.verdict().word()));
            }
        }
        return List.copyOf(row);
    }

    private static String number(double x) {
        return Double.isFinite(x) ? Decimal.exact(x) : "";
    }

    /**
     * The draw in a row.
     *
     * @throws Invalid if the row is not whole, or belongs to another study or version
     */
    public Draw draw(List<String> row) {
        int axes = space.axes().size();
        if (row.size() != FIRST + axes + PER_CLAIM * study.claims().size()) {
            throw new Invalid("this row has " + row.size() + " cells, it must have "
                    + (FIRST + axes + PER_CLAIM * study.claims().size()) + ".");
        }
        if (!row.get(0).equals(mark)) {
            throw new Invalid(
                    "this row belongs to study " + row.get(0) + ", this study is " + mark + ".",
                    "Maybe the study or the program has changed since: choose another folder.");
        }
        try {
            long index = Long.parseLong(row.get(1));
            double[] at = space.design().at(index, space.axes());
            List<Finding> findings = new ArrayList<>();
            for (int c = 0; c < study.claims().size() && row.get(2).isEmpty(); c++) {
                findings.add(finding(
                        study.claims().get(c),
                        row.subList(FIRST + axes + PER_CLAIM * c, FIRST + axes + PER_CLAIM * (c + 1))));
            }
            return new Draw(
                    index,
                    row.subList(FIRST, FIRST + axes),
                    java.util.Arrays.stream(at).boxed().toList(),
                    findings,
                    row.get(2));
        } catch (NumberFormatException e) {
            throw new Invalid("this row has a cell that is no number: " + e.getMessage() + ".");
        }
    }

    private static Finding finding(Claim claim, List<String> cells) {
        return new Finding(
                claim.name(),
                number(cells.get(0)),
                number(cells.get(1)),
                number(cells.get(2)),
                Integer.parseInt(cells.get(PER_CLAIM - 2)),
                Verdict.named(cells.get(PER_CLAIM - 1)));
    }

    private static double number(String cell) {
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }

    /** Fingerprint of the study and the version: 12 hexadecimal digits. */
    public String mark() {
        return mark;
    }
}
