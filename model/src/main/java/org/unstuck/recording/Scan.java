package org.unstuck.recording;

import java.util.Arrays;

/**
 * Activity of one patient in one scan: a stretch of rest, then a stretch in which cues ask for one network after another.
 *
 * @param sampleMs time between samples, ms
 * @param rest excitatory activity {@code rest[sample][region]}
 * @param cued excitatory activity {@code cued[sample][region]}
 * @param cueSample sample of {@code cued} at which each cue comes on
 * @param cueTarget the competing network that each cue asks for
 * @param sedation sedation felt at the time, 0 to 1
 */
public record Scan(
        double sampleMs, double[][] rest, double[][] cued, int[] cueSample, int[] cueTarget, double sedation) {

    /** A copy whose series are its own. */
    public Scan copy() {
        double[][] restCopy = Arrays.stream(rest).map(double[]::clone).toArray(double[][]::new);
        double[][] cuedCopy = Arrays.stream(cued).map(double[]::clone).toArray(double[][]::new);
        return new Scan(sampleMs, restCopy, cuedCopy, cueSample, cueTarget, sedation);
    }

    /** The same scan with the sedation of the moment. */
    public Scan withSedation(double felt) {
        return new Scan(sampleMs, rest, cued, cueSample, cueTarget, felt);
    }
}
