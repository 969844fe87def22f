package org.unstuck.simulate;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.unstuck.network.Coupling;
import org.unstuck.network.Expression;
import org.unstuck.network.Link;
import org.unstuck.network.Local;
import org.unstuck.network.Network;
import org.unstuck.network.Region;
import org.unstuck.network.Sensitivity;
import org.unstuck.plasticity.InhibitionState;
import org.unstuck.plasticity.LinkState;
import org.unstuck.protocol.Arm;
import org.unstuck.protocol.Stimulus;
import org.unstuck.recording.BurstAverages;
import org.unstuck.recording.Slow;

/**
 * The networks of a group of patients in all arms, as the slow clock changes them: the condition of each patient, what drugs and
 * inputs do to its gains, weights and drives, and what has been learned. Writes into the fast clock. Owned by one run.
 */
final class Tissue {

    /** Nothing takes more than nine tenths of a gain. */
    private static final double LEAST_GAIN = 0.1;

    private final Course.Plan plan;
    private final List<Person> people;
    private final List<Region> regions;
    private final List<Link> all;
    private final FastClock clock;
    private final LinkState links;
    private final InhibitionState inhibition;
    private final double[][] conditionWeight;
    private final double[][] conditionDrive;
    private final Expression[] expressions;
    private final int patients;
    private final int lanes;

    /** Nothing has been learned yet. */
    Tissue(Course.Plan plan, List<Person> people, FastClock clock) {
        this(
                plan,
                people,
                clock,
                new LinkState(
                        plan.parameters().learning(),
                        plan.network().links().size(),
                        people.size() * plan.arms().size()),
                new InhibitionState(
                        plan.parameters().homeostasis(),
                        plan.network().size(),
                        people.size() * plan.arms().size()));
    }

    /** What has been learned is taken over. */
    Tissue(Course.Plan plan, List<Person> people, FastClock clock, LinkState links, InhibitionState inhibition) {
        Network network = plan.network();
        this.plan = plan;
        this.people = people;
        this.clock = clock;
        this.regions = network.regions();
        this.all = network.links();
        this.patients = people.size();
        this.lanes = patients * plan.arms().size();
        this.links = links;
        this.inhibition = inhibition;
        this.conditionWeight = new double[all.size()][patients];
        this.conditionDrive = new double[network.size()][patients];
        this.expressions = new Expression[patients];
        for (int p = 0; p < patients; p++) {
            expressions[p] = plan.condition().expressedIn(network, people.get(p).severity());
            install(expressions[p].network(), p);
        }
    }

    private void install(Network ill, int p) {
        double coupling = people.get(p).coupling();
        for (int e = 0; e < conditionWeight.length; e++) {
            conditionWeight[e][p] = ill.links().get(e).weight() * coupling;
        }
        for (int i = 0; i < conditionDrive.length; i++) {
            conditionDrive[i][p] = ill.regions().get(i).drive() + provoked(i, p);
        }
        for (int arm = 0; arm < plan.arms().size(); arm++) {
            clock.dynamics().express(expressions[p], arm * patients + p);
        }
    }

    /** What the cue that provokes the symptom adds to region {@code i}: it is on in every burst and scan. */
    private double provoked(int i, int p) {
        String cue = plan.condition().provokedBy();
        return cue == null ? 0 : cued(Stimulus.named(cue), i, p);
    }

    private double cued(Stimulus stimulus, int i, int p) {
        double heard = plan.parameters().stimuli().of(stimulus, regions.get(i));
        return heard * expressions[p].cueGain(stimulus.word(), i);
    }

    /** Writes the gains and weights of lane {@code k} at these levels. */
    void apply(Levels levels, int k) {
        Expression person = expressions[k % patients];
        for (int i = 0; i < regions.size(); i++) {
            Region region = regions.get(i);
            int at = i * lanes + k;
            double gabaA = region.gabaA() * person.sensitivity(Sensitivity.GABA_A, i);
            double nmda = region.nmda() * person.sensitivity(Sensitivity.NMDA, i);
            double serotonin = region.serotonin() * person.sensitivity(Sensitivity.SEROTONIN, i);
            double excitation = nmda * levels.of(Slow.NMDA_GAIN_E) + gabaA * levels.of(Slow.EXCITATION);
            clock.dynamics().inputs().gabaGain[at] = gain(gabaA * levels.of(Slow.GABA_GAIN))
                    * inhibition.relative(i, k)
                    * person.local(Local.INHIBITION, i);
            clock.dynamics().inputs().nmdaGainE[at] = gain(excitation) * person.local(Local.RECURRENT_EXCITATION, i);
            clock.dynamics().inputs().nmdaGainI[at] =
                    gain(nmda * levels.of(Slow.NMDA_GAIN_I)) * person.local(Local.INTERNEURON_EXCITATION, i);
            clock.dynamics().inputs().inputGain[at] = gain(serotonin * levels.of(Slow.INPUT_GAIN));
        }
        double growth = plan.parameters().cascade().poolGain() * levels.of(Slow.POOL);
        for (int e = 0; e < all.size(); e++) {
            double weight = conditionWeight[e][k % patients] * links.relative(e, k);
            int target = clock.dynamics().coupling().target(e);
            boolean excites = all.get(e).kind() == Link.Kind.EXCITATORY;
            // Links carry NMDA receptors as local synapses do: decision 16.
            double nmda = regions.get(target).nmda() * person.sensitivity(Sensitivity.NMDA, target);
            weight *= gain(nmda * levels.of(excites ? Slow.NMDA_GAIN_E : Slow.NMDA_GAIN_I));
            if (excites) {
                weight *= 1 + growth * regions.get(target).plasticity();
                weight *= clock.dynamics().inputs().inputGain[target * lanes + k];
            }
            clock.dynamics().coupling().setWeight(e, k, weight);
        }
    }

    private static double gain(double change) {
        return Math.max(LEAST_GAIN, 1 + change);
    }

    /**
     * Writes the drive of every region in lane {@code k}: the healthy one, and from outside, times the gain of inputs, what the
     * condition adds and the input of the session.
     *
     * @param session what is on, or null
     * @param everyday how strongly the patient meets it
     */
    void drive(Arm.Session session, Everyday everyday, int k) {
        int p = k % patients;
        drive(
                i -> session == null ? 0 : session.strength() * everyday.met(session) * cued(session.stimulus(), i, p),
                k);
    }

    /** As above for several inputs at once: {@code strength[stimulus]}, relative to the standard one. */
    void drive(double[] strength, int k) {
        Stimulus[] every = Stimulus.values();
        drive(
                i -> {
                    double sum = 0;
                    for (int s = 0; s < every.length; s++) {
                        sum += strength[s] == 0 ? 0 : strength[s] * cued(every[s], i, k % patients);
                    }
                    return sum;
                },
                k);
    }

    private void drive(IntToDoubleFunction input, int k) {
        int p = k % patients;
        for (int i = 0; i < regions.size(); i++) {
            double healthy = regions.get(i).drive();
            double added = input.applyAsDouble(i);
            double gain = clock.dynamics().inputs().inputGain[i * lanes + k];
            double ill = conditionDrive[i][p];
            // With the usual gain the same bits as without one.
            clock.dynamics().inputs().drive[i * lanes + k] =
                    gain == 1 ? ill + added : healthy + gain * (ill - healthy + added);
        }
    }

    /** Takes the co-activity of a burst of the untreated state as what links are used to. */
    void settle(BurstAverages burst) {
        double[][] H = new double[all.size()][lanes];
        for (int e = 0; e < H.length; e++) {
            for (int k = 0; k < lanes; k++) {
                H[e][k] = burst.coactivity(e, k);
            }
        }
        links.settle(H);
    }

    /** Lane {@code k} learns from {@code hours} that were like the burst. */
    void learn(BurstAverages burst, Levels mean, Arm.Session session, Everyday everyday, int k, double hours) {
        double learning = people.get(k % patients).learning();
        double window = plan.parameters().cascade().windowGain() * mean.of(Slow.GATE);
        double teaching = everyday.teaching(session);
        for (int e = 0; e < all.size(); e++) {
            double plasticity =
                    regions.get(clock.dynamics().coupling().target(e)).plasticity();
            double eta = learning * (1 + window * plasticity) * everyday.learning();
            links.advance(e, k, burst.coactivity(e, k), teaching, eta, everyday.retention(), hours);
        }
        for (int i = 0; i < regions.size(); i++) {
            inhibition.advance(i, k, burst.activity(i, k), learning, mean.of(Slow.GATE), mean.of(Slow.POOL), hours);
        }
    }

    /** The plastic state of all links. */
    LinkState links() {
        return links;
    }

    /** The plastic state of local inhibition. */
    InhibitionState inhibition() {
        return inhibition;
    }

    /** The weights of all links in lane {@code k}. */
    double[] weights(int k) {
        Coupling coupling = clock.dynamics().coupling();
        double[] weights = new double[coupling.size()];
        for (int e = 0; e < weights.length; e++) {
            weights[e] = coupling.weight(e, k);
        }
        return weights;
    }
}
