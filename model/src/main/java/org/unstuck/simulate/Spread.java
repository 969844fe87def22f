package org.unstuck.simulate;

import java.util.List;
import org.unstuck.describe.Evidence;
import org.unstuck.describe.Parameter;
import org.unstuck.describe.Parameters;
import org.unstuck.describe.Rule;
import org.unstuck.describe.Status;
import org.unstuck.noise.Address;

/**
 * How much patients differ: the standard deviation of the logarithm of each factor (log-normal with median 1). Traits are
 * drawn once per patient and reused in every arm; independent unless a {@link Population} says otherwise.
 */
public record Spread(
        @Parameter(
                symbol = "s_sev",
                value = 0.2,
                unit = "1",
                low = 0,
                high = 0.4,
                rule = Rule.NON_NEGATIVE,
                meaning = "spread of severity",
                source = "between-patient CV 15-30% (evidence D7)",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double severity,

        @Parameter(
                symbol = "s_CL",
                value = 0.25,
                unit = "1",
                low = 0,
                high = 0.4,
                rule = Rule.NON_NEGATIVE,
                meaning = "spread of clearance",
                source = "log SD 0.2-0.3 (Kamp 2020)",
                evidence = Evidence.MEDIUM,
                status = Status.MEASURED)
        double clearance,

        @Parameter(
                symbol = "s_ka",
                value = 0.3,
                unit = "1",
                low = 0,
                high = 0.6,
                rule = Rule.NON_NEGATIVE,
                meaning = "spread of the counter-drive",
                source = "between-patient CV 15-30% (evidence D7)",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double counterDrive,

        @Parameter(
                symbol = "s_sur",
                value = 0.4,
                unit = "1",
                low = 0,
                high = 0.8,
                rule = Rule.NON_NEGATIVE,
                meaning = "spread of the glutamate surge",
                source = "about half of patients respond to ketamine (Han 2016)",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double surge,

        @Parameter(
                symbol = "s_lam",
                value = 0.3,
                unit = "1",
                low = 0,
                high = 0.6,
                rule = Rule.NON_NEGATIVE,
                meaning = "spread of the learning rate",
                source = "between-patient CV 15-30% (evidence D7)",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double learning,

        @Parameter(
                symbol = "s_G",
                value = 0.05,
                unit = "1",
                low = 0,
                high = 0.15,
                rule = Rule.NON_NEGATIVE,
                meaning = "spread of global coupling",
                source = "small, so that healthy networks stay healthy",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double coupling,

        @Parameter(
                symbol = "s_V",
                value = 0.3,
                unit = "1",
                low = 0,
                high = 0.4,
                rule = Rule.NON_NEGATIVE,
                meaning = "spread of volumes of distribution",
                source =
                        "log SD 0.3-0.4 for ketamine (Kamp 2020, recalled); the lower end, because other drugs vary less",
                evidence = Evidence.MEDIUM,
                status = Status.ASSUMED)
        double volume,

        @Parameter(
                symbol = "s_abs",
                value = 0.4,
                unit = "1",
                low = 0,
                high = 0.7,
                rule = Rule.NON_NEGATIVE,
                meaning = "spread of absorption rates",
                source =
                        "assumed: with it nine of ten times of the alprazolam peak lie within 0.8-2.1 h (label: 1-2 h)",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double absorption,

        @Parameter(
                symbol = "s_ku",
                value = 0.3,
                unit = "1",
                low = 0,
                high = 0.6,
                rule = Rule.NON_NEGATIVE,
                meaning = "spread of the loss of receptor sensitivity and number",
                source = "between-patient CV 15-30% (evidence D7)",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double receptors,

        @Parameter(
                symbol = "s_ke",
                value = 0.4,
                unit = "1",
                low = 0,
                high = 0.7,
                rule = Rule.NON_NEGATIVE,
                meaning = "spread of the response to an SSRI",
                source = "partial and absent response is common; assumed wider than CV 15-30% (evidence D7)",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double serotonin,

        @Parameter(
                symbol = "s_x",
                value = 0.3,
                unit = "1",
                low = 0,
                high = 0.6,
                rule = Rule.NON_NEGATIVE,
                meaning = "spread of expectancy",
                source = "between-patient CV 15-30% (evidence D7)",
                evidence = Evidence.LOW,
                status = Status.ASSUMED)
        double expectancy) {

    public Spread {
        Parameters.check(
                Spread.class,
                severity,
                clearance,
                counterDrive,
                surge,
                learning,
                coupling,
                volume,
                absorption,
                receptors,
                serotonin,
                expectancy);
    }

    /** All parameters at their defaults. */
    public static Spread standard() {
        return Parameters.defaults(Spread.class);
    }

    /** The spread of {@code trait}; 0 for the weight, which is that of the cohort. */
    double of(Trait trait) {
        return switch (trait) {
            case SEVERITY -> severity;
            case CLEARANCE -> clearance;
            case COUNTER_DRIVE -> counterDrive;
            case SURGE -> surge;
            case LEARNING -> learning;
            case COUPLING -> coupling;
            case VOLUME -> volume;
            case ABSORPTION -> absorption;
            case RECEPTORS -> receptors;
            case SEROTONIN -> serotonin;
            case EXPECTANCY -> expectancy;
            case WEIGHT -> 0;
        };
    }

    /** Patient number {@code index} of the cohort with this address. */
    public Person draw(Address seed, int index, double weightKg) {
        return new Population(this, List.of(), List.of()).draw(seed, index, weightKg);
    }
}
