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
    /** What regions sent earlier, for every signal the links carry; empty if no link takes time. */
    private final History[] earlier;

    private final double[] sent;
    /** Suppressive links carry the activity alone; what they would carry of other signals is not used. */
    private final double[] unused;

    private int strengthAt = -1;
    /** Factor of the fluctuating input, and scratch for it; null while it is 1 everywhere. */
    private double[] noiseGain;

    private double[] fluctuating;

    /** The dynamics of {@code lanes} copies of {@code network} in which all links act at once, whatever their delays. */
    public Dynamics(Network network, NeuralMass mass, OrnsteinUhlenbeck fluctuation, int lanes) {
        this(network, mass, fluctuation, lanes, Double.POSITIVE_INFINITY);
    }

    /**
     * The dynamics of {@code lanes} copies of {@code network}, with the delays of its links in whole steps of {@code dtMs}. Whoever
     * integrates them calls {@link #keep} at the start of every step.
     */
    public Dynamics(Network network, NeuralMass mass, OrnsteinUhlenbeck fluctuation, int lanes, double dtMs) {
        this.mass = mass;
        this.fluctuation = fluctuation;
        this.coupling = new Coupling(network, lanes, dtMs);
        this.regions = network.size();
        this.lanes = lanes;
        this.inputs = new Inputs(regions * lanes, mass.signals());
        this.sent = Rows.of(regions * lanes);
        this.unused = Rows.of(mass.signals() > 0 ? regions * lanes : 0);
        this.earlier = new History[coupling.delayed() == null ? 0 : 1 + mass.signals()];
        Arrays.setAll(earlier, s -> coupling.delayed().start(dtMs));
        for (int i = 0; i < regions; i++) {
            Arrays.fill(
                    inputs.drive,
                    i * lanes,
                    (i + 1) * lanes,
                    network.regions().get(i).drive());
        }
        balance(network);
    }

    /** The balance of the network as described: conditions and drugs come on top. */
    private void balance(Network network) {
        double[][] onto = new double[2][regions];
        double[] drive = new double[regions];
        for (int i = 0; i < regions; i++) {
            drive[i] = network.regions().get(i).drive();
        }
        for (int e = 0; e < coupling.size(); e++) {
            onto[coupling.isExcitatory(e) ? 0 : 1][coupling.target(e)] +=
                    network.links().get(e).weight();
        }
        double[] factor = mass.balance(onto[0], onto[1], drive);
        for (int i = 0; factor != null && i < regions; i++) {
            Arrays.fill(inputs.balance, i * lanes, (i + 1) * lanes, factor[i]);
        }
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
        links(0, tMs, mass.sent(y, sent), inputs.excitation, inputs.suppression);
        for (int s = 0; s < mass.signals(); s++) {
            links(s + 1, tMs, mass.signal(s, y, sent), inputs.carried[s], unused);
        }
        if (mass.signals() > 0 && strengthAt != coupling.changes()) {
            coupling.strength(inputs.strength);
            strengthAt = coupling.changes();
        }
        inputs.fluctuation = fluctuation(y[u]);
        mass.derivatives(inputs, y, dydt);
        fluctuation.drift(y[u], dydt[u]);
    }

    /** What links bring of a signal: at once, and from earlier. */
    private void links(int signal, double tMs, double[] now, double[] excitation, double[] suppression) {
        if (earlier.length == 0) {
            coupling.apply(now, excitation, suppression);
        } else {
            if (coupling.delayed().isMixed()) {
                coupling.apply(now, excitation, suppression);
            } else {
                Arrays.fill(excitation, 0);
                Arrays.fill(suppression, 0);
            }
            earlier[signal].add(tMs, excitation, suppression);
        }
    }

    /** Whether any link takes time. */
    public boolean hasDelays() {
        return earlier.length > 0;
    }

    /**
     * Tells what the state is at the start of a step: links will carry it later.
     *
     * @param tMs time of the start of the step
     * @param y state {@code y[variable][region * lanes + lane]}
     */
    public void keep(double tMs, double[][] y) {
        for (int s = 0; s < earlier.length; s++) {
            earlier[s].keep(tMs, s == 0 ? mass.sent(y, sent) : mass.signal(s - 1, y, sent));
        }
    }

    /** What is under way on the links, to be put back by {@link #resume}; empty if no link takes time. */
    public double[][] underWay() {
        double[][] copy = new double[earlier.length][];
        for (int s = 0; s < earlier.length; s++) {
            copy[s] = earlier[s].copy();
        }
        return copy;
    }

    /**
     * Puts back what was under way, or lets all regions have sent for ever what they send at {@code y}.
     *
     * @param underWay as {@link #underWay} gave it, or null
     */
    public void resume(double[][] underWay, double[][] y) {
        for (int s = 0; s < earlier.length; s++) {
            if (underWay == null) {
                earlier[s].fill(s == 0 ? mass.sent(y, sent) : mass.signal(s - 1, y, sent));
            } else {
                earlier[s].restore(underWay[s]);
            }
        }
    }
}
