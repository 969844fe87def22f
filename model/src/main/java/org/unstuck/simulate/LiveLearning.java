package org.unstuck.simulate;

import org.unstuck.plasticity.LinkState;
import org.unstuck.protocol.Arm;
import org.unstuck.protocol.Stimulus;
import org.unstuck.recording.BurstAverages;

/**
 * What a {@link Live} patient learns, and from what: bursts on a second fast clock beside the one that is shown, which begin in the
 * settled state and replay their noise, as in a course. Levels are collected meanwhile; {@link #learn} teaches what their mean had to
 * teach. Owned by one thread.
 */
final class LiveLearning {

    private final Live.Setting setting;
    private final int every;
    private final double[][] settled;
    private FastClock clock;
    private Tissue tissue;
    private BurstAverages burst;
    private Levels pending;
    private double pendingHours;
    private boolean settles = true;

    /**
     * Nothing to learn yet.
     *
     * @param every steps of a sample
     * @param settled the state of the untreated patient, from which every burst begins
     */
    LiveLearning(Live.Setting setting, int every, double[][] settled) {
        this.setting = setting;
        this.every = every;
        this.settled = settled;
        this.pending = new Levels(setting.drugs().size());
    }

    /** Goes on with this clock and tissue: another patient, so what links are used to is read anew before the next learning. */
    void rewire(FastClock beside, Tissue of) {
        clock = beside;
        tissue = of;
        burst = new BurstAverages(clock.dynamics().coupling(), setting.network().size(), 1);
        settles = true;
    }

    /** Reads what the links are used to: the co-activity without drugs and cues. */
    void settle(LinkState links) {
        burst(new Levels(setting.drugs().size()), new double[Stimulus.values().length]);
        double[][] H = new double[setting.network().links().size()][1];
        for (int e = 0; e < H.length; e++) {
            H[e][0] = burst.coactivity(e, 0);
        }
        links.settle(H);
        settles = false;
    }

    /** As a burst of a course, beside what is shown. */
    private void burst(Levels levels, double[] input) {
        tissue.apply(levels, 0);
        tissue.drive(input, 0);
        clock.restore(settled);
        clock.purpose("everyday");
        clock.run(clock.steps(setting.numerics().warmUp().inMs()), every, (s, y) -> {});
        burst.clear();
        clock.run(
                clock.steps(setting.numerics().burst().inMs()),
                every,
                (s, y) -> burst.add(clock.activity(), clock.inhibition()));
    }

    /** Notes {@code hours} at these mean levels. */
    void lived(Levels mean, double hours) {
        pending.add(mean, hours);
        pendingHours += hours;
    }

    /** Hours that have taught nothing yet. */
    double pendingHours() {
        return pendingHours;
    }

    /** Forgets what was pending; what links are used to is known, from the course that was opened. */
    void begin() {
        pending.clear();
        pendingHours = 0;
        settles = false;
    }

    /**
     * Learns what the time since the last learning had to teach, at the mean levels of that time.
     *
     * @param input strength of every stimulus
     * @param session the session that was on, or null
     */
    void learn(double[] input, Arm.Session session, Everyday everyday) {
        double hours = pendingHours;
        if (hours <= 0) {
            return;
        }
        if (settles) {
            settle(tissue.links());
        }
        Levels mean = new Levels(setting.drugs().size());
        mean.add(pending, 1 / hours);
        burst(mean, input);
        tissue.learn(burst, mean, session, everyday, 0, hours);
        pending.clear();
        pendingHours = 0;
    }
}
