package org.unstuck.recording;

import java.util.Arrays;
import java.util.List;
import org.unstuck.protocol.Challenge;

/**
 * Activity of one patient in one scan: a stretch of rest, then a stretch in which cues ask for one network after another, then
 * pulses if the plan asks for them.
 *
 * @param sampleMs time between samples, ms
 * @param rest excitatory activity {@code rest[sample][region]}
 * @param cued excitatory activity {@code cued[sample][region]}
 * @param cueSample sample of {@code cued} at which each cue comes on
 * @param cueTarget the competing network that each cue asks for
 * @param evoked reactions to pulses, one per challenge of the plan
 * @param sedation sedation felt at the time, 0 to 1
 * @param dissociation dissociation felt at the time, 0 to 1
 */
public record Scan(
        double sampleMs,
        double[][] rest,
        double[][] cued,
        int[] cueSample,
        int[] cueTarget,
        List<Evoked> evoked,
        double sedation,
        double dissociation) {

    public Scan {
        evoked = List.copyOf(evoked);
    }

    /** The same scan with what is felt at the moment. */
    public Scan withFelt(double sedationFelt, double dissociationFelt) {
        return new Scan(sampleMs, rest, cued, cueSample, cueTarget, evoked, sedationFelt, dissociationFelt);
    }

    /** The reaction to {@code challenge}, or null if it was not asked for. */
    public Evoked to(Challenge challenge) {
        return evoked.stream()
                .filter(e -> e.challenge() == challenge)
                .findFirst()
                .orElse(null);
    }

    /** A copy whose series are its own. */
    public Scan copy() {
        double[][] restCopy = Arrays.stream(rest).map(double[]::clone).toArray(double[][]::new);
        double[][] cuedCopy = Arrays.stream(cued).map(double[]::clone).toArray(double[][]::new);
        return new Scan(sampleMs, restCopy, cuedCopy, cueSample, cueTarget, evoked, sedation, dissociation);
    }
}
