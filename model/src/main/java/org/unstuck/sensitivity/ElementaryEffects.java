package org.unstuck.sensitivity;

import java.util.ArrayList;
import java.util.List;
import org.unstuck.describe.Invalid;
import org.unstuck.noise.Address;
import org.unstuck.noise.Draws;

/**
 * Screening by elementary effects (Morris 1991; mu*: Campolongo et al. 2007). The elementary effect of input k along a trajectory is
 * the change of the output over the change of the input, both ends on the trajectory; inputs are in units of their range.
 *
 * <pre>
 *   mu  = mean of the effects       which way on average
 *   mu* = mean of their size        how much it matters
 *   sigma = their SD (divisor n - 1)   how much that depends on the other inputs, or bends
 * </pre>
 *
 * @param mu mean effect of every input
 * @param muStar mean size of effect with its interval (trajectories resampled)
 * @param sigma standard deviation of the effects
 * @param used number of effects used for every input
 * @param missing runs without an output; the effects on both sides of them are left out
 */
public record ElementaryEffects(double[] mu, List<Estimate> muStar, double[] sigma, int[] used, int missing) {

    public ElementaryEffects {
        muStar = List.copyOf(muStar);
    }

    /**
     * The effects from the outputs of a design.
     *
     * @param output {@code [run]}, in the order of {@link MorrisDesign#points}; NaN where there is none
     * @throws Invalid if the number of outputs is not that of the design, two points of a trajectory do not differ in exactly one input,
     *     or an input has fewer than 2 effects
     */
    public static ElementaryEffects of(MorrisDesign design, double[] output, Address address) {
        int d = design.inputs();
        int runs = design.trajectories().stream().mapToInt(t -> t.length).sum();
        if (output.length != runs) {
            throw new Invalid(
                    "output", "there are " + output.length + " outputs, the design has " + runs + " runs.", "");
        }
        List<List<Double>> effects = new ArrayList<>();
        for (int k = 0; k < d; k++) {
            effects.add(new ArrayList<>());
        }
        int missing = 0;
        int run = 0;
        for (double[][] steps : design.trajectories()) {
            for (int s = 0; s < steps.length; s++, run++) {
                missing += Double.isFinite(output[run]) ? 0 : 1;
                if (s > 0 && Double.isFinite(output[run]) && Double.isFinite(output[run - 1])) {
                    int k = moved(steps[s - 1], steps[s]);
                    effects.get(k).add((output[run] - output[run - 1]) / (steps[s][k] - steps[s - 1][k]));
                }
            }
        }
        double[] mu = new double[d];
        double[] sigma = new double[d];
        int[] used = new int[d];
        List<Estimate> muStar = new ArrayList<>();
        for (int k = 0; k < d; k++) {
            double[] e = effects.get(k).stream().mapToDouble(x -> x).toArray();
            used[k] = e.length;
            if (e.length < 2) {
                throw new Invalid(
                        "output",
                        "input " + k + " has " + e.length + " elementary effects, at least 2 are needed.",
                        "Maybe more trajectories, or narrower ranges so that fewer runs fail.");
            }
            mu[k] = mean(e);
            sigma[k] = sd(e, mu[k]);
            muStar.add(size(e, address.with("input", k).draws()));
        }
        return new ElementaryEffects(mu, muStar, sigma, used, missing);
    }

    private static int moved(double[] from, double[] to) {
        int moved = -1;
        for (int k = 0; k < from.length; k++) {
            if (from[k] != to[k]) {
                if (moved >= 0) {
                    throw new Invalid(
                            "trajectories", "two neighbours of a trajectory differ in more than one input.", "");
                }
                moved = k;
            }
        }
        if (moved < 0) {
            throw new Invalid("trajectories", "two neighbours of a trajectory are the same point.", "");
        }
        return moved;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double x : values) {
            sum += x;
        }
        return sum / values.length;
    }

    private static double sd(double[] values, double mean) {
        double sum = 0;
        for (double x : values) {
            sum += (x - mean) * (x - mean);
        }
        return Math.sqrt(sum / (values.length - 1));
    }

    private static Estimate size(double[] effects, Draws draws) {
        double sum = 0;
        for (double e : effects) {
            sum += Math.abs(e);
        }
        double[] resampled = new double[Estimate.RESAMPLES];
        for (int b = 0; b < resampled.length; b++) {
            for (int j = 0; j < effects.length; j++) {
                resampled[b] += Math.abs(effects[draws.below(effects.length)]) / effects.length;
            }
        }
        return Estimate.of(sum / effects.length, resampled);
    }
}
