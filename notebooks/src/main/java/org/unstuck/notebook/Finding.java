package org.unstuck.notebook;

import java.util.Locale;

/**
 * A number that a lesson is about; the check of the notebooks reads it again.
 *
 * @param label what it is
 * @param value finite
 * @param unit its unit, or blank
 */
public record Finding(String label, double value, String unit) {

    /** The number with its name, as in {@code dwell time, stuck: 5.1 s}. */
    public String text() {
        return label + ": " + String.format(Locale.ROOT, "%.4g", value) + (unit.isBlank() ? "" : " " + unit);
    }

    @Override
    public String toString() {
        return text();
    }
}
