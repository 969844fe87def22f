package org.unstuck.phenomena;

import java.util.List;
import org.unstuck.describe.Evidence;

/** Verdicts made by hand. */
final class MadeUpVerdicts {

    private MadeUpVerdicts() {}

    static Phenomenon phenomenon(String id, String title) {
        return new Phenomenon(
                id, title, "up", "rise > 0.1 and < 0.3", "day 7", "Somebody 2000", Evidence.HIGH, lab -> List.of());
    }

    static Verdict.Line line(Band band, double value, double low, double high, double inside, double... bySeed) {
        return new Verdict.Line(band, value, low, high, inside, bySeed);
    }

    /** Inside in four seeds of five; the second quantity has no interval. */
    static Verdict passes(String id) {
        return new Verdict(
                phenomenon(id, "first rise"),
                List.of(
                        line(Band.of("rise", 0.1, 0.3), 0.2, 0.15, 0.254, 0.8, 0.2),
                        line(Band.above("length", 2).in("d"), 12.34, Double.NaN, Double.NaN, 1, 12.34)),
                "",
                0.8);
    }

    /** One quantity inside, the other outside in most seeds. */
    static Verdict fails(String id) {
        return new Verdict(
                phenomenon(id, "second rise"),
                List.of(
                        line(Band.of("rise", 0.1, 0.3), 0.2, 0.1, 0.3, 1, 0.2),
                        line(Band.below("fall", -0.5), -0.25, -0.3, -0.2, 0.2, -0.25)),
                "",
                0.2);
    }

    static Verdict cannotRun(String id) {
        return new Verdict(phenomenon(id, "third rise"), List.of(), "a drug \"x\"", 0);
    }
}
