package org.unstuck.landscape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.unstuck.noise.Address;
import org.unstuck.noise.Draws;

/**
 * The attractors that runs from random points of a box end on, the most frequent first. One with a basin that no run started in is not
 * found.
 *
 * @param found every attractor once
 * @param starts number of runs that ended on each
 */
public record Attractors(List<Attractor> found, int[] starts) {

    /** An end within this distance of the equilibrium that Newton's method finds from it has come to rest. */
    private static final double NEAR = 0.02;
    /** Two rests nearer than this are one. */
    private static final double SAME = 1e-4;
    /** Two envelopes nearer than this, in widths of the box, belong to one oscillation. */
    private static final double SAME_ENVELOPE = 0.03;

    private static final int POINTS = 64;

    public Attractors {
        found = List.copyOf(found);
    }

    /**
     * Searches.
     *
     * @param field the equations
     * @param box where runs start
     * @param runs how many
     * @param settle length of a run, unit of time; oscillations are watched for as long again
     * @param seed root of the starting points
     */
    public static Attractors of(VectorField field, Box box, int runs, double settle, Address seed) {
        Draws draws = seed.with("attractors").draws();
        Newton newton = new Newton(field, box);
        List<Attractor> found = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        for (int done = 0; done < runs; done += POINTS) {
            double[][] from = new double[box.dimension()][Math.min(POINTS, runs - done)];
            for (int k = 0; k < from[0].length; k++) {
                Flow.put(box.point(draws), from, k);
            }
            Flow flow = new Flow(field, field.step(), from);
            flow.advance(flow.steps(settle));
            Envelope moving = null;
            for (int k = 0; k < from[0].length; k++) {
                double[] end = flow.point(k);
                Attractor known = rest(newton, box, end);
                if (known == null) {
                    if (moving == null) {
                        moving = new Envelope(flow, settle);
                    }
                    known = moving.known(k, found, box);
                    known = known == null ? CycleSearch.at(field, box, moving.end(k), settle) : known;
                }
                count(known, box, found, counts);
            }
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingInt(i -> -counts.get(i)));
        return new Attractors(
                order.stream().map(found::get).toList(),
                order.stream().mapToInt(counts::get).toArray());
    }

    private static Attractor rest(Newton newton, Box box, double[] end) {
        return newton.from(end) instanceof Root.Found root
                        && root.equilibrium().isStable()
                        && box.distance(root.equilibrium().x(), end) < NEAR
                ? new Attractor.Rest(root.equilibrium())
                : null;
    }

    private static void count(Attractor one, Box box, List<Attractor> found, List<Integer> counts) {
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i) == one || same(found.get(i), one, box)) {
                counts.set(i, counts.get(i) + 1);
                return;
            }
        }
        found.add(one);
        counts.add(1);
    }

    private static boolean same(Attractor a, Attractor b, Box box) {
        boolean rest = a instanceof Attractor.Rest;
        if (rest != b instanceof Attractor.Rest) {
            return false;
        }
        double limit = rest ? SAME : SAME_ENVELOPE;
        return box.distance(a.low(), b.low()) < limit && box.distance(a.high(), b.high()) < limit;
    }

    /** The ranges of runs that do not rest. */
    private static final class Envelope {
        private final double[][] low;
        private final double[][] high;
        private final Flow flow;

        Envelope(Flow flow, double time) {
            this.flow = flow;
            int n = flow.state().length;
            low = new double[n][];
            high = new double[n][];
            for (int i = 0; i < n; i++) {
                low[i] = flow.state()[i].clone();
                high[i] = flow.state()[i].clone();
            }
            for (int s = flow.steps(time); s > 0; s--) {
                flow.advance(1);
                for (int i = 0; i < n; i++) {
                    double[] row = flow.state()[i];
                    for (int k = 0; k < row.length; k++) {
                        low[i][k] = Math.min(low[i][k], row[k]);
                        high[i][k] = Math.max(high[i][k], row[k]);
                    }
                }
            }
        }

        double[] end(int k) {
            return flow.point(k);
        }

        /** The oscillation with the ranges of run {@code k}, if it is known. */
        Attractor known(int k, List<Attractor> found, Box box) {
            for (Attractor one : found) {
                if (!(one instanceof Attractor.Rest)
                        && box.distance(one.low(), Flow.point(low, k)) < SAME_ENVELOPE
                        && box.distance(one.high(), Flow.point(high, k)) < SAME_ENVELOPE) {
                    return one;
                }
            }
            return null;
        }
    }
}
