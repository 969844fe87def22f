package org.unstuck.observe;

import org.unstuck.describe.Evidence;
import org.unstuck.describe.Parameter;
import org.unstuck.describe.Parameters;
import org.unstuck.describe.Rule;
import org.unstuck.describe.Status;

/**
 * The three coefficients that turn volume v and deoxyhaemoglobin q into the BOLD signal,
 *
 * <pre>BOLD = V0 (k1 (1 - q) + k2 (1 - q/v) + k3 (1 - v))</pre>
 *
 * in the conventions of the literature. They differ by tens of per cent: say which one was used.
 */
public sealed interface Readout {

    /** Weight of deoxyhaemoglobin outside vessels. */
    double k1(double e0);

    /** Weight of deoxyhaemoglobin inside vessels. */
    double k2(double e0);

    /** Weight of volume. */
    double k3(double e0);

    /** k1 = 7 E0, k2 = 2, k3 = 2 E0 - 0.2: Buxton 1998, Friston 2003, for 1.5 T. */
    record Classic() implements Readout {

        @Override
        public double k1(double e0) {
            return 7 * e0;
        }

        @Override
        public double k2(double e0) {
            return 2;
        }

        @Override
        public double k3(double e0) {
            return 2 * e0 - 0.2;
        }
    }

    /** k1 = 7 E0, k2 = 2 E0, k3 = 1 - epsilon: after Obata 2004, as several programs have it. */
    record Obata(
            @Parameter(
                    symbol = "epsilon_r",
                    value = 0.5,
                    unit = "1",
                    low = 0.3,
                    high = 1.5,
                    rule = Rule.POSITIVE,
                    meaning = "signal of blood over signal of tissue at rest",
                    source = "Stephan 2007 (TVB-HPC, ANNarchy); 1.43 at 1.5 T",
                    evidence = Evidence.LOW,
                    status = Status.ASSUMED)
            double ratio)
            implements Readout {

        public Obata {
            Parameters.check(Obata.class, ratio);
        }

        @Override
        public double k1(double e0) {
            return 7 * e0;
        }

        @Override
        public double k2(double e0) {
            return 2 * e0;
        }

        @Override
        public double k3(double e0) {
            return 1 - ratio;
        }
    }

    /** k1 = 4.3 nu0 E0 TE, k2 = epsilon r0 E0 TE, k3 = 1 - epsilon: Stephan, Weiskopf and colleagues 2007 (NeuroImage 38, 387-401). */
    record Revised(
            @Parameter(
                    symbol = "nu0",
                    value = 40.3,
                    unit = "1/s",
                    low = 20,
                    high = 120,
                    rule = Rule.POSITIVE,
                    meaning = "frequency offset at the surface of a deoxygenated vessel (1.5 T)",
                    source = "Stephan 2007 (TVB-HPC, ANNarchy)",
                    evidence = Evidence.MEDIUM,
                    status = Status.MEASURED)
            double nu0,

            @Parameter(
                    symbol = "r0",
                    value = 25,
                    unit = "1/s",
                    low = 15,
                    high = 120,
                    rule = Rule.POSITIVE,
                    meaning = "slope of the intravascular relaxation rate against oxygen saturation",
                    source = "Stephan 2007 (TVB-HPC, ANNarchy)",
                    evidence = Evidence.MEDIUM,
                    status = Status.MEASURED)
            double r0,

            @Parameter(
                    symbol = "TE",
                    value = 0.04,
                    unit = "s",
                    low = 0.02,
                    high = 0.06,
                    rule = Rule.POSITIVE,
                    meaning = "echo time of the scanner",
                    source = "Stephan 2007 (TVB-HPC, ANNarchy)",
                    evidence = Evidence.MEDIUM,
                    status = Status.MEASURED)
            double te,

            @Parameter(
                    symbol = "epsilon_r",
                    value = 0.5,
                    unit = "1",
                    low = 0.3,
                    high = 1.5,
                    rule = Rule.POSITIVE,
                    meaning = "signal of blood over signal of tissue at rest",
                    source = "Stephan 2007 (TVB-HPC, ANNarchy); 1.43 at 1.5 T",
                    evidence = Evidence.LOW,
                    status = Status.ASSUMED)
            double ratio)
            implements Readout {

        /** Buxton's factor between the offset and the loss of signal outside vessels. */
        private static final double OFFSET = 4.3;

        public Revised {
            Parameters.check(Revised.class, nu0, r0, te, ratio);
        }

        /** All parameters at their defaults. */
        public static Revised standard() {
            return Parameters.defaults(Revised.class);
        }

        @Override
        public double k1(double e0) {
            return OFFSET * nu0 * e0 * te;
        }

        @Override
        public double k2(double e0) {
            return ratio * r0 * e0 * te;
        }

        @Override
        public double k3(double e0) {
            return 1 - ratio;
        }
    }
}
