package org.unstuck.viz.explore;

import java.util.List;
import java.util.stream.IntStream;
import org.unstuck.integrate.Drift;
import org.unstuck.landscape.Box;
import org.unstuck.landscape.Nullclines;
import org.unstuck.landscape.VectorField;
import org.unstuck.mass.Inputs;
import org.unstuck.mass.JansenRit;
import org.unstuck.mass.NeuralMass;
import org.unstuck.mass.Variable;
import org.unstuck.mass.WilsonCowan;

/**
 * The plane of two variables of one region: which two, and where each of them does not change while all that reaches the region from
 * outside is held as it is at this moment, without its fluctuation. Whatever the mass is, it is asked through its interface, so that
 * each has its own curves: they are computed by {@link Nullclines} from its equations.
 *
 * @param mass the equations
 * @param x number of the variable along the plane
 * @param y number of the variable up the plane
 */
record RegionPlane(NeuralMass mass, int x, int y) {

    /** The plane of {@code mass}: its first two variables, and for Jansen-Rit the two potentials whose difference makes cells fire. */
    static RegionPlane of(NeuralMass mass) {
        return mass instanceof JansenRit ? new RegionPlane(mass, 1, 2) : new RegionPlane(mass, 0, 1);
    }

    /**
     * Whether a plane of two variables has curves to be read: with two variables, or if the third is so slow that it can be held, as
     * adaptation.
     */
    boolean hasCurves() {
        return mass.variables().size() == 2 || mass instanceof WilsonCowan;
    }

    Variable alongX() {
        return mass.variables().get(x);
    }

    Variable alongY() {
        return mass.variables().get(y);
    }

    /**
     * Both curves for region {@code region}.
     *
     * @param in what reaches the regions now
     * @param state {@code state[variable][region]}
     * @param box the part of the plane that is shown: {@code x} along, {@code y} up
     * @param cells cells of the grid a side; the cost is that of so many derivatives squared
     */
    Nullclines curves(Inputs in, double[][] state, int region, double[] box, int cells) {
        int n = mass.variables().size();
        double[] base = new double[n];
        double[] low = new double[n];
        double[] high = new double[n];
        for (int v = 0; v < n; v++) {
            base[v] = state[v][region];
            low[v] = v == x ? box[0] : v == y ? box[2] : base[v];
            high[v] = v == x ? box[1] : v == y ? box[3] : base[v] + 1;
        }
        return Nullclines.of(new Held(mass, in, region), new Box(low, high), base, x, y, cells);
    }

    /** One region, with its input of one moment. */
    private record Held(NeuralMass mass, Inputs in, int region) implements VectorField {

        @Override
        public List<String> names() {
            return mass.variables().stream().map(Variable::name).toList();
        }

        @Override
        public double step() {
            return mass.fastestMs();
        }

        @Override
        public Drift start(int points) {
            Inputs many = new Inputs(points, mass.signals());
            IntStream.range(0, points).forEach(k -> copy(in, region, many, k));
            return (t, y, dydt) -> mass.derivatives(many, y, dydt);
        }
    }

    /** All that reaches entry {@code from}, but its fluctuation, becomes what reaches entry {@code to}. */
    static void copy(Inputs of, int from, Inputs into, int to) {
        into.copy(of, from, to);
        into.excitation[to] = of.excitation[from];
        into.suppression[to] = of.suppression[from];
        for (int s = 0; s < of.carried.length; s++) {
            into.carried[s][to] = of.carried[s][from];
        }
        if (of.strength.length > 0) {
            into.strength[to] = of.strength[from];
        }
    }
}
