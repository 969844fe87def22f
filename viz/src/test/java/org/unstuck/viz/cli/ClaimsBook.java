package org.unstuck.viz.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.unstuck.claim.Audit;
import org.unstuck.claim.ClaimStudy;
import org.unstuck.claim.Draw;
import org.unstuck.claim.DrawRun;
import org.unstuck.claim.DrawTable;
import org.unstuck.claim.Finding;
import org.unstuck.claim.LedgerPage;
import org.unstuck.claim.RobustnessMap;
import org.unstuck.claim.SummaryRow;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.study.Table;
import org.unstuck.viz.figure.Figure;
import org.unstuck.viz.report.ClaimFigures;
import org.unstuck.viz.report.Disclaimer;
import org.unstuck.viz.theme.Svg;

/** Runs all built-in claims and writes docs/claims.md with its table and pictures. */
final class ClaimsBook {

    private final Map<String, SummaryRow> rows = new LinkedHashMap<>();
    private final Map<String, ClaimStudy> studies = new LinkedHashMap<>();
    private final Map<String, List<Figure>> figures = new LinkedHashMap<>();

    private final Map<String, Audit> audits = new ConcurrentHashMap<>();
    private final Map<String, List<Finding>> quick = new ConcurrentHashMap<>();

    /** Runs a study at its defaults, and its audit with {@code patients}; {@code says} is told how far it is. */
    void audit(String name, ClaimStudy study, int patients, int threads, Consumer<String> says) {
        quick.put(name, Draw.findings(study, study.space().base(), () -> false));
        ClaimStudy audited = study.with(study.scenario().withPatients(patients));
        audits.put(name, Audit.of(audited, threads, says, () -> false));
    }

    /** Runs the draws of an audited study, going on with those in {@code logs}; with 0 {@code threads} none are added. */
    void draw(String name, ClaimStudy study, Path logs, int threads) {
        try (DrawLog log = DrawLog.open(logs.resolve(name + ".draws.csv"), new DrawTable(study))) {
            if (threads > 0) {
                Set<Long> done = log.draws().stream().map(Draw::index).collect(Collectors.toSet());
                DrawRun.run(study, done, threads, log::add, () -> false);
            }
            RobustnessMap map = RobustnessMap.of(study, log.draws());
            SummaryRow.of(name, audits.get(name), quick.get(name), map)
                    .forEach(r -> rows.put(name + "/" + r.baseline().claim(), r));
            studies.put(name, study);
            List<Figure> all = new ArrayList<>(List.of(ClaimFigures.map("claims-" + name, map)));
            all.addAll(ClaimFigures.domains("claims-" + name + "-domains", map));
            figures.put(name, all);
        }
    }

    Map<String, SummaryRow> rows() {
        return rows;
    }

    /** The page; equal results give equal pages. */
    String page() {
        return LedgerPage.of(BuiltIn.LEDGERS.named("claims"), studies, rows);
    }

    /** Writes page, table and pictures below {@code docs}. */
    void write(Path docs) throws IOException {
        Path data = Files.createDirectories(docs.resolve("claims"));
        List<String> lines = new ArrayList<>();
        new Table("summary", SummaryRow.header(), row -> rows.values().forEach(r -> row.accept(r.cells())))
                .csv(lines::add);
        Files.write(data.resolve("summary.csv"), lines, StandardCharsets.UTF_8);
        Files.writeString(docs.resolve("claims.md"), page(), StandardCharsets.UTF_8);
        figures(docs);
    }

    /** Writes the pictures alone. */
    void figures(Path docs) throws IOException {
        for (List<Figure> each : figures.values()) {
            for (Figure figure : each) {
                try {
                    Svg.write(
                            figure.sheet("Unstuck - " + Disclaimer.SHORT + " - seed 1"),
                            docs.resolve("images").resolve(figure.name() + ".svg"));
                } catch (UncheckedIOException e) {
                    throw e.getCause();
                }
            }
        }
    }
}
