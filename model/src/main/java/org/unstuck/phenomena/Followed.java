package org.unstuck.phenomena;

import java.util.Arrays;
import java.util.List;
import org.unstuck.noise.Address;
import org.unstuck.protocol.Arm;
import org.unstuck.recording.Slow;
import org.unstuck.recording.Trace;

/**
 * A cohort in all arms of a protocol. The untreated twin of a patient is the patient without any event (same noise); the healthy
 * twin has no condition.
 *
 * @param arms the arms
 * @param begins begin of each slow step, h
 * @param ends end of each slow step, h
 * @param index symptom index A {@code index[arm][patient][step]}; NaN during sessions
 * @param untreated A of the untreated twin {@code untreated[patient][step]}
 * @param healthy A of the healthy twin {@code healthy[patient]}
 * @param traces {@code traces.get(arm).get(patient)}
 * @param scans {@code scans[arm][scan][patient]}
 * @param untreatedScans one scan of each untreated twin
 * @param healthyScans one scan of each healthy twin
 * @param ratings errors of ratings
 */
record Followed(
        List<Arm> arms,
        double[] begins,
        double[] ends,
        double[][][] index,
        double[][] untreated,
        double[] healthy,
        List<List<Trace>> traces,
        Snapshot[][][] scans,
        Snapshot[] untreatedScans,
        Snapshot[] healthyScans,
        Ratings ratings) {

    /**
     * Errors of ratings: people of different arms are different people in a trial, and every visit has an error of its own.
     *
     * @param address of the cohort
     * @param error standard deviation as a share of the gap
     */
    record Ratings(Address address, double error) {

        /** The error of {@code patient} at {@code hours} in {@code arm}. */
        double of(String arm, int patient, double hours) {
            Address visit = address.with("patient", patient).with("rating").with(arm);
            return error * visit.with(Math.round(hours)).draws().gaussian();
        }
    }

    private static final double BASELINE_H = -24;

    /** Trials ask for a severity: whose gap is below this share of the mean one is not in one. Assumed. */
    private static final double INCLUDED = 0.5;

    /** The arm called {@code name}. */
    int arm(String name) {
        for (int a = 0; a < arms.size(); a++) {
            if (arms.get(a).name().equals(name)) {
                return a;
            }
        }
        throw new IllegalArgumentException("there is no arm \"" + name + "\".");
    }

    int patients() {
        return healthy.length;
    }

    /** A_stuck - A_healthy of each patient: A of the first step without treatment minus that of the healthy twin. */
    double[] gap() {
        double[] gap = new double[patients()];
        for (int p = 0; p < gap.length; p++) {
            gap[p] = untreated[p][0] - healthy[p];
        }
        return gap;
    }

    /** Relief R of every patient at every step {@code [patient][step]}. */
    double[][] relief(String arm) {
        return reliefAgainst(arm, untreated);
    }

    /** Relief as it is reported: with the bias of expectancy, which the untreated twin has not. */
    double[][] reported(String arm) {
        double[][] relief = relief(arm);
        for (int p = 0; p < relief.length; p++) {
            double[] bias = traces.get(arm(arm)).get(p).of(Slow.EXPECTANCY);
            for (int s = 0; s < bias.length; s++) {
                relief[p][s] += bias[s];
            }
        }
        return relief;
    }

    /**
     * Relief as rated at one visit: reported relief with the errors of the rating before treatment and of that of the visit.
     *
     * @return {@code rated[patient]}, mean of the network from {@code fromH} to {@code untilH}; NaN for people who are not ill enough
     *     for a trial
     */
    double[] rated(String arm, double fromH, double untilH) {
        double[] gap = gap();
        double least = INCLUDED * Arrays.stream(gap).average().orElseThrow();
        double[] rated = mean(reported(arm), fromH, untilH);
        for (int p = 0; p < rated.length; p++) {
            rated[p] += ratings.of(arm, p, BASELINE_H) - ratings.of(arm, p, fromH);
            rated[p] = gap[p] < least ? Double.NaN : rated[p];
        }
        return rated;
    }

    /**
     * The score of one visit, as a trial compares it between arms: A minus the bias of expectancy, with the error of the rating.
     *
     * @return {@code scores[patient]} in units of A
     */
    double[] scores(String arm, double fromH, double untilH) {
        double[] gap = gap();
        double[] bias = mean(difference(reported(arm), relief(arm)), fromH, untilH);
        double[] scores = mean(index[arm(arm)], fromH, untilH);
        for (int p = 0; p < scores.length; p++) {
            scores[p] += gap[p] * (ratings.of(arm, p, fromH) - bias[p]);
        }
        return scores;
    }

    /** The same of the untreated twins, who expect nothing. */
    double[] untreatedScores(double fromH, double untilH) {
        double[] gap = gap();
        double[] scores = mean(untreated, fromH, untilH);
        for (int p = 0; p < scores.length; p++) {
            scores[p] += gap[p] * ratings.of("untreated", p, fromH);
        }
        return scores;
    }

    private static double[][] difference(double[][] a, double[][] b) {
        double[][] d = new double[a.length][];
        for (int p = 0; p < d.length; p++) {
            d[p] = a[p].clone();
            for (int s = 0; s < d[p].length; s++) {
                d[p][s] -= b[p][s];
            }
        }
        return d;
    }

    /** Relief in {@code arm} compared with {@code control}, an arm of the same patients. */
    double[][] relief(String arm, String control) {
        return reliefAgainst(arm, index[arm(control)]);
    }

    private double[][] reliefAgainst(String arm, double[][] control) {
        double[] gap = gap();
        double[][] relief = new double[patients()][ends.length];
        for (int p = 0; p < relief.length; p++) {
            for (int s = 0; s < ends.length; s++) {
                relief[p][s] = gap[p] > 0 ? (control[p][s] - index[arm(arm)][p][s]) / gap[p] : Double.NaN;
            }
        }
        return relief;
    }

    /** Mean from {@code fromH} to {@code untilH} of a quantity that is constant within steps; sessions (NaN) are left out. */
    double[] mean(double[][] values, double fromH, double untilH) {
        double[] mean = new double[values.length];
        for (int p = 0; p < mean.length; p++) {
            double sum = 0;
            double time = 0;
            for (int s = 0; s < ends.length; s++) {
                double overlap = Math.min(untilH, ends[s]) - Math.max(fromH, begins[s]);
                if (overlap > 0 && !Double.isNaN(values[p][s])) {
                    sum += overlap * values[p][s];
                    time += overlap;
                }
            }
            mean[p] = sum / time;
        }
        return mean;
    }

    /** Mean relief within half a day of day {@code day}. */
    double[] reliefOnDay(String arm, double day) {
        return mean(relief(arm), 24 * day - 12, 24 * day + 12);
    }

    /** The median over patients of {@code values[patient][step]} at the middle of every quiet step. */
    Curve medianCurve(double[][] values, int[] patients) {
        int[] quiet = java.util.stream.IntStream.range(0, ends.length)
                .filter(s -> !Double.isNaN(values[patients[0]][s]) || anyDefined(values, s))
                .toArray();
        double[] hours = new double[quiet.length];
        double[] median = new double[quiet.length];
        double[] column = new double[values.length];
        for (int t = 0; t < quiet.length; t++) {
            int s = quiet[t];
            for (int p = 0; p < column.length; p++) {
                column[p] = values[p][s];
            }
            hours[t] = 0.5 * (begins[s] + ends[s]);
            median[t] = Estimates.median(column, patients);
        }
        return new Curve(hours, median);
    }

    private static boolean anyDefined(double[][] values, int step) {
        for (double[] row : values) {
            if (!Double.isNaN(row[step])) {
                return true;
            }
        }
        return false;
    }

    /** Sedation felt {@code [patient][step]}. */
    double[][] sedation(String arm) {
        return traces.get(arm(arm)).stream().map(t -> t.of(Slow.SEDATION)).toArray(double[][]::new);
    }
}
