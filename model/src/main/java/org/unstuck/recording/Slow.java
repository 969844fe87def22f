package org.unstuck.recording;

import java.util.Locale;

/**
 * A quantity of the slow clock that belongs to one patient as a whole: what drugs, receptors and the chains behind them do at
 * a moment. A new one is one constant here and one line where it is computed: the traces, the tables and the charts take it from
 * this list. The order is that of the columns; add at the end.
 */
public enum Slow {
    /** Effect of benzodiazepines at GABA-A receptors before adaptation. */
    GABA(
            "gaba-effect",
            "GABA-A effect",
            Unit.FRACTION,
            Panel.RECEPTORS,
            "effect at GABA-A receptors before adaptation, 0 to 1"),
    /** Counter-drive a. */
    COUNTER("counter-drive", "counter-drive", Unit.FRACTION, Panel.RECEPTORS, "excitatory counter-drive a, 0 to 1"),
    /** Sedation felt. */
    SEDATION("sedation", "sedation", Unit.FRACTION, Panel.FELT, "sedation felt, 0 to 1"),
    /** Occupancy of NMDA receptors on inhibitory cells. */
    BLOCK_I(
            "nmda-block-interneurons",
            "NMDA block",
            Unit.FRACTION,
            Panel.RECEPTORS,
            "occupancy of NMDA receptors on inhibitory cells, 0 to 1"),
    /** Occupancy of NMDA receptors on excitatory cells. */
    BLOCK_E(
            "nmda-block-pyramidal",
            "NMDA block, pyramidal cells",
            Unit.FRACTION,
            Panel.NONE,
            "occupancy of NMDA receptors on excitatory cells, 0 to 1"),
    /** Window of plasticity g. */
    GATE(
            "plasticity-window",
            "window (gate)",
            Unit.RELATIVE,
            Panel.PLASTICITY,
            "window of plasticity g, 1 = one infusion without decay"),
    /** Pool of new synapses p. */
    POOL(
            "new-synapses",
            "new synapses",
            Unit.RELATIVE,
            Panel.PLASTICITY,
            "pool of new synapses p, 1 = one infusion without decay"),
    /** Change of the GABA gain. */
    GABA_GAIN(
            "gaba-gain-change",
            "change of GABA gain",
            Unit.FRACTION,
            Panel.NONE,
            "change of the gain of fast inhibition at mean receptor density, after adaptation"),
    /** Change of the excitation of inhibitory cells. */
    NMDA_GAIN_I(
            "nmda-gain-change-interneurons",
            "change of NMDA gain, interneurons",
            Unit.FRACTION,
            Panel.NONE,
            "change of the NMDA gain of inhibitory cells, 0 or below"),
    /** Change of recurrent excitation. */
    NMDA_GAIN_E(
            "nmda-gain-change-pyramidal",
            "change of NMDA gain, pyramidal cells",
            Unit.FRACTION,
            Panel.NONE,
            "change of the NMDA gain of excitatory cells, 0 or below"),
    /** Occupancy of the serotonin transporter. */
    SEROTONIN(
            "serotonin-occupancy",
            "serotonin transporter",
            Unit.FRACTION,
            Panel.RECEPTORS,
            "occupancy of the serotonin transporter, 0 to 1"),
    /** Dissociation felt. */
    DISSOCIATION("dissociation", "dissociation", Unit.FRACTION, Panel.FELT, "dissociation felt, 0 to 1"),
    /** Sedation that tolerance takes away. */
    SEDATION_TOLERANCE(
            "sedation-tolerance",
            "tolerance to sedation",
            Unit.FRACTION,
            Panel.FELT,
            "sedation tolerance s, 0 to 1: what is taken from the sedation of the drug"),
    /** Receptor sensitivity that is lost. */
    SENSITIVITY_LOSS(
            "receptor-sensitivity-loss",
            "receptors uncoupled",
            Unit.FRACTION,
            Panel.RECEPTORS,
            "u: share of the effect at GABA-A receptors lost to uncoupling, 0 to 1"),
    /** Receptor number that is lost. */
    NUMBER_LOSS(
            "receptor-number-loss",
            "receptors lost",
            Unit.FRACTION,
            Panel.RECEPTORS,
            "n: share of the effect at GABA-A receptors lost with receptors, 0 to 1"),
    /** The part of the counter-drive that excites. */
    EXCITATION(
            "counter-excitation",
            "counter-drive, excitatory part",
            Unit.FRACTION,
            Panel.NONE,
            "change of recurrent excitation by the counter-drive at mean receptor density"),
    /** Effect of an SSRI. */
    SEROTONIN_EFFECT(
            "serotonin-effect",
            "SSRI effect",
            Unit.FRACTION,
            Panel.RECEPTORS,
            "e: fast and slow effect of transporter occupancy, 0 to 1"),
    /** Change of the gain of inputs. */
    INPUT_GAIN(
            "input-gain-change",
            "change of input gain",
            Unit.FRACTION,
            Panel.NONE,
            "change of the gain of inputs where the density of serotonin transporters is 1, 0 or below"),
    /** Habituation of dissociation. */
    DISSOCIATION_TOLERANCE(
            "dissociation-tolerance",
            "tolerance to dissociation",
            Unit.FRACTION,
            Panel.FELT,
            "share of dissociation that repeated exposure has taken away, 0 to 1"),
    /** Bias of expectancy on what is reported. */
    EXPECTANCY(
            "expectancy",
            "expectancy",
            Unit.FRACTION,
            Panel.FELT,
            "x: bias of expectancy on the reported symptom, as a share of the gap between illness and health"),
    /** What avoidance leaves of everyday exposure. */
    ENGAGEMENT(
            "engagement",
            "engagement",
            Unit.FRACTION,
            Panel.NONE,
            "v: share of everyday exposure that is not avoided, 0 to 1");

    /** What a level is measured in. */
    public enum Unit {
        /** From 0 to 1, or a change of that size. */
        FRACTION,
        /** Relative to a standard, without an upper end. */
        RELATIVE;

        /** The word for it in names of columns. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The panel of the charts of a protocol in which a level is drawn if it is ever different from 0; at most seven each. */
    public enum Panel {
        /** What drugs do at receptors, and what answers it. */
        RECEPTORS("Receptor effect"),
        /** What is felt at once. */
        FELT("Felt"),
        /** Plasticity. */
        PLASTICITY("Plasticity"),
        /** In tables only. */
        NONE("");

        private final String title;

        Panel(String title) {
            this.title = title;
        }

        /** The words over the panel. */
        public String title() {
            return title;
        }
    }

    private final String key;
    private final String label;
    private final Unit unit;
    private final Panel panel;
    private final String meaning;

    Slow(String key, String label, Unit unit, Panel panel, String meaning) {
        this.key = key;
        this.label = label;
        this.unit = unit;
        this.panel = panel;
        this.meaning = meaning;
    }

    /** The name in data files: lower case with hyphens. */
    public String key() {
        return key;
    }

    /** The name in charts. */
    public String label() {
        return label;
    }

    /** What it is measured in. */
    public Unit unit() {
        return unit;
    }

    /** Where charts draw it. */
    public Panel panel() {
        return panel;
    }

    /** What it is, in a line. */
    public String meaning() {
        return meaning;
    }

    /** The name of its column in tables: the key and the unit. */
    public String column() {
        return key.replace('-', '_') + "_" + unit.word();
    }
}
