package org.unstuck.phenomena;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.unstuck.describe.Time;
import org.unstuck.integrate.EulerMaruyama;
import org.unstuck.network.Condition;
import org.unstuck.noise.Address;
import org.unstuck.pharma.Drug;
import org.unstuck.protocol.Arm;
import org.unstuck.protocol.Challenge;
import org.unstuck.protocol.SlowGrid;
import org.unstuck.recording.Scan;
import org.unstuck.recording.Trace;
import org.unstuck.simulate.Course;
import org.unstuck.simulate.FastClock;
import org.unstuck.simulate.Numerics;
import org.unstuck.simulate.Person;
import org.unstuck.simulate.ScanPlan;
import org.unstuck.study.Symptom;

/**
 * Runs a cohort through the arms of a protocol on a slow grid of its own choice, and its untreated and healthy twins. The result
 * does not depend on the number of threads.
 *
 * @param setting with what
 * @param seed cohort and noise
 * @param condition what the patients have
 * @param drugs the drugs that occur
 * @param arms what happens
 * @param moments moments of the slow clock besides those of infusions and sessions, h; the last is the end
 * @param scanHours moments of scans, h
 * @param challenges pulses of every scan
 * @param withFlexibility whether community flexibility is read (costly)
 */
record CohortRun(
        Setting setting,
        long seed,
        Condition condition,
        List<Drug> drugs,
        List<Arm> arms,
        List<Double> moments,
        List<Double> scanHours,
        List<Challenge> challenges,
        boolean withFlexibility) {

    /** Lanes (arms x patients) of a group, as in a comparison. */
    private static final int LANES = 64;

    private static final Arm NOTHING = new Arm("untreated", List.of());
    private static final double SETTLE_S = 10;
    private static final double WARM_UP_S = 2;
    private static final double SAMPLE_MS = 40;
    private static final double MS_PER_HOUR = 3.6e6;
    private static final double PULSE_S = 1.5;
    private static final double HALF_WINDOW_S = 4;
    private static final double WEIGHT_KG = 70;

    Followed run() {
        Address root = Address.of(seed);
        List<Person> people = new ArrayList<>();
        for (int p = 0; p < setting.patients(); p++) {
            people.add(setting.spread().draw(root, p, WEIGHT_KG));
        }
        TreeSet<Double> all = new TreeSet<>(moments);
        all.addAll(scanHours);
        double end = all.last();
        SlowGrid grid = SlowGrid.of(arms, List.copyOf(all), end, end);
        int steps = grid.steps();
        Result result = new Result(
                new Trace[arms.size()][people.size()], new Snapshot[arms.size()][scanHours.size()][people.size()]);
        Result twins = new Result(new Trace[2][people.size()], new Snapshot[2][1][people.size()]);
        int size = Math.max(1, LANES / Math.max(1, arms.size()));
        SlowGrid first = new SlowGrid(grid.hours().subList(0, 2));
        List<Double> atStart = scanHours.isEmpty() ? List.of() : List.of(0.0);
        ExecutorService pool = Executors.newFixedThreadPool(setting.threads());
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int from = 0; from < people.size(); from += size) {
                List<Person> group = people.subList(from, Math.min(people.size(), from + size));
                running.add(pool.submit(() -> {
                    course(condition, List.of(NOTHING), first, atStart, group, twins, 0, root);
                    if (isHealthy()) {
                        twins.share(group);
                    } else {
                        course(condition.healthyTwin(), List.of(NOTHING), first, atStart, group, twins, 1, root);
                    }
                    if (!arms.isEmpty()) {
                        course(condition, arms, grid, scanHours, group, result, 0, root);
                    }
                }));
            }
            for (Future<?> one : running) {
                await(one);
            }
        } finally {
            pool.shutdownNow();
        }
        return followed(grid, steps, result, twins);
    }

    private boolean isHealthy() {
        return condition.changes().isEmpty() && condition.includes().isEmpty();
    }

    private record Result(Trace[][] traces, Snapshot[][][] scans) {

        /** Healthy people are their own healthy twins. */
        void share(List<Person> group) {
            for (Person person : group) {
                int p = person.index();
                traces[1][p] = traces[0][p];
                scans[1][0][p] = scans[0][0][p];
            }
        }
    }

    private static void await(Future<?> one) {
        try {
            one.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The run was interrupted.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException problem) {
                throw problem;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private void course(
            Condition with,
            List<Arm> of,
            SlowGrid grid,
            List<Double> at,
            List<Person> group,
            Result into,
            int offset,
            Address root) {
        Course.Listener listener = new Course.Listener() {
            @Override
            public void scanned(int arm, Person person, int scan, double hours, Scan recording, double[] links) {
                Address address = root.with("patient", person.index()).with("assessment");
                into.scans()[offset + arm][scan][person.index()] =
                        Snapshot.of(recording, setting.network(), withFlexibility, address);
            }

            @Override
            public void stepped() {}
        };
        List<List<Trace>> traces =
                new Course(plan(with, of, grid, at, root), group).run(listener, Thread.currentThread()::isInterrupted);
        for (int arm = 0; arm < of.size(); arm++) {
            for (int p = 0; p < group.size(); p++) {
                into.traces()[offset + arm][group.get(p).index()] =
                        traces.get(arm).get(p);
            }
        }
    }

    private Course.Plan plan(Condition with, List<Arm> of, SlowGrid grid, List<Double> at, Address root) {
        Numerics numerics = new Numerics(
                new EulerMaruyama(),
                new Time(FastClock.usualStepMs(setting.parameters().neuralMass()) / MS_PER_HOUR),
                Time.days(1),
                Time.seconds(SETTLE_S),
                Time.seconds(WARM_UP_S),
                Time.seconds(setting.burstS()),
                new Time(SAMPLE_MS / MS_PER_HOUR));
        ScanPlan scans = new ScanPlan(
                List.of(),
                Time.seconds(setting.restS()),
                0,
                Time.seconds(PULSE_S),
                Time.seconds(HALF_WINDOW_S),
                challenges);
        return new Course.Plan(
                setting.network(), with, setting.parameters(), drugs, of, grid, at, scans, numerics, root);
    }

    private Followed followed(SlowGrid grid, int steps, Result result, Result twins) {
        double[] begins = new double[steps];
        double[] ends = new double[steps];
        for (int s = 0; s < steps; s++) {
            begins[s] = grid.hours().get(s);
            ends[s] = grid.hours().get(s + 1);
        }
        int patients = setting.patients();
        double[][] healthyActivity = new double[patients][];
        for (int p = 0; p < patients; p++) {
            healthyActivity[p] = twins.traces()[1][p].activity()[0];
        }
        Symptom symptom = Symptom.of(condition.symptom(), setting.network(), healthyActivity);
        double[] healthy = new double[patients];
        double[][] untreated = new double[patients][steps];
        double[][][] index = new double[arms.size()][patients][steps];
        for (int p = 0; p < patients; p++) {
            healthy[p] = symptom.of(healthyActivity[p]);
            // Bursts replay their noise: nothing happens to an untreated patient (tested with the course).
            Arrays.fill(untreated[p], symptom.of(twins.traces()[0][p].activity()[0]));
            for (int arm = 0; arm < arms.size(); arm++) {
                Trace trace = result.traces()[arm][p];
                for (int s = 0; s < steps; s++) {
                    index[arm][p][s] = trace.inSession()[s] ? Double.NaN : symptom.of(trace.activity()[s]);
                }
            }
        }
        List<List<Trace>> traces =
                Arrays.stream(result.traces()).map(a -> List.of(a)).toList();
        return new Followed(
                arms,
                begins,
                ends,
                index,
                untreated,
                healthy,
                traces,
                result.scans(),
                twins.scans()[0][0],
                twins.scans()[1][0],
                new Followed.Ratings(
                        Address.of(seed), setting.parameters().expectancy().ratingError()));
    }
}
