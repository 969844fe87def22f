package org.unstuck.study;

import org.unstuck.describe.Invalid;
import org.unstuck.metric.Measurement;

/**
 * Relief of one patient day by day, against the same patient untreated:
 *
 * <pre>R = (A_untreated - A) / (A_stuck - A_healthy)</pre>
 *
 * A: symptom index ({@link Symptom}); A_stuck: that of the patient before the course, A_healthy: that of the healthy twin. R is 1
 * when the patient is as the twin, 0 when as untreated, below 0 when worse than untreated (rebound). Days are means over the
 * slow steps without a session, weighted by their length.
 */
public final class Relief {

    /** Relief from which a patient counts as a responder. */
    public static final double RESPONSE = 0.5;

    private static final double HOURS = 24;

    /** Least gap that can be divided by, in units of the healthy level. */
    private static final double LEAST_GAP = 0.02;

    private final double[] daily;

    private Relief(double[] daily) {
        this.daily = daily;
    }

    /**
     * The relief of a patient.
     *
     * @param hours ends of the slow steps, h, ascending, the first step beginning at 0
     * @param inSession whether an input was on during the step; such steps are left out
     * @param untreated A_untreated {@code [step]}
     * @param treated A {@code [step]}
     * @param gap A_stuck - A_healthy
     * @throws Invalid if the gap is too small to divide by, or the arrays differ in length
     */
    public static Relief of(double[] hours, boolean[] inSession, double[] untreated, double[] treated, double gap) {
        if (!(gap >= LEAST_GAP)) {
            throw new Invalid(
                    "gap",
                    "the gap between illness and health is " + gap + ", it must be at least " + LEAST_GAP + ".",
                    "Maybe this patient has no condition.");
        }
        int steps = hours.length;
        if (inSession.length != steps || untreated.length != steps || treated.length != steps) {
            throw new Invalid("steps", "hours, sessions and indices must have one entry per slow step.", "");
        }
        int days = steps == 0 ? 0 : (int) Math.ceil(hours[steps - 1] / HOURS - 1e-9);
        double[] sum = new double[days];
        double[] weight = new double[days];
        for (int s = 0; s < steps; s++) {
            double from = s == 0 ? 0 : hours[s - 1];
            for (int d = (int) (from / HOURS); d < days && d * HOURS < hours[s] && !inSession[s]; d++) {
                double share = Math.min(hours[s], (d + 1) * HOURS) - Math.max(from, d * HOURS);
                sum[d] += share * (untreated[s] - treated[s]) / gap;
                weight[d] += share;
            }
        }
        for (int d = 0; d < days; d++) {
            sum[d] = weight[d] > 0 ? sum[d] / weight[d] : Double.NaN;
        }
        return new Relief(sum);
    }

    /** Mean R of every day: {@code daily()[d]} is from d to d + 1 days; NaN on a day that is all session. A copy. */
    public double[] daily() {
        return daily.clone();
    }

    /** Mean R of the day that begins {@code day} days after the start; undefined outside the course. */
    public Measurement on(int day) {
        return day >= 0 && day < daily.length && Double.isFinite(daily[day])
                ? Measurement.of(daily[day])
                : Measurement.undefined("no day " + day + " in this course");
    }

    /** Mean of the defined days from {@code fromDay} (included) to {@code untilDay} (not included). */
    public Measurement mean(int fromDay, int untilDay) {
        double sum = 0;
        int days = 0;
        for (int d = Math.max(0, fromDay); d < Math.min(daily.length, untilDay); d++) {
            if (Double.isFinite(daily[d])) {
                sum += daily[d];
                days++;
            }
        }
        return days == 0 ? Measurement.undefined("no days there") : Measurement.of(sum / days);
    }

    /** Area under R from {@code fromDay} to {@code untilDay}, days; relief that lasts counts more than relief that is high. */
    public Measurement area(int fromDay, int untilDay) {
        return mean(fromDay, untilDay).map(m -> m * (Math.min(daily.length, untilDay) - Math.max(0, fromDay)));
    }

    /** Whether the patient is a responder on that day: R of at least {@link #RESPONSE}. */
    public boolean responds(int day) {
        return day >= 0 && day < daily.length && daily[day] >= RESPONSE;
    }

    /**
     * Rebound after a stop.
     *
     * @param size largest worsening beyond untreated: the largest of -R, at least 0
     * @param peakDay days from the stop to the middle of the day of that worsening
     * @param settledDay days from the stop until half of it was gone for the first time after the peak; undefined if it was not
     *     gone by the end or there was no rebound
     */
    public record Rebound(double size, double peakDay, Measurement settledDay) {}

    /** The rebound after {@code stopDay}, the day on which the last dose was taken. */
    public Rebound rebound(int stopDay) {
        int peak = -1;
        for (int d = Math.max(0, stopDay); d < daily.length; d++) {
            if (Double.isFinite(daily[d]) && (peak < 0 || daily[d] < daily[peak])) {
                peak = d;
            }
        }
        if (peak < 0 || daily[peak] >= 0) {
            return new Rebound(0, 0, Measurement.undefined("there was no rebound"));
        }
        Measurement settled = Measurement.undefined("half of the rebound was not gone by the end");
        for (int d = peak + 1; d < daily.length && !settled.isDefined(); d++) {
            if (daily[d] >= 0.5 * daily[peak]) {
                settled = Measurement.of(d + 0.5 - stopDay);
            }
        }
        return new Rebound(-daily[peak], peak + 0.5 - stopDay, settled);
    }
}
