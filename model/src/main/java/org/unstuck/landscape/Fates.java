package org.unstuck.landscape;

import java.util.Arrays;
import java.util.List;
import org.unstuck.noise.Address;
import org.unstuck.noise.Draws;

/**
 * Tells on which of known attractors a point ends up. Points are carried along until they come within the core of an attractor: a
 * neighbourhood from which test points return. Not for several threads.
 */
public final class Fates {

    /** The fate of a point that reached no attractor in the time given. */
    public static final int UNKNOWN = -1;

    private static final double LARGEST_CORE = 0.05;
    private static final double SMALLEST_CORE = 1e-3;
    private static final int TEST_POINTS = 48;
    private static final int BATCH = 512;
    /** Looks at the distance are so many steps apart. */
    private static final int EVERY = 10;

    private final VectorField field;
    private final Box box;
    private final List<Attractor> attractors;
    private final double[] core;
    private final double time;

    private Fates(VectorField field, Box box, List<Attractor> attractors, double[] core, double time) {
        this.field = field;
        this.box = box;
        this.attractors = List.copyOf(attractors);
        this.core = core;
        this.time = time;
    }

    /**
     * Prepares the cores: each is halved from {@value #LARGEST_CORE} widths on until {@value #TEST_POINTS} random points on its edge
     * all come back within a quarter of it.
     *
     * @param attractors at least one
     * @param time how long points are carried at most
     * @param seed root of the test points
     */
    public static Fates of(VectorField field, Box box, List<Attractor> attractors, double time, Address seed) {
        double[] core = new double[attractors.size()];
        Draws draws = seed.with("cores").draws();
        for (int a = 0; a < core.length; a++) {
            core[a] = LARGEST_CORE;
            for (int b = 0; b < core.length; b++) {
                if (b != a) {
                    core[a] = Math.min(
                            core[a],
                            attractors.get(a).distance(attractors.get(b).mean(), box) / 4);
                }
            }
            while (core[a] > SMALLEST_CORE && !returns(field, box, attractors.get(a), core[a], time, draws)) {
                core[a] /= 2;
            }
            core[a] = Math.max(core[a], SMALLEST_CORE);
        }
        return new Fates(field, box, attractors, core, time);
    }

    private static boolean returns(VectorField field, Box box, Attractor one, double radius, double time, Draws draws) {
        double[][] from = new double[box.dimension()][TEST_POINTS];
        for (int k = 0; k < TEST_POINTS; k++) {
            double[] centre = one instanceof Attractor.Cycle cycle
                    ? Flow.point(cycle.orbit(), draws.below(cycle.orbit()[0].length))
                    : one.mean();
            Flow.put(onSphere(centre, radius, box, draws), from, k);
        }
        Flow flow = new Flow(field, field.step(), from);
        flow.advance(flow.steps(time));
        for (int k = 0; k < TEST_POINTS; k++) {
            if (!(one.distance(flow.point(k), box) < radius / 4)) {
                return false;
            }
        }
        return true;
    }

    private static double[] onSphere(double[] centre, double radius, Box box, Draws draws) {
        double[] d = new double[centre.length];
        double square = 0;
        for (int i = 0; i < d.length; i++) {
            d[i] = draws.gaussian();
            square += d[i] * d[i] / d.length;
        }
        double[] x = new double[d.length];
        for (int i = 0; i < d.length; i++) {
            x[i] = centre[i] + radius * d[i] / Math.sqrt(square) * box.width(i);
        }
        return x;
    }

    /** The attractors, numbered as fates are. */
    public List<Attractor> attractors() {
        return attractors;
    }

    /** The equations. */
    public VectorField field() {
        return field;
    }

    /** The box in whose widths distances are measured. */
    public Box box() {
        return box;
    }

    /** The radius of the core of attractor {@code a}, widths of the box. */
    public double core(int a) {
        return core[a];
    }

    /**
     * The fate of every point.
     *
     * @param from {@code from[coordinate][point]}; not modified
     * @return {@code fate[point]}: the number of an attractor or {@link #UNKNOWN}
     */
    public int[] of(double[][] from) {
        int points = from[0].length;
        int[] fate = new int[points];
        for (int begin = 0; begin < points; begin += BATCH) {
            int end = Math.min(points, begin + BATCH);
            double[][] part = new double[from.length][];
            for (int i = 0; i < part.length; i++) {
                part[i] = Arrays.copyOfRange(from[i], begin, end);
            }
            batch(part, begin, fate);
        }
        return fate;
    }

    /** Carries a batch; those that have arrived are taken out when they are half of it. */
    private void batch(double[][] from, int begin, int[] fate) {
        int[] who = new int[from[0].length];
        Arrays.setAll(who, k -> begin + k);
        Arrays.fill(fate, begin, begin + who.length, UNKNOWN);
        double[][] now = from;
        double elapsed = 0;
        while (who.length > 0 && elapsed < time) {
            Flow flow = new Flow(field, field.step(), now);
            int left = look(flow.state(), who, fate);
            int enough = who.length / 2;
            while (left > enough && elapsed < time) {
                flow.advance(EVERY);
                elapsed += EVERY * field.step();
                left = look(flow.state(), who, fate);
            }
            int[] remaining = Arrays.stream(who).filter(k -> fate[k] == UNKNOWN).toArray();
            double[][] rest = new double[from.length][remaining.length];
            int at = 0;
            for (int k = 0; k < who.length; k++) {
                if (fate[who[k]] == UNKNOWN) {
                    Flow.put(flow.point(k), rest, at++);
                }
            }
            who = remaining;
            now = rest;
        }
    }

    /** Notes who has arrived; returns how many have not. */
    private int look(double[][] y, int[] who, int[] fate) {
        int left = 0;
        double[] x = new double[y.length];
        for (int k = 0; k < who.length; k++) {
            if (fate[who[k]] == UNKNOWN) {
                for (int i = 0; i < x.length; i++) {
                    x[i] = y[i][k];
                }
                fate[who[k]] = arrived(x);
                left += fate[who[k]] == UNKNOWN ? 1 : 0;
            }
        }
        return left;
    }

    private int arrived(double[] x) {
        for (int a = 0; a < core.length; a++) {
            if (attractors.get(a).distance(x, box) < core[a]) {
                return a;
            }
        }
        return UNKNOWN;
    }
}
