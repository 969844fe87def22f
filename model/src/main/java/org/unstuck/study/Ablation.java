package org.unstuck.study;

import java.util.List;
import org.unstuck.describe.Parameters;
import org.unstuck.pharma.Drug;
import org.unstuck.pharma.Tolerance;
import org.unstuck.protocol.StimulusStrength;
import org.unstuck.simulate.Life;
import org.unstuck.simulate.ModelParameters;

/** A mechanism that a scenario can switch off. What the mechanism does must then be gone. */
public enum Ablation {
    /** No drug binds to anything: kinetics only. */
    DRUG_EFFECTS {
        @Override
        List<Drug> of(List<Drug> drugs) {
            return drugs.stream().map(Drug::withoutEffects).toList();
        }
    },
    /** No tolerance and no counter-drive. */
    TOLERANCE {
        @Override
        ModelParameters of(ModelParameters p) {
            return p.with(Tolerance.none());
        }
    },
    /** Sedation stays as it is on the first day. */
    SEDATION_TOLERANCE {
        @Override
        ModelParameters of(ModelParameters p) {
            return p.with(p.tolerance().withoutSedationTolerance());
        }
    },
    /** Receptors keep their sensitivity and number. */
    RECEPTOR_LOSS {
        @Override
        ModelParameters of(ModelParameters p) {
            return p.with(p.tolerance().withoutReceptorLoss());
        }
    },
    /** Nothing opposes a benzodiazepine: no rebound and no withdrawal. */
    COUNTER_DRIVE {
        @Override
        ModelParameters of(ModelParameters p) {
            return p.with(p.tolerance().withoutCounterDrive());
        }
    },
    /** A benzodiazepine does not blunt the glutamate surge. */
    BLUNTING {
        @Override
        ModelParameters of(ModelParameters p) {
            return p.with(Parameters.with(p.cascade(), "blunting", 0));
        }
    },
    /** Dissociation does not habituate. */
    HABITUATION {
        @Override
        ModelParameters of(ModelParameters p) {
            return p.with(Parameters.with(p.dissociation(), "habituation", 0));
        }
    },
    /** Occupancy of the serotonin transporter leads to nothing. */
    SEROTONIN {
        @Override
        ModelParameters of(ModelParameters p) {
            return p.with(Parameters.with(p.serotonin(), "inputReduction", 0));
        }
    },
    /** Reports are not biased by what patients believe. */
    EXPECTANCY {
        @Override
        ModelParameters of(ModelParameters p) {
            return p.with(Parameters.with(p.expectancy(), "size", 0));
        }
    },
    /** Sleep, exercise and avoidance change nothing. */
    LIFE {
        @Override
        ModelParameters of(ModelParameters p) {
            return p.with(Life.none());
        }
    },
    /** The window of plasticity never opens: learning stays at its normal rate and homeostasis stays off. */
    WINDOW {
        @Override
        ModelParameters of(ModelParameters p) {
            return p.with(Parameters.with(p.cascade(), "windowGain", 0))
                    .with(Parameters.with(p.homeostasis(), "gain", 0));
        }
    },
    /** New synapses do nothing: they neither strengthen links nor hold what homeostasis has scaled. */
    POOL {
        @Override
        ModelParameters of(ModelParameters p) {
            return p.with(Parameters.with(p.cascade(), "poolGain", 0))
                    .with(Parameters.with(p.homeostasis(), "poolShare", 0));
        }
    },
    /** Links do not learn. */
    LEARNING {
        @Override
        ModelParameters of(ModelParameters p) {
            return p.with(Parameters.with(p.learning(), "rate", 0));
        }
    },
    /** Local inhibition does not adapt. */
    HOMEOSTASIS {
        @Override
        ModelParameters of(ModelParameters p) {
            return p.with(Parameters.with(p.homeostasis(), "gain", 0));
        }
    },
    /** Sessions and cues drive nothing (test cues of scans still do). */
    SESSIONS {
        @Override
        ModelParameters of(ModelParameters p) {
            StimulusStrength none = Parameters.with(Parameters.with(p.stimuli(), "threat", 0), "engagement", 0);
            return p.with(none);
        }
    };

    ModelParameters of(ModelParameters parameters) {
        return parameters;
    }

    List<Drug> of(List<Drug> drugs) {
        return drugs;
    }
}
