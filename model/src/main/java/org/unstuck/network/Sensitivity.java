package org.unstuck.network;

/** Receptors whose answer to drugs a condition can scale. The answer is density times this factor; without a drug nothing changes. */
public enum Sensitivity {
    /** GABA-A receptors: benzodiazepines. */
    GABA_A,
    /** NMDA receptors: ketamine. */
    NMDA,
    /** The serotonin system: the slow effect of an SSRI. */
    SEROTONIN
}
