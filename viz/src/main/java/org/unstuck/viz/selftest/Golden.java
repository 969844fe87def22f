package org.unstuck.viz.selftest;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.unstuck.describe.Time;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.simulate.Numerics;
import org.unstuck.simulate.ScanPlan;
import org.unstuck.study.ComparisonRun;
import org.unstuck.study.Progress;
import org.unstuck.study.Reading;
import org.unstuck.study.Scenario;
import org.unstuck.study.Tables;
import org.unstuck.viz.report.Sha256;

/**
 * Twelve scenarios in miniature and the hashes of their tables: the same on every machine. A change is an entry under "Numbers
 * changed" and a higher {@link org.unstuck.describe.Version#NUMERIC_SEMANTICS}.
 */
final class Golden {

    static final String FILE = "golden";

    /** Presets of different drugs, conditions and kinds of events. */
    static final List<String> PRESETS = List.of(
            "generalised-anxiety",
            "depression-rumination",
            "healthy",
            "social-anxiety",
            "post-traumatic-stress",
            "anxious-rumination",
            "obsessive-compulsive",
            "chronic-pain",
            "long-term-benzodiazepine",
            "benzodiazepine-tapers",
            "ketamine-series",
            "benzodiazepine-as-needed");

    private static final int PATIENTS = 2;
    /** Far too short to mean anything: only the bits matter. */
    private static final double BURST_S = 0.4;

    private static final double WARM_UP_S = 0.2;
    private static final int HASH_LETTERS = 16;

    private Golden() {}

    static List<Check> all() {
        Map<String, String> published = published();
        return PRESETS.stream()
                .map(name -> new Check(
                        "The same bytes",
                        name,
                        "hash of all tables, published with this version",
                        score -> score.same(hash(name, 2), published.get(name), "SHA-256")))
                .toList();
    }

    /** The hash of every preset, as published. */
    static Map<String, String> published() {
        Map<String, String> hashes = new LinkedHashMap<>();
        Reference.rows(FILE).forEach(row -> hashes.put(row[0], row[1]));
        return hashes;
    }

    /** The scenario with two patients, two short scans and a burst a week. */
    static Scenario miniature(String name) {
        Scenario s = BuiltIn.PRESETS.named(name);
        Time late = Time.days(Math.min(7, Math.floor(s.horizon().inDays())));
        ScanPlan scans =
                new ScanPlan(List.of(Time.days(0), late), Time.seconds(16), 4, Time.seconds(1.5), Time.seconds(4));
        Numerics n = s.numerics();
        return s.withPatients(PATIENTS)
                .withScans(scans)
                .withNumerics(new Numerics(
                        n.scheme(),
                        n.step(),
                        late,
                        Time.seconds(2),
                        Time.seconds(WARM_UP_S),
                        Time.seconds(BURST_S),
                        n.sample()));
    }

    /** SHA-256 over all tables of the miniature. */
    static String hash(String name, int threads) {
        Sha256 digest = new Sha256();
        Tables.of(new ComparisonRun(miniature(name), Reading.standard()).run(threads, Progress.NONE, () -> false))
                .forEach(t -> t.csv(line -> digest.add((line + "\n").getBytes(StandardCharsets.UTF_8))));
        return digest.hex().substring(0, HASH_LETTERS);
    }
}
