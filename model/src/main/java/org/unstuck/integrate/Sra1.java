package org.unstuck.integrate;

/**
 * SRA1 of Roessler 2010 (SIAM J Numer Anal 48, 922-952, doi:10.1137/09076636X) for additive noise:
 *
 * <pre>
 *   H  = y + 3/4 f(t, y) dt + 3/2 dZ/dt
 *   y' = y + (1/3 f(t, y) + 2/3 f(t + 3/4 dt, H)) dt + dN
 * </pre>
 *
 * Strong order 1.5, weak order 2, deterministic order 2 (Ito and Stratonovich agree). If f is linear the strong error
 * falls with order 2. Two drifts per step, as many as {@link Heun}.
 *
 * <p>Without dZ its mean for the given increment is used, dZ = dN dt/2. The scheme then has strong order 1 and weak
 * order 1, and {@link Heun} is the better choice.
 */
public record Sra1() implements Scheme {

    /** Where the second stage lies, as a fraction of the step. */
    private static final double STAGE = 3.0 / 4;

    private static final double WEIGHT_OF_NOISE = 3.0 / 2;
    private static final double WEIGHT_NOW = 1.0 / 3;
    private static final double WEIGHT_AHEAD = 2.0 / 3;

    @Override
    public String name() {
        return "sra1";
    }

    @Override
    public boolean usesIntegral() {
        return true;
    }

    @Override
    public Stepper start(int variables, int size) {
        double[][] slope = Rows.of(variables, size);
        double[][] slopeAhead = Rows.of(variables, size);
        double[][] stage = Rows.of(variables, size);
        return (f, tMs, dtMs, y, dN, dZ) -> {
            f.at(tMs, y, slope);
            for (int v = 0; v < y.length; v++) {
                System.arraycopy(y[v], 0, stage[v], 0, size);
                Update.advance(stage[v], STAGE * dtMs, slope[v]);
                if (dN[v] != null && dZ != null && dZ[v] != null) {
                    Update.advance(stage[v], WEIGHT_OF_NOISE / dtMs, dZ[v]);
                } else if (dN[v] != null) {
                    Update.advance(stage[v], WEIGHT_OF_NOISE / 2, dN[v]);
                }
            }
            f.at(tMs + STAGE * dtMs, stage, slopeAhead);
            for (int v = 0; v < y.length; v++) {
                Update.advance(y[v], WEIGHT_NOW * dtMs, slope[v]);
                if (dN[v] == null) {
                    Update.advance(y[v], WEIGHT_AHEAD * dtMs, slopeAhead[v]);
                } else {
                    Update.advance(y[v], WEIGHT_AHEAD * dtMs, slopeAhead[v], dN[v]);
                }
            }
        };
    }
}
