package org.unstuck.network;

import java.util.Arrays;
import java.util.List;
import org.unstuck.integrate.Drift;
import org.unstuck.integrate.Rows;
import org.unstuck.mass.Inputs;
import org.unstuck.mass.NeuralMass;
import org.unstuck.mass.Variable;
import org.unstuck.noise.OrnsteinUhlenbeck;

/**
 * The coupled equations of a network for many lanes: every region is one mass, driven by the others through {@link Coupling}
 * and by its own fluctuating input. State {@code y[variable][region * lanes + lane]}; the last variable is the input u.
 *
 * <p>Owned by one run; not shared between threads.
 */
public final class Dynamics implements Drift {

    private final NeuralMass mass;
    private final OrnsteinUhlenbeck fluctuation;
    private final Coupling coupling;
    private final Inputs inputs;
    private final int regions;
    private final int lanes;
    /** Factor of the fluctuating input, and scratch for it; null while it is 1 everywhere. */
    private double[] noiseGain;

    private double[] fluctuating;

    /** The dynamics of {@code lanes} copies of {@code network}. */
    public Dynamics(Network network, NeuralMass mass, OrnsteinUhlenbeck fluctuation, int lanes) {
        this(mass, fluctuation, new Coupling(network, lanes), network.size(), lanes);
        for (int i = 0; i < regions; i++) {
            Arrays.fill(
                    inputs.drive,
                    i * lanes,
                    (i + 1) * lanes,
                    network.regions().get(i).drive());
        }
    }

    private Dynamics(NeuralMass mass, OrnsteinUhlenbeck fluctuation, Coupling coupling, int regions, int lanes) {
        this.mass = mass;
        this.fluctuation = fluctuation;
        this.coupling = coupling;
        this.regions = regions;
        this.lanes = lanes;
        this.inputs = new Inputs(regions * lanes);
    }

    /** Number of state variables, the fluctuating input included. */
    public int variables() {
        return mass.variables().size() + 1;
    }

    /** Number of regions. */
    public int regions() {
        return regions;
    }

    /** Number of lanes. */
    public int lanes() {
        return lanes;
    }

    /** Drive and gains; may be written between steps. */
    public Inputs inputs() {
        return inputs;
    }

    /** The links; weights may be written between bursts. */
    public Coupling coupling() {
        return coupling;
    }

    /**
     * Gives lane {@code k} the drives, weights and local factors of a person. Whoever writes the gains later has to keep these
     * factors in them.
     */
    public void express(Expression person, int k) {
        for (int i = 0; i < regions; i++) {
            int at = i * lanes + k;
            inputs.drive[at] = person.network().regions().get(i).drive();
            inputs.gabaGain[at] = person.local(Local.INHIBITION, i);
            inputs.nmdaGainE[at] = person.local(Local.RECURRENT_EXCITATION, i);
            inputs.nmdaGainI[at] = person.local(Local.INTERNEURON_EXCITATION, i);
            inputs.adaptationGain[at] = person.local(Local.ADAPTATION, i);
            scaleNoise(at, person.local(Local.NOISE, i));
        }
        for (int e = 0; e < coupling.size(); e++) {
            coupling.setWeight(e, k, person.network().links().get(e).weight());
        }
    }

    private void scaleNoise(int at, double factor) {
        if (noiseGain == null && factor != 1) {
            noiseGain = new double[regions * lanes];
            Arrays.fill(noiseGain, 1);
            fluctuating = new double[regions * lanes];
        }
        if (noiseGain != null) {
            noiseGain[at] = factor;
        }
    }

    /**
     * {@code others} copies of lane {@code k} as it is now: its drives, gains, weights and factors of the noise.
     *
     * @param others how many lanes
     * @param equations the equations of a region: those of this object, or others with the same inputs
     */
    public Dynamics copies(int k, int others, NeuralMass equations) {
        Dynamics copies = new Dynamics(equations, fluctuation, coupling.copies(k, others), regions, others);
        for (int i = 0; i < regions; i++) {
            int at = i * lanes + k;
            for (int lane = i * others; lane < (i + 1) * others; lane++) {
                copies.inputs.copy(inputs, at, lane);
                copies.scaleNoise(lane, noiseGain == null ? 1 : noiseGain[at]);
            }
        }
        return copies;
    }

    /** The fluctuating input that masses meet: u, times the factor of the noise. */
    private double[] fluctuation(double[] u) {
        if (noiseGain == null) {
            return u;
        }
        for (int k = 0; k < fluctuating.length; k++) {
            fluctuating[k] = noiseGain[k] * u[k];
        }
        return fluctuating;
    }

    /** A fresh state at the initial values of the mass, with no fluctuating input. */
    public double[][] initial() {
        double[][] y = Rows.of(variables(), regions * lanes);
        List<Variable> of = mass.variables();
        for (int v = 0; v < of.size(); v++) {
            Arrays.fill(y[v], of.get(v).initial());
        }
        return y;
    }

    @Override
    public void at(double tMs, double[][] y, double[][] dydt) {
        int u = mass.variables().size();
        coupling.apply(y[0], inputs.excitation, inputs.suppression);
        inputs.fluctuation = fluctuation(y[u]);
        mass.derivatives(inputs, y, dydt);
        fluctuation.drift(y[u], dydt[u]);
    }
}
