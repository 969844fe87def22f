package org.unstuck.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.unstuck.describe.Dose;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Time;
import org.unstuck.protocol.Arm;
import org.unstuck.protocol.Event;
import org.unstuck.recording.Slow;
import org.unstuck.simulate.Command;
import org.unstuck.simulate.Live;
import org.unstuck.study.Reading;
import org.unstuck.study.Readout;
import org.unstuck.study.Scenario;
import org.unstuck.study.Session;

/** The live patient: deterministic, refuses what it cannot do, and agrees with the course where both do the same. */
class LiveTest {

    private static final Scenario ANXIETY = BuiltIn.PRESETS.named("generalised-anxiety");

    private static final Command ALPRAZOLAM = new Command.Give("alprazolam", new Dose(1, "mg"), "oral", null, 1);

    private static final Arm UNKNOWN =
            new Arm("unknown", List.of(new Event.Single("aspirin", new Dose(1, "mg"), "oral", new Time(0))));

    private static Live live() {
        return new Live(Sessions.setting(ANXIETY));
    }

    private static void run(Live live, int samples) {
        live.advance(samples, () -> {});
    }

    private static List<Double> state(Live live) {
        List<Double> state = new ArrayList<>();
        for (int i = 0; i < live.setting().network().size(); i++) {
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

    private static List<Session.Timed> everyCommand() {
        return List.of(
                new Session.Timed(3, new Command.Pace(60)),
                new Session.Timed(7, ALPRAZOLAM),
                new Session.Timed(20, new Command.Set("wilsonCowan", "wEE", 7.7)),
                new Session.Timed(33, new Command.Cue("threat", 1)),
                new Session.Timed(50, new Command.Set("learning", "rate", 0.01)),
                new Session.Timed(64, new Command.Infuse("ketamine", new Dose(0.5, "mg/kg"), Time.minutes(40))),
                new Session.Timed(200, new Command.Session("therapy", Time.minutes(60), 1)),
                new Session.Timed(210, new Command.Severity(0.5)),
                new Session.Timed(211, new Command.Cue("threat", 0)),
                new Session.Timed(222, new Command.Become(BuiltIn.CONDITIONS.named("depression-rumination"))),
                new Session.Timed(230, new Command.Stop("ketamine")),
                new Session.Timed(235, new Command.Day(ANXIETY.arms().get(2), new Time(4))),
                new Session.Timed(240, new Command.Give("diazepam", new Dose(5, "mg"), "oral", new Time(8), 6)));
    }

    private static Live replay(Session.Run run, int chunk) {
        Live live = live();
        int next = 0;
        while (live.samples() < run.samples() || next < run.commands().size()) {
            while (next < run.commands().size() && run.commands().get(next).sample() == live.samples()) {
                live.apply(run.commands().get(next++).does());
            }
            long until = next < run.commands().size() ? run.commands().get(next).sample() : run.samples();
            run(live, (int) Math.min(chunk, until - live.samples()));
        }
        return live;
    }

    @Test
    void equalCommandsGiveEqualBytesHoweverTheRunIsCut() {
        Session.Run run = new Session.Run("all", 400, everyCommand());
        assertThat(state(replay(run, 1))).isEqualTo(state(replay(run, 97)));
    }

    @Test
    void aSessionIsReadBackAsWritten() {
        Session session = new Session(ANXIETY, List.of(new Session.Run("all", 400, everyCommand())), 0, Session.NONE);
        Session back = Sessions.parse("session.json", Sessions.text(session));
        assertThat(back).isEqualTo(session);
        assertThat(Sessions.text(back)).isEqualTo(Sessions.text(session));
        assertThat(state(replay(back.runs().get(0), 50)))
                .isEqualTo(state(replay(session.runs().get(0), 50)));
    }

    @Test
    void aWrongSessionIsRefusedWithItsPlace() {
        String good = Sessions.text(
                new Session(ANXIETY, List.of(new Session.Run("all", 400, everyCommand())), 0, Session.NONE));
        assertThatThrownBy(() -> Sessions.parse("s.json", good.replace("\"type\": \"pace\"", "\"type\": \"pase\"")))
                .isInstanceOf(BadScenario.class)
                .hasMessageContaining("s.json:")
                .hasMessageContaining("/runs/0/commands/0/does/type")
                .hasMessageContaining("pase");
        assertThatThrownBy(() -> Sessions.parse("s.json", good.replace("\"right\": -1", "\"right\": 1")))
                .hasMessageContaining("right is 1, it must be from -1 to 0.");
        assertThatThrownBy(() -> Sessions.parse("s.json", good.replace("\"samples\": 400", "\"samples\": 100")))
                .hasMessageContaining("it must be from");
    }

    @Test
    void twoPatientsHaveTheSameNoiseWhateverIsDone() {
        Live a = live();
        Live b = live();
        b.apply(new Command.Set("wilsonCowan", "wEE", 7.4));
        b.apply(new Command.Set("wilsonCowan", "wEE", 7.5));
        run(a, 50);
        run(b, 50);
        assertThat(state(b)).isEqualTo(state(a));
    }

    @Test
    void aRefusedCommandChangesNothing() {
        Live live = live();
        Live other = live();
        assertThatThrownBy(() -> live.apply(new Command.Set("wilsonCowan", "tauE", -1)))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> live.apply(new Command.Set("wilsonCowan", "tauI", 0.5)))
                .hasMessageContaining("step is 4.0 ms");
        assertThatThrownBy(() -> live.apply(new Command.Set("wilson", "tauE", 40)))
                .hasMessageContaining("no group of parameters");
        assertThatThrownBy(() -> live.apply(new Command.Give("aspirin", new Dose(1, "mg"), "oral", null, 1)))
                .hasMessageContaining("no drug");
        assertThatThrownBy(() -> live.apply(new Command.Give("alprazolam", new Dose(900, "mg"), "oral", null, 1)))
                .hasMessageContaining("largest sensible");
        assertThatThrownBy(() -> live.apply(new Command.Day(UNKNOWN, new Time(1))))
                .hasMessageContaining("no drug");
        run(live, 30);
        run(other, 30);
        assertThat(state(live)).isEqualTo(state(other));
    }

    @Test
    void theSlowClockFollowsThePaceAndSlowsDownForASession() {
        Live live = live();
        live.apply(new Command.Pace(600));
        run(live, 250); // 10 s of activity
        assertThat(live.hours()).isCloseTo(100, org.assertj.core.data.Offset.offset(1e-6));
        live.apply(new Command.Session("therapy", Time.minutes(60), 1));
        run(live, 125); // 5 s at 10 min/s: 50 min
        assertThat(live.hours()).isCloseTo(100 + 50 / 60.0, org.assertj.core.data.Offset.offset(1e-6));
        assertThat(live.session()).isNotNull();
        run(live, 50);
        assertThat(live.session()).isNull();
        assertThat(live.hours()).isGreaterThan(105);
    }

    @Test
    void aDoseIsFeltAndGoesAgain() {
        Live live = live();
        live.apply(new Command.Pace(60));
        live.apply(ALPRAZOLAM);
        run(live, 50); // 2 h
        double peak = live.level(Slow.GABA);
        assertThat(peak).isGreaterThan(0.2);
        assertThat(live.level(Slow.SEDATION)).isPositive();
        live.apply(new Command.Pace(1440));
        run(live, 125); // 5 days
        assertThat(live.level(Slow.GABA)).isLessThan(0.01 * peak);
    }

    @Test
    void openingADayGivesTheSlowStateOfTheCourse() {
        Live live = live();
        live.apply(new Command.Day(ANXIETY.arms().get(1), Time.days(10)));
        assertThat(live.hours()).isEqualTo(240);
        assertThat(live.level(Slow.COUNTER)).isPositive();
        assertThat(live.level(Slow.SENSITIVITY_LOSS)).isPositive();
        live.apply(new Command.Pace(60));
        run(live, 225); // 9 h: the next doses of the arm are taken
        assertThat(live.level(Slow.GABA)).isGreaterThan(0.1);
    }

    /** The slow steps of the two differ in length, so weights agree closely and not exactly. */
    @Test
    void fourLiveWeeksTeachWhatFourWeeksOfACourseTeach() {
        for (int arm : new int[] {3, 4}) { // ketamine and therapy; therapy alone
            Live course = live();
            course.apply(new Command.Day(ANXIETY.arms().get(arm), Time.days(28)));
            Live lived = live();
            double[] untreated = lived.weights();
            lived.apply(new Command.Day(ANXIETY.arms().get(arm), new Time(0)));
            lived.apply(new Command.Pace(1440));
            while (lived.hours() < 28 * 24) {
                run(lived, 5);
            }
            double change = 0;
            double difference = 0;
            for (int e = 0; e < untreated.length; e++) {
                change += Math.abs(course.weights()[e] / untreated[e] - 1);
                difference += Math.abs(lived.weights()[e] / course.weights()[e] - 1);
            }
            assertThat(change / untreated.length).as("mean change of links").isGreaterThan(0.02);
            assertThat(difference / change).as("arm %s", arm).isLessThan(0.1);
        }
    }

    @Test
    void theReadoutTellsIllnessFromHealth() {
        Live ill = live();
        Live well = live();
        well.apply(new Command.Severity(0));
        Readout a = readout();
        Readout b = readout();
        ill.advance(1500, () -> a.accept(ill));
        well.advance(1500, () -> b.accept(well));
        assertThat(a.loudness(b.levels())).isGreaterThan(1.2);
        assertThat(b.shiftsPerMinute()).isBetween(5.0, 60.0);
        assertThat(b.share(0) + b.share(1) + b.share(2) + b.share(-1))
                .isCloseTo(1, org.assertj.core.data.Offset.offset(1e-12));
    }

    private static Readout readout() {
        return new Readout(
                ANXIETY.network(),
                ANXIETY.condition().symptom(),
                Reading.standard(),
                ANXIETY.numerics().sample().inMs(),
                2000);
    }
}
