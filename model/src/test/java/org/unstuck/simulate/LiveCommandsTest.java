package org.unstuck.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.unstuck.describe.Dose;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Parameters;
import org.unstuck.describe.Time;
import org.unstuck.integrate.EulerMaruyama;
import org.unstuck.mass.StuartLandau;
import org.unstuck.network.Condition;
import org.unstuck.network.Link;
import org.unstuck.network.Network;
import org.unstuck.noise.Address;
import org.unstuck.pharma.Drug;
import org.unstuck.protocol.Arm;
import org.unstuck.protocol.Event;
import org.unstuck.protocol.Stimulus;
import org.unstuck.recording.Scan;
import org.unstuck.recording.Slow;
import org.unstuck.scenario.BuiltIn;

/** What each command of a live patient does, on four networks and with short bursts, so that all of it takes a second. */
class LiveCommandsTest {

    private static final Network NETWORK = BuiltIn.NETWORKS.named("four-networks");
    private static final Condition ANXIETY = BuiltIn.CONDITIONS.named("generalised-anxiety");
    private static final Condition HEALTHY = BuiltIn.CONDITIONS.named("healthy");
    private static final List<Drug> DRUGS = List.of(BuiltIn.DRUGS.named("alprazolam"), BuiltIn.DRUGS.named("ketamine"));
    private static final int AMY = NETWORK.indexOf("AMY-PFC");
    private static final int SN = NETWORK.indexOf("SN");

    private static final Command THREAT = new Command.Cue("threat", 2);

    /** Samples of one second. */
    private static final int SECOND = 25;

    private static final double CLOSE = 1e-9;

    private static Live.Setting setting(ModelParameters parameters) {
        Numerics numerics = new Numerics(
                new EulerMaruyama(),
                Time.parse("4 ms"),
                Time.parse("6 h"),
                Time.parse("1 s"),
                Time.parse("0.2 s"),
                Time.parse("1 s"),
                Time.parse("40 ms"));
        return new Live.Setting(NETWORK, ANXIETY, parameters, DRUGS, numerics, Person.typical(0, 70), Address.of(5));
    }

    private static Live live() {
        return new Live(setting(ModelParameters.standard()));
    }

    private static void run(Live live, int samples) {
        live.advance(samples, () -> {});
    }

    private static Live after(int samples, Command... commands) {
        Live live = live();
        for (Command command : commands) {
            live.apply(command);
        }
        run(live, samples);
        return live;
    }

    private static double[] weights(Condition condition) {
        return condition.expressedIn(NETWORK, 1).network().links().stream()
                .mapToDouble(Link::weight)
                .toArray();
    }

    private static Command alprazolam(double mg) {
        return new Command.Give("alprazolam", new Dose(mg, "mg"), "oral", null, 1);
    }

    private static List<Double> state(Live live) {
        List<Double> state = new ArrayList<>();
        for (int i = 0; i < NETWORK.size(); i++) {
            state.add(live.excitatory(i));
            state.add(live.inhibitory(i));
            state.add(live.adaptation(i));
        }
        for (Slow slow : Slow.values()) {
            state.add(live.level(slow));
        }
        for (double w : live.weights()) {
            state.add(w);
        }
        state.add(live.hours());
        return state;
    }

    @Test
    void aPatientBeginsUntreated() {
        Live.Setting setting = setting(ModelParameters.standard());
        Live live = new Live(setting);
        assertThat(live.setting()).isSameAs(setting);
        assertThat(live.parameters()).isEqualTo(ModelParameters.standard());
        assertThat(live.condition()).isEqualTo(ANXIETY);
        assertThat(live.severity()).isEqualTo(1);
        assertThat(live.samples()).isZero();
        assertThat(live.sampleMs()).isCloseTo(40, within(CLOSE));
        assertThat(live.hours()).isZero();
        assertThat(live.pace()).isEqualTo(10);
        assertThat(live.paceNow()).isEqualTo(10);
        assertThat(live.session()).isNull();
        assertThat(live.cue(Stimulus.THREAT)).isZero();
        assertThat(live.plasma(0)).isZero();
        assertThat(live.level(Slow.GABA)).isZero();
        assertThat(live.weights()).containsExactly(weights(ANXIETY), within(1e-12));
        // Settled for a second: not where the mass starts, E and I at 0.1, a at 0.3.
        assertThat(live.state()).hasDimensions(4, 4);
        for (int i = 0; i < 4; i++) {
            assertThat(live.excitatory(i)).isEqualTo(live.state()[0][i]).isNotEqualTo(0.1);
            assertThat(live.inhibitory(i)).isEqualTo(live.state()[1][i]).isNotEqualTo(0.1);
            assertThat(live.adaptation(i)).isEqualTo(live.state()[2][i]).isNotEqualTo(0.3);
        }
        assertThat(live.inputs().gabaGain).containsOnly(1);
    }

    /** 10 min per second of activity, in steps of five samples; then an hour per second; then none. */
    @Test
    void theSlowClockFollowsThePace() {
        Live live = live();
        List<Long> seen = new ArrayList<>();
        live.advance(4, () -> seen.add(live.samples()));
        assertThat(seen).containsExactly(1L, 2L, 3L, 4L);
        assertThat(live.hours()).isZero();
        run(live, 1);
        assertThat(live.hours()).isCloseTo(2 / 60.0, within(CLOSE));
        run(live, 20);
        assertThat(live.hours()).isCloseTo(10 / 60.0, within(CLOSE));
        live.apply(new Command.Pace(60));
        assertThat(live.pace()).isEqualTo(60);
        run(live, SECOND);
        assertThat(live.hours()).isCloseTo(10 / 60.0 + 1, within(CLOSE));
        live.apply(new Command.Pace(0));
        run(live, SECOND);
        assertThat(live.hours()).isCloseTo(10 / 60.0 + 1, within(CLOSE));
        assertThat(live.samples()).isEqualTo(75);
    }

    /** c_T = 0.5 is the strength of a threat, c_R = 1.5 of engagement; added to the drive of the region at once. */
    @Test
    void aCueIsAddedToTheDrive() {
        Live live = live();
        double[] before = live.inputs().drive.clone();
        live.apply(new Command.Cue("threat", 0.8));
        assertThat(live.cue(Stimulus.THREAT)).isEqualTo(0.8);
        double added = live.inputs().drive[AMY] - before[AMY];
        assertThat(added).isPositive();
        assertThat(live.inputs().drive[SN]).isEqualTo(before[SN]);
        live.apply(new Command.Cue("threat", 0.4));
        assertThat(live.inputs().drive[AMY] - before[AMY]).isCloseTo(added / 2, within(1e-12));
        // It stays on in another patient, and on the next beat.
        live.apply(new Command.Severity(1));
        assertThat(live.inputs().drive[AMY] - before[AMY]).isCloseTo(added / 2, within(1e-12));
        run(live, 5);
        assertThat(live.inputs().drive[AMY] - before[AMY]).isCloseTo(added / 2, within(1e-12));
        live.apply(new Command.Cue("threat", 0));
        assertThat(live.inputs().drive).containsExactly(before);
        assertThat(live.cue(Stimulus.THREAT)).isZero();
    }

    /** Ten minutes of the slow clock at 10 min/s are one second, whatever the pace; the drive is that of a cue of this strength. */
    @Test
    void aSessionSlowsTheClockAndEnds() {
        Live live = live();
        double[] before = live.inputs().drive.clone();
        live.apply(new Command.Cue("therapy", 2));
        double[] cued = live.inputs().drive.clone();
        live.apply(new Command.Cue("therapy", 0));
        live.apply(new Command.Pace(600));
        assertThat(live.paceNow()).isEqualTo(600);

        live.apply(new Command.Session("therapy", Time.minutes(10), 2));
        assertThat(live.session()).isEqualTo(Stimulus.THERAPY);
        assertThat(live.paceNow()).isEqualTo(10);
        assertThat(live.pace()).isEqualTo(600);
        assertThat(live.inputs().drive).containsExactly(cued, within(1e-12));
        run(live, SECOND - 5);
        assertThat(live.session()).isEqualTo(Stimulus.THERAPY);
        run(live, 5);
        assertThat(live.session()).isNull();
        assertThat(live.hours()).isCloseTo(10 / 60.0, within(CLOSE));
        assertThat(live.paceNow()).isEqualTo(600);
        assertThat(live.inputs().drive).containsExactly(before, within(1e-12));
        // A slower pace is not hurried.
        live.apply(new Command.Pace(3));
        live.apply(new Command.Session("sham", Time.minutes(10), 1));
        assertThat(live.paceNow()).isEqualTo(3);
    }

    /** A beat that would pass the end of a session ends with it: 7 min at 10 min/s are 17.5 samples, in beats of 2 min. */
    @Test
    void aBeatEndsWithTheSession() {
        Live live = after(15, new Command.Pace(600), new Command.Session("exposure", Time.minutes(7), 1));
        assertThat(live.hours()).isCloseTo(6 / 60.0, within(CLOSE));
        run(live, 5);
        assertThat(live.hours()).isCloseTo(7 / 60.0, within(CLOSE));
        assertThat(live.session()).isNull();
    }

    /** Concentrations are linear in the dose; nothing of the other drug; the gain of inhibition follows. */
    @Test
    void aDoseGoesIntoTheBody() {
        Live one = after(SECOND, new Command.Pace(60), alprazolam(1));
        Live two = after(SECOND, new Command.Pace(60), alprazolam(2));
        assertThat(one.plasma(0)).isPositive();
        assertThat(two.plasma(0)).isCloseTo(2 * one.plasma(0), within(1e-9));
        assertThat(one.plasma(1)).isZero();
        assertThat(one.level(Slow.GABA)).isPositive();
        assertThat(one.level(Slow.SEDATION)).isPositive();
        assertThat(one.inputs().gabaGain[AMY]).isGreaterThan(1);
        assertThat(two.inputs().gabaGain[AMY]).isGreaterThan(one.inputs().gabaGain[AMY]);
    }

    /** 40 min at 10 min/s are 100 samples; a second one is refused until then, and a stop ends it with the next beat. */
    @Test
    void anInfusionSlowsTheClock() {
        Command ketamine = new Command.Infuse("ketamine", Dose.parse("0.5 mg/kg"), Time.minutes(40));
        Live live = live();
        live.apply(new Command.Pace(600));
        live.apply(ketamine);
        assertThat(live.paceNow()).isEqualTo(10);
        assertThatThrownBy(() -> live.apply(ketamine))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("is running");
        run(live, 95);
        assertThat(live.paceNow()).isEqualTo(10);
        assertThat(live.level(Slow.BLOCK_I)).isPositive();
        run(live, 5);
        assertThat(live.hours()).isCloseTo(40 / 60.0, within(CLOSE));
        assertThat(live.paceNow()).isEqualTo(600);

        Live stopped = after(SECOND, new Command.Pace(600), ketamine);
        stopped.apply(new Command.Stop("ketamine"));
        run(stopped, 5);
        assertThat(stopped.paceNow()).isEqualTo(600);
        double plasma = stopped.plasma(1);
        run(stopped, 5);
        assertThat(stopped.plasma(1)).isLessThan(plasma);
    }

    /** Links learn at least once in a slow step: 6 h are 15 samples at 600 min/s. What they are used to teaches nothing, a threat does. */
    @Test
    void linksLearnOnceInASlowStep() {
        assertThat(after(30, new Command.Pace(600)).weights()).containsExactly(weights(ANXIETY), within(1e-12));
        Live live = after(10, new Command.Pace(600), THREAT);
        assertThat(live.weights()).containsExactly(weights(ANXIETY), within(1e-12));
        run(live, 5);
        assertThat(live.hours()).isCloseTo(6, within(CLOSE));
        assertThat(live.weights()).isNotEqualTo(weights(ANXIETY));
        double[] learned = live.weights();
        run(live, 10);
        assertThat(live.weights()).containsExactly(learned);
        run(live, 5);
        assertThat(live.weights()).isNotEqualTo(learned);
    }

    /** At 30 min/s ten seconds of activity are 5 h, less than a slow step. */
    @Test
    void linksLearnAfterTenSecondsOfActivity() {
        Live live = after(9 * SECOND + 20, new Command.Pace(30), THREAT);
        double[] before = live.weights();
        assertThat(before).containsExactly(weights(ANXIETY), within(1e-12));
        run(live, 5);
        assertThat(live.weights()).isNotEqualTo(before);
    }

    /** At 3 min/s ten seconds are half an hour: links learn every hour, which takes 20 s. */
    @Test
    void linksLearnNoMoreThanOnceAnHour() {
        Live live = after(19 * SECOND + 20, new Command.Pace(3), THREAT);
        double[] before = live.weights();
        assertThat(before).containsExactly(weights(ANXIETY), within(1e-12));
        run(live, 5);
        assertThat(live.hours()).isCloseTo(1, within(CLOSE));
        assertThat(live.weights()).isNotEqualTo(before);
    }

    /** What was lived before a cue, a session or the end of one is learned before it. */
    @Test
    void whatWasLivedIsLearnedFirst() {
        for (Command command :
                List.of(new Command.Cue("threat", 0), new Command.Session("therapy", Time.minutes(10), 1))) {
            Live live = after(10, new Command.Pace(600), THREAT);
            assertThat(live.weights()).containsExactly(weights(ANXIETY), within(1e-12));
            live.apply(command);
            run(live, 5);
            assertThat(live.weights()).as("%s", command).isNotEqualTo(weights(ANXIETY));
        }
        Live session = after(20, new Command.Session("therapy", Time.minutes(10), 1));
        assertThat(session.weights()).containsExactly(weights(ANXIETY), within(1e-12));
        run(session, 5);
        assertThat(session.session()).isNull();
        // The weights of the links are written on the next beat.
        run(session, 5);
        assertThat(session.weights()).isNotEqualTo(weights(ANXIETY));
    }

    @Test
    void aParameterIsSetInTheMiddleOfARun() {
        Live live = after(SECOND);
        List<Double> before = state(live);
        live.apply(new Command.Set("wilsonCowan", "wEE", 7.9));
        assertThat(live.parameters().wilsonCowan().wEE()).isEqualTo(7.9);
        assertThat(live.parameters().noise())
                .isEqualTo(ModelParameters.standard().noise());
        assertThat(state(live)).as("the state goes on").isEqualTo(before);
        run(live, SECOND);
        assertThat(live.excitatory(AMY)).isNotEqualTo(after(2 * SECOND).excitatory(AMY));
    }

    /** There and back is the same patient with the same noise. */
    @Test
    void noiseDoesNotDependOnCommands() {
        Live live = after(SECOND);
        live.apply(new Command.Set("wilsonCowan", "wEE", 7.9));
        live.apply(new Command.Set("wilsonCowan", "wEE", 7.5));
        run(live, SECOND);
        assertThat(ModelParameters.standard().wilsonCowan().wEE()).isEqualTo(7.5);
        assertThat(state(live)).isEqualTo(state(after(2 * SECOND)));
    }

    /** Slow equations follow parameters that are set after the start: no counter-drive, no learning, sedation that is not lost. */
    @Test
    void everySlowEquationFollowsItsParameters() {
        Command pace = new Command.Pace(600);
        Live usual = after(2 * SECOND, pace, alprazolam(1));
        assertThat(usual.level(Slow.COUNTER)).isPositive();
        Live without = after(2 * SECOND, new Command.Set("tolerance", "adaptation", 0), pace, alprazolam(1));
        assertThat(without.level(Slow.COUNTER)).isZero();

        Live still = after(2 * SECOND, new Command.Set("learning", "rate", 0), pace, THREAT);
        assertThat(still.weights()).containsExactly(weights(ANXIETY), within(1e-12));

        assertThat(after(2 * SECOND, pace, THREAT).weights()).isNotEqualTo(weights(ANXIETY));

        // Homeostasis at work without a window: inhibition leaves 1.
        assertThat(after(2 * SECOND, pace).inputs().gabaGain).containsOnly(1);
        Live steered = after(2 * SECOND, new Command.Set("homeostasis", "restFraction", 0.05), pace);
        assertThat(steered.inputs().gabaGain[AMY]).isNotEqualTo(1);
    }

    @Test
    void anUnknownGroupIsRefused() {
        Live live = live();
        for (String group : new String[] {"wilson", "mass"}) {
            assertThatThrownBy(() -> live.apply(new Command.Set(group, "wEE", 7)))
                    .isInstanceOfSatisfying(
                            Invalid.class, e -> assertThat(e.at()).isEqualTo("group"))
                    .hasMessageStartingWith("there is no group of parameters \"" + group + "\".");
        }
        assertThatThrownBy(() -> live.apply(null)).hasMessage("no such command null");
        assertThatThrownBy(() -> live.apply(new Command.Set("wilsonCowan", "wEE", Double.NaN)))
                .isInstanceOf(Invalid.class);
        assertThat(live.parameters()).isEqualTo(ModelParameters.standard());
        assertThat(state(live)).isEqualTo(state(live()));
    }

    @Test
    void anotherConditionHasItsOwnLinks() {
        Live live = after(SECOND, new Command.Become(HEALTHY));
        assertThat(live.condition()).isEqualTo(HEALTHY);
        assertThat(live.weights()).containsExactly(weights(HEALTHY), within(1e-12));
        Live mild = after(SECOND, new Command.Severity(0));
        assertThat(mild.severity()).isZero();
        assertThat(mild.condition()).isEqualTo(ANXIETY);
        assertThat(mild.weights()).containsExactly(weights(HEALTHY), within(1e-12));

        Condition elsewhere = Condition.of(
                "own",
                "own",
                "",
                Condition.Symptom.THREAT,
                List.of(new org.unstuck.network.Change(
                        org.unstuck.network.Change.Kind.DRIVE,
                        "THAL",
                        null,
                        1,
                        "assumed, for a test",
                        org.unstuck.describe.Evidence.LOW,
                        org.unstuck.describe.Status.ASSUMED)));
        assertThatThrownBy(() -> live.apply(new Command.Become(elsewhere)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("changes nothing");
        assertThat(live.condition()).isEqualTo(HEALTHY);
    }

    /** Noon of the third day of a course, in the middle of a session. */
    @Test
    void aDayOfAnArmIsOpened() {
        Arm arm = new Arm(
                "both",
                List.of(
                        new Event.Course(
                                "alprazolam",
                                Dose.parse("0.5 mg"),
                                "oral",
                                Time.parse("8 h"),
                                new Time(0),
                                Time.days(7)),
                        new Event.Therapy(Time.minutes(120), Time.days(1), new Time(11), Time.days(7))));
        Live live = after(SECOND);
        double[] before = live.inputs().drive.clone();
        live.apply(new Command.Day(arm, Time.parse("60 h")));
        assertThat(live.hours()).isEqualTo(60);
        assertThat(live.samples()).isEqualTo(25);
        assertThat(live.level(Slow.COUNTER)).isPositive();
        assertThat(live.plasma(0)).isPositive();
        assertThat(live.session()).isEqualTo(Stimulus.THERAPY);
        assertThat(live.inputs().drive[AMY]).isGreaterThan(before[AMY]);
        assertThat(live.weights()).isNotEqualTo(weights(ANXIETY));
        assertThat(live.paceNow()).isEqualTo(10);
        // On from there: the session ends at 61 h, the next dose comes at 64 h.
        run(live, 6 * SECOND);
        assertThat(live.session()).isNull();
        assertThat(live.hours()).isCloseTo(61, within(CLOSE));
        live.apply(new Command.Pace(60));
        run(live, 3 * SECOND);
        double trough = live.plasma(0);
        run(live, 2 * SECOND);
        assertThat(live.plasma(0)).isGreaterThan(trough);
        // And back to the beginning: nothing has been taken for any time.
        live.apply(new Command.Day(arm, new Time(0)));
        assertThat(live.hours()).isCloseTo(0, within(1e-8));
        assertThat(live.level(Slow.COUNTER)).isCloseTo(0, within(1e-6));
        Arm unknown = new Arm("x", List.of(new Event.Single("aspirin", Dose.parse("1 mg"), "oral", new Time(0))));
        assertThatThrownBy(() -> live.apply(new Command.Day(unknown, new Time(1))))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("no drug \"aspirin\"");
    }

    /** What was pending before a day was opened is not learned after it: two beats of 2 h, then less than 6 h. */
    @Test
    void openingADayForgetsWhatWasPending() {
        Live live = after(10, new Command.Pace(600));
        live.apply(new Command.Day(new Arm("nothing", List.of()), Time.parse("12 h")));
        double[] opened = live.weights();
        run(live, 10);
        assertThat(live.weights()).containsExactly(opened);
    }

    /** 2 s of rest and two cues every 1 s: 50 samples each. The patient stays as he is. */
    @Test
    void aScanDoesNotTouchThePatient() {
        ScanPlan plan = new ScanPlan(List.of(), Time.parse("2 s"), 2, Time.parse("0.6 s"), Time.parse("1 s"));
        Live live = after(SECOND, new Command.Pace(60), alprazolam(1), THREAT);
        List<Double> before = state(live);
        Scan scan = live.scan(plan);
        assertThat(state(live)).isEqualTo(before);
        assertThat(scan.rest()).hasNumberOfRows(50);
        assertThat(scan.sampleMs()).isCloseTo(40, within(CLOSE));
        assertThat(scan.sedation()).isEqualTo(live.level(Slow.SEDATION)).isPositive();
        assertThat(scan.dissociation()).isEqualTo(live.level(Slow.DISSOCIATION));
        assertThat(live.scan(plan).rest()).isDeepEqualTo(scan.rest());
        // A drug in the body is part of it, a cue that is on is not.
        Live sober = live();
        double[][] without = sober.scan(plan).rest();
        assertThat(without).isNotEqualTo(scan.rest());
        sober.apply(THREAT);
        assertThat(sober.scan(plan).rest()).isDeepEqualTo(without);
    }

    /** However a run is cut, and also with an oscillator, which does not tire. */
    @Test
    void equalCommandsGiveEqualBytes() {
        Live whole = after(120, new Command.Pace(600), alprazolam(1), new Command.Cue("threat", 1));
        Live parts = after(7, new Command.Pace(600), alprazolam(1), new Command.Cue("threat", 1));
        for (int s = 0; s < 113; s++) {
            run(parts, 1);
        }
        assertThat(state(parts)).isEqualTo(state(whole));

        Live oscillator =
                new Live(setting(ModelParameters.standard().withMass(Parameters.defaults(StuartLandau.class))));
        run(oscillator, 5);
        assertThat(oscillator.adaptation(AMY)).isZero();
        assertThat(oscillator.excitatory(AMY)).isBetween(0.0, 1.0);
    }

    /** A drug changes what a burst shows, and so what is learned; another mass is used to something else, and that teaches nothing. */
    @Test
    void linksLearnFromWhatIsUnusual() {
        assertThat(after(30, new Command.Pace(600), alprazolam(2)).weights()).isNotEqualTo(weights(ANXIETY));
        Live other = after(30, new Command.Set("wilsonCowan", "wEE", 7.9), new Command.Pace(600));
        assertThat(other.weights()).containsExactly(weights(ANXIETY), within(1e-12));
    }

    /** A drug that was in the body before a day was opened is no part of what is learned after it. */
    @Test
    void aDayIsNotTaughtByWhatWasBefore() {
        Live live = after(10, new Command.Pace(600), alprazolam(2));
        live.apply(new Command.Day(new Arm("nothing", List.of()), Time.parse("12 h")));
        run(live, 15);
        assertThat(live.hours()).isCloseTo(18, within(CLOSE));
        assertThat(live.weights()).containsExactly(weights(ANXIETY), within(1e-12));
    }

    /** Three doses, every two hours from now on: concentrations are linear, so each adds the curve of the first, later. */
    @Test
    void dosesAreRepeated() {
        Command.Give three = new Command.Give("alprazolam", new Dose(1, "mg"), "oral", Time.parse("2 h"), 3);
        double[] single = new double[8];
        double[] all = new double[8];
        Live one = after(0, new Command.Pace(60), alprazolam(1));
        Live more = after(0, new Command.Pace(60), three);
        for (int h = 0; h < 8; h++) {
            run(one, SECOND);
            run(more, SECOND);
            single[h] = one.plasma(0);
            all[h] = more.plasma(0);
        }
        for (int h = 0; h < 8; h++) {
            double sum = single[h] + (h >= 2 ? single[h - 2] : 0) + (h >= 4 ? single[h - 4] : 0);
            assertThat(all[h]).as("hour %s", h + 1).isCloseTo(sum, within(1e-9));
        }
    }

    @Test
    void impossibleDosesAreRefused() {
        Live live = live();
        assertThatThrownBy(() -> live.apply(alprazolam(900))).hasMessageContaining("largest sensible");
        assertThatThrownBy(() -> live.apply(new Command.Infuse("ketamine", Dose.parse("400 mg/kg"), Time.minutes(40))))
                .hasMessageContaining("largest sensible");
        assertThatThrownBy(() -> live.apply(new Command.Give("alprazolam", new Dose(1, "mg"), "nasal", null, 1)))
                .isInstanceOf(Invalid.class);
        for (Command unknown : List.of(
                new Command.Give("aspirin", new Dose(1, "mg"), "oral", null, 1),
                new Command.Infuse("aspirin", new Dose(1, "mg"), Time.minutes(40)),
                new Command.Stop("aspirin"))) {
            assertThatThrownBy(() -> live.apply(unknown)).hasMessageContaining("there is no drug \"aspirin\"");
        }
        run(live, 5);
        assertThat(live.plasma(0)).isZero();
        assertThat(live.paceNow()).isEqualTo(10);
    }
}
