package org.unstuck.viz.explore;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.unstuck.scenario.Sessions;
import org.unstuck.simulate.Cancelled;
import org.unstuck.simulate.Live;
import org.unstuck.study.Lesson;
import org.unstuck.study.Scenario;

/** The experiment of a lesson once more, unseen: with another seed, to find out how much of its answer was chance. */
final class Trial {

    private static final double MS = 1000;
    /** Samples between two looks at whether it is still wanted. */
    private static final int STRETCH = 250;

    private final Lesson.Experiment experiment;
    private final Scenario scenario;
    private final BooleanSupplier stopped;

    /**
     * A trial.
     *
     * @param scenario of the lesson, with the seed to use
     * @param stopped asked while it runs
     */
    Trial(Lesson.Experiment experiment, Scenario scenario, BooleanSupplier stopped) {
        this.experiment = experiment;
        this.scenario = scenario;
        this.stopped = stopped;
    }

    /**
     * Both probes. Each patient is lived from its start: patients do not hear of each other.
     *
     * @throws Cancelled if stopped
     */
    double[] values() {
        return new double[] {value(experiment.first()), value(experiment.second())};
    }

    /** Which answer these two values give. */
    Lesson.Answer answer(double[] values) {
        return experiment.answer(values[0], values[1]);
    }

    private double value(Lesson.Probe probe) {
        Live live = new Live(Sessions.setting(scenario));
        List<Lesson.Act> acts = experiment.acts().stream()
                .filter(a -> a.patient().equals("both") || a.patient().equals(probe.patient()))
                .filter(a -> a.atS() <= probe.atS())
                .toList();
        for (Lesson.Act act : acts) {
            advance(live, act.atS());
            live.apply(act.does());
        }
        advance(live, probe.atS());
        return probe.needsScan() ? probe.of(Script.assess(live, scenario)) : live.level(probe.slow());
    }

    private void advance(Live live, double untilS) {
        long until = Math.round(untilS * MS / live.sampleMs());
        while (live.samples() < until) {
            if (stopped.getAsBoolean()) {
                throw new Cancelled();
            }
            live.advance((int) Math.min(STRETCH, until - live.samples()), () -> {});
        }
    }
}
