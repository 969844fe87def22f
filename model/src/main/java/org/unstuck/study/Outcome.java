package org.unstuck.study;

import java.util.function.Function;
import org.unstuck.metric.Measurement;

/** A number that is compared between arms. */
public enum Outcome {
    THREAT("threat", "Threat level", "mean activity", Axis.INTENSITY, Assessment::threat),
    SELF_FOCUS("self-focus", "Self-focus", "mean activity", Axis.INTENSITY, Assessment::selfFocus),
    CONTROL("control", "Control engagement", "mean activity", Axis.INTENSITY, Assessment::control),
    SEDATION("sedation", "Sedation", "0 to 1", Axis.INTENSITY, a -> Measurement.of(a.sedation())),
    DISSOCIATION("dissociation", "Dissociation", "0 to 1", Axis.INTENSITY, a -> Measurement.of(a.dissociation())),
    RUMINATION("rumination", "Rumination", "share of time", Axis.INTENSITY, Assessment::rumination),
    UNCUED_THREAT("uncued-threat", "Threat without a cue", "share of time", Axis.INTENSITY, Assessment::uncuedThreat),
    REACTIVITY(
            "reactivity",
            "Reactivity to threat",
            "change of activity",
            Axis.INTENSITY,
            a -> a.reactions().threat()),
    RECOVERY(
            "recovery",
            "Recovery from threat (half-time)",
            "s",
            Axis.INTENSITY,
            a -> a.reactions().recoveryS()),
    ENGAGEMENT(
            "engagement",
            "Engagement of control by a task",
            "change of activity",
            Axis.INTENSITY,
            a -> a.reactions().engagement()),
    HEADROOM("headroom", "Headroom for cognition", "change of activity", Axis.INTENSITY, Assessment::headroom),
    RESPONSIVENESS(
            "responsiveness",
            "Response to good and bad cues",
            "change of activity",
            Axis.INTENSITY,
            a -> a.reactions().responsiveness()),
    CUED_SHIFT(
            "cued-shift",
            "Cued shifts",
            "share that succeed",
            Axis.FLEXIBILITY,
            a -> a.cued().success()),
    CHANCE_SHIFT(
            "chance-shift",
            "Shifts without a cue",
            "share that succeed",
            Axis.FLEXIBILITY,
            a -> a.chance().success()),
    SHIFT_GAIN("shift-gain", "Cued shifts beyond chance", "share", Axis.FLEXIBILITY, Assessment::shiftGain),
    SHIFT_LATENCY(
            "shift-latency",
            "Latency of cued shifts",
            "ms",
            Axis.FLEXIBILITY,
            a -> a.cued().medianLatencyMs()),
    DWELL("dwell", "Dwell time of a network", "s", Axis.FLEXIBILITY, Assessment::dwell),
    TRANSITION_ENTROPY(
            "transition-entropy",
            "Entropy of transitions",
            "bits",
            Axis.FLEXIBILITY,
            a -> a.states().entropyRate()),
    NO_STATE(
            "no-state",
            "Time with no dominant network",
            "share of time",
            Axis.FLEXIBILITY,
            a -> Measurement.of(a.states().occupancy()[a.states().networks()])),
    FLEXIBILITY("flexibility", "Community flexibility", "share of windows", Axis.FLEXIBILITY, Assessment::flexibility),
    FLEXIBILITY_NULL(
            "flexibility-null",
            "Community flexibility of surrogates",
            "share of windows",
            Axis.FLEXIBILITY,
            Assessment::flexibilityNull),
    FLEXIBILITY_EXCESS(
            "flexibility-excess",
            "Community flexibility beyond surrogates",
            "share of windows",
            Axis.FLEXIBILITY,
            Assessment::flexibilityExcess),
    METASTABILITY(
            "metastability", "Metastability", "SD of order parameter", Axis.FLEXIBILITY, Assessment::metastability);

    /** The two axes that are never merged. */
    public enum Axis {
        INTENSITY,
        FLEXIBILITY
    }

    private final String key;
    private final String label;
    private final String unit;
    private final Axis axis;
    private final Function<Assessment, Measurement> reader;

    Outcome(String key, String label, String unit, Axis axis, Function<Assessment, Measurement> reader) {
        this.key = key;
        this.label = label;
        this.unit = unit;
        this.axis = axis;
        this.reader = reader;
    }

    /** The name in data files. */
    public String key() {
        return key;
    }

    /** The name in charts. */
    public String label() {
        return label;
    }

    /** The unit in charts and data files. */
    public String unit() {
        return unit;
    }

    /** Which axis it belongs to. */
    public Axis axis() {
        return axis;
    }

    /** The value for one scan. */
    public Measurement of(Assessment assessment) {
        return reader.apply(assessment);
    }
}
