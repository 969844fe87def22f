package org.unstuck.protocol;

import org.unstuck.describe.Evidence;
import org.unstuck.describe.Parameter;
import org.unstuck.describe.Parameters;
import org.unstuck.describe.Rule;
import org.unstuck.describe.Status;
import org.unstuck.network.Region;

/** How strongly stimuli drive regions; one set of numbers for therapy, stressors and test cues. */
public record StimulusStrength(
        @Parameter(
                symbol = "c_T",
                value = 0.5,
                unit = "1",
                low = 0.25,
                high = 1.5,
                rule = Rule.NON_NEGATIVE,
                meaning = "drive of a threat cue to the amygdala",
                source = "about one standard deviation of the fluctuating input",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double threat,

        @Parameter(
                symbol = "c_R",
                value = 1.5,
                unit = "1",
                low = 0.75,
                high = 2.5,
                rule = Rule.NON_NEGATIVE,
                meaning = "drive of engagement (regulation, task, rest) to its regions",
                source = "three times the threat of a session: regulation must have the upper hand",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double engagement,

        @Parameter(
                symbol = "c_S",
                value = 1,
                unit = "1",
                low = 0.5,
                high = 2,
                rule = Rule.NON_NEGATIVE,
                meaning = "drive of a test cue for a network in the cued-shift test",
                source =
                        "about 1.7 standard deviations of the fluctuating input: between hardly heard and irresistible",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double testCue) {

    public StimulusStrength {
        Parameters.check(StimulusStrength.class, threat, engagement, testCue);
    }

    /** All parameters at their defaults. */
    public static StimulusStrength standard() {
        return Parameters.defaults(StimulusStrength.class);
    }

    /** What {@code stimulus} adds to the drive of {@code region}. */
    public double of(Stimulus stimulus, Region region) {
        double added = 0;
        if (stimulus.threatened().stream().anyMatch(region::is)) {
            added += threat;
        }
        if (stimulus.engaged().stream().anyMatch(region::is)) {
            added += engagement;
        }
        return added;
    }
}
