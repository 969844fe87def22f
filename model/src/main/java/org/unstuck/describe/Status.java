package org.unstuck.describe;

/** Where a number comes from: read off a measurement, set by a documented calibration run, or assumed. */
public enum Status {
    MEASURED,
    CALIBRATED,
    ASSUMED
}
