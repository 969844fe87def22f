package org.unstuck.simulate;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Limits;
import org.unstuck.describe.Meaning;
import org.unstuck.describe.Word;

/**
 * How a trait is distributed over patients. A law turns a standard normal number z into a factor that grows with z, so that
 * correlations of z become rank correlations of traits (Gaussian copula: Nelsen 2006, An Introduction to Copulas, 2.3).
 */
public sealed interface Law permits Law.LogNormal, Law.Normal, Law.Uniform, Law.Fixed {

    /** Factors stay above this: nobody has no clearance at all. */
    double LEAST = 0.01;

    /** The factor of a patient whose standard normal number is {@code z}. */
    double factor(double z);

    /**
     * median exp(sd z).
     *
     * @param median factor of the median patient
     * @param sdLog standard deviation of its logarithm
     */
    @Word("log-normal")
    @Meaning("median x exp(sdLog x z)")
    record LogNormal(
            @Meaning(value = "factor of the median patient", unit = "1") @Limits(low = 0.01, high = 100)
            double median,

            @Meaning(value = "standard deviation of the logarithm", unit = "1") @Limits(low = 0, high = 3)
            double sdLog)
            implements Law {
        public LogNormal {
            range("median", median, LEAST, 1 / LEAST);
            range("sdLog", sdLog, 0, MOST_SD);
        }

        @Override
        public double factor(double z) {
            return median * StrictMath.exp(sdLog * z);
        }
    }

    /**
     * mean + sd z, at least {@link #LEAST}.
     *
     * @param mean factor of the mean patient
     * @param sd its standard deviation
     */
    @Word("normal")
    @Meaning("mean + sd x z, at least 0.01")
    record Normal(
            @Meaning(value = "factor of the mean patient", unit = "1") @Limits(low = 0.01, high = 100)
            double mean,

            @Meaning(value = "standard deviation", unit = "1") @Limits(low = 0, high = 3)
            double sd)
            implements Law {
        public Normal {
            range("mean", mean, LEAST, 1 / LEAST);
            range("sd", sd, 0, MOST_SD);
        }

        @Override
        public double factor(double z) {
            return Math.max(LEAST, mean + sd * z);
        }
    }

    /**
     * Every factor from low to high is as likely.
     *
     * @param low smallest factor
     * @param high largest factor
     */
    @Word("uniform")
    @Meaning("every factor from low to high is as likely")
    record Uniform(
            @Meaning(value = "smallest factor", unit = "1") @Limits(low = 0.01, high = 100)
            double low,

            @Meaning(value = "largest factor", unit = "1") @Limits(low = 0.01, high = 100)
            double high)
            implements Law {
        public Uniform {
            range("low", low, LEAST, 1 / LEAST);
            range("high", high, LEAST, 1 / LEAST);
            if (high < low) {
                throw new Invalid(
                        "high", "high is " + high + ", it must be at least low (" + low + ").", "Maybe swap them.");
            }
        }

        @Override
        public double factor(double z) {
            return low + (high - low) * STANDARD.cumulativeProbability(z);
        }
    }

    /**
     * The same in every patient.
     *
     * @param value the factor
     */
    @Word("fixed")
    @Meaning("the same in every patient")
    record Fixed(
            @Meaning(value = "the factor", unit = "1") @Limits(low = 0.01, high = 100)
            double value) implements Law {
        public Fixed {
            range("value", value, LEAST, 1 / LEAST);
        }

        @Override
        public double factor(double z) {
            return value;
        }
    }

    /** Standard deviations beyond this leave no typical patient. */
    double MOST_SD = 3;

    /** Used for its distribution function alone; it draws nothing. */
    NormalDistribution STANDARD = new NormalDistribution(null, 0, 1);

    private static void range(String what, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new Invalid(
                    what, what + " is " + value + ", it must be from " + low + " to " + high + ".", "Maybe 1.");
        }
    }
}
