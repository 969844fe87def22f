package org.unstuck.simulate;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.unstuck.plasticity.Learning;
import org.unstuck.protocol.Arm;
import org.unstuck.protocol.Event;
import org.unstuck.protocol.Exercise;
import org.unstuck.protocol.Sleep;
import org.unstuck.protocol.Stimulus;

/** What {@link Life} and the state of the patient make of one slow step of one lane. Owned by one run. */
final class Everyday {

    /** Stressors come by themselves, and to therapy and training one is taken along; the rest can be stayed away from. */
    private static final Set<Stimulus> UNAVOIDABLE = EnumSet.of(Stimulus.THREAT, Stimulus.THERAPY, Stimulus.SHAM);

    private final Life life;
    private final Learning rule;
    private final List<Event.Lasting> periods;
    private double sleep;
    private double exercise;
    private double threat;

    Everyday(ModelParameters parameters, Arm arm) {
        this.life = parameters.life();
        this.rule = parameters.learning();
        this.periods = arm.lasting();
    }

    /** Begins a step. Threat is that of the step before: 0 healthy, 1 as before the course, NaN unknown. */
    void begin(double from, double until, double threat) {
        double middle = 0.5 * (from + until);
        this.threat = threat;
        sleep = 0;
        exercise = 0;
        for (Event.Lasting period : periods) {
            if (period.from().hours() <= middle && middle < period.until().hours()) {
                if (period instanceof Sleep) {
                    sleep += period.strength();
                } else if (period instanceof Exercise) {
                    exercise += period.strength();
                }
            }
        }
    }

    /** v: what is left of everyday exposure. */
    double engagement() {
        return life.engagement(threat);
    }

    /** Factor of the learning rate. */
    double learning() {
        return life.learning(sleep, exercise) * rule.readiness(threat);
    }

    /** Factor of the time over which new changes decay. */
    double retention() {
        return life.retention(sleep);
    }

    /** How strongly a session is met: exercise softens stressors. */
    double met(Arm.Session session) {
        return session.stimulus() == Stimulus.THREAT ? life.stress(exercise) : 1;
    }

    /**
     * The third factor M of the step: 1 in a session, less if sessions of its kind are avoided in part; the rest fraction, less
     * what is avoided, if there is none (null).
     */
    double teaching(Arm.Session session) {
        if (session == null) {
            return engagement() * rule.restFraction();
        }
        return UNAVOIDABLE.contains(session.stimulus()) ? 1 : engagement();
    }
}
