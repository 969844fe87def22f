package org.unstuck.simulate;

import java.util.Locale;

/** The state of a run is no longer finite. The run stops; nothing is dropped, drawn again or clipped. */
public final class Diverged extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says when and where: fast time in ms, region, variable, lane. */
    public Diverged(String run, double tMs, String region, String variable, double value, String lane) {
        super(String.format(
                Locale.ROOT,
                "%s stopped after %.3f s: variable %s of region %s is %s (%s). Maybe the step is too long, or a weight too large.",
                run,
                tMs / 1000,
                variable,
                region,
                value,
                lane));
    }
}
