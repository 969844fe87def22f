package org.unstuck.sweep;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.unstuck.describe.Decimal;
import org.unstuck.describe.Invalid;
import org.unstuck.study.Scenario;

/** What a sweep varies: one place of the scenario, and the values it takes. Positions on an axis run from 0 to 1. */
public sealed interface Axis permits Axis.Span, Axis.Levels, Axis.Linked {

    /** The name of its column; unique in a study. */
    String name();

    /** The place that it sets; the first of them, if it sets several. */
    Place place();

    /** All places that it sets. */
    default List<Place> places() {
        return List.of(place());
    }

    /** What is set at each of {@link #places} at a level. */
    default List<Object> values(Level level) {
        return Collections.singletonList(level.value());
    }

    /** The value at {@code position}, from 0 to 1. */
    Level at(double position);

    /** The positions of a grid: {@code steps} of them on a span, one per level otherwise. */
    double[] grid(int steps);

    /** How a span is divided. */
    enum Scale {
        /** Equal differences. */
        LINEAR,
        /** Equal ratios. */
        LOG
    }

    /**
     * All numbers from {@code low} to {@code high}.
     *
     * @param name column name
     * @param place where
     * @param low lower end
     * @param high upper end, above {@code low}
     * @param scale how it is divided
     * @param unit written behind the number where the scenario holds a text, as in "mg"; else empty
     */
    record Span(String name, Place place, double low, double high, Scale scale, String unit) implements Axis {

        public Span {
            if (!(Double.isFinite(low) && Double.isFinite(high) && low < high)) {
                throw new Invalid(
                        "high",
                        "the axis \"" + name + "\" goes from " + low + " to " + high
                                + ", its high must be above its low.",
                        high < low ? "Maybe the two were swapped." : "");
            }
            if (scale == Scale.LOG && !(low > 0)) {
                throw new Invalid(
                        "low",
                        "the axis \"" + name + "\" is divided by ratios and begins at " + low
                                + ", it must begin above 0.",
                        "Maybe \"scale\": \"linear\".");
            }
        }

        @Override
        public Level at(double position) {
            double x = scale == Scale.LOG
                    ? low * StrictMath.exp(position * StrictMath.log(high / low))
                    : low + position * (high - low);
            double value = Math.min(high, Math.max(low, x));
            String text = Decimal.exact(value);
            return unit.isEmpty() ? Level.of(value) : new Level(text, text + " " + unit);
        }

        @Override
        public double[] grid(int steps) {
            double[] positions = new double[steps];
            for (int k = 0; k < steps; k++) {
                positions[k] = steps == 1 ? 0.5 : (double) k / (steps - 1);
            }
            return positions;
        }
    }

    /**
     * Some values: numbers, doses, conditions, networks, arms, words.
     *
     * @param name column name
     * @param place where
     * @param levels at least one; texts are unique
     */
    record Levels(String name, Place place, List<Level> levels) implements Axis {

        public Levels {
            levels = checked(name, levels);
        }

        @Override
        public Level at(double position) {
            return among(levels, position);
        }

        @Override
        public double[] grid(int steps) {
            return middles(levels.size());
        }
    }

    /**
     * Several places that change together, as the begin and the end of a treatment do.
     *
     * @param name column name
     * @param places at least one
     * @param levels at least one; the value of each is a list with one value per place
     */
    record Linked(String name, List<Place> places, List<Level> levels) implements Axis {

        public Linked {
            places = List.copyOf(places);
            if (places.isEmpty()) {
                throw new Invalid("paths", "the axis \"" + name + "\" has no path, it must have at least 1.", "");
            }
            levels = checked(name, levels);
            for (int i = 0; i < levels.size(); i++) {
                int given = levels.get(i).value() instanceof List<?> list ? list.size() : 1;
                if (given != places.size()) {
                    throw new Invalid(
                            "values/" + i,
                            "there are " + given + " values for " + places.size() + " paths of the axis \"" + name
                                    + "\".",
                            "");
                }
            }
        }

        @Override
        public Place place() {
            return places.get(0);
        }

        @Override
        public List<Object> values(Level level) {
            return Collections.unmodifiableList((List<?>) level.value());
        }

        @Override
        public Level at(double position) {
            return among(levels, position);
        }

        @Override
        public double[] grid(int steps) {
            return middles(levels.size());
        }
    }

    private static List<Level> checked(String name, List<Level> levels) {
        if (levels.isEmpty()) {
            throw new Invalid("values", "the axis \"" + name + "\" has no value, it must have at least 1.", "");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < levels.size(); i++) {
            if (!seen.add(levels.get(i).text())) {
                throw new Invalid(
                        "values/" + i,
                        "the value " + levels.get(i).text() + " of the axis \"" + name + "\" is there twice.",
                        "");
            }
        }
        return List.copyOf(levels);
    }

    private static Level among(List<Level> levels, double position) {
        return levels.get(Math.min(levels.size() - 1, (int) Math.floor(position * levels.size())));
    }

    private static double[] middles(int levels) {
        double[] positions = new double[levels];
        for (int k = 0; k < levels; k++) {
            positions[k] = (k + 0.5) / levels;
        }
        return positions;
    }

    /**
     * The axis over the declared range of a number.
     *
     * @param path its place, which is also the name
     * @throws Invalid if there is no such number, or no range of it is declared
     */
    static Axis declared(String path, Scenario scenario) {
        Place place = Place.of(path);
        Range range = place.declared(scenario);
        if (range == null) {
            throw new Invalid(
                    "low", "no range is declared for " + path + ".", "Maybe give \"low\" and \"high\", or \"values\".");
        }
        return new Span(path, place, range.low(), range.high(), Scale.LINEAR, "");
    }

    /** Values of one place. */
    static Axis of(String name, String path, Level... levels) {
        return new Levels(name, Place.of(path), List.of(levels));
    }
}
