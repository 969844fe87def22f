package org.unstuck.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.unstuck.network.Condition;
import org.unstuck.network.Network;
import org.unstuck.noise.Address;
import org.unstuck.pharma.Drug;
import org.unstuck.protocol.Arm;
import org.unstuck.protocol.Decision;
import org.unstuck.protocol.Happening;
import org.unstuck.protocol.SlowGrid;
import org.unstuck.recording.BurstAverages;
import org.unstuck.recording.Scan;
import org.unstuck.recording.Slow;
import org.unstuck.recording.Trace;

/**
 * The two clocks of a group of patients in all arms. At every slow step the drugs, receptors and the cascade advance; the
 * network, with the gains and weights of that step, runs a burst; what was active together changes the links.
 *
 * <p>Every burst starts from the settled untreated state and replays the same noise, so that two bursts of a patient differ only
 * by what the slow clock changed (common random numbers); scans likewise, with noise of their own.
 */
public final class Course {

    /** What a course tells while it runs; called from the thread that runs it. */
    public interface Listener {
        /** The scan number {@code scan} of one patient in one arm was taken; its series are valid during the call only. */
        void scanned(int arm, Person person, int scan, double hours, Scan recording, double[] links);

        /** One slow step of all lanes is done. */
        void stepped();
    }

    /**
     * What to run.
     *
     * @param network the healthy network
     * @param condition how patients differ from it
     * @param parameters all other numbers
     * @param drugs the drugs that occur in the arms
     * @param arms what happens
     * @param grid the slow clock
     * @param scanHours moments of the scans, on the grid
     * @param scans how scans are taken
     * @param numerics steps of both clocks
     * @param seed root of all randomness
     */
    public record Plan(
            Network network,
            Condition condition,
            ModelParameters parameters,
            List<Drug> drugs,
            List<Arm> arms,
            SlowGrid grid,
            List<Double> scanHours,
            ScanPlan scans,
            Numerics numerics,
            Address seed) {}

    private final Plan plan;
    private final List<Person> people;
    private final int patients;
    private final int lanes;
    private final FastClock clock;
    private final Tissue tissue;
    private final List<List<Arm.Session>> sessions;
    private final Agenda[] agendas;
    private final Body[] bodies;
    private final Everyday[] everyday;
    private final SymptomIndex index;
    private final double[] ill;
    private final BurstAverages burst;
    private final Trace[] traces;
    private final Scanner scanner;

    /** The course of {@code people} in all arms of {@code plan}. */
    public Course(Plan plan, List<Person> people) {
        this.plan = plan;
        this.people = List.copyOf(people);
        this.patients = people.size();
        this.lanes = patients * plan.arms().size();
        Network network = plan.network();
        this.clock = new FastClock(
                network,
                plan.parameters().neuralMass(),
                plan.parameters().noise(),
                plan.numerics().scheme(),
                plan.numerics().step().inMs(),
                plan.arms().size(),
                patients,
                p -> plan.seed().with("patient", people.get(p).index()));
        this.tissue = new Tissue(plan, this.people, clock);
        this.sessions = plan.arms().stream().map(Arm::sessions).toList();
        this.agendas = new Agenda[lanes];
        this.bodies = new Body[lanes];
        this.everyday = new Everyday[lanes];
        this.traces = new Trace[lanes];
        for (int k = 0; k < lanes; k++) {
            Person person = people.get(k % patients);
            Address patient = plan.seed().with("patient", person.index());
            Arm arm = plan.arms().get(k / patients);
            agendas[k] = new Agenda(arm, person.weightKg(), patient);
            bodies[k] = new Body(plan.drugs(), agendas[k], arm, person, plan.parameters());
            everyday[k] = new Everyday(plan.parameters(), arm);
            traces[k] =
                    Trace.of(plan.grid().steps(), network.size(), plan.drugs().size());
        }
        this.burst = new BurstAverages(clock.dynamics().coupling(), network.size(), lanes);
        this.scanner = new Scanner(plan, clock);
        this.index = needsIndex() ? new SymptomIndex(plan, people) : null;
        this.ill = new double[lanes];
    }

    /** Whether anything depends on how ill a patient is. */
    private boolean needsIndex() {
        return plan.arms().stream().anyMatch(Arm::decides)
                || plan.parameters().life().avoidance() > 0
                || plan.parameters().learning().stateDependence() > 0;
    }

    /**
     * Runs the course.
     *
     * @param listener told of every scan and step
     * @param cancelled asked at every step whether to stop
     * @return the trace of every arm and patient: {@code traces.get(arm).get(patient)}
     * @throws Cancelled if asked to stop
     * @throws Diverged if the state stops being finite
     */
    public List<List<Trace>> run(Listener listener, BooleanSupplier cancelled) {
        double[][] settled = settle();
        List<Double> grid = plan.grid().hours();
        int scan = scanIfDue(0, grid.get(0), settled, listener);
        for (int step = 0; step < plan.grid().steps(); step++) {
            if (cancelled.getAsBoolean()) {
                throw new Cancelled();
            }
            double from = grid.get(step);
            double until = grid.get(step + 1);
            decide(from);
            for (int k = 0; k < lanes; k++) {
                everyday[k].begin(from, until, ill[k]);
                bodies[k].advanceTo(until, everyday[k].engagement());
            }
            Arm.Session[] session = sessions(from, until);
            for (int k = 0; k < lanes; k++) {
                tissue.apply(bodies[k].mean(), k);
                tissue.drive(session[k / patients], everyday[k], k);
            }
            burst(settled);
            for (int k = 0; k < lanes; k++) {
                tissue.learn(burst, bodies[k].mean(), session[k / patients], everyday[k], k, until - from);
            }
            record(step, until, session);
            listener.stepped();
            scan = scanIfDue(scan, until, settled, listener);
        }
        return byArm(Arrays.asList(traces));
    }

    /** Lets patients decide, from their last step, what they take now. */
    private void decide(double hours) {
        for (int k = 0; k < lanes && index != null; k++) {
            Levels levels = bodies[k].mean();
            double coupled = (1 - levels.of(Slow.SENSITIVITY_LOSS)) * (1 - levels.of(Slow.NUMBER_LOSS));
            double felt = Math.max(0, levels.of(Slow.GABA) * coupled - levels.of(Slow.COUNTER));
            agendas[k].decide(new Decision.Known(hours, ill[k], felt));
        }
    }

    /** What happened to every patient in every arm: {@code log().get(arm).get(patient)} in order of time. */
    public List<List<List<Happening>>> log() {
        return byArm(Arrays.stream(agendas).map(Agenda::log).toList());
    }

    /** The untreated state: where every burst starts, and the co-activity that links are used to. */
    private double[][] settle() {
        applyPresent();
        clock.purpose("settle");
        clock.run(clock.steps(plan.numerics().settle().inMs()), Integer.MAX_VALUE, (s, y) -> {});
        double[][] settled = clock.copyState();
        burst(settled);
        tissue.settle(burst);
        if (index != null) {
            index.untreated(burst);
            for (int k = 0; k < lanes; k++) {
                ill[k] = index.of(burst, k);
            }
        }
        return settled;
    }

    private void burst(double[][] settled) {
        int every = clock.steps(plan.numerics().sample().inMs());
        clock.restore(settled);
        clock.purposeAgain("everyday");
        clock.run(clock.steps(plan.numerics().warmUp().inMs()), every, (s, y) -> {});
        burst.clear();
        clock.run(
                clock.steps(plan.numerics().burst().inMs()),
                every,
                (s, y) -> burst.add(clock.activity(), clock.inhibition()));
    }

    private int scanIfDue(int scan, double hours, double[][] settled, Listener listener) {
        if (scan >= plan.scanHours().size() || plan.scanHours().get(scan) > hours + 1e-9) {
            return scan;
        }
        applyPresent();
        clock.restore(settled);
        List<Scan> recordings = scanner.scan(people, lanes);
        for (int k = 0; k < lanes; k++) {
            Levels now = bodies[k].now();
            Scan taken = recordings.get(k).withFelt(now.of(Slow.SEDATION), now.of(Slow.DISSOCIATION));
            listener.scanned(k / patients, people.get(k % patients), scan, hours, taken, tissue.weights(k));
        }
        return scan + 1;
    }

    /** The session of each arm between two moments of the grid; sessions begin and end on it, and the one begun last counts. */
    private Arm.Session[] sessions(double from, double until) {
        Arm.Session[] now = new Arm.Session[sessions.size()];
        double middle = 0.5 * (from + until);
        for (int arm = 0; arm < now.length; arm++) {
            for (Arm.Session s : sessions.get(arm)) {
                if (s.fromHours() <= middle && middle < s.untilHours()) {
                    now[arm] = s;
                }
            }
        }
        return now;
    }

    /** Writes gains, weights and drives of this moment, with no session on. */
    private void applyPresent() {
        for (int k = 0; k < lanes; k++) {
            tissue.apply(bodies[k].now(), k);
            tissue.drive(null, everyday[k], k);
        }
    }

    private void record(int step, double until, Arm.Session[] session) {
        for (int k = 0; k < lanes; k++) {
            Trace trace = traces[k];
            Levels levels = bodies[k].mean();
            ill[k] = index == null ? Double.NaN : index.of(burst, k);
            trace.hours()[step] = until;
            for (int i = 0; i < plan.network().size(); i++) {
                trace.activity()[step][i] = burst.activity(i, k);
            }
            trace.inSession()[step] = session[k / patients] != null;
            System.arraycopy(levels.plasma, 0, trace.plasma()[step], 0, levels.plasma.length);
            levels.copyTo(trace.levels(), step);
        }
    }

    /** The slow state of lane 0, for whoever goes on from where the course ended. */
    Body body() {
        return bodies[0];
    }

    /** The networks with what they have learned. */
    Tissue tissue() {
        return tissue;
    }

    /** The fast state at the end of the last burst or scan. */
    double[][] fastState() {
        return clock.copyState();
    }

    private <T> List<List<T>> byArm(List<T> ofLanes) {
        List<List<T>> all = new ArrayList<>();
        for (int arm = 0; arm < plan.arms().size(); arm++) {
            all.add(List.copyOf(ofLanes.subList(arm * patients, (arm + 1) * patients)));
        }
        return all;
    }
}
