package org.unstuck.viz.explore;

import java.util.function.Consumer;
import org.unstuck.noise.Address;
import org.unstuck.simulate.Command;
import org.unstuck.simulate.Live;
import org.unstuck.study.Assessment;
import org.unstuck.study.Lesson;
import org.unstuck.study.Reading;
import org.unstuck.study.Scenario;

/** The experiment of a lesson while it runs: acts and probes at their samples. Owned by the engine. */
final class Script {

    private static final double MS = 1000;

    private final Scenario scenario;
    private final Lesson.Experiment experiment;
    private final Consumer<double[]> done;
    private final double sampleMs;
    private final double[] values = {Double.NaN, Double.NaN};
    private final boolean[] read = new boolean[2];
    private int next;

    /**
     * An experiment.
     *
     * @param done receives the values of both probes at the end, on the engine's thread
     */
    Script(Scenario scenario, Lesson.Experiment experiment, double sampleMs, Consumer<double[]> done) {
        this.scenario = scenario;
        this.experiment = experiment;
        this.sampleMs = sampleMs;
        this.done = done;
    }

    Lesson.Experiment experiment() {
        return experiment;
    }

    private long sample(double seconds) {
        return Math.round(seconds * MS / sampleMs);
    }

    /** How far it is, 0 to 1. */
    double share(long samples) {
        return Math.min(1, samples / Math.max(1.0, sample(experiment.seconds())));
    }

    /** The next sample at which something has to be done, or a number far away. */
    long nextSample() {
        long soon = Long.MAX_VALUE;
        if (next < experiment.acts().size()) {
            soon = sample(experiment.acts().get(next).atS());
        }
        soon = read[0] ? soon : Math.min(soon, sample(experiment.first().atS()));
        return read[1] ? soon : Math.min(soon, sample(experiment.second().atS()));
    }

    /** Does what is due; true when all is done. */
    boolean act(Track[] tracks) {
        long now = tracks[Engine.A].live().samples();
        while (next < experiment.acts().size()
                && sample(experiment.acts().get(next).atS()) <= now) {
            Lesson.Act act = experiment.acts().get(next++);
            Command command = act.does();
            if (!act.patient().equals("B")) {
                tracks[Engine.A].apply(command);
            }
            if (!act.patient().equals("A") && tracks[Engine.B] != null) {
                tracks[Engine.B].apply(command);
            }
        }
        probe(0, experiment.first(), tracks, now);
        probe(1, experiment.second(), tracks, now);
        boolean over = read[0] && read[1] && next >= experiment.acts().size();
        if (over) {
            done.accept(values.clone());
        }
        return over;
    }

    private void probe(int k, Lesson.Probe probe, Track[] tracks, long now) {
        if (read[k] || sample(probe.atS()) > now) {
            return;
        }
        read[k] = true;
        Live live = tracks[probe.isB() ? Engine.B : Engine.A].live();
        values[k] = probe.needsScan() ? probe.of(assess(live, scenario)) : live.level(probe.slow());
    }

    /** All measures of a scan of {@code live} now. */
    static Assessment assess(Live live, Scenario scenario) {
        return Assessment.of(
                live.scan(scenario.scans()),
                live.setting().network(),
                Reading.standard(),
                live.weights(),
                Address.of(scenario.seed()).with("assessment"));
    }
}
