package org.unstuck.simulate;

import java.util.ArrayList;
import java.util.List;
import org.unstuck.protocol.Arm;

/** The sessions of a {@link Live} patient: those planned by the arm that was opened, and the one given by hand. Owned by one thread. */
final class LiveSessions {

    /** Moments closer than this are one, h. */
    private static final double SAME = 1e-9;

    private List<Arm.Session> planned = List.of();
    private Arm.Session given;
    private Arm.Session on;

    /** The sessions of {@code arm}; one given by hand before is over. */
    void plan(Arm arm) {
        planned = arm.sessions();
        given = null;
    }

    /** One more, in place of the last that was given. */
    void give(Arm.Session session) {
        given = session;
    }

    private List<Arm.Session> all() {
        if (given == null) {
            return planned;
        }
        List<Arm.Session> all = new ArrayList<>(planned);
        all.add(given);
        return all;
    }

    /** When a session ends or the next one begins, h. */
    double nextChange(double now) {
        double next = Double.POSITIVE_INFINITY;
        for (Arm.Session s : all()) {
            next = s.fromHours() > now + SAME ? Math.min(next, s.fromHours()) : next;
            next = s.untilHours() > now + SAME ? Math.min(next, s.untilHours()) : next;
        }
        return next;
    }

    /** Finds the session of this moment: of several the one begun last. */
    void attend(double now) {
        on = null;
        for (Arm.Session s : all()) {
            on = s.fromHours() <= now + SAME && now + SAME < s.untilHours() ? s : on;
        }
    }

    /** The session that is on, or null. */
    Arm.Session on() {
        return on;
    }
}
