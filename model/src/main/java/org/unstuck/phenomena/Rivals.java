package org.unstuck.phenomena;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Time;
import org.unstuck.mass.NeuralMass;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.simulate.Diverged;
import org.unstuck.simulate.FastClock;
import org.unstuck.simulate.Numerics;
import org.unstuck.simulate.ScanPlan;
import org.unstuck.study.Comparison;
import org.unstuck.study.ComparisonRun;
import org.unstuck.study.Progress;
import org.unstuck.study.Reading;
import org.unstuck.study.Scenario;

/**
 * The phenomena and the default comparison with each neural mass, everything else equal: the same networks, conditions, drugs, learning,
 * patients and noise. No number is tuned to a mass beyond its working point (decision 20).
 *
 * @param mass the equations of a region
 * @param phenomena what became of each phenomenon that involves the network
 * @param statements which way each difference of the default comparison goes; empty if it could not be run
 * @param reason why it could not be run, or empty
 */
public record Rivals(NeuralMass mass, List<Verdict> phenomena, List<RivalStatement> statements, String reason) {

    /** P01 to P04 are about the body alone: no mass changes them. */
    private static final int KINETIC = 4;

    private static final String DEFAULT = "generalised-anxiety";
    private static final List<Time> SCANS =
            List.of(Time.days(0), Time.days(1), Time.days(7), Time.days(28), Time.days(58), Time.days(84));

    /** The phenomena in which the network takes part. */
    public static List<Phenomenon> rows() {
        return Phenomena.ALL.subList(KINETIC, Phenomena.ALL.size());
    }

    /** Runs {@code mass} with the patients and seeds of {@code setting}. */
    public static Rivals of(NeuralMass mass, List<Phenomenon> rows, Setting setting, Consumer<String> told) {
        Setting own = setting.with(setting.parameters().withMass(mass));
        List<RivalStatement> statements = List.of();
        String reason = "";
        try {
            List<Comparison> seeds = new ArrayList<>();
            for (long seed : setting.seeds()) {
                seeds.add(new ComparisonRun(scenario(mass, setting, seed), Reading.standard())
                        .run(setting.threads(), Progress.NONE, () -> false));
                told.accept(mass.name() + ", seed " + seed + ": default comparison");
            }
            statements = RivalStatement.of(seeds);
        } catch (Invalid | Diverged e) {
            reason = e.getMessage();
        }
        return new Rivals(
                mass, Phenomena.run(rows, own, line -> told.accept(mass.name() + ", " + line)), statements, reason);
    }

    /** The default comparison with this mass, at its usual step. */
    static Scenario scenario(NeuralMass mass, Setting setting, long seed) {
        Scenario s = BuiltIn.PRESETS.named(DEFAULT);
        Numerics step = s.numerics().withStep(Time.seconds(FastClock.usualStepMs(mass) / 1000));
        ScanPlan scans = s.scans();
        return s.withNumerics(step)
                .with(s.parameters().withMass(mass))
                .withPatients(setting.patients())
                .withSeed(seed)
                .withScans(new ScanPlan(
                        SCANS, scans.rest(), scans.cues(), scans.cueOn(), scans.cueEvery(), scans.challenges()));
    }

    /** The verdict on phenomenon {@code id}. */
    Verdict verdict(String id) {
        return phenomena.stream()
                .filter(v -> v.phenomenon().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The statement called {@code text}, or null. */
    RivalStatement statement(String text) {
        return statements.stream()
                .filter(s -> s.text().equals(text))
                .findFirst()
                .orElse(null);
    }
}
