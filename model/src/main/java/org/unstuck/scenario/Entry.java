package org.unstuck.scenario;

import org.unstuck.describe.Evidence;
import org.unstuck.describe.Status;

/**
 * One number or word of something that comes with the program.
 *
 * @param value a Double or a String
 * @param unit its unit; 1 for a plain number or a word
 * @param source where it comes from; empty if nothing is said
 * @param evidence how well it is supported, or null
 * @param status measured, calibrated or assumed, or null
 */
public record Entry(Object value, String unit, String source, Evidence evidence, Status status) {

    static Entry of(double value, String unit) {
        return new Entry(value, unit, "", null, null);
    }

    static Entry of(String word) {
        return new Entry(word, "1", "", null, null);
    }

    /** Source, evidence and status as one text; empty if nothing is said. */
    public String provenance() {
        StringBuilder text = new StringBuilder(source);
        if (evidence != null) {
            text.append(" (")
                    .append(Text.word(evidence))
                    .append(", ")
                    .append(Text.word(status))
                    .append(')');
        }
        return text.toString();
    }
}
