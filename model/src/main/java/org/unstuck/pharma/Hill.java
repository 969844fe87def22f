package org.unstuck.pharma;

import org.unstuck.describe.Invalid;

/**
 * The Emax model (Hill 1910): E = E0 + Emax C^n / (C^n + EC50^n). Never overflows: at C = 0 it is exactly E0, far above EC50
 * exactly E0 + Emax.
 *
 * @param e0 effect without drug
 * @param emax largest change; negative for an inhibitor
 * @param ec50 concentration of half the change, above 0
 * @param n exponent, above 0
 */
public record Hill(double e0, double emax, double ec50, double n) {

    public Hill {
        if (!(ec50 > 0) || !(n > 0)) {
            throw new Invalid("ec50 is " + ec50 + " and n is " + n + ", both must be greater than 0.");
        }
    }

    /**
     * The effect at {@code concentration}, in the unit of EC50.
     *
     * @throws Invalid if the concentration is negative or not a number
     */
    public double at(double concentration) {
        if (!(concentration >= 0)) {
            throw new Invalid("concentration is " + concentration + ", it must be 0 or greater.");
        }
        return concentration == 0 ? e0 : e0 + emax * share(concentration, ec50, n);
    }

    /** C^n / (C^n + EC50^n) for C above 0. */
    static double share(double concentration, double ec50, double n) {
        return 1 / (1 + StrictMath.exp(n * (StrictMath.log(ec50) - StrictMath.log(concentration))));
    }

    /**
     * Two drugs at one site: occupancies x_A = A/K_A / (1 + A/K_A + B/K_B) and likewise x_B (Gaddum 1937). A partial agonist
     * lowers the effect e_A x_A + e_B x_B of a full one.
     *
     * @return {occupancy of A, occupancy of B}
     */
    public static double[] competing(double a, double kA, double b, double kB) {
        double all = 1 + a / kA + b / kB;
        return new double[] {a / kA / all, b / kB / all};
    }
}
