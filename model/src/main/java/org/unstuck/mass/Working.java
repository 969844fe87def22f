package org.unstuck.mass;

/** Where the numbers come from that join a mass of the literature to the networks of this model: one rule for all masses. */
final class Working {

    static final String POINT = "rule for the working point on the untreated healthy network (decision 20)";
    static final String READOUT =
            "rule: rest and cued activity of the untreated healthy network are those of the default mass (decision 20)";
    static final String DRIVE = "drive of most regions of the built-in networks";

    private Working() {}
}
