package org.unstuck.viz.explore;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.unstuck.describe.Time;
import org.unstuck.metric.Interval;
import org.unstuck.metric.Measurement;
import org.unstuck.noise.Address;
import org.unstuck.protocol.Arm;
import org.unstuck.simulate.Numerics;
import org.unstuck.simulate.ScanPlan;
import org.unstuck.study.Comparison;
import org.unstuck.study.Outcome;
import org.unstuck.study.Scenario;

/**
 * What the course view shows of a run of one arm.
 *
 * @param arm what was run
 * @param patients how many
 * @param days moments of the slow clock outside sessions, days
 * @param mean mean intensity at these moments, NaN where undefined
 * @param low lower end of its 95% interval
 * @param high upper end
 * @param scanDays moments of the scans, days
 * @param scans {@code scans[scan]}: mean share of cued shifts that succeed, lower and upper end of its 95% interval
 */
record CourseCurves(
        Arm arm,
        int patients,
        double[] days,
        double[] mean,
        double[] low,
        double[] high,
        double[] scanDays,
        double[][] scans) {

    private static final double[] SCAN_DAYS = {0, 1, 7, 14, 28, 42, 56, 60, 70, 84};
    private static final double REST_S = 48;
    private static final int CUES = 12;
    private static final double BURST_S = 6;

    /** The scenario with shorter scans and bursts, to be run while one waits; as {@code compare --quick}. */
    static Scenario small(Scenario full, int patients) {
        ScanPlan scans = new ScanPlan(
                DoubleStream.of(SCAN_DAYS)
                        .mapToObj(Time::days)
                        .filter(t -> t.compareTo(full.horizon()) <= 0)
                        .toList(),
                Time.seconds(REST_S),
                CUES,
                full.scans().cueOn(),
                full.scans().cueEvery(),
                List.of());
        Numerics n = full.numerics();
        Numerics numerics = new Numerics(
                n.scheme(), n.step(), n.slowStep(), n.settle(), n.warmUp(), Time.seconds(BURST_S), n.sample());
        return full.withPatients(patients).withScans(scans).withNumerics(numerics);
    }

    /** The curves of the only arm of {@code result}. */
    static CourseCurves of(Comparison result, Arm arm) {
        Address address = Address.of(result.scenario().seed()).with("interval").with("explorer");
        Measurement[][] course = result.intensityCourse(0);
        int[] steps = result.quietSteps(0);
        double[] hours = result.traces().get(0).get(0).hours();
        double[][] curve = new double[3][steps.length];
        for (int s = 0; s < steps.length; s++) {
            Measurement[] at = new Measurement[course.length];
            for (int p = 0; p < at.length; p++) {
                at[p] = course[p][s];
            }
            double[] interval = values(Interval.of(at, address.with("step", s)));
            for (int k = 0; k < interval.length; k++) {
                curve[k][s] = interval[k];
            }
        }
        double[][] scans = new double[result.scanHours().size()][];
        for (int s = 0; s < scans.length; s++) {
            scans[s] = values(result.interval(Outcome.CUED_SHIFT, 0, s));
        }
        return new CourseCurves(
                arm,
                course.length,
                Arrays.stream(steps).mapToDouble(s -> hours[s] / 24).toArray(),
                curve[0],
                curve[1],
                curve[2],
                result.scanHours().stream().mapToDouble(h -> h / 24).toArray(),
                scans);
    }

    private static double[] values(Interval interval) {
        return new double[] {value(interval.mean()), value(interval.low()), value(interval.high())};
    }

    private static double value(Measurement m) {
        return m instanceof Measurement.Defined d ? d.value() : Double.NaN;
    }
}
