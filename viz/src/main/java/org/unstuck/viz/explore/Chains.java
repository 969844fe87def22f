package org.unstuck.viz.explore;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Joins segments that meet into lines, so that dashes run along them. */
final class Chains {

    private record Point(double x, double y) {}

    private Chains() {}

    /**
     * Lines through all of {@code segments}.
     *
     * @param segments {@code {x1, y1, x2, y2}}; two meet where an end of one is an end of the other to the last bit
     * @return points {@code {x, y}} of each line, in order
     */
    static List<List<double[]>> of(List<double[]> segments) {
        Map<Point, Deque<Integer>> at = new HashMap<>();
        for (int s = 0; s < segments.size(); s++) {
            double[] segment = segments.get(s);
            at.computeIfAbsent(new Point(segment[0], segment[1]), p -> new ArrayDeque<>())
                    .add(s);
            at.computeIfAbsent(new Point(segment[2], segment[3]), p -> new ArrayDeque<>())
                    .add(s);
        }
        boolean[] used = new boolean[segments.size()];
        List<List<double[]>> lines = new ArrayList<>();
        for (int s = 0; s < used.length; s++) {
            if (!used[s]) {
                used[s] = true;
                double[] first = segments.get(s);
                Deque<double[]> line = new ArrayDeque<>();
                line.add(new double[] {first[0], first[1]});
                line.add(new double[] {first[2], first[3]});
                extend(line, true, segments, at, used);
                extend(line, false, segments, at, used);
                lines.add(new ArrayList<>(line));
            }
        }
        return lines;
    }

    private static void extend(
            Deque<double[]> line,
            boolean atEnd,
            List<double[]> segments,
            Map<Point, Deque<Integer>> at,
            boolean[] used) {
        while (true) {
            double[] end = atEnd ? line.getLast() : line.getFirst();
            Integer next = at.get(new Point(end[0], end[1])).stream()
                    .filter(s -> !used[s])
                    .findFirst()
                    .orElse(null);
            if (next == null) {
                return;
            }
            used[next] = true;
            double[] s = segments.get(next);
            boolean forward = s[0] == end[0] && s[1] == end[1];
            double[] other = forward ? new double[] {s[2], s[3]} : new double[] {s[0], s[1]};
            if (atEnd) {
                line.addLast(other);
            } else {
                line.addFirst(other);
            }
        }
    }
}
