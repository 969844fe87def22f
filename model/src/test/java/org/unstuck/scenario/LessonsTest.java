package org.unstuck.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unstuck.noise.Address;
import org.unstuck.simulate.Live;
import org.unstuck.study.Assessment;
import org.unstuck.study.Lesson;
import org.unstuck.study.Reading;

/** Every lesson can be read and run to its end, and its probes give numbers. */
class LessonsTest {

    static Stream<String> lessons() {
        return BuiltIn.LESSONS.names().stream();
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void runsToItsEnd(String name) {
        Lesson lesson = BuiltIn.LESSONS.named(name);
        assertThat(lesson.name()).isEqualTo(name);
        for (Lesson.Step step : lesson.steps()) {
            Lesson.Experiment e = step.experiment();
            double first = value(lesson, e, e.first());
            double second = value(lesson, e, e.second());
            assertThat(first).as(step.question()).isNotNaN();
            assertThat(second).as(step.question()).isNotNaN();
            assertThat(step.why(e.answer(first, second))).as(step.question()).isNotBlank();
        }
    }

    private static double value(Lesson lesson, Lesson.Experiment e, Lesson.Probe probe) {
        Live live = new Live(Sessions.setting(BuiltIn.PRESETS.named(lesson.preset())));
        List<Lesson.Act> acts = e.acts().stream()
                .filter(a -> a.patient().equals("both") || a.patient().equals(probe.patient()))
                .filter(a -> a.atS() <= probe.atS())
                .toList();
        for (Lesson.Act act : acts) {
            advanceTo(live, act.atS());
            live.apply(act.does());
        }
        advanceTo(live, probe.atS());
        if (!probe.needsScan()) {
            return live.level(probe.slow());
        }
        var scenario = BuiltIn.PRESETS.named(lesson.preset());
        return probe.of(Assessment.of(
                live.scan(scenario.scans()),
                scenario.network(),
                Reading.standard(),
                live.weights(),
                Address.of(scenario.seed()).with("assessment")));
    }

    private static void advanceTo(Live live, double seconds) {
        live.advance((int) (Math.rint(seconds * 1000 / live.sampleMs()) - live.samples()), () -> {});
    }
}
