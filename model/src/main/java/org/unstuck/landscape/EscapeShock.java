package org.unstuck.landscape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.unstuck.metric.Measurement;
import org.unstuck.noise.Address;
import org.unstuck.noise.Draws;

/**
 * The smallest sudden push that moves the state out of the basin of an attractor, direction by direction: the size is raised in equal
 * steps up to the edge of the box until a push leads elsewhere, and the edge of the basin is then found by bisection. A basin may have
 * holes thinner than a step, and directions that were not tried may be easier.
 *
 * @param direction name of the direction, as {@code +E_AMY} or {@code random 3}
 * @param unit {@code unit[coordinate]}, of length 1; the whole way for {@link #towards}
 * @param size length of the smallest push found in these units; undefined if none inside the box leads elsewhere
 * @param to number of the attractor that it leads to; {@link Fates#UNKNOWN} if undefined
 */
public record EscapeShock(String direction, double[] unit, Measurement size, int to) {

    private static final int LEVELS = 40;
    private static final int HALVINGS = 20;

    /**
     * Tries both ways along each of {@code pushed} coordinates and random directions among them.
     *
     * @param fates what tells where a point ends up
     * @param from number of the attractor to leave
     * @param start where the push happens; the attractor itself, or a point of its cycle
     * @param pushed numbers of the coordinates that pushes change
     * @param random number of random directions
     * @return one for every direction, in the order tried
     */
    public static List<EscapeShock> of(Fates fates, int from, double[] start, int[] pushed, int random, Address seed) {
        List<String> names = new ArrayList<>();
        List<double[]> units = new ArrayList<>();
        for (int i : pushed) {
            for (int sign : new int[] {1, -1}) {
                double[] unit = new double[start.length];
                unit[i] = sign;
                names.add((sign > 0 ? "+" : "-") + fates.field().names().get(i));
                units.add(unit);
            }
        }
        Draws draws = seed.with("shocks").draws();
        for (int r = 1; r <= random; r++) {
            names.add("random " + r);
            units.add(direction(start.length, pushed, draws));
        }
        double[] most = new double[units.size()];
        for (int d = 0; d < most.length; d++) {
            most[d] = room(fates.box(), start, units.get(d));
        }
        return search(fates, from, start, names, units, most);
    }

    /**
     * Moves all coordinates together on the straight way to each of the other attractors. Sizes are shares of the way: from 0, here, to
     * 1, there.
     *
     * @param names names of the attractors, for the names of the directions
     */
    public static List<EscapeShock> towards(Fates fates, int from, double[] start, List<String> names) {
        List<String> directions = new ArrayList<>();
        List<double[]> ways = new ArrayList<>();
        for (int a = 0; a < names.size(); a++) {
            if (a != from && fates.attractors().get(a) instanceof Attractor.Rest rest) {
                double[] way = rest.mean().clone();
                for (int i = 0; i < way.length; i++) {
                    way[i] -= start[i];
                }
                directions.add(names.get(a));
                ways.add(way);
            }
        }
        double[] most = new double[ways.size()];
        java.util.Arrays.fill(most, 1);
        return search(fates, from, start, directions, ways, most);
    }

    private static double[] direction(int n, int[] pushed, Draws draws) {
        double[] unit = new double[n];
        double square = 0;
        for (int i : pushed) {
            unit[i] = draws.gaussian();
            square += unit[i] * unit[i];
        }
        for (int i : pushed) {
            unit[i] /= Math.sqrt(square);
        }
        return unit;
    }

    private static List<EscapeShock> search(
            Fates fates, int from, double[] start, List<String> names, List<double[]> units, double[] most) {
        int n = units.size();
        double[][] points = new double[start.length][n * LEVELS];
        for (int d = 0; d < n; d++) {
            for (int l = 0; l < LEVELS; l++) {
                put(points, d * LEVELS + l, start, units.get(d), most[d] * (l + 1) / LEVELS);
            }
        }
        int[] fate = fates.of(points);
        double[] low = new double[n];
        double[] high = new double[n];
        int[] to = new int[n];
        for (int d = 0; d < n; d++) {
            to[d] = Fates.UNKNOWN;
            for (int l = 0; l < LEVELS && to[d] == Fates.UNKNOWN; l++) {
                int at = fate[d * LEVELS + l];
                if (at != from && at != Fates.UNKNOWN) {
                    to[d] = at;
                    low[d] = most[d] * l / LEVELS;
                    high[d] = most[d] * (l + 1) / LEVELS;
                }
            }
        }
        bisect(fates, from, start, units, low, high, to);
        List<EscapeShock> shocks = new ArrayList<>();
        for (int d = 0; d < n; d++) {
            Measurement size = to[d] == Fates.UNKNOWN
                    ? Measurement.undefined("no push inside the box leads elsewhere")
                    : Measurement.of(high[d]);
            shocks.add(new EscapeShock(names.get(d), units.get(d), size, to[d]));
        }
        return shocks;
    }

    private static void bisect(
            Fates fates, int from, double[] start, List<double[]> units, double[] low, double[] high, int[] to) {
        int n = units.size();
        double[][] points = new double[start.length][n];
        for (int k = 0; k < HALVINGS; k++) {
            for (int d = 0; d < n; d++) {
                put(points, d, start, units.get(d), (low[d] + high[d]) / 2);
            }
            int[] fate = fates.of(points);
            for (int d = 0; d < n; d++) {
                if (to[d] != Fates.UNKNOWN) {
                    boolean out = fate[d] != from && fate[d] != Fates.UNKNOWN;
                    if (out) {
                        high[d] = (low[d] + high[d]) / 2;
                        to[d] = fate[d];
                    } else {
                        low[d] = (low[d] + high[d]) / 2;
                    }
                }
            }
        }
    }

    private static void put(double[][] points, int k, double[] start, double[] unit, double size) {
        for (int i = 0; i < start.length; i++) {
            points[i][k] = start[i] + size * unit[i];
        }
    }

    /** How far one can go along {@code unit} inside the box; 0 if the start is outside. */
    private static double room(Box box, double[] start, double[] unit) {
        double room = Double.POSITIVE_INFINITY;
        for (int i = 0; i < start.length; i++) {
            if (unit[i] != 0) {
                double edge = unit[i] > 0 ? box.high()[i] : box.low()[i];
                room = Math.min(room, Math.max(0, (edge - start[i]) / unit[i]));
            }
        }
        return room;
    }

    /** The smallest of them; empty if none leads elsewhere. */
    public static Optional<EscapeShock> smallest(List<EscapeShock> shocks) {
        return shocks.stream()
                .filter(s -> s.size().isDefined())
                .min(Comparator.comparingDouble(s -> s.size().orElseThrow()));
    }
}
