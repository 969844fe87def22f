package org.unstuck.pharma;

/** What a drug acts on. The network says how many receptors a region has; the mass says which parameter a gain scales. */
public enum Receptor {
    /** GABA-A receptors: the effect raises the gain of fast inhibition. */
    GABA_A,
    /** Benzodiazepine sites behind sedation (alpha-1 subunits): a read-out, with its own tolerance. */
    SEDATION,
    /** NMDA receptors on excitatory cells: the effect lowers the gain of recurrent excitation. */
    NMDA_E,
    /** NMDA receptors on inhibitory cells: the effect lowers the excitation of interneurons. */
    NMDA_I,
    /** The serotonin transporter: its occupancy starts the slow chain of an SSRI. */
    SEROTONIN,
    /** Acute dissociation under NMDA block: a read-out of its own, never part of relief. */
    DISSOCIATION
}
