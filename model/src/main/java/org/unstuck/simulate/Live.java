package org.unstuck.simulate;

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
import org.unstuck.protocol.SlowGrid;
import org.unstuck.protocol.Stimulus;
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

    private final LiveDrugs drugs;
    private final LiveSessions sessions = new LiveSessions();
    private final LiveLearning learning;
    private final int every;
    private final double[][] settled;
    private final double[] cues = new double[Stimulus.values().length];
    private LivePatient patient;
    private FastClock clock;
    private Tissue tissue;
    private LinkState links;
    private InhibitionState inhibition;
    private Body body;
    private Everyday everyday;
    private double pace = FIRST_PACE;
    private long sample;

    /** The untreated patient, settled; takes as long as 42 s of activity. */
    public Live(Setting setting) {
        ModelParameters parameters = setting.parameters();
        this.patient = new LivePatient(setting, parameters, setting.condition(), 1, new Arm("live", List.of()));
        this.drugs = new LiveDrugs(setting.drugs(), setting.person().weightKg());
        this.links =
                new LinkState(parameters.learning(), setting.network().links().size(), 1);
        this.inhibition =
                new InhibitionState(parameters.homeostasis(), setting.network().size(), 1);
        this.body = patient.body();
        this.everyday = new Everyday(parameters, patient.arm());
        this.clock = patient.clock();
        this.tissue = patient.tissue(clock, links, inhibition, body.now());
        this.every = clock.steps(setting.numerics().sample().inMs());
        this.settled = settle();
        this.learning = new LiveLearning(setting, every, settled);
        wire(patient, clock, tissue);
        learning.settle(links);
    }

    /** The state after the network was left alone for a while. */
    private double[][] settle() {
        drive();
        clock.purpose("settle");
        clock.run(clock.steps(setting().numerics().settle().inMs()), every, (s, y) -> {});
        clock.purpose("live");
        return clock.copyState();
    }

    /** A clock and wiring of {@code next} that go on from the present state; nothing changes if they are refused. */
    private void become(LivePatient next) {
        FastClock changed = next.clock();
        changed.purpose("live");
        resume(changed, clock.copyState());
        wire(next, changed, next.tissue(changed, links, inhibition, body.now()));
    }

    private void wire(LivePatient next, FastClock shown, Tissue writes) {
        FastClock beside = next.clock();
        learning.rewire(beside, next.tissue(beside, links, inhibition, body.now()));
        patient = next;
        clock = shown;
        tissue = writes;
        drive();
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
        if (sessions.on() != null) {
            all[sessions.on().stimulus().ordinal()] += sessions.on().strength();
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
            become.condition().checkFits(setting().network());
            become(patient.with(become.condition()));
        } else if (command instanceof Command.Severity s) {
            become(patient.withSeverity(s.value()));
        } else if (command instanceof Command.Cue cue) {
            learn();
            cues[Stimulus.named(cue.cue()).ordinal()] = cue.strength();
            drive();
        } else if (command instanceof Command.Give give) {
            drugs.give(give, body);
        } else if (command instanceof Command.Infuse infuse) {
            drugs.infuse(infuse, body);
        } else if (command instanceof Command.Stop stop) {
            drugs.stop(stop, body);
        } else if (command instanceof Command.Session s) {
            learn();
            double now = body.hours();
            Stimulus kind = Stimulus.named(s.kind());
            sessions.give(new Arm.Session(now, now + s.length().hours(), kind, s.strength(), s.kind()));
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
        ModelParameters next = parameters().with(Parameters.with(group(set.group()), set.name(), set.value()));
        become(patient.with(next));
        body.follow(next);
        links.follow(next.learning());
        inhibition.follow(next.homeostasis());
        everyday = new Everyday(next, patient.arm());
    }

    private Record group(String name) {
        var components = ModelParameters.class.getRecordComponents();
        List<String> names = Arrays.stream(components).map(c -> c.getName()).toList();
        if (!names.contains(name)
                || names.indexOf(name) >= parameters().groups().size()) {
            throw new Invalid(
                    "group", "there is no group of parameters \"" + name + "\".", Suggestion.among(names, name));
        }
        return parameters().groups().get(names.indexOf(name));
    }

    /** Lives the course of an arm up to a day, and goes on from there. */
    private void open(Command.Day day) {
        drugs.check(day.arm());
        LivePatient next = patient.with(day.arm());
        double until = Math.max(day.at().hours(), SAME);
        SlowGrid whole = SlowGrid.of(
                List.of(day.arm()),
                List.of(),
                until,
                setting().numerics().slowStep().hours());
        Course course = new Course(next.plan(whole, null), List.of(next.person()));
        course.run(new Unheard(), () -> Thread.currentThread().isInterrupted());
        body = course.body();
        links = course.tissue().links();
        inhibition = course.tissue().inhibition();
        resume(clock, course.fastState());
        become(next);
        learning.begin();
        everyday = new Everyday(parameters(), day.arm());
        sessions.plan(day.arm());
        attend();
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
        double change = sessions.nextChange(from);
        double wanted = from + paceNow() / MINUTES * seconds;
        double until = wanted < change - SAME ? wanted : change;
        if (wanted <= from) {
            return;
        }
        everyday.begin(from, until, Double.NaN);
        body.advanceTo(until, everyday.engagement());
        learning.lived(body.mean(), until - from);
        double due = Math.max(1, Math.min(setting().numerics().slowStep().hours(), LEARN_S * paceNow() / MINUTES));
        if (learning.pendingHours() >= due - SAME || until == change) {
            learn();
        }
        tissue.apply(body.mean(), 0);
        attend();
    }

    private void attend() {
        sessions.attend(body.hours());
        drive();
    }

    private void learn() {
        learning.learn(input(), sessions.on(), everyday);
    }

    /** Minutes of slow time per second of activity at the moment. */
    public double paceNow() {
        boolean acute = sessions.on() != null || body.agenda().infuses(body.hours());
        return acute ? Math.min(pace, ACUTE_PACE) : pace;
    }

    /**
     * A scan as those of a course: from the settled state, rest, then cues, with the noise of scans. The patient is not changed by it. Cost: as the activity it
     * takes.
     */
    public Scan scan(ScanPlan scans) {
        FastClock own = patient.clock();
        patient.tissue(own, links, inhibition, body.now()).drive(new double[cues.length], 0);
        own.restore(settled);
        Scanner scanner = new Scanner(patient.plan(scans), own);
        return scanner.scan(List.of(setting().person()), 1)
                .get(0)
                .withFelt(level(Slow.SEDATION), level(Slow.DISSOCIATION));
    }

    /** What it was started with. */
    public Setting setting() {
        return patient.setting();
    }

    /** All numbers as they are now. */
    public ModelParameters parameters() {
        return patient.parameters();
    }

    /** The condition as it is now. */
    public Condition condition() {
        return patient.condition();
    }

    /** How strongly it is expressed. */
    public double severity() {
        return patient.severity();
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
        return sessions.on() == null ? null : sessions.on().stimulus();
    }

    /** Samples of activity so far. */
    public long samples() {
        return sample;
    }

    /** Time between samples, ms. */
    public double sampleMs() {
        return every * setting().numerics().step().inMs();
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
        return parameters().neuralMass() instanceof WilsonCowan ? clock.state()[2][i] : 0;
    }

    /** The state of the mass, live: {@code state[variable][region]}; not to be modified. */
    public double[][] state() {
        return clock.state();
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
