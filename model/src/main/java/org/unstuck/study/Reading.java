package org.unstuck.study;

import org.unstuck.describe.Evidence;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Parameter;
import org.unstuck.describe.Parameters;
import org.unstuck.describe.Rule;
import org.unstuck.describe.Status;

/** How scans are read: thresholds of network states, the window of a cued shift, windows of dynamic connectivity. */
public record Reading(
        @Parameter(
                symbol = "on",
                value = 0.35,
                unit = "1",
                low = 0.25,
                high = 0.45,
                rule = Rule.FRACTION,
                meaning = "activity above which a network can become dominant",
                source = "between the low and the high activity of a healthy network",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double on,

        @Parameter(
                symbol = "off",
                value = 0.25,
                unit = "1",
                low = 0.15,
                high = 0.35,
                rule = Rule.FRACTION,
                meaning = "activity below which a network is no longer dominant",
                source = "hysteresis of 0.1 below the upper threshold",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double off,

        @Parameter(
                symbol = "margin",
                value = 0.05,
                unit = "1",
                low = 0,
                high = 0.15,
                rule = Rule.FRACTION,
                meaning = "lead that a network needs to take over",
                source = "a seventh of the upper threshold",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double margin,

        @Parameter(
                symbol = "T_c",
                value = 1.5,
                unit = "s",
                low = 1,
                high = 3,
                rule = Rule.POSITIVE,
                meaning = "time within which a cued network must become dominant",
                source = "salience network shifts others within 0.2-3 s (Sridharan 2008)",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double cueWindowS,

        @Parameter(
                symbol = "T_h",
                value = 0.4,
                unit = "s",
                low = 0.1,
                high = 1,
                rule = Rule.NON_NEGATIVE,
                meaning = "time that a cued network must stay dominant",
                source = "ten time constants of excitation: longer than a flicker",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double holdS,

        @Parameter(
                symbol = "T_w",
                value = 6,
                unit = "s",
                low = 4,
                high = 12,
                rule = Rule.POSITIVE,
                meaning = "length of a window of dynamic connectivity",
                source = "two to four dwell times of the healthy network",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double windowS) {

    public Reading {
        Parameters.check(Reading.class, on, off, margin, cueWindowS, holdS, windowS);
        if (off > on) {
            throw new Invalid("off", "off is " + off + ", it must not be above on (" + on + ").", "");
        }
    }

    /** All parameters at their defaults. */
    public static Reading standard() {
        return Parameters.defaults(Reading.class);
    }
}
