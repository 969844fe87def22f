package org.unstuck.viz.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.unstuck.claim.Audit;
import org.unstuck.claim.Claim;
import org.unstuck.claim.Deciding;
import org.unstuck.claim.DrawTable;
import org.unstuck.claim.Finding;
import org.unstuck.claim.RobustnessMap;
import org.unstuck.claim.Share;
import org.unstuck.claim.SummaryRow;
import org.unstuck.claim.Tally;
import org.unstuck.claim.Verdict;
import org.unstuck.describe.Decimal;
import org.unstuck.study.Ablation;
import org.unstuck.study.Table;

/** Fills a folder with the report of a study of claims: effects, audit, robustness map, what decides, every draw. */
public final class ClaimFolder {

    private static final int DIGITS = 3;
    private static final int MOST_DECIDING = 3;

    private ClaimFolder() {}

    /**
     * Writes {@code report.html}, {@code charts/}, {@code data/} and {@code result.json}.
     *
     * @param name short name of the study, for the summary
     * @param audit the claims at the defaults, without each mechanism, with names swapped
     * @param quick the claims at the defaults with the patients of a draw
     * @param map all draws
     * @param folder an existing, empty folder
     */
    public static void write(
            String name, Audit audit, List<Finding> quick, RobustnessMap map, Provenance provenance, Path folder)
            throws IOException {
        List<ReportFolder.Section> sections = new ArrayList<>();
        sections.add(new ReportFolder.Section(
                "What is claimed, and what comes out",
                "At the default parameters, with "
                        + audit.study().scenario().cohort().patients()
                        + " patients who are the same in every arm. A claim holds if it is true in the whole interval, flips if it is false in"
                        + " the whole interval, and is undecided otherwise.",
                effects(audit),
                ClaimFigures.effects(audit)));
        sections.add(new ReportFolder.Section(
                "Patient by patient",
                "A mean hides who gets it. Patients differ in severity, clearance, surge, learning and more; they are the same in every arm.",
                List.of(),
                ClaimFigures.patients(audit)));
        sections.add(new ReportFolder.Section(
                "What it rests on",
                "Each mechanism is switched off in turn. A claim that falls with a mechanism which states it by itself was assumed; otherwise it"
                        + " emerged. The names of the arms are swapped as well: what changes then follows the name, not the treatment.",
                audit(audit),
                List.of()));
        sections.add(new ReportFolder.Section(
                "How far it holds",
                map.draws().size() + " draws of " + map.study().vary().size()
                        + " parameters over their declared ranges"
                        + (map.study().families().isEmpty()
                                ? ""
                                : " and of " + map.study().families().size()
                                        + " neural masses (the audit above is with that of the scenario)")
                        + ", "
                        + map.study().drawPatients() + " patients each; " + map.failed()
                        + " draws failed and are not counted. Few patients leave many draws undecided: that is not"
                        + " evidence for or against. A claim is robust if it holds in at least 80 % of all draws.",
                shares(map),
                List.of(ClaimFigures.map("robustness", map))));
        if (!map.study().families().isEmpty()) {
            sections.add(new ReportFolder.Section(
                    "With other equations",
                    "The same draws by the neural mass that was drawn. Nothing was tuned to a mass but its working point; numbers of the default mass are"
                            + " drawn where it is. What holds in one mass alone is a statement about that mass.",
                    families(map),
                    ClaimFigures.families("robustness-mass", map)));
        }
        sections.add(new ReportFolder.Section(
                "What decides",
                "The share of draws in which a claim holds, where a parameter is in the lowest and in the highest third of its range. Listed are"
                        + " parameters whose difference is more than chance gives one of all parameters in 1 of 100 studies."
                        + (deciding(map).isEmpty()
                                ? " Here there is none: with " + map.draws().size()
                                        + " draws only large differences are more than chance."
                                : ""),
                deciding(map),
                ClaimFigures.domains("domains", map)));
        DrawTable draws = new DrawTable(map.study());
        List<Table> data = List.of(
                new Table(
                        "summary",
                        SummaryRow.header(),
                        row -> SummaryRow.of(name, audit, quick, map).forEach(r -> row.accept(r.cells()))),
                auditTable(audit),
                decidingTable(map),
                new Table("draws", draws.header(), row -> map.draws().forEach(d -> row.accept(draws.row(d)))));
        new StudyPage(
                        "claims",
                        "How far does it hold? " + map.study().name(),
                        map.study().description(),
                        map.study().scenario().seed(),
                        sections,
                        data)
                .write(provenance, folder);
    }

    private static List<List<String>> families(RobustnessMap map) {
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of("holds / flips"));
        header.addAll(map.rows().get(0).byFamily().keySet());
        rows.add(header);
        for (RobustnessMap.Row row : map.rows()) {
            List<String> cells = new ArrayList<>(List.of(row.claim().name()));
            row.byFamily().values().forEach(m -> cells.add(both(m)));
            rows.add(cells);
        }
        return rows;
    }

    private static List<List<String>> effects(Audit audit) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("claim", "statement", "is true if", "d (95 %)", "verdict"));
        for (int c = 0; c < audit.baseline().size(); c++) {
            Claim claim = audit.study().claims().get(c);
            Finding f = audit.baseline().get(c);
            rows.add(List.of(
                    claim.name(),
                    claim.says(),
                    claim.words(),
                    interval(f),
                    f.verdict().word()));
        }
        return rows;
    }

    private static List<List<String>> audit(Audit audit) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("claim", "label", "does not hold without", "states it by itself", "names swapped"));
        for (int c = 0; c < audit.baseline().size(); c++) {
            boolean holds = audit.baseline().get(c).holds();
            rows.add(List.of(
                    audit.study().claims().get(c).name(),
                    audit.label(c).name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    holds ? words(audit.needs(c)) : "-",
                    words(List.copyOf(audit.study().claims().get(c).own())),
                    audit.followsTreatment(c) ? "same to the last bit" : "changes: it follows the name"));
        }
        return rows;
    }

    private static String words(List<Ablation> mechanisms) {
        return mechanisms.isEmpty()
                ? "-"
                : mechanisms.stream().map(ClaimFolder::word).collect(Collectors.joining(", "));
    }

    private static String word(Ablation off) {
        return off.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<List<String>> shares(RobustnessMap map) {
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of("claim", "holds", "flips", "undecided", "robust"));
        map.rows().get(0).byMeaning().keySet().forEach(m -> header.add("holds / flips, " + m));
        rows.add(header);
        for (RobustnessMap.Row row : map.rows()) {
            Tally t = row.all();
            List<String> cells = new ArrayList<>(List.of(
                    row.claim().name(),
                    percent(t.share(Verdict.HOLDS)),
                    percent(t.share(Verdict.FLIPS)),
                    percent(t.share(Verdict.UNDECIDED)),
                    t.draws() == 0
                            ? "-"
                            : t.share(Verdict.HOLDS).value() >= Tally.ROBUST
                                    ? "holds"
                                    : t.share(Verdict.FLIPS).value() >= Tally.ROBUST ? "flips" : "no"));
            row.byMeaning().values().forEach(m -> cells.add(both(m)));
            rows.add(cells);
        }
        return rows;
    }

    private static String percent(Share s) {
        return s.of() == 0 ? "-" : plain(s) + " (" + Math.round(100 * s.low()) + "-" + Math.round(100 * s.high()) + ")";
    }

    private static String both(Tally t) {
        return t.draws() == 0
                ? "-"
                : Math.round(100 * t.share(Verdict.HOLDS).value()) + " / "
                        + Math.round(100 * t.share(Verdict.FLIPS).value()) + " %";
    }

    private static String plain(Share s) {
        return s.of() == 0 ? "-" : Math.round(100 * s.value()) + " %";
    }

    private static List<List<String>> deciding(RobustnessMap map) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("claim", "decided by", "holds at one end", "holds at the other"));
        for (RobustnessMap.Row row : map.rows()) {
            row.decisive().stream()
                    .limit(MOST_DECIDING)
                    .forEach(d -> rows.add(List.of(
                            row.claim().name(),
                            d.axis(),
                            d.lowAt() + ": " + percent(d.low()),
                            d.highAt() + ": " + percent(d.high()))));
        }
        return rows.size() > 1 ? rows : List.of();
    }

    private static Table auditTable(Audit audit) {
        return new Table("audit", List.of("claim", "run", "mean", "low", "high", "patients", "verdict"), row -> {
            for (int c = 0; c < audit.baseline().size(); c++) {
                row.accept(cells("as it is", audit.baseline().get(c)));
                for (Ablation off : audit.without().keySet()) {
                    row.accept(cells(
                            "without " + word(off), audit.without().get(off).get(c)));
                }
                row.accept(cells("names of arms swapped", audit.swapped().get(c)));
            }
        });
    }

    private static List<String> cells(String run, Finding f) {
        return List.of(
                f.claim(),
                run,
                number(f.mean()),
                number(f.low()),
                number(f.high()),
                Integer.toString(f.patients()),
                f.verdict().word());
    }

    private static String number(double x) {
        return Double.isFinite(x) ? Decimal.exact(x) : "";
    }

    private static Table decidingTable(RobustnessMap map) {
        return new Table(
                "deciding",
                List.of("claim", "parameter", "low at", "holds", "draws", "high at", "holds", "draws", "z", "decides"),
                row -> {
                    for (RobustnessMap.Row r : map.rows()) {
                        for (Deciding d : r.deciding()) {
                            row.accept(List.of(
                                    r.claim().name(),
                                    d.axis(),
                                    d.lowAt(),
                                    Integer.toString(d.low().count()),
                                    Integer.toString(d.low().of()),
                                    d.highAt(),
                                    Integer.toString(d.high().count()),
                                    Integer.toString(d.high().of()),
                                    Decimal.of(d.z(), DIGITS),
                                    d.decides() ? "yes" : "no"));
                        }
                    }
                });
    }

    private static String interval(Finding f) {
        return f.verdict() == Verdict.UNKNOWN
                ? "-"
                : Decimal.of(f.mean(), 2) + " (" + Decimal.of(f.low(), 2) + " to " + Decimal.of(f.high(), 2) + ")";
    }
}
