package org.unstuck.simulate;

import org.unstuck.describe.Default;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Meaning;
import org.unstuck.describe.Time;
import org.unstuck.integrate.Scheme;

/**
 * How the two clocks are stepped (heterogeneous multiscale method: E and Engquist 2003).
 *
 * @param scheme integrator of the fast clock
 * @param step its step
 * @param slowStep regular tick of the slow clock
 * @param settle fast time from the initial state to the untreated state, before the course
 * @param warmUp fast time at the start of each burst that is not averaged
 * @param burst fast time averaged at each slow step
 * @param sample fast time between samples
 */
public record Numerics(
        @Meaning("integrator of the fast clock") @Default("euler-maruyama")
        Scheme scheme,

        @Meaning("step of the fast clock") @Default("4 ms") Time step,

        @Meaning("regular tick of the slow clock") @Default("24 h")
        Time slowStep,

        @Meaning("fast time from the initial state to the untreated state, before the course") @Default("10 s")
        Time settle,

        @Meaning("fast time at the start of each burst that is not averaged") @Default("2 s")
        Time warmUp,

        @Meaning("fast time averaged at each slow step") @Default("30 s")
        Time burst,

        @Meaning("fast time between samples") @Default("40 ms")
        Time sample) {

    public Numerics {
        positive("step", step);
        positive("slowStep", slowStep);
        positive("burst", burst);
        positive("sample", sample);
        if (settle.hours() < 0 || warmUp.hours() < 0) {
            throw new Invalid("warmUp", "settle and warmUp must not be negative.", "");
        }
        if (sample.hours() < step.hours()) {
            throw new Invalid(
                    "sample", "sample is " + sample + ", it must not be shorter than step (" + step + ").", "");
        }
        if (burst.hours() < sample.hours()) {
            throw new Invalid(
                    "burst", "burst is " + burst + ", it must not be shorter than sample (" + sample + ").", "");
        }
    }

    /** The same with another step of the fast clock. */
    public Numerics withStep(Time other) {
        return new Numerics(scheme, other, slowStep, settle, warmUp, burst, sample);
    }

    private static void positive(String what, Time t) {
        if (t.hours() <= 0) {
            throw new Invalid(what, what + " is " + t + ", it must be longer than 0.", "");
        }
    }
}
