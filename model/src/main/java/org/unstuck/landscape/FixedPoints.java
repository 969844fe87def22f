package org.unstuck.landscape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.unstuck.noise.Address;
import org.unstuck.noise.Draws;

/**
 * The equilibria that Newton's method finds from many starting points. There may be others: the number of searches that found each
 * says how sure one can be, and searches that found none are counted by their reason.
 *
 * @param found every equilibrium once, stable ones first, then by number of growing directions
 * @param hits {@code hits[i]} searches that ended at number i
 * @param lost searches that found nothing: reason and number
 */
public record FixedPoints(List<Equilibrium> found, int[] hits, Map<String, Integer> lost) {

    /** Points nearer than this are one, in widths of the box. */
    static final double SAME = 1e-6;

    /**
     * Searches from {@code starts} random points of the box and from {@code others}. Equilibria outside the box are kept if
     * a search from inside leads there.
     *
     * @param field the equations
     * @param box where to start
     * @param starts number of random starting points
     * @param others starting points of one's own
     * @param seed root of the starting points
     */
    public static FixedPoints of(VectorField field, Box box, int starts, List<double[]> others, Address seed) {
        Newton newton = new Newton(field, box);
        Draws draws = seed.with("fixed points").draws();
        List<double[]> from = new ArrayList<>(others);
        for (int s = 0; s < starts; s++) {
            from.add(box.point(draws));
        }
        List<Equilibrium> found = new ArrayList<>();
        List<Integer> hits = new ArrayList<>();
        Map<String, Integer> lost = new TreeMap<>();
        for (double[] start : from) {
            Root end = newton.from(start);
            if (end instanceof Root.Found root) {
                count(root.equilibrium(), box, found, hits);
            } else if (end instanceof Root.Lost none) {
                lost.merge(none.why(), 1, Integer::sum);
            }
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingInt(
                        (Integer i) -> found.get(i).eigenvalues().unstable())
                .thenComparingInt(i -> -hits.get(i)));
        return new FixedPoints(
                order.stream().map(found::get).toList(),
                order.stream().mapToInt(hits::get).toArray(),
                lost);
    }

    private static void count(Equilibrium one, Box box, List<Equilibrium> found, List<Integer> hits) {
        for (int i = 0; i < found.size(); i++) {
            if (box.distance(found.get(i).x(), one.x()) < SAME) {
                hits.set(i, hits.get(i) + 1);
                return;
            }
        }
        found.add(one);
        hits.add(1);
    }
}
