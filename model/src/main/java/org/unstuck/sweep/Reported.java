package org.unstuck.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.unstuck.describe.Decimal;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Suggestion;
import org.unstuck.metric.Measurement;
import org.unstuck.study.Comparison;
import org.unstuck.study.Outcome;

/**
 * A number read from every scan of a comparison, by its name: "intensity", the key of an {@link Outcome}, or one of relief, which
 * is read from the course up to the scan ({@link Reliefs}).
 *
 * @param name as in data files
 */
public record Reported(String name) {

    private static final String INTENSITY = "intensity";
    private static final double HOURS = 24;

    public Reported {
        if (!names().contains(name)) {
            throw new Invalid("there is no outcome \"" + name + "\".", Suggestion.among(names(), name));
        }
    }

    /** All names. */
    public static List<String> names() {
        List<String> names = new ArrayList<>(List.of(INTENSITY));
        Reliefs.UNITS.forEach((name, unit) -> names.add(name));
        Arrays.stream(Outcome.values()).map(Outcome::key).forEach(names::add);
        return List.copyOf(names);
    }

    /** Its unit. */
    public String unit() {
        return name.equals(INTENSITY)
                ? "ratio to healthy"
                : Reliefs.UNITS.containsKey(name)
                        ? Reliefs.UNITS.get(name)
                        : outcome().unit();
    }

    /** Its values in one arm at one scan {@code [patient]}. */
    public Measurement[] values(Comparison comparison, int arm, int scan) {
        if (Reliefs.UNITS.containsKey(name)) {
            return Reliefs.values(name, comparison, arm, comparison.scanHours().get(scan));
        }
        return name.equals(INTENSITY) ? comparison.intensity(arm, scan) : comparison.values(outcome(), arm, scan);
    }

    /** The mean of the defined values of one arm at one scan. */
    public Measurement mean(Comparison comparison, int arm, int scan) {
        double sum = 0;
        int n = 0;
        for (Measurement value : values(comparison, arm, scan)) {
            if (value instanceof Measurement.Defined d) {
                sum += d.value();
                n++;
            }
        }
        return n == 0 ? Measurement.undefined("undefined in every patient") : Measurement.of(sum / n);
    }

    /**
     * The mean in the arm called {@code arm} at the scan of {@code day}.
     *
     * @throws Invalid if there is no such arm or scan
     */
    public Measurement mean(Comparison comparison, String arm, double day) {
        return mean(comparison, arm(comparison, arm), scan(comparison, day));
    }

    /** The position of the arm called {@code name}. */
    public static int arm(Comparison comparison, String name) {
        List<String> names =
                comparison.scenario().arms().stream().map(a -> a.name()).toList();
        if (!names.contains(name)) {
            throw new Invalid("arm", "there is no arm \"" + name + "\".", Suggestion.among(names, name));
        }
        return names.indexOf(name);
    }

    /** The position of the scan of {@code day}. */
    public static int scan(Comparison comparison, double day) {
        List<Double> hours = comparison.scanHours();
        for (int k = 0; k < hours.size(); k++) {
            if (Math.abs(hours.get(k) - day * HOURS) < 1e-6) {
                return k;
            }
        }
        List<String> days = hours.stream().map(h -> Decimal.of(h / HOURS, 6)).toList();
        throw new Invalid(
                "day",
                String.format(Locale.ROOT, "there is no scan on day %s.", Decimal.of(day, 6)),
                "Maybe one of: " + String.join(", ", days) + ".");
    }

    private Outcome outcome() {
        return Arrays.stream(Outcome.values())
                .filter(o -> o.key().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
