package org.unstuck.sweep;

import java.util.List;

/** What came of one run. */
public sealed interface Result permits Result.Done, Result.Failed {

    /** Which run it was. */
    long task();

    /** Its content hash. */
    String key();

    /**
     * It was computed.
     *
     * @param task which run
     * @param key content hash
     * @param shape of the values
     * @param values {@code values[((arm * scans + scan) * patients + patient) * outcomes + outcome]}; NaN where undefined
     * @param gaps why values are undefined
     */
    record Done(long task, String key, Shape shape, double[] values, List<Gap> gaps) implements Result {}

    /**
     * It was not: the model diverged, or a rule is broken at this point.
     *
     * @param task which run
     * @param key content hash
     * @param reason why, in a line
     */
    record Failed(long task, String key, String reason) implements Result {}

    /**
     * Numbers along each dimension.
     *
     * @param arms arms
     * @param scans scans
     * @param patients patients
     * @param outcomes outcomes
     */
    record Shape(int arms, int scans, int patients, int outcomes) {

        /** Number of values. */
        public int size() {
            return Math.multiplyExact(Math.multiplyExact(arms, scans), Math.multiplyExact(patients, outcomes));
        }
    }

    /**
     * Values that are undefined for the same reason.
     *
     * @param outcome which outcome, by its position
     * @param count how many values
     * @param reason why
     */
    record Gap(int outcome, int count, String reason) {}
}
