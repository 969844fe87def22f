package org.unstuck.landscape;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a limit cycle from a run that has settled on it: crossings of a section (the coordinate that moves most, upwards through
 * its middle), with the time of each from the cubic through values and slopes at both ends of the step. The period is the time after
 * which a crossing comes back to the same place.
 */
final class CycleSearch {

    private static final int PHASES = 400;
    private static final int MOST_CROSSINGS_PER_PERIOD = 24;
    /** Two crossings nearer than this, in widths of the box, are the same place. */
    private static final double SAME_PLACE = 2e-3;
    /** A cycle whose period still changes by more than this share has not been reached. */
    private static final double STEADY = 1e-3;
    /** Halvings of a step for the time of a crossing. */
    private static final int HALVINGS = 50;

    private CycleSearch() {}

    /** The attractor at {@code start}, watched for {@code time}. */
    static Attractor at(VectorField field, Box box, double[] start, double time) {
        Flow flow = Flow.of(field, start);
        int n = start.length;
        int steps = flow.steps(time);
        double[][] path = new double[n][steps + 1];
        for (int s = 0; s <= steps; s++) {
            for (int i = 0; i < n; i++) {
                path[i][s] = flow.state()[i][0];
            }
            if (s < steps) {
                flow.advance(1);
            }
        }
        double[][] of = ranges(path);
        int most = 0;
        for (int i = 1; i < n; i++) {
            if ((of[2][i] - of[1][i]) / box.width(i) > (of[2][most] - of[1][most]) / box.width(most)) {
                most = i;
            }
        }
        List<double[]> crossings = crossings(field, path, most, (of[1][most] + of[2][most]) / 2);
        return read(field, box, path, of, crossings);
    }

    /** Mean, least and largest value of every coordinate. */
    private static double[][] ranges(double[][] path) {
        double[][] of = new double[3][path.length];
        for (int i = 0; i < path.length; i++) {
            of[1][i] = Double.POSITIVE_INFINITY;
            of[2][i] = Double.NEGATIVE_INFINITY;
            for (double value : path[i]) {
                of[0][i] += value / path[i].length;
                of[1][i] = Math.min(of[1][i], value);
                of[2][i] = Math.max(of[2][i], value);
            }
        }
        return of;
    }

    /** Steps at which the path crosses upwards, as a whole number and a fraction, followed by the state there. */
    private static List<double[]> crossings(VectorField field, double[][] path, int coordinate, double level) {
        List<double[]> crossings = new ArrayList<>();
        double[] row = path[coordinate];
        for (int s = 0; s + 1 < row.length; s++) {
            if (row[s] < level && row[s + 1] >= level) {
                double[] a = slope(field, path, s);
                double[] b = slope(field, path, s + 1);
                double h = field.step();
                double low = 0;
                double high = 1;
                for (int k = 0; k < HALVINGS; k++) {
                    double middle = (low + high) / 2;
                    double value = hermite(row[s], row[s + 1], h * a[coordinate], h * b[coordinate], middle);
                    if (value < level) {
                        low = middle;
                    } else {
                        high = middle;
                    }
                }
                double[] crossing = new double[path.length + 1];
                crossing[0] = s + high;
                for (int i = 0; i < path.length; i++) {
                    crossing[i + 1] = hermite(path[i][s], path[i][s + 1], h * a[i], h * b[i], high);
                }
                crossings.add(crossing);
            }
        }
        return crossings;
    }

    private static double[] slope(VectorField field, double[][] path, int s) {
        double[][] y = new double[path.length][1];
        double[][] dydt = new double[path.length][1];
        for (int i = 0; i < path.length; i++) {
            y[i][0] = path[i][s];
        }
        field.start(1).at(0, y, dydt);
        double[] slope = new double[path.length];
        for (int i = 0; i < slope.length; i++) {
            slope[i] = dydt[i][0];
        }
        return slope;
    }

    private static double hermite(double a, double b, double da, double db, double t) {
        double u = 1 - t;
        return u * u * ((1 + 2 * t) * a + t * da) + t * t * ((3 - 2 * t) * b - u * db);
    }

    private static Attractor read(
            VectorField field, Box box, double[][] path, double[][] of, List<double[]> crossings) {
        int last = crossings.size() - 1;
        for (int m = 1; m <= MOST_CROSSINGS_PER_PERIOD && last - 2 * m >= 0; m++) {
            if (box.distance(state(crossings.get(last)), state(crossings.get(last - m))) < SAME_PLACE) {
                double period = crossings.get(last)[0] - crossings.get(last - m)[0];
                double before = crossings.get(last - m)[0] - crossings.get(last - 2 * m)[0];
                if (Math.abs(period - before) > STEADY * period) {
                    return new Attractor.Restless(of[0], of[1], of[2], "its period still changes");
                }
                return cycle(field, path, crossings.get(last - m)[0], period);
            }
        }
        return new Attractor.Restless(
                of[0], of[1], of[2], crossings.size() < 3 ? "it still moves" : "it does not repeat itself");
    }

    private static double[] state(double[] crossing) {
        return java.util.Arrays.copyOfRange(crossing, 1, crossing.length);
    }

    /** One period of the path, at equal phases; straight between steps, which are short. */
    private static Attractor.Cycle cycle(VectorField field, double[][] path, double from, double period) {
        int n = path.length;
        double[][] orbit = new double[n][PHASES];
        for (int k = 0; k < PHASES; k++) {
            double at = Math.min(from + period * k / PHASES, path[0].length - 1.000001);
            int s = (int) at;
            double share = at - s;
            for (int i = 0; i < n; i++) {
                orbit[i][k] = path[i][s] + share * (path[i][s + 1] - path[i][s]);
            }
        }
        int first = (int) from;
        int end = (int) Math.min(path[0].length - 1, Math.ceil(from + period));
        double[][] one = new double[n][];
        for (int i = 0; i < n; i++) {
            one[i] = java.util.Arrays.copyOfRange(path[i], first, end);
        }
        double[][] of = ranges(one);
        return new Attractor.Cycle(period * field.step(), of[0], of[1], of[2], orbit);
    }
}
