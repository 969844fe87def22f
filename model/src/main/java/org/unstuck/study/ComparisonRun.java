package org.unstuck.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.unstuck.describe.Invalid;
import org.unstuck.network.Condition;
import org.unstuck.network.Coupling;
import org.unstuck.noise.Address;
import org.unstuck.plasticity.Homeostasis;
import org.unstuck.protocol.Arm;
import org.unstuck.protocol.Event;
import org.unstuck.protocol.Happening;
import org.unstuck.protocol.SlowGrid;
import org.unstuck.recording.Scan;
import org.unstuck.recording.Trace;
import org.unstuck.simulate.Cancelled;
import org.unstuck.simulate.Course;
import org.unstuck.simulate.Person;

/**
 * Runs a scenario. Patients are split into groups; a group runs all arms side by side on one thread. The result does not
 * depend on the number of threads nor on the grouping: every number is addressed by seed, patient, region and purpose.
 */
public final class ComparisonRun {

    /** Lanes (arms x patients) of a group: enough for SIMD, few enough for an even split; fewer if their weights fill the cache. */
    private static final int LANES = 64;

    private final Scenario scenario;
    private final Reading reading;
    private final Address seed;
    private final List<Person> people;
    private final List<Double> scanHours;
    private final SlowGrid grid;
    private final Assessment[] healthy;
    private final Trace[] healthyTraces;
    private final Assessment[][][] scans;
    private final Trace[][] traces;
    private final List<List<List<Happening>>> log = new ArrayList<>();

    /** Prepares a run. */
    public ComparisonRun(Scenario scenario, Reading reading) {
        this.scenario = scenario;
        this.reading = reading;
        this.seed = Address.of(scenario.seed());
        this.people = scenario.cohort().draw(seed);
        TreeSet<Double> at = new TreeSet<>();
        at.add(0.0);
        scenario.scans().at().forEach(t -> at.add(t.hours()));
        this.scanHours = List.copyOf(at);
        this.grid = SlowGrid.of(
                scenario.arms(),
                scanHours,
                scenario.horizon().hours(),
                scenario.numerics().slowStep().hours());
        this.healthy = new Assessment[people.size()];
        this.healthyTraces = new Trace[people.size()];
        this.scans = new Assessment[scenario.arms().size()][scanHours.size()][people.size()];
        this.traces = new Trace[scenario.arms().size()][people.size()];
        for (int arm = 0; arm < traces.length; arm++) {
            log.add(new ArrayList<>(Collections.nCopies(people.size(), List.of())));
        }
    }

    /** Number of slow steps that one group makes. */
    public int slowSteps() {
        return grid.steps();
    }

    /**
     * Runs it.
     *
     * @param threads number of threads, at least 1
     * @param progress told of every slow step
     * @param cancelled asked often whether to stop
     * @throws Cancelled if asked to stop
     * @throws org.unstuck.simulate.Diverged if a state stops being finite
     */
    public Comparison run(int threads, Progress progress, BooleanSupplier cancelled) {
        if (threads < 1) {
            throw new Invalid("threads is " + threads + ", it must be at least 1.", "Maybe 2.");
        }
        List<List<Person>> groups = groups(threads);
        progress.starts((long) groups.size() * (grid.steps() + 1));
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, groups.size()));
        AtomicBoolean failed = new AtomicBoolean();
        try {
            List<Future<?>> running = new ArrayList<>();
            for (List<Person> group : groups) {
                running.add(pool.submit(() -> run(group, progress, () -> failed.get() || cancelled.getAsBoolean())));
            }
            await(running, failed);
        } finally {
            failed.set(true);
            pool.shutdownNow();
        }
        return result();
    }

    private static void await(List<Future<?>> running, AtomicBoolean failed) {
        RuntimeException problem = null;
        for (Future<?> one : running) {
            try {
                one.get();
            } catch (InterruptedException e) {
                failed.set(true);
                Thread.currentThread().interrupt();
                throw new Cancelled();
            } catch (ExecutionException e) {
                failed.set(true);
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                RuntimeException cause = (RuntimeException) e.getCause();
                // A group that stops because another failed is not the reason.
                problem = problem == null || problem instanceof Cancelled ? cause : problem;
            }
        }
        if (problem != null) {
            throw problem;
        }
    }

    private List<List<Person>> groups(int threads) {
        int size = Math.max(
                1,
                Coupling.fittingLanes(scenario.network(), LANES)
                        / scenario.arms().size());
        int fewest = (people.size() + size - 1) / size;
        int number = Math.min(people.size(), (Math.max(fewest, threads) + threads - 1) / threads * threads);
        List<List<Person>> groups = new ArrayList<>();
        for (int g = 0; g < number; g++) {
            int from = (int) ((long) people.size() * g / number);
            int to = (int) ((long) people.size() * (g + 1) / number);
            groups.add(people.subList(from, to));
        }
        return groups;
    }

    private void run(List<Person> group, Progress progress, BooleanSupplier cancelled) {
        Condition none = scenario.condition().healthyTwin();
        Arm untreated = new Arm("healthy", List.of());
        List<Trace> twins = new Course(plan(none, List.of(untreated), firstStep(), List.of(0.0)), group)
                .run(new Taking(Progress.NONE, List.of(), 0), cancelled)
                .get(0);
        for (int p = 0; p < group.size(); p++) {
            healthyTraces[group.get(p).index()] = twins.get(p);
        }
        progress.advances(1);
        List<Integer> still = stillArms();
        if (!still.isEmpty()) {
            runStill(group, still, cancelled);
        }
        List<Integer> moving = new ArrayList<>();
        for (int arm = 0; arm < traces.length; arm++) {
            if (!still.contains(arm)) {
                moving.add(arm);
            }
        }
        if (moving.isEmpty()) {
            progress.advances(grid.steps());
            return;
        }
        List<Arm> arms = moving.stream().map(scenario.arms()::get).toList();
        // Nothing has happened at the first scan: that of the arms in which nothing ever happens, if there are any, is
        // the same.
        int known = still.isEmpty() ? 0 : 1;
        for (int arm : known > 0 ? moving : List.<Integer>of()) {
            for (Person person : group) {
                scans[arm][0][person.index()] = scans[still.get(0)][0][person.index()];
            }
        }
        List<Double> unknown = scanHours.subList(known, scanHours.size());
        Course course = new Course(plan(scenario.condition(), arms, grid, unknown), group);
        List<List<Trace>> all = course.run(new Taking(progress, moving, known), cancelled);
        List<List<List<Happening>>> happened = course.log();
        for (int m = 0; m < moving.size(); m++) {
            for (int p = 0; p < group.size(); p++) {
                log.get(moving.get(m)).set(group.get(p).index(), happened.get(m).get(p));
                traces[moving.get(m)][group.get(p).index()] = all.get(m).get(p);
            }
        }
    }

    /**
     * Arms in which nothing happens. Bursts and scans replay their noise, so such a patient stays exactly as he is (tested): one
     * step and one scan stand for all.
     */
    private List<Integer> stillArms() {
        List<Integer> still = new ArrayList<>();
        Homeostasis homeostasis = scenario.actingParameters().homeostasis();
        boolean drifts = homeostasis.gain() * homeostasis.restFraction() > 0;
        for (int arm = 0; arm < scenario.arms().size() && !drifts; arm++) {
            if (scenario.arms().get(arm).events().stream().allMatch(e -> e instanceof Event.Scan)) {
                still.add(arm);
            }
        }
        return still;
    }

    private SlowGrid firstStep() {
        return new SlowGrid(grid.hours().subList(0, Math.min(2, grid.hours().size())));
    }

    private void runStill(List<Person> group, List<Integer> still, BooleanSupplier cancelled) {
        List<Arm> arms = List.of(scenario.arms().get(still.get(0)));
        List<List<Trace>> all = new Course(plan(scenario.condition(), arms, firstStep(), List.of(0.0)), group)
                .run(new Taking(Progress.NONE, still.subList(0, 1), 0), cancelled);
        for (int p = 0; p < group.size(); p++) {
            int index = group.get(p).index();
            for (int arm : still) {
                traces[arm][index] = all.get(0).get(p).lasting(grid.hours());
                for (int scan = 0; scan < scanHours.size(); scan++) {
                    scans[arm][scan][index] = scans[still.get(0)][0][index];
                }
            }
        }
    }

    private Course.Plan plan(Condition condition, List<Arm> arms, SlowGrid onGrid, List<Double> at) {
        return new Course.Plan(
                scenario.network(),
                condition,
                scenario.actingParameters(),
                scenario.actingDrugs(),
                arms,
                onGrid,
                at,
                scenario.scans(),
                scenario.numerics(),
                seed);
    }

    private final class Taking implements Course.Listener {
        private final Progress progress;
        /** Which arm of the scenario each arm of the course is; empty for the healthy twins. */
        private final List<Integer> arms;
        /** How many scans of the scenario come before those of the course. */
        private final int before;

        Taking(Progress progress, List<Integer> arms, int before) {
            this.progress = progress;
            this.arms = arms;
            this.before = before;
        }

        @Override
        public void scanned(int arm, Person person, int scan, double hours, Scan recording, double[] links) {
            Address address = seed.with("patient", person.index()).with("assessment");
            Assessment assessment = Assessment.of(recording, scenario.network(), reading, links, address);
            if (arms.isEmpty()) {
                healthy[person.index()] = assessment;
            } else {
                scans[arms.get(arm)][before + scan][person.index()] = assessment;
            }
        }

        @Override
        public void stepped() {
            progress.advances(1);
        }
    }

    private Comparison result() {
        List<List<List<Assessment>>> allScans = new ArrayList<>();
        List<List<Trace>> allTraces = new ArrayList<>();
        for (int arm = 0; arm < scans.length; arm++) {
            List<List<Assessment>> ofArm = new ArrayList<>();
            for (Assessment[] scan : scans[arm]) {
                ofArm.add(List.of(scan));
            }
            allScans.add(Collections.unmodifiableList(ofArm));
            allTraces.add(List.of(traces[arm]));
        }
        return new Comparison(
                scenario,
                reading,
                people,
                scanHours,
                List.of(healthy),
                List.of(healthyTraces),
                Collections.unmodifiableList(allScans),
                Collections.unmodifiableList(allTraces),
                log.stream().map(List::copyOf).toList());
    }
}
