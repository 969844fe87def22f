package org.unstuck.protocol;

import java.util.Arrays;
import java.util.List;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Suggestion;

/** An input to the network from outside: which regions it drives, and how strongly relative to {@link StimulusStrength}. */
public enum Stimulus {
    /** A sign of danger: drives the amygdala. */
    THREAT("threat", List.of("AMY"), List.of()),
    /** A task that needs control. */
    TASK("task", List.of(), List.of("dlPFC", "PPC")),
    /** An invitation to rest and self-generated thought. */
    REST("rest", List.of(), List.of("mPFC", "PCC", "AG")),
    /** Therapy: the threat is met while dlPFC and vmPFC are driven. */
    THERAPY("therapy", List.of("AMY"), List.of("dlPFC", "vmPFC")),
    /** Being looked at and judged: a threat that is about oneself, so it drives mPFC as well. Assumed. */
    SOCIAL("social", List.of("AMY", "mPFC"), List.of()),
    /** A reminder of a trauma: a threat that comes with its memory, so it drives the hippocampus as well. Assumed. */
    TRAUMA("trauma", List.of("AMY", "HIP"), List.of()),
    /** Something good, or good company: value in vmPFC, with its memory in the hippocampus. Assumed. */
    POSITIVE("positive", List.of("vmPFC", "HIP"), List.of()),
    /** Exposure: the threat is met while vmPFC, which holds what is learned about safety, is driven. Assumed. */
    EXPOSURE("exposure", List.of("AMY"), List.of("vmPFC")),
    /**
     * Sham training: the same pictures are seen, through the thalamus, and nothing is practised. Assumed. (Drive to PPC engages control, and
     * was as good as therapy in depression: no sham.)
     */
    SHAM("sham", List.of(), List.of("THAL"));

    private final String word;
    private final List<String> threatened;
    private final List<String> engaged;

    Stimulus(String word, List<String> threatened, List<String> engaged) {
        this.word = word;
        this.threatened = threatened;
        this.engaged = engaged;
    }

    /** The name in scenario files. */
    public String word() {
        return word;
    }

    /** Regions driven with the strength of a cue, as that of threat. */
    public List<String> threatened() {
        return threatened;
    }

    /** Regions driven with the strength of engagement. */
    public List<String> engaged() {
        return engaged;
    }

    /**
     * The stimulus called {@code word}.
     *
     * @throws Invalid if there is none
     */
    public static Stimulus named(String word) {
        return Arrays.stream(values())
                .filter(s -> s.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new Invalid(
                        "cue",
                        "there is no cue \"" + word + "\".",
                        Suggestion.among(
                                Arrays.stream(values()).map(s -> s.word).toList(), word)));
    }
}
