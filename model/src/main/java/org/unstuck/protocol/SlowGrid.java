package org.unstuck.protocol;

import java.util.List;
import java.util.TreeSet;

/**
 * The moments at which the slow clock stops: regular ticks, starts and ends of planned infusions, of sessions and of what lasts,
 * moments at which patients decide, scans, and finer steps while a planned infusion is acute. One grid serves all arms and
 * patients, so that their bursts can share noise; an infusion that is decided on the way therefore has no finer steps of its own:
 * the body still follows it in steps of minutes, and the network sees the mean of the step.
 *
 * @param hours strictly increasing, from 0 to the horizon
 */
public record SlowGrid(List<Double> hours) {

    /**
     * Steps after the start of an infusion: (until this many hours, step of this many hours). Evidence D6: 5-15 min during
     * PK, 1-3 h to day 3 when the fast clock is to follow; after a day the drug is gone and ticks are enough.
     */
    private static final double[][] ACUTE = {{40 / 60.0, 1 / 6.0}, {2, 1 / 3.0}, {6, 1}, {12, 3}, {24, 6}};

    /** Moments closer than this are one (1 s). */
    private static final double SAME = 1 / 3600.0;

    public SlowGrid {
        hours = List.copyOf(hours);
    }

    /** The grid of a study. */
    public static SlowGrid of(List<Arm> arms, List<Double> scanHours, double horizonHours, double stepHours) {
        TreeSet<Double> moments = new TreeSet<>();
        for (int i = 0; i * stepHours < horizonHours; i++) {
            moments.add(i * stepHours);
        }
        moments.add(horizonHours);
        moments.addAll(scanHours);
        for (Arm arm : arms) {
            for (Arm.Session s : arm.sessions()) {
                moments.add(s.fromHours());
                moments.add(s.untilHours());
            }
            for (Event event : arm.events()) {
                asked(event, moments);
            }
            for (Arm.Intake intake : arm.intakes()) {
                if (intake.overHours() > 0) {
                    acute(intake, moments);
                }
            }
        }
        return new SlowGrid(merged(moments, horizonHours));
    }

    /** Moments at which patients decide, and ends of what lasts. */
    private static void asked(Event event, TreeSet<Double> moments) {
        if (event instanceof Event.Decided d) {
            every(d.asked().hours(), d.from().hours(), d.until().hours(), moments);
        } else if (event instanceof Event.Course c && c.escalate() != null) {
            every(c.escalate().every().hours(), c.from().hours(), c.until().hours(), moments);
        } else if (event instanceof Event.Lasting l) {
            moments.add(l.from().hours());
            moments.add(l.until().hours());
        }
    }

    private static void every(double interval, double from, double until, TreeSet<Double> moments) {
        for (int i = 0; from + i * interval < until; i++) {
            moments.add(from + i * interval);
        }
    }

    private static void acute(Arm.Intake intake, TreeSet<Double> moments) {
        double start = intake.atHours();
        moments.add(start);
        moments.add(start + intake.overHours());
        double t = 0;
        for (double[] stage : ACUTE) {
            while (t < stage[0] - SAME) {
                t += stage[1];
                moments.add(start + t);
            }
        }
    }

    private static List<Double> merged(TreeSet<Double> moments, double horizonHours) {
        List<Double> grid = new java.util.ArrayList<>();
        for (double t : moments.headSet(horizonHours, true)) {
            if (grid.isEmpty() || t - grid.get(grid.size() - 1) > SAME) {
                grid.add(t);
            }
        }
        grid.set(grid.size() - 1, horizonHours);
        return grid;
    }

    /** Number of steps. */
    public int steps() {
        return hours.size() - 1;
    }
}
