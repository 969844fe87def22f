package org.unstuck.sensitivity;

import java.util.ArrayList;
import java.util.List;
import org.unstuck.describe.Invalid;
import org.unstuck.noise.Address;
import org.unstuck.noise.Draws;

/**
 * Trajectories through the unit cube for {@link ElementaryEffects}: each starts on a grid of p levels and moves every input once, in
 * random order, by Delta = p / (2 (p - 1)) up or down (Morris 1991, Technometrics 33). In all r (d + 1) runs.
 *
 * @param trajectories {@code get(t)[step][input]}, d + 1 steps
 * @param inputs d
 */
public record MorrisDesign(List<double[][]> trajectories, int inputs) {

    /** The usual number of levels. */
    public static final int LEVELS = 4;

    public MorrisDesign {
        trajectories = List.copyOf(trajectories);
    }

    /**
     * Random trajectories.
     *
     * @param number r, at least 2
     * @param inputs d, at least 1
     * @param levels p, even, at least 2
     * @throws Invalid if one of them is not possible
     */
    public static MorrisDesign random(int number, int inputs, int levels, Address address) {
        if (number < 2 || inputs < 1) {
            throw new Invalid(
                    "trajectories",
                    "there are " + number + " trajectories of " + inputs
                            + " inputs, there must be at least 2 of at least 1.",
                    "Maybe 10 trajectories.");
        }
        if (levels < 2 || levels % 2 != 0) {
            throw new Invalid("levels", "levels is " + levels + ", it must be even and at least 2.", "Maybe 4.");
        }
        List<double[][]> all = new ArrayList<>();
        for (int t = 0; t < number; t++) {
            all.add(trajectory(inputs, levels, address.with("trajectory", t).draws()));
        }
        return new MorrisDesign(all, inputs);
    }

    private static double[][] trajectory(int inputs, int levels, Draws draws) {
        int jump = levels / 2;
        int[] at = new int[inputs];
        int[] by = new int[inputs];
        int[] order = new int[inputs];
        for (int k = 0; k < inputs; k++) {
            boolean up = draws.below(2) == 1;
            at[k] = draws.below(jump) + (up ? 0 : jump);
            by[k] = up ? jump : -jump;
            order[k] = k;
        }
        draws.shuffle(order);
        double[][] steps = new double[inputs + 1][];
        steps[0] = point(at, levels);
        for (int s = 0; s < inputs; s++) {
            at[order[s]] += by[order[s]];
            steps[s + 1] = point(at, levels);
        }
        return steps;
    }

    private static double[] point(int[] at, int levels) {
        double[] x = new double[at.length];
        for (int k = 0; k < x.length; k++) {
            x[k] = (double) at[k] / (levels - 1);
        }
        return x;
    }

    /**
     * Trajectories that lie far apart: {@code number} chosen among {@code candidates} random ones, beginning with the two farthest
     * and adding the one with the largest sum of squared distances to those chosen (the distance of Campolongo, Cariboni and Saltelli
     * 2007, Environ. Model. Softw. 22; one by one, as Ruano et al. 2012 do, since trying all subsets is not affordable). Cost:
     * candidates^2 d^3.
     *
     * @param candidates at least {@code number}
     * @throws Invalid if one of them is not possible
     */
    public static MorrisDesign spread(int number, int candidates, int inputs, int levels, Address address) {
        if (candidates < number) {
            throw new Invalid(
                    "candidates",
                    "candidates is " + candidates + ", it must be at least " + number + ".",
                    "Maybe 100.");
        }
        MorrisDesign all = random(candidates, inputs, levels, address);
        if (number < 2) {
            return random(number, inputs, levels, address); // Refuses.
        }
        double[][] distance = new double[candidates][candidates];
        int first = 0;
        int second = 1;
        for (int a = 0; a < candidates; a++) {
            for (int b = a + 1; b < candidates; b++) {
                double apart = distance(all.trajectories.get(a), all.trajectories.get(b));
                distance[a][b] = apart * apart;
                distance[b][a] = apart * apart;
                if (distance[a][b] > distance[first][second]) {
                    first = a;
                    second = b;
                }
            }
        }
        List<Integer> chosen = new ArrayList<>(List.of(first, second));
        while (chosen.size() < number) {
            chosen.add(farthest(chosen, distance));
        }
        return new MorrisDesign(chosen.stream().map(all.trajectories::get).toList(), inputs);
    }

    private static int farthest(List<Integer> chosen, double[][] distance) {
        int best = -1;
        double largest = -1;
        for (int c = 0; c < distance.length; c++) {
            if (!chosen.contains(c)) {
                double sum = 0;
                for (int other : chosen) {
                    sum += distance[c][other];
                }
                if (sum > largest) {
                    largest = sum;
                    best = c;
                }
            }
        }
        return best;
    }

    /** Sum of the distances between all points of two trajectories; 0 if they are the same. */
    static double distance(double[][] a, double[][] b) {
        if (java.util.Arrays.deepEquals(a, b)) {
            return 0;
        }
        double sum = 0;
        for (double[] x : a) {
            for (double[] y : b) {
                double square = 0;
                for (int k = 0; k < x.length; k++) {
                    square += (x[k] - y[k]) * (x[k] - y[k]);
                }
                sum += Math.sqrt(square);
            }
        }
        return sum;
    }

    /** All points, trajectory by trajectory: {@code [run][input]}. */
    public double[][] points() {
        return trajectories.stream().flatMap(java.util.Arrays::stream).toArray(double[][]::new);
    }
}
