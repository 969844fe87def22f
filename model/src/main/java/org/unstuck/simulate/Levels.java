package org.unstuck.simulate;

import java.util.Arrays;

/** Levels of the slow state of one patient that the network and the records read. Mutable; owned by one {@link Body}. */
final class Levels {

    /** Effect at GABA-A receptors before tolerance, 0 to 1. */
    double gaba;
    /** Counter-drive a, 0 to 1. */
    double counter;
    /** Change of the GABA gain: maximum times (effect - counter-drive). */
    double gabaGain;
    /** Sedation felt, 0 to 1. */
    double sedation;
    /** Occupancy of NMDA receptors on inhibitory cells, 0 to 1. */
    double blockI;
    /** Occupancy of NMDA receptors on excitatory cells, 0 to 1. */
    double blockE;
    /** Change of the excitation of inhibitory cells, as a fraction (0 or below). */
    double nmdaGainI;
    /** Change of recurrent excitation, as a fraction (0 or below). */
    double nmdaGainE;
    /** Occupancy of the serotonin transporter, 0 to 1. */
    double serotonin;
    /** Dissociation felt, 0 to 1. */
    double dissociation;
    /** Window of plasticity g. */
    double gate;
    /** Pool of new synapses p. */
    double pool;
    /** Plasma concentration of each drug, ng/mL. */
    final double[] plasma;

    Levels(int drugs) {
        plasma = new double[drugs];
    }

    void clear() {
        gaba = counter = gabaGain =
                sedation = blockI = blockE = nmdaGainI = nmdaGainE = serotonin = dissociation = gate = pool = 0;
        Arrays.fill(plasma, 0);
    }

    /** this += weight * other. */
    void add(Levels other, double weight) {
        gaba += weight * other.gaba;
        counter += weight * other.counter;
        gabaGain += weight * other.gabaGain;
        sedation += weight * other.sedation;
        blockI += weight * other.blockI;
        blockE += weight * other.blockE;
        nmdaGainI += weight * other.nmdaGainI;
        nmdaGainE += weight * other.nmdaGainE;
        serotonin += weight * other.serotonin;
        dissociation += weight * other.dissociation;
        gate += weight * other.gate;
        pool += weight * other.pool;
        for (int d = 0; d < plasma.length; d++) {
            plasma[d] += weight * other.plasma[d];
        }
    }
}
