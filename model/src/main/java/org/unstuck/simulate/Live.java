package org.unstuck.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Parameters;
import org.unstuck.describe.Suggestion;
import org.unstuck.mass.Inputs;
import org.unstuck.mass.WilsonCowan;
import org.unstuck.network.Condition;
import org.unstuck.network.Network;
import org.unstuck.noise.Address;
import org.unstuck.pharma.Drug;
import org.unstuck.plasticity.InhibitionState;
import org.unstuck.plasticity.LinkState;
import org.unstuck.protocol.Arm;
import org.unstuck.protocol.Event;
import org.unstuck.protocol.SlowGrid;
import org.unstuck.protocol.Stimulus;
import org.unstuck.recording.BurstAverages;
import org.unstuck.recording.Scan;
import org.unstuck.recording.Slow;

/**
 * One virtual patient, live: activity runs on without end while commands change parameters, cues, drugs and sessions. Two
 * clocks, side by side: after every {@value #BEAT} samples of activity the slow clock makes a step of
 * {@linkplain Command.Pace pace} times the activity that passed. The equations are those of {@link Course}, and as there links
 * learn from bursts that replay their noise, at least once in a {@linkplain Numerics#slowStep slow step} and whenever a session begins
 * or ends; otherwise what is learned would be the accident of the seconds that happen to be shown. A change of parameters or of the
 * condition is another patient: what links are used to is then read anew.
 *
 * <p>While a session or an infusion is on the slow clock makes at most {@value #ACUTE_PACE} min per second, so that both last for
 * some seconds of activity. Equal commands at equal samples give equal bytes, and two patients with the same setting and seed have the
 * same noise whatever their commands. Owned by one thread.
 */
public final class Live {

    /** Samples from one step of the slow clock to the next. */
    private static final int BEAT = 5;
    /** Seconds of activity after which links learn, if that is between an hour and a slow step at the present pace. */
    private static final double LEARN_S = 10;
    /** Most minutes of slow time per second of activity in a session or infusion. */
    private static final int ACUTE_PACE = 10;
    /** Pace at the start: an hour in six seconds. */
    private static final double FIRST_PACE = 10;

    private static final double MS = 1000;
    private static final double MINUTES = 60;
    private static final double SAME = 1e-9;

    /**
     * Whom and what to start with.
     *
     * @param network the healthy network
     * @param condition how the patient differs from it
     * @param parameters all other numbers
     * @param drugs every drug that can be given
     * @param numerics steps of the fast clock; {@code slowStep} is used by courses only
     * @param person the patient
     * @param seed root of all randomness
     */
    public record Setting(
            Network network,
            Condition condition,
            ModelParameters parameters,
            List<Drug> drugs,
            Numerics numerics,
            Person person,
            Address seed) {
        public Setting {
            drugs = List.copyOf(drugs);
        }
    }

    private final Setting setting;
    private final int every;
    private final double[] cues = new double[Stimulus.values().length];
    private final List<String> drugNames;
    private ModelParameters parameters;
    private Condition condition;
    private double severity = 1;
    private double pace = FIRST_PACE;
    private FastClock clock;
    private Tissue tissue;
    private LinkState links;
    private InhibitionState inhibition;
    private Body body;
    private Everyday everyday;
    private Arm arm = new Arm("live", List.of());
    private List<Arm.Session> planned = List.of();
    private Arm.Session given;
    private Arm.Session session;
    private final double[][] settled;
    private FastClock beside;
    private Tissue besideTissue;
    private BurstAverages burst;
    private Levels pendingLevels;
    private double pendingHours;
    private boolean settles = true;
    private long sample;

    /** The untreated patient, settled; takes as long as 42 s of activity. */
    public Live(Setting setting) {
        this.setting = setting;
        this.parameters = setting.parameters();
        this.condition = setting.condition();
        this.drugNames = setting.drugs().stream().map(Drug::name).toList();
        this.pendingLevels = new Levels(setting.drugs().size());
        this.links =
                new LinkState(parameters.learning(), setting.network().links().size(), 1);
        this.inhibition =
                new InhibitionState(parameters.homeostasis(), setting.network().size(), 1);
        this.body = new Body(
                setting.drugs(),
                new Agenda(arm, setting.person().weightKg(), patient()),
                arm,
                setting.person(),
                parameters);
        this.everyday = new Everyday(parameters, arm);
        rewire(parameters, condition, severity);
        this.every = clock.steps(setting.numerics().sample().inMs());
        clock.purpose("settle");
        clock.run(clock.steps(setting.numerics().settle().inMs()), every, (s, y) -> {});
        clock.purpose("live");
        this.settled = clock.copyState();
        settleLinks();
    }

    private Address patient() {
        return setting.seed().with("patient", setting.person().index());
    }

    /** Reads what the links are used to: the co-activity without drugs and cues. */
    private void settleLinks() {
        burst(new Levels(setting.drugs().size()), new double[cues.length]);
        double[][] H = new double[setting.network().links().size()][1];
        for (int e = 0; e < H.length; e++) {
            H[e][0] = burst.coactivity(e, 0);
        }
        links.settle(H);
        settles = false;
    }

    /** As a burst of a course, beside what is shown. */
    private void burst(Levels levels, double[] input) {
        besideTissue.apply(levels, 0);
        besideTissue.drive(input, 0);
        beside.restore(settled);
        beside.purpose("everyday");
        beside.run(beside.steps(setting.numerics().warmUp().inMs()), every, (s, y) -> {});
        burst.clear();
        beside.run(
                beside.steps(setting.numerics().burst().inMs()),
                every,
                (s, y) -> burst.add(beside.activity(), beside.inhibition()));
    }

    /** A clock and wiring by these parameters that go on from the present state; nothing changes if they are refused. */
    private void rewire(ModelParameters p, Condition c, double strength) {
        FastClock next = clock(p);
        next.purpose("live");
        if (clock != null) {
            resume(next, clock.copyState());
        }
        Tissue changed = tissue(p, c, strength, next);
        beside = clock(p);
        besideTissue = tissue(p, c, strength, beside);
        burst = new BurstAverages(
                beside.dynamics().coupling(), setting.network().size(), 1);
        clock = next;
        tissue = changed;
        settles = true;
        parameters = p;
        condition = c;
        severity = strength;
        drive();
    }

    private FastClock clock(ModelParameters p) {
        return new FastClock(
                setting.network(),
                p.neuralMass(),
                p.noise(),
                setting.numerics().scheme(),
                setting.numerics().step().inMs(),
                1,
                1,
                i -> patient());
    }

    private Tissue tissue(ModelParameters p, Condition c, double strength, FastClock of) {
        Course.Plan plan = plan(p, c, List.of(arm), null, null);
        Tissue made = new Tissue(plan, List.of(expressed(strength)), of, links, inhibition);
        made.apply(body.now(), 0);
        return made;
    }

    /** Puts {@code of} into {@code state}, at the present place of the noise. */
    private void resume(FastClock of, double[][] state) {
        of.restore(state);
        of.seek(sample * sampleMs());
    }

    private void drive() {
        tissue.drive(input(), 0);
    }

    /** Cues and the session that is on. */
    private double[] input() {
        double[] all = cues.clone();
        if (session != null) {
            all[session.stimulus().ordinal()] += session.strength();
        }
        return all;
    }

    /**
     * Does what {@code command} says, from the next sample on.
     *
     * @throws Invalid if it cannot be done; then nothing has changed
     * @throws Diverged if it opens a day that cannot be reached
     */
    public void apply(Command command) {
        if (command instanceof Command.Set set) {
            set(set);
        } else if (command instanceof Command.Become become) {
            become.condition().checkFits(setting.network());
            rewire(parameters, become.condition(), severity);
        } else if (command instanceof Command.Severity s) {
            rewire(parameters, condition, s.value());
        } else if (command instanceof Command.Cue cue) {
            learn();
            cues[Stimulus.named(cue.cue()).ordinal()] = cue.strength();
            drive();
        } else if (command instanceof Command.Give give) {
            give(give);
        } else if (command instanceof Command.Infuse infuse) {
            infuse(infuse);
        } else if (command instanceof Command.Stop stop) {
            drug(stop.drug());
            body.agenda().drop(stop.drug(), body.hours());
        } else if (command instanceof Command.Session s) {
            learn();
            double now = body.hours();
            Stimulus kind = Stimulus.named(s.kind());
            given = new Arm.Session(now, now + s.length().hours(), kind, s.strength(), s.kind());
            attend();
        } else if (command instanceof Command.Pace p) {
            pace = p.minutesPerSecond();
        } else if (command instanceof Command.Day day) {
            open(day);
        } else {
            throw new IllegalStateException("no such command " + command);
        }
    }

    private void set(Command.Set set) {
        ModelParameters next = parameters.with(Parameters.with(group(set.group()), set.name(), set.value()));
        rewire(next, condition, severity);
        body.follow(next);
        links.follow(next.learning());
        inhibition.follow(next.homeostasis());
        everyday = new Everyday(next, arm);
    }

    private Record group(String name) {
        var components = ModelParameters.class.getRecordComponents();
        List<String> names = Arrays.stream(components).map(c -> c.getName()).toList();
        if (!names.contains(name)) {
            throw new Invalid(
                    "group", "there is no group of parameters \"" + name + "\".", Suggestion.among(names, name));
        }
        return parameters.groups().get(names.indexOf(name));
    }

    private Drug drug(String name) {
        if (!drugNames.contains(name)) {
            throw new Invalid("drug", "there is no drug \"" + name + "\".", Suggestion.among(drugNames, name));
        }
        return setting.drugs().get(drugNames.indexOf(name));
    }

    private void give(Command.Give give) {
        Drug drug = drug(give.drug());
        drug.route(give.route());
        drug.checkDose(give.dose().mg(setting.person().weightKg()));
        for (int i = 0; i < give.times(); i++) {
            double at = body.hours() + (i == 0 ? 0 : i * give.every().hours());
            body.agenda().give(new Arm.Intake(at, give.drug(), give.dose(), give.route(), 0, Agenda.GIVEN, ""));
        }
    }

    private void infuse(Command.Infuse infuse) {
        drug(infuse.drug()).checkDose(infuse.dose().mg(setting.person().weightKg()));
        if (body.agenda().infuses(body.hours())) {
            throw new Invalid("drug", "an infusion is running.", "Maybe wait for its end, or stop it.");
        }
        body.agenda()
                .give(new Arm.Intake(
                        body.hours(),
                        infuse.drug(),
                        infuse.dose(),
                        null,
                        infuse.over().hours(),
                        Agenda.GIVEN,
                        ""));
    }

    private void open(Command.Day day) {
        Arm chosen = day.arm();
        for (Event event : chosen.events()) {
            if (event instanceof Event.OfDrug of) {
                drug(of.drug());
            }
        }
        double until = Math.max(day.at().hours(), SAME);
        SlowGrid whole = SlowGrid.of(
                List.of(chosen), List.of(), until, setting.numerics().slowStep().hours());
        Course course =
                new Course(plan(parameters, condition, List.of(chosen), whole, null), List.of(expressed(severity)));
        course.run(new Unheard(), () -> Thread.currentThread().isInterrupted());
        body = course.body();
        links = course.tissue().links();
        inhibition = course.tissue().inhibition();
        arm = chosen;
        planned = arm.sessions();
        given = null;
        pendingLevels.clear();
        pendingHours = 0;
        resume(clock, course.fastState());
        rewire(parameters, condition, severity);
        settles = false;
        everyday = new Everyday(parameters, arm);
        attend();
    }

    /** The patient, with the severity chosen on the way. */
    private Person expressed(double strength) {
        Person p = setting.person();
        return new Person(
                p.index(),
                p.weightKg(),
                p.severity() * strength,
                p.clearance(),
                p.counterDrive(),
                p.surge(),
                p.learning(),
                p.coupling(),
                p.volume(),
                p.absorption(),
                p.receptors(),
                p.serotonin(),
                p.expectancy());
    }

    private Course.Plan plan(ModelParameters p, Condition c, List<Arm> arms, SlowGrid grid, ScanPlan scans) {
        return new Course.Plan(
                setting.network(),
                c,
                p,
                setting.drugs(),
                arms,
                grid,
                List.of(),
                scans,
                setting.numerics(),
                setting.seed());
    }

    /**
     * Runs {@code samples} samples of activity.
     *
     * @param watcher told after each
     * @throws Diverged if the state stops being finite
     */
    public void advance(int samples, Runnable watcher) {
        for (int i = 0; i < samples; i++) {
            clock.run(every, every, (s, y) -> {});
            sample++;
            if (sample % BEAT == 0) {
                beat();
            }
            watcher.run();
        }
    }

    /** One step of the slow clock. */
    private void beat() {
        double seconds = BEAT * sampleMs() / MS;
        double from = body.hours();
        double change = nextChange(from);
        double wanted = from + paceNow() / MINUTES * seconds;
        double until = wanted < change - SAME ? wanted : change;
        if (wanted <= from) {
            return;
        }
        everyday.begin(from, until, Double.NaN);
        body.advanceTo(until, everyday.engagement());
        pendingLevels.add(body.mean(), until - from);
        pendingHours += until - from;
        double due = Math.max(1, Math.min(setting.numerics().slowStep().hours(), LEARN_S * paceNow() / MINUTES));
        if (pendingHours >= due - SAME || until == change) {
            learn();
        }
        tissue.apply(body.mean(), 0);
        attend();
    }

    /** Minutes of slow time per second of activity at the moment. */
    public double paceNow() {
        boolean acute = session != null || body.agenda().infuses(body.hours());
        return acute ? Math.min(pace, ACUTE_PACE) : pace;
    }

    /** When the session ends or the next one begins. */
    private double nextChange(double now) {
        double next = Double.POSITIVE_INFINITY;
        for (Arm.Session s : sessions()) {
            next = s.fromHours() > now + SAME ? Math.min(next, s.fromHours()) : next;
            next = s.untilHours() > now + SAME ? Math.min(next, s.untilHours()) : next;
        }
        return next;
    }

    private List<Arm.Session> sessions() {
        if (given == null) {
            return planned;
        }
        List<Arm.Session> all = new ArrayList<>(planned);
        all.add(given);
        return all;
    }

    /** Finds the session of this moment: the one begun last. */
    private void attend() {
        double now = body.hours();
        Arm.Session on = null;
        for (Arm.Session s : sessions()) {
            on = s.fromHours() <= now + SAME && now + SAME < s.untilHours() ? s : on;
        }
        session = on;
        drive();
    }

    /** Learns what the time since the last learning had to teach, at the mean levels of that time. */
    private void learn() {
        double hours = pendingHours;
        if (hours <= 0) {
            return;
        }
        if (settles) {
            settleLinks();
        }
        Levels mean = new Levels(setting.drugs().size());
        mean.add(pendingLevels, 1 / hours);
        burst(mean, input());
        besideTissue.learn(burst, mean, session, everyday, 0, hours);
        pendingLevels.clear();
        pendingHours = 0;
    }

    /**
     * A scan as those of a course: from the settled state, rest, then cues, with the noise of scans. The patient is not changed by it. Cost: as the activity it
     * takes.
     */
    public Scan scan(ScanPlan scans) {
        FastClock own = clock(parameters);
        tissue(parameters, condition, severity, own).drive(new double[cues.length], 0);
        own.restore(settled);
        Scanner scanner = new Scanner(plan(parameters, condition, List.of(arm), null, scans), own);
        return scanner.scan(List.of(setting.person()), 1)
                .get(0)
                .withFelt(level(Slow.SEDATION), level(Slow.DISSOCIATION));
    }

    /** What it was started with. */
    public Setting setting() {
        return setting;
    }

    /** All numbers as they are now. */
    public ModelParameters parameters() {
        return parameters;
    }

    /** The condition as it is now. */
    public Condition condition() {
        return condition;
    }

    /** How strongly it is expressed. */
    public double severity() {
        return severity;
    }

    /** The pace that was asked for, minutes of slow time per second of activity. */
    public double pace() {
        return pace;
    }

    /** Strength of a cue; 0 if it is off. */
    public double cue(Stimulus cue) {
        return cues[cue.ordinal()];
    }

    /** The kind of session that is on, or null. */
    public Stimulus session() {
        return session == null ? null : session.stimulus();
    }

    /** Samples of activity so far. */
    public long samples() {
        return sample;
    }

    /** Time between samples, ms. */
    public double sampleMs() {
        return every * setting.numerics().step().inMs();
    }

    /** The slow clock, h. */
    public double hours() {
        return body.hours();
    }

    /** A level of the slow state. */
    public double level(Slow quantity) {
        return body.now().of(quantity);
    }

    /** Plasma concentration of drug number {@code drug} of the setting, ng/mL. */
    public double plasma(int drug) {
        return body.now().plasma[drug];
    }

    /** Excitatory activity of region {@code i}. */
    public double excitatory(int i) {
        return clock.activity()[i];
    }

    /** Inhibitory activity of region {@code i}. */
    public double inhibitory(int i) {
        return clock.inhibition()[i];
    }

    /** Adaptation of region {@code i}; 0 with a mass that does not tire. */
    public double adaptation(int i) {
        return parameters.neuralMass() instanceof WilsonCowan ? clock.state()[2][i] : 0;
    }

    /** Drive and gains; not to be modified. */
    public Inputs inputs() {
        return clock.dynamics().inputs();
    }

    /** Weight of every link as it is now. */
    public double[] weights() {
        return tissue.weights(0);
    }

    private static final class Unheard implements Course.Listener {
        @Override
        public void scanned(int arm, Person person, int scan, double hours, Scan recording, double[] links) {
            // No scans are taken.
        }

        @Override
        public void stepped() {
            // Nobody waits.
        }
    }
}
