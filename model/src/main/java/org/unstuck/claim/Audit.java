package org.unstuck.claim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.unstuck.protocol.Arm;
import org.unstuck.simulate.Cancelled;
import org.unstuck.study.Ablation;
import org.unstuck.study.Comparison;
import org.unstuck.study.ComparisonRun;
import org.unstuck.study.Progress;
import org.unstuck.study.Scenario;

/**
 * What the claims of a study rest on: each is run as it is, with every mechanism switched off in turn, and with the names of the arms
 * swapped.
 *
 * @param study the claims
 * @param run the run as it is
 * @param baseline as it is, one finding per claim
 * @param without with one mechanism off
 * @param swapped with names and order of the arms reversed: each claim about the treatments it was about before
 */
public record Audit(
        ClaimStudy study,
        Comparison run,
        List<Finding> baseline,
        Map<Ablation, List<Finding>> without,
        List<Finding> swapped) {

    /** What becomes of a claim in the audit. */
    public enum Label {
        /** It holds, and still holds without each mechanism that would state it by itself. */
        EMERGENT,
        /** It holds only with a mechanism that states it by itself. */
        ASSUMED,
        /** It does not hold as it is. */
        DOES_NOT_HOLD
    }

    /**
     * Runs all of them, one run per thread at a time. Cost: 17 runs of the scenario.
     *
     * @param threads at least 1; the result does not depend on it
     * @param says told of every run that is done
     * @throws Cancelled if asked to stop
     */
    public static Audit of(ClaimStudy study, int threads, Consumer<String> says, BooleanSupplier cancelled) {
        Scenario scenario = study.scenario();
        AtomicBoolean failed = new AtomicBoolean();
        BooleanSupplier stop = () -> failed.get() || cancelled.getAsBoolean();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            Future<Comparison> asItIs = pool.submit(() -> told(run(study, scenario, stop), says, "as it is"));
            Map<Ablation, Future<List<Finding>>> running = new EnumMap<>(Ablation.class);
            for (Ablation off : Ablation.values()) {
                Set<Ablation> mechanisms = EnumSet.of(off);
                mechanisms.addAll(scenario.ablate());
                running.put(
                        off,
                        pool.submit(() -> told(
                                findings(study, run(study, scenario.without(mechanisms), stop)),
                                says,
                                "without " + word(off))));
            }
            Future<List<Finding>> swapped = pool.submit(() -> told(
                    findings(study, named(run(study, swapped(scenario), stop), scenario)),
                    says,
                    "names of arms swapped"));
            Comparison run = await(asItIs);
            Map<Ablation, List<Finding>> without = new EnumMap<>(Ablation.class);
            for (Map.Entry<Ablation, Future<List<Finding>>> one : running.entrySet()) {
                without.put(one.getKey(), await(one.getValue()));
            }
            return new Audit(study, run, findings(study, run), Collections.unmodifiableMap(without), await(swapped));
        } finally {
            failed.set(true);
            pool.shutdownNow();
        }
    }

    private static <T> T told(T result, Consumer<String> says, String what) {
        synchronized (says) {
            says.accept(what);
        }
        return result;
    }

    private static <T> T await(Future<T> one) {
        try {
            return one.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Cancelled();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException problem) {
                throw problem;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static Comparison run(ClaimStudy study, Scenario scenario, BooleanSupplier cancelled) {
        return new ComparisonRun(scenario, Draw.reading(study)).run(1, Progress.NONE, cancelled);
    }

    private static List<Finding> findings(ClaimStudy study, Comparison comparison) {
        Found found = new Found(comparison);
        return study.claims().stream().map(c -> c.in(found)).toList();
    }

    /** The first name with what happened in the last arm, and so on. */
    static Scenario swapped(Scenario s) {
        List<Arm> arms = new ArrayList<>();
        int n = s.arms().size();
        for (int i = 0; i < n; i++) {
            Arm other = s.arms().get(n - 1 - i);
            arms.add(new Arm(s.arms().get(i).name(), other.events(), other.expectancy()));
        }
        return withArms(s, arms);
    }

    private static Scenario withArms(Scenario s, List<Arm> arms) {
        return new Scenario(
                s.name(),
                s.description(),
                s.network(),
                s.condition(),
                s.drugs(),
                s.parameters(),
                s.cohort(),
                s.seed(),
                s.horizon(),
                arms,
                s.scans(),
                s.numerics(),
                s.ablate());
    }

    /** A swapped run with every arm under the name of what happened in it. */
    private static Comparison named(Comparison c, Scenario original) {
        return new Comparison(
                original,
                c.reading(),
                c.people(),
                c.scanHours(),
                c.healthy(),
                c.healthyTraces(),
                reversed(c.scans()),
                reversed(c.traces()),
                reversed(c.log()));
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> copy = new ArrayList<>(list);
        Collections.reverse(copy);
        return copy;
    }

    /** The label of claim number {@code claim}. */
    public Label label(int claim) {
        if (!baseline.get(claim).holds()) {
            return Label.DOES_NOT_HOLD;
        }
        boolean needsOwn = study.claims().get(claim).own().stream()
                .anyMatch(own -> !without.get(own).get(claim).holds());
        return needsOwn ? Label.ASSUMED : Label.EMERGENT;
    }

    /** The mechanisms without which claim number {@code claim} does not hold; all, if it does not hold with them. */
    public List<Ablation> needs(int claim) {
        return without.entrySet().stream()
                .filter(e -> !e.getValue().get(claim).holds())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether claim number {@code claim} is the same to the last bit when names and order of the arms are swapped. */
    public boolean followsTreatment(int claim) {
        Finding a = baseline.get(claim);
        Finding b = swapped.get(claim);
        return Double.compare(a.mean(), b.mean()) == 0
                && Double.compare(a.low(), b.low()) == 0
                && Double.compare(a.high(), b.high()) == 0;
    }

    /** A mechanism as in scenario files. */
    static String word(Ablation off) {
        return off.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
