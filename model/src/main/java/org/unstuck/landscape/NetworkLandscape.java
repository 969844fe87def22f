package org.unstuck.landscape;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Suggestion;
import org.unstuck.mass.Variable;
import org.unstuck.noise.Address;
import org.unstuck.simulate.Still;

/**
 * A patient's network as this package looks at it: the equations, with some variables held if asked, the box that its noise
 * reaches, and its noise.
 */
public final class NetworkLandscape {

    /** Time in which what is left of a start is small, ms: twenty times the adaptation of the default mass. */
    public static final double SETTLE_MS = 120_000;
    /** The same where slow variables are held, ms: hundreds of times what is left. */
    public static final double SETTLE_HELD_MS = 10_000;

    /** Hold a variable of every region at its mean over time. */
    public static final double AT_MEAN = Double.NaN;

    private final Still still;
    private final NetworkField whole;
    private final double[] held;
    private final Box visited;
    private final double[] mean;

    private NetworkLandscape(Still still, NetworkField whole, double[] held, NetworkField.Visited visited) {
        this.still = still;
        this.whole = whole;
        this.held = held;
        this.visited = visited.box();
        this.mean = visited.mean();
    }

    /**
     * The landscape of a patient.
     *
     * @param still the moment
     * @param hold variables of the mass to be held in every region: name and value, or {@link #AT_MEAN} for the mean over time of each region
     *     in the network with its noise
     * @param seed root of the noise of the runs that show where the network goes
     * @throws Invalid if the mass has no such variable, or it is the first one
     */
    public static NetworkLandscape of(Still still, Map<String, Double> hold, Address seed) {
        NetworkField whole = NetworkField.of(still);
        List<String> variables = whole.variables().stream().map(Variable::name).toList();
        double[] held = new double[whole.dimension()];
        Arrays.fill(held, Double.NaN);
        int n = whole.regions().size();
        hold.keySet().forEach(name -> checkHeld(name, variables));
        NetworkField.Visited visited = whole.visited(seed);
        for (Map.Entry<String, Double> one : hold.entrySet()) {
            int v = variables.indexOf(one.getKey());
            for (int i = v * n; i < (v + 1) * n; i++) {
                held[i] = Double.isNaN(one.getValue()) ? visited.mean()[i] : one.getValue();
            }
        }
        return new NetworkLandscape(still, whole, held, visited);
    }

    private static void checkHeld(String name, List<String> variables) {
        int v = variables.indexOf(name);
        if (v < 0) {
            throw new Invalid("the mass has no variable \"" + name + "\".", Suggestion.among(variables, name));
        }
        if (v == 0) {
            throw new Invalid(
                    "\"" + name + "\" is what regions send to each other: it cannot be held.",
                    "Maybe \"" + variables.get(variables.size() - 1) + "\".");
        }
    }

    /** The moment. */
    public Still still() {
        return still;
    }

    /** Whether some variables are held. */
    public boolean holds() {
        return Arrays.stream(held).anyMatch(h -> !Double.isNaN(h));
    }

    /** How long to let a run settle, ms. */
    public double settleMs() {
        return holds() ? SETTLE_HELD_MS : SETTLE_MS;
    }

    /** The equations of what is free. */
    public VectorField field() {
        return field(whole);
    }

    private VectorField field(NetworkField network) {
        return holds() ? new Held(network, held) : network;
    }

    /** The same with noise. */
    public Noisy noisy() {
        return holds() ? new Held(whole, held).noisy(whole.noisy()) : whole.noisy();
    }

    /** The box that the network reaches with its noise. */
    public Box box() {
        return holds() ? new Held(whole, held).free(visited) : visited;
    }

    /** The mean over time of the network with its noise. */
    public double[] mean() {
        return free(mean);
    }

    /** The state in which runs of the fast clock begin. */
    public double[] initial() {
        return free(whole.initial());
    }

    private double[] free(double[] x) {
        return holds() ? new Held(whole, held).free(x) : x.clone();
    }

    /** The names of the regions. */
    public List<String> regions() {
        return whole.regions();
    }

    /** The numbers of the free coordinates of the first variable of the mass, one per region. */
    public int[] activities() {
        String first = whole.variables().get(0).name() + "_";
        List<String> names = field().names();
        return java.util.stream.IntStream.range(0, names.size())
                .filter(i -> names.get(i).startsWith(first))
                .toArray();
    }

    /** The same network along an axis; what is held stays at its values. */
    public Family family(Axis axis) {
        return new Family(axis.word(), axis.unit(), value -> {
            Still there = axis.at().of(still, value);
            // A parameter of the mass leaves weights, gains and drives as they are.
            return field(there.mass() != still.mass() ? whole.with(there.mass(), there) : NetworkField.of(there));
        });
    }

    /** This landscape at a value of an axis; box and what is held stay. */
    public NetworkLandscape at(Axis axis, double value) {
        Still there = axis.at().of(still, value);
        return new NetworkLandscape(there, NetworkField.of(there), held, new NetworkField.Visited(visited, mean));
    }

    /** What an attractor is called: the regions in which the first variable of the mass is above half of its range, as in {@code dACC+AI+AMY}. */
    public String name(Attractor attractor) {
        int[] activities = activities();
        double[] mean = attractor.mean();
        double middle = box().high()[activities[0]] / 2;
        StringBuilder name = new StringBuilder();
        for (int r = 0; r < activities.length; r++) {
            if (mean[activities[r]] > middle) {
                name.append(name.length() == 0 ? "" : "+").append(regions().get(r));
            }
        }
        String where = name.length() == 0 ? "none active" : name.toString();
        return attractor instanceof Attractor.Rest ? where : where + ", moving";
    }
}
