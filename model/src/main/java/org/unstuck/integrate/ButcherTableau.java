package org.unstuck.integrate;

/**
 * The numbers of an explicit Runge-Kutta scheme (Hairer, Norsett, Wanner 1993, Solving Ordinary Differential Equations
 * I, section II.1):
 *
 * <pre>
 *   k_i = f(t + c_i dt, y + dt sum_{j less than i} a_ij k_j)
 *   y'  = y + dt sum_i b_i k_i
 * </pre>
 *
 * One drift per stage. Noise is a constant force dN/dt over the step, as in {@link ClassicalRungeKutta}: for additive
 * noise strong order 1, also where the deterministic order is higher. (With {@link #EULER} this is Euler-Maruyama,
 * with {@link #HEUN_2} the stochastic Heun scheme.)
 *
 * @param order deterministic order
 * @param c stage times as fractions of the step
 * @param a weights of earlier stages: row i has i entries
 * @param b weights of the stages in the step
 */
public record ButcherTableau(int order, double[] c, double[][] a, double[] b) {

    /** Sums of weights are compared to what they should be up to rounding. */
    private static final double ROUNDING = 1e-14;

    /** Euler 1768. */
    public static final ButcherTableau EULER =
            new ButcherTableau(1, new double[] {0}, new double[][] {{}}, new double[] {1});

    /** Heun 1900: the trapezoidal rule after an Euler step. */
    public static final ButcherTableau HEUN_2 =
            new ButcherTableau(2, new double[] {0, 1}, new double[][] {{}, {1}}, new double[] {1.0 / 2, 1.0 / 2});

    /** The midpoint rule: Runge 1895. */
    public static final ButcherTableau MIDPOINT_2 =
            new ButcherTableau(2, new double[] {0, 1.0 / 2}, new double[][] {{}, {1.0 / 2}}, new double[] {0, 1});

    /** The second-order scheme with the smallest error bound: Ralston 1962, Math Comp 16, 431-437. */
    public static final ButcherTableau RALSTON_2 = new ButcherTableau(
            2, new double[] {0, 2.0 / 3}, new double[][] {{}, {2.0 / 3}}, new double[] {1.0 / 4, 3.0 / 4});

    /** Kutta's third-order scheme: Kutta 1901. */
    public static final ButcherTableau KUTTA_3 =
            new ButcherTableau(3, new double[] {0, 1.0 / 2, 1}, new double[][] {{}, {1.0 / 2}, {-1, 2}}, new double[] {
                1.0 / 6, 2.0 / 3, 1.0 / 6
            });

    /** Strong stability preserving: Shu and Osher 1988, J Comput Phys 77, 439-471. */
    public static final ButcherTableau SHU_OSHER_3 = new ButcherTableau(
            3, new double[] {0, 1, 1.0 / 2}, new double[][] {{}, {1}, {1.0 / 4, 1.0 / 4}}, new double[] {
                1.0 / 6, 1.0 / 6, 2.0 / 3
            });

    /** The third-order part of Bogacki and Shampine 1989, Appl Math Lett 2, 321-325. */
    public static final ButcherTableau BOGACKI_SHAMPINE_3 = new ButcherTableau(
            3, new double[] {0, 1.0 / 2, 3.0 / 4}, new double[][] {{}, {1.0 / 2}, {0, 3.0 / 4}}, new double[] {
                2.0 / 9, 1.0 / 3, 4.0 / 9
            });

    /** The classical scheme: Kutta 1901. */
    public static final ButcherTableau CLASSICAL_4 = new ButcherTableau(
            4,
            new double[] {0, 1.0 / 2, 1.0 / 2, 1},
            new double[][] {{}, {1.0 / 2}, {0, 1.0 / 2}, {0, 0, 1}},
            new double[] {1.0 / 6, 1.0 / 3, 1.0 / 3, 1.0 / 6});

    /** The 3/8 rule: Kutta 1901. */
    public static final ButcherTableau THREE_EIGHTHS_4 = new ButcherTableau(
            4,
            new double[] {0, 1.0 / 3, 2.0 / 3, 1},
            new double[][] {{}, {1.0 / 3}, {-1.0 / 3, 1}, {1, -1, 1}},
            new double[] {1.0 / 8, 3.0 / 8, 3.0 / 8, 1.0 / 8});

    /** The fifth-order part of Dormand and Prince 1980, J Comput Appl Math 6, 19-26. */
    public static final ButcherTableau DORMAND_PRINCE_5 = new ButcherTableau(
            5,
            new double[] {0, 1.0 / 5, 3.0 / 10, 4.0 / 5, 8.0 / 9, 1},
            new double[][] {
                {},
                {1.0 / 5},
                {3.0 / 40, 9.0 / 40},
                {44.0 / 45, -56.0 / 15, 32.0 / 9},
                {19372.0 / 6561, -25360.0 / 2187, 64448.0 / 6561, -212.0 / 729},
                {9017.0 / 3168, -355.0 / 33, 46732.0 / 5247, 49.0 / 176, -5103.0 / 18656}
            },
            new double[] {35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84});

    /**
     * Copies and checks the numbers.
     *
     * @throws IllegalArgumentException if the shapes do not fit, a row of {@code a} does not add up to its {@code c},
     *     or {@code b} not to 1
     */
    public ButcherTableau {
        c = c.clone();
        a = copy(a);
        b = b.clone();
        if (a.length != c.length || b.length != c.length) {
            throw new IllegalArgumentException("c, a, b have " + c.length + ", " + a.length + ", " + b.length
                    + " rows, they must have equally many.");
        }
        for (int i = 0; i < a.length; i++) {
            if (a[i].length != i) {
                throw new IllegalArgumentException("row " + i + " of a has " + a[i].length + " entries, it must have "
                        + i + ". Maybe the scheme is implicit; only explicit ones are known here.");
            }
            requireSum("row " + i + " of a", a[i], c[i]);
        }
        requireSum("b", b, 1);
    }

    /** A copy of the stage times. */
    @Override
    public double[] c() {
        return c.clone();
    }

    /** A copy of the weights of earlier stages. */
    @Override
    public double[][] a() {
        return copy(a);
    }

    /** A copy of the weights in the step. */
    @Override
    public double[] b() {
        return b.clone();
    }

    /**
     * Makes the working arrays of one run of {@code variables} x {@code size} numbers with this scheme at fixed
     * steps.
     */
    public Scheme.Stepper start(int variables, int size) {
        return new ExplicitRungeKutta(this, variables, size);
    }

    private static void requireSum(String what, double[] weights, double expected) {
        double sum = 0;
        for (double w : weights) {
            sum += w;
        }
        if (!(Math.abs(sum - expected) <= ROUNDING)) {
            throw new IllegalArgumentException(what + " adds up to " + sum + ", it must add up to " + expected
                    + ". Maybe a fraction has a misprint.");
        }
    }

    private static double[][] copy(double[][] rows) {
        double[][] copy = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            copy[i] = rows[i].clone();
        }
        return copy;
    }
}
