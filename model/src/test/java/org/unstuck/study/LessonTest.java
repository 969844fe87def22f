package org.unstuck.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.unstuck.study.MadeUp.m;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.unstuck.metric.Measurement;
import org.unstuck.recording.Slow;
import org.unstuck.study.Lesson.Act;
import org.unstuck.study.Lesson.Answer;
import org.unstuck.study.Lesson.Experiment;
import org.unstuck.study.Lesson.Probe;

/** Answers, probes and the end of an experiment. */
class LessonTest {

    private static final Probe A = new Probe("A", "threat", 10);

    private static Act act(String patient, double atS) {
        return new Act(patient, atS, null);
    }

    private static Experiment experiment(Probe first, Probe second, Act... acts) {
        return new Experiment(4, List.of(acts), first, second, 0.25);
    }

    /** A difference of exactly the margin is the same. */
    @Test
    void answers() {
        Experiment e = experiment(A, A);
        assertThat(e.answer(1, 1.25)).isEqualTo(Answer.SAME);
        assertThat(e.answer(1, 1.26)).isEqualTo(Answer.MORE);
        assertThat(e.answer(1, 0.75)).isEqualTo(Answer.SAME);
        assertThat(e.answer(1, 0.74)).isEqualTo(Answer.LESS);
        assertThat(e.answer(-1, 1)).isEqualTo(Answer.MORE);
    }

    @Test
    void wordsAndReasonsOfAnswers() {
        Lesson.Step step =
                new Lesson.Step("t", "q", "more", "less", "same", "if more", "if less", "if same", experiment(A, A));
        assertThat(step.words(Answer.MORE)).isEqualTo("more");
        assertThat(step.words(Answer.LESS)).isEqualTo("less");
        assertThat(step.words(Answer.SAME)).isEqualTo("same");
        assertThat(step.why(Answer.MORE)).isEqualTo("if more");
        assertThat(step.why(Answer.LESS)).isEqualTo("if less");
        assertThat(step.why(Answer.SAME)).isEqualTo("if same");
    }

    @Test
    void patientBTakesPartIfAnythingIsAboutB() {
        Probe b = new Probe("B", "threat", 5);
        assertThat(experiment(A, A).two()).isFalse();
        assertThat(experiment(A, A, act("A", 1)).two()).isFalse();
        assertThat(experiment(A, A, act("both", 1)).two()).isFalse();
        assertThat(experiment(A, b).two()).isTrue();
        assertThat(experiment(b, A).two()).isTrue();
        assertThat(experiment(A, A, act("A", 1), act("B", 2)).two()).isTrue();
    }

    @Test
    void itEndsWithTheLastProbeOrAct() {
        Probe early = new Probe("A", "threat", 5);
        assertThat(experiment(A, early).seconds()).isEqualTo(10);
        assertThat(experiment(early, A, act("A", 7)).seconds()).isEqualTo(10);
        assertThat(experiment(early, A, act("A", 7), act("A", 12)).seconds()).isEqualTo(12);
    }

    @Test
    void actsAreInOrderOfTime() {
        assertThat(experiment(A, A, act("A", 2), act("B", 2)).acts()).hasSize(2);
        assertThatThrownBy(() -> experiment(A, A, act("A", 1), act("A", 3), act("A", 2)))
                .hasMessage("acts must be in order of time.");
        assertThatThrownBy(() -> act("C", 1)).hasMessage("patient is \"C\". Maybe A, B or both.");
    }

    /** "sedation" is an outcome and a slow quantity: the slow one needs no scan. */
    @Test
    void probes() {
        assertThat(A.needsScan()).isTrue();
        assertThat(A.slow()).isNull();
        assertThat(A.isB()).isFalse();
        assertThat(A.label()).isEqualTo("Threat level");
        assertThat(A.unit()).isEqualTo("mean activity");
        assertThat(A.of(MadeUp.scan(new double[4], m(0.5), m(0)))).isEqualTo(0.5);
        assertThat(A.of(MadeUp.scan(new double[4], Measurement.undefined("none"), m(0))))
                .isNaN();
        Probe slow = new Probe("B", "counter-drive", 5);
        assertThat(slow.needsScan()).isFalse();
        assertThat(slow.slow()).isEqualTo(Slow.COUNTER);
        assertThat(slow.isB()).isTrue();
        assertThat(slow.label()).isEqualTo("counter-drive");
        assertThat(slow.unit()).isEqualTo("fraction");
        assertThat(new Probe("A", "sedation", 5).needsScan()).isFalse();
        assertThatThrownBy(() -> new Probe("both", "threat", 5)).hasMessage("patient is \"both\". Maybe A or B.");
        assertThatThrownBy(() -> new Probe("A", "thread", 5))
                .hasMessage("there is no measure \"thread\". Maybe \"threat\" was meant.");
    }
}
