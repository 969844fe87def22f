package org.unstuck.protocol;

import org.unstuck.describe.Dose;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Threshold;
import org.unstuck.describe.Time;

/** What every line of a protocol must obey. */
final class Rules {

    /** Most repetitions of one line: a year of a dose every hour fits. */
    static final int MOST = 10_000;

    /** Weakest and strongest input, relative to the standard one: beyond, a region is silent or saturated. */
    private static final double STRONGEST = 10;

    private Rules() {}

    /** That what begins at {@code from} and comes again after each {@code every} ends later and not too often. */
    static void repeats(Time every, Time from, Time until) {
        repeats("every", every, from, until);
    }

    static void repeats(String what, Time every, Time from, Time until) {
        positive(what, every);
        period(from, until);
        often(what, every, until.hours() - from.hours());
    }

    static void often(String what, Time every, double lengthHours) {
        double times = lengthHours / every.hours();
        if (times > MOST) {
            throw new Invalid(
                    what,
                    what + " is " + every + ": that is " + (long) times + " repetitions, at most " + MOST
                            + " are allowed.",
                    "Maybe a longer interval.");
        }
    }

    static void period(Time from, Time until) {
        notNegative("from", from);
        if (until.hours() <= from.hours()) {
            throw new Invalid("until", "until is " + until + ", it must be later than from (" + from + ").", "");
        }
    }

    static void fits(Time session, Time every) {
        positive("session", session);
        if (session.hours() > every.hours()) {
            throw new Invalid(
                    "session", "session is " + session + ", it must not be longer than every (" + every + ").", "");
        }
    }

    static void notNegative(String what, Time t) {
        if (t.hours() < 0) {
            throw new Invalid(what, what + " is " + t + ", it must be 0 or later (the course starts at 0).", "");
        }
    }

    static void positive(String what, Time t) {
        if (t.hours() <= 0) {
            throw new Invalid(what, what + " is " + t + ", it must be longer than 0.", "");
        }
    }

    static void strength(double strength) {
        if (!(strength > 0 && strength <= STRONGEST)) {
            throw new Invalid(
                    "strength",
                    "strength is " + strength + ", it must be greater than 0 and at most " + STRONGEST + ".",
                    "Maybe 1: the standard strength.");
        }
    }

    static void from(String what, int number, int low, int high) {
        if (number < low || number > high) {
            throw new Invalid(what, what + " is " + number + ", it must be from " + low + " to " + high + ".", "");
        }
    }

    static void unit(String what, Threshold threshold, String unit) {
        if (!threshold.unit().equals(unit)) {
            throw new Invalid(
                    what,
                    what + " is " + threshold + ", it must be in " + unit + ".",
                    "Maybe \"" + (unit.equals(Threshold.GAP) ? "0.5" : "0.3") + " " + unit + "\".");
        }
    }

    /** That {@code other} can be compared with {@code dose}. */
    static void sameUnit(String what, Dose other, Dose dose) {
        if (!other.unit().equals(dose.unit())) {
            throw new Invalid(
                    what,
                    what + " is " + other + ", it must have the unit of the dose (" + dose.unit() + ").",
                    "Maybe the same amount in " + dose.unit() + ".");
        }
    }

    /** Names the component in which {@code check} finds something wrong. */
    static void inside(String part, Runnable check) {
        try {
            check.run();
        } catch (Invalid e) {
            throw e.in(part);
        }
    }

    /** A dose is given over a time into a vein, or by a route at once: one of the two. */
    static void overOrRoute(Time over, String route) {
        if (over == null && route == null) {
            throw new Invalid(
                    "",
                    "neither \"over\" (an infusion) nor \"route\" says how this is given.",
                    "Maybe \"over\": \"40 min\" for an infusion, or \"route\": \"oral\".");
        }
        if (over != null && route != null) {
            throw new Invalid("route", "an infusion (over) has no route.", "Maybe delete one of the two.");
        }
        if (over != null) {
            positive("over", over);
        }
    }
}
