package org.unstuck.viz.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.unstuck.claim.Audit;
import org.unstuck.claim.ClaimStudy;
import org.unstuck.claim.Draw;
import org.unstuck.claim.DrawRun;
import org.unstuck.claim.DrawTable;
import org.unstuck.claim.Finding;
import org.unstuck.claim.RobustnessMap;
import org.unstuck.claim.Share;
import org.unstuck.claim.Verdict;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.viz.report.ClaimFolder;
import org.unstuck.viz.report.Provenance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code unstuck claims}: how far claims hold. */
@Command(
        name = "claims",
        description = {
            "Runs the claims of a study: at the default parameters, with every mechanism switched off in turn and with the names of the arms "
                    + "swapped (what a claim rests on), and at many draws of the parameters over their declared ranges and of the rival meanings of "
                    + "\"stuck\" (how far it holds). Writes a folder with report.html, charts, data and result.json.",
            "Draws are kept in a file while they are made: a run that was ended goes on where it was."
        })
final class ClaimsCommand implements Callable<Integer> {

    private static final Path RESULTS = Path.of("unstuck-results");
    private static final int LONGEST_NAME = 40;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "CLAIMS",
            defaultValue = "popular-account",
            description =
                    "A built-in study (popular-account, stopping-and-combining, depression-networks) or the path of a claims file. "
                            + "Default: ${DEFAULT-VALUE}.")
    private String claims;

    @Option(
            names = "--draws",
            paramLabel = "N",
            converter = Convert.Count.class,
            description = "Number of draws, at least 1; 500 to 2000 for a conclusion. Default: that of the file.")
    private Integer draws;

    @Option(
            names = "--patients",
            paramLabel = "N",
            converter = Convert.Count.class,
            description = "Patients at the defaults and in the audit, at least 3. Default: that of the scenario.")
    private Integer patients;

    @Option(
            names = "--log",
            paramLabel = "FILE",
            converter = Convert.Place.class,
            description =
                    "File in which draws are kept while they are made. Default: one for this study in unstuck-results.")
    private Path log;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            converter = Convert.Place.class,
            description = "Folder for the results: new or empty. Default: unstuck-results/claims-001, -002, ...")
    private Path out;

    @Option(names = "--force", description = "Replace the results that are in DIR, once the new ones are whole.")
    private boolean force;

    @Option(
            names = "--threads",
            paramLabel = "N",
            converter = Convert.Count.class,
            description = "Number of threads, at least 1; the results do not depend on it. Default: one per processor.")
    private Integer threads;

    @Option(names = "--quiet", description = "Print nothing but the folder of the results and errors.")
    private boolean quiet;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        System.setProperty("java.awt.headless", "true"); // Charts are files: no display is needed or touched.
        PrintWriter err = spec.commandLine().getErr();
        ClaimStudy study = study();
        int workers = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        DrawTable table = new DrawTable(study);
        Path file = log == null ? RESULTS.resolve("claims-" + name() + "-" + table.mark() + ".draws.csv") : log;
        String kept = "Interrupted; draws are kept in " + Shown.path(file) + ", the same command goes on.";
        try (Interruption interruption = Interruption.watch(err, kept);
                DrawLog there = DrawLog.open(file, table);
                OutputFolder folder =
                        out == null ? OutputFolder.numbered(RESULTS, "claims") : OutputFolder.at(out, force)) {
            interruption.remains(folder);
            announce(study, there.draws().size(), workers, err);
            long startedNs = System.nanoTime();
            draw(study, there, workers, interruption, err);
            List<Finding> quick = Draw.findings(study, study.space().base(), interruption::asked);
            Audit audit = Audit.of(
                    study,
                    workers,
                    what -> {
                        if (!quiet) {
                            err.println("Audit: " + what + ".");
                        }
                    },
                    interruption::asked);
            RobustnessMap map = RobustnessMap.of(study, there.draws());
            write(audit, quick, map, provenance(workers, startedNs), folder);
            interruption.check();
            Path published = folder.publish();
            interruption.published();
            there.delete();
            show(audit, map, published);
        }
        return Exit.OK;
    }

    private ClaimStudy study() {
        ClaimStudy study = Named.claims(claims);
        if (patients != null) {
            study = study.with(study.scenario().withPatients(patients));
        }
        return draws == null ? study : study.withDraws(draws);
    }

    /** The study as part of the names of files. */
    private String name() {
        if (BuiltIn.CLAIMS.names().contains(claims)) {
            return claims;
        }
        String plain = Path.of(claims).getFileName().toString().replaceFirst("\\.json$", "");
        String safe = plain.replaceAll("[^A-Za-z0-9_-]", "-");
        return safe.substring(0, Math.min(LONGEST_NAME, safe.length()));
    }

    private void announce(ClaimStudy study, int there, int workers, PrintWriter err) {
        if (!quiet) {
            err.println(study.name() + ": " + study.claims().size() + " claims, " + study.draws() + " draws of "
                    + study.vary().size() + " parameters" + (there > 0 ? ", " + there + " of them there already" : "")
                    + ", then the audit with " + study.scenario().cohort().patients() + " patients; threads "
                    + workers + ".");
        }
    }

    private void draw(ClaimStudy study, DrawLog there, int workers, Interruption interruption, PrintWriter err) {
        Set<Long> done = there.draws().stream().map(Draw::index).collect(Collectors.toSet());
        if (done.size() == study.draws()) {
            return;
        }
        try (ShownProgress progress = ShownProgress.of("Drawing", quiet, err)) {
            progress.starts(study.draws() - done.size());
            DrawRun.run(
                    study,
                    done,
                    workers,
                    draw -> {
                        there.add(draw);
                        progress.advances(1);
                    },
                    interruption::asked);
        }
    }

    private Provenance provenance(int workers, long startedNs) {
        double wallSeconds = (System.nanoTime() - startedNs) / (double) TimeUnit.SECONDS.toNanos(1);
        List<String> words = spec.root().commandLine().getParseResult().originalArgs();
        return new Provenance(Version.number(), words, workers, wallSeconds);
    }

    private void write(
            Audit audit, List<Finding> quick, RobustnessMap map, Provenance provenance, OutputFolder folder) {
        try {
            ClaimFolder.write(name(), audit, quick, map, provenance, folder.place());
        } catch (IOException e) {
            throw new CannotWrite(out == null ? RESULTS : out, e);
        }
    }

    private void show(Audit audit, RobustnessMap map, Path published) {
        PrintWriter console = spec.commandLine().getOut();
        Path shown = out == null ? RESULTS.resolve(published.getFileName()) : out;
        if (quiet) {
            console.println(Shown.path(shown));
            return;
        }
        int longest = map.rows().stream()
                .mapToInt(r -> r.claim().name().length())
                .max()
                .orElse(0);
        console.println(row(longest, "claim", "default", "audit", "holds", "flips"));
        for (int c = 0; c < map.rows().size(); c++) {
            RobustnessMap.Row row = map.rows().get(c);
            console.println(row(
                    longest,
                    row.claim().name(),
                    audit.baseline().get(c).verdict().word(),
                    audit.label(c).name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    percent(row.all().share(Verdict.HOLDS)),
                    percent(row.all().share(Verdict.FLIPS))));
        }
        console.println("Written: " + Shown.path(shown.resolve("report.html")));
    }

    private static String row(int longest, String... cells) {
        return String.format(
                Locale.ROOT,
                "%-" + longest + "s  %-9s  %-13s  %5s  %5s",
                cells[0],
                cells[1],
                cells[2],
                cells[3],
                cells[4]);
    }

    private static String percent(Share share) {
        return share.of() == 0 ? "-" : Math.round(100 * share.value()) + " %";
    }
}
