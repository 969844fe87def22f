package org.unstuck.metric;

import org.apache.commons.math3.stat.ranking.NaturalRanking;

/**
 * Spearman's rank correlation: the Pearson correlation of the ranks, equal values sharing the mean of their ranks (Spearman
 * 1904, Am. J. Psychol. 15, 72-101). Unchanged by any increasing function of a region's series; outliers count by their rank only.
 */
public final class RankCorrelation {

    private RankCorrelation() {}

    /**
     * All pairs. Cost: sorting, then as {@link FunctionalConnectivity#of(double[][])}.
     *
     * @param values {@code values[sample][region]}, not modified
     * @return the correlations of the ranks; cells of a constant region are undefined
     * @throws IllegalArgumentException with fewer than 2 samples, or values that are not finite
     */
    public static FunctionalConnectivity of(double[][] values) {
        double[][] x = Series.byRegion(values, 2);
        NaturalRanking ranking = new NaturalRanking(); // ties: mean rank
        for (int i = 0; i < x.length; i++) {
            x[i] = ranking.rank(x[i]);
        }
        return FunctionalConnectivity.of(x, 0, values.length);
    }
}
