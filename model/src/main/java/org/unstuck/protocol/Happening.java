package org.unstuck.protocol;

import org.unstuck.describe.Dose;

/**
 * Something that happened to one patient, or was meant to happen and did not.
 *
 * @param hours when
 * @param kind what
 * @param event which of the events of the arm it belongs to
 * @param drug name of the drug
 * @param dose amount; for a raised dose the new one
 * @param route how it got into the body; "iv" for an infusion
 * @param reason why; empty if it simply was planned
 */
public record Happening(double hours, Kind kind, int event, String drug, Dose dose, String route, String reason) {

    /** What happened. */
    public enum Kind {
        /** A dose was taken. */
        DOSE,
        /** An infusion began. */
        INFUSION,
        /** A dose was left out on purpose. */
        SKIPPED,
        /** A dose was forgotten. */
        MISSED,
        /** There was a reason for a dose, and a rule against it. */
        WITHHELD,
        /** The dose of a course was raised. */
        RAISED
    }
}
