package org.unstuck.simulate;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.unstuck.network.Condition;
import org.unstuck.network.Dynamics;
import org.unstuck.network.Expression;
import org.unstuck.network.Link;
import org.unstuck.network.Local;
import org.unstuck.network.Network;
import org.unstuck.network.Region;
import org.unstuck.network.Sensitivity;
import org.unstuck.plasticity.InhibitionState;
import org.unstuck.plasticity.LinkState;
import org.unstuck.protocol.Stimulus;
import org.unstuck.recording.Slow;

/**
 * Where the slow clock meets the fast one: writes the gains, weights and drives that persons, drugs and plasticity make into the
 * dynamics, lane by lane. Owned by one run.
 */
final class Wiring {

    private static final double LEAST_GAIN = 0.1;

    private final Network network;
    private final Condition condition;
    private final ModelParameters parameters;
    private final Dynamics dynamics;
    private final LinkState links;
    private final InhibitionState inhibition;
    private final int lanes;
    private final Expression[] persons;
    /** Weight of each link before plasticity, and drive of each region without cues: {@code [link or region][lane]}. */
    private final double[][] weight;

    private final double[][] drive;

    Wiring(
            Network network,
            Condition condition,
            ModelParameters parameters,
            Dynamics dynamics,
            LinkState links,
            InhibitionState inhibition) {
        this.network = network;
        this.condition = condition;
        this.parameters = parameters;
        this.dynamics = dynamics;
        this.links = links;
        this.inhibition = inhibition;
        this.lanes = dynamics.lanes();
        this.persons = new Expression[lanes];
        this.weight = new double[network.links().size()][lanes];
        this.drive = new double[network.size()][lanes];
    }

    /** Puts a person into lane {@code k}, whose global coupling is {@code coupling} times the typical. */
    void install(int k, Expression person, double coupling) {
        persons[k] = person;
        for (int e = 0; e < weight.length; e++) {
            weight[e][k] = person.network().links().get(e).weight() * coupling;
        }
        for (int i = 0; i < drive.length; i++) {
            drive[i][k] = person.network().regions().get(i).drive() + provoked(i, k);
        }
        dynamics.express(person, k);
    }

    /** What the cue that provokes the symptom adds to region {@code i}: it is on in every burst and scan. */
    private double provoked(int i, int k) {
        String cue = condition.provokedBy();
        return cue == null ? 0 : cued(Stimulus.named(cue), i, k);
    }

    /** What {@code stimulus} of strength 1 adds to the drive of region {@code i} of the person in lane {@code k}. */
    private double cued(Stimulus stimulus, int i, int k) {
        double heard = parameters.stimuli().of(stimulus, network.regions().get(i));
        return heard * persons[k].cueGain(stimulus.word(), i);
    }

    /** Writes the gains and weights of lane {@code k} at these levels. */
    void levels(int k, Levels levels) {
        List<Region> regions = network.regions();
        List<Link> all = network.links();
        Expression person = persons[k];
        for (int i = 0; i < regions.size(); i++) {
            Region region = regions.get(i);
            int at = i * lanes + k;
            double gabaA = region.gabaA() * person.sensitivity(Sensitivity.GABA_A, i);
            double nmda = region.nmda() * person.sensitivity(Sensitivity.NMDA, i);
            dynamics.inputs().gabaGain[at] = gain(gabaA * levels.of(Slow.GABA_GAIN))
                    * inhibition.relative(i, k)
                    * person.local(Local.INHIBITION, i);
            dynamics.inputs().nmdaGainE[at] = gain(
                            nmda * levels.of(Slow.NMDA_GAIN_E) + gabaA * levels.of(Slow.EXCITATION))
                    * person.local(Local.RECURRENT_EXCITATION, i);
            dynamics.inputs().nmdaGainI[at] =
                    gain(nmda * levels.of(Slow.NMDA_GAIN_I)) * person.local(Local.INTERNEURON_EXCITATION, i);
            double serotonin = region.serotonin() * person.sensitivity(Sensitivity.SEROTONIN, i);
            dynamics.inputs().inputGain[at] = gain(serotonin * levels.of(Slow.INPUT_GAIN));
        }
        double growth = parameters.cascade().poolGain() * levels.of(Slow.POOL);
        for (int e = 0; e < all.size(); e++) {
            double now = weight[e][k] * links.relative(e, k);
            if (all.get(e).kind() == Link.Kind.EXCITATORY) {
                int target = dynamics.coupling().target(e);
                now *= 1 + growth * regions.get(target).plasticity();
                now *= dynamics.inputs().inputGain[target * lanes + k];
            }
            dynamics.coupling().setWeight(e, k, now);
        }
    }

    private static double gain(double change) {
        return Math.max(LEAST_GAIN, 1 + change);
    }

    /** Writes the drive of every region of lane {@code k} while {@code stimulus} (null: nothing) is met with {@code strength}. */
    void drive(int k, Stimulus stimulus, double strength) {
        drive(k, i -> stimulus == null ? 0 : strength * cued(stimulus, i, k));
    }

    /** As {@link #drive(int, Stimulus, double)} for several at once: {@code strength[stimulus]}. */
    void drive(int k, double[] strength) {
        Stimulus[] all = Stimulus.values();
        drive(k, i -> {
            double sum = 0;
            for (int s = 0; s < all.length; s++) {
                sum += strength[s] == 0 ? 0 : strength[s] * cued(all[s], i, k);
            }
            return sum;
        });
    }

    /** The healthy drive, and from outside, times the gain of inputs, what the condition adds and what comes in. */
    private void drive(int k, IntToDoubleFunction input) {
        for (int i = 0; i < drive.length; i++) {
            double healthy = network.regions().get(i).drive();
            double added = input.applyAsDouble(i);
            double gain = dynamics.inputs().inputGain[i * lanes + k];
            double fromOutside = drive[i][k] - healthy + added;
            dynamics.inputs().drive[i * lanes + k] = gain == 1 ? drive[i][k] + added : healthy + gain * fromOutside;
        }
    }

    /** Weights of all links of lane {@code k} as they are now. */
    double[] weights(int k) {
        double[] weights = new double[weight.length];
        for (int e = 0; e < weights.length; e++) {
            weights[e] = dynamics.coupling().weight(e, k);
        }
        return weights;
    }
}
