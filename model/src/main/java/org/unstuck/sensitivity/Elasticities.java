package org.unstuck.sensitivity;

import java.util.ArrayList;
import java.util.List;
import org.unstuck.describe.Invalid;

/**
 * What happens near one point: central differences of an output y in every input x.
 *
 * <pre>
 *   slope      = (y(x + h) - y(x - h)) / (2 h)      per unit of the input
 *   elasticity = slope x / y                        percent of y per percent of x
 * </pre>
 *
 * h: a share of the range of the input; where the range ends within it, the difference is one-sided. An elasticity needs x and y
 * that are not 0: otherwise it is NaN, and the slope says what there is to say.
 *
 * @param slope of every input
 * @param elasticity of every input
 */
public record Elasticities(double[] slope, double[] elasticity) {

    /**
     * The points to run: first {@code at} itself, then for every input one step down and one step up, kept within its range.
     *
     * @param at the point {@code [input]}
     * @param low lower ends of ranges
     * @param high upper ends
     * @param share h as a share of the range, in (0, 0.5]
     * @return {@code [2 d + 1][input]}
     * @throws Invalid if the share is not possible, or a range is empty or does not hold the point
     */
    public static double[][] points(double[] at, double[] low, double[] high, double share) {
        if (!(share > 0 && share <= 0.5)) {
            throw new Invalid("share", "share is " + share + ", it must be above 0 and at most 0.5.", "Maybe 0.05.");
        }
        List<double[]> points = new ArrayList<>(List.of(at.clone()));
        for (int k = 0; k < at.length; k++) {
            if (!(low[k] < high[k] && low[k] <= at[k] && at[k] <= high[k])) {
                throw new Invalid(
                        "at", "input " + k + " is " + at[k] + ", its range is " + low[k] + " to " + high[k] + ".", "");
            }
            double h = share * (high[k] - low[k]);
            double[] down = at.clone();
            down[k] = Math.max(low[k], at[k] - h);
            double[] up = at.clone();
            up[k] = Math.min(high[k], at[k] + h);
            points.add(down);
            points.add(up);
        }
        return points.toArray(double[][]::new);
    }

    /**
     * Slopes and elasticities from the outputs at {@code points}; NaN where a run has no output.
     *
     * @throws Invalid if their numbers differ
     */
    public static Elasticities of(double[][] points, double[] output) {
        if (points.length != output.length) {
            throw new Invalid("output", "there are " + output.length + " outputs of " + points.length + " runs.", "");
        }
        int d = points[0].length;
        double[] slope = new double[d];
        double[] elasticity = new double[d];
        for (int k = 0; k < d; k++) {
            int down = 1 + 2 * k;
            int up = down + 1;
            slope[k] = (output[up] - output[down]) / (points[up][k] - points[down][k]);
            double ratio = slope[k] * points[0][k] / output[0];
            elasticity[k] = points[0][k] == 0 || !Double.isFinite(ratio) ? Double.NaN : ratio;
        }
        return new Elasticities(slope, elasticity);
    }
}
