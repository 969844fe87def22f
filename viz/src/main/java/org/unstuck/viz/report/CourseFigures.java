package org.unstuck.viz.report;

import java.util.ArrayList;
import java.util.List;
import org.unstuck.metric.Interval;
import org.unstuck.metric.Measurement;
import org.unstuck.noise.Address;
import org.unstuck.study.Comparison;
import org.unstuck.study.Outcome;
import org.unstuck.viz.figure.Band;
import org.unstuck.viz.figure.CourseFigure;
import org.unstuck.viz.figure.Figure;
import org.unstuck.viz.figure.PlaneFigure;

/** Intensity and flexibility over weeks, and against each other. */
final class CourseFigures {

    /** The measure of flexibility that stands on an axis by itself; the others stand in {@link MeasureFigures}. */
    static final Outcome FLEXIBILITY = Outcome.CUED_SHIFT;

    private static final double LEVEL = 0.95;
    /** Resamples of a point of a curve: fewer than for a number in a table. */
    private static final int RESAMPLES = 400;

    private CourseFigures() {}

    static List<Figure> of(Comparison comparison) {
        List<Figure> figures = new ArrayList<>();
        List<List<Integer>> groups = Arms.groups(comparison);
        for (int g = 0; g < groups.size(); g++) {
            figures.add(course(comparison, groups.get(g), Arms.suffix(g)));
            figures.add(plane(comparison, groups.get(g), Arms.suffix(g)));
        }
        return figures;
    }

    private static Figure course(Comparison comparison, List<Integer> arms, String suffix) {
        List<CourseFigure.Curve> intensity = new ArrayList<>();
        List<CourseFigure.Curve> flexibility = new ArrayList<>();
        for (int arm : arms) {
            CourseFigure.Curve everyday = everyday(comparison, arm);
            if (everyday != null) {
                intensity.add(everyday);
            }
            CourseFigure.Curve scans = scans(comparison, arm);
            if (scans != null) {
                flexibility.add(scans);
            }
        }
        List<CourseFigure.Panel> panels = new ArrayList<>();
        if (!intensity.isEmpty()) {
            panels.add(new CourseFigure.Panel(
                    "Intensity", "1 = healthy", intensity, healthy(comparison.healthyCourseBand())));
        }
        if (!flexibility.isEmpty()) {
            panels.add(new CourseFigure.Panel(
                    FLEXIBILITY.label(),
                    FLEXIBILITY.unit(),
                    flexibility,
                    healthy(comparison.healthyBand(FLEXIBILITY))));
        }
        return panels.isEmpty()
                ? null
                : new CourseFigure("course" + suffix, "Intensity and flexibility over the course", panels);
    }

    private static CourseFigure.Curve everyday(Comparison comparison, int arm) {
        int[] steps = comparison.quietSteps(arm);
        Measurement[][] values = comparison.intensityCourse(arm);
        if (steps.length == 0 || !values[0][0].isDefined()) {
            return null;
        }
        double[] hours = comparison.traces().get(arm).get(0).hours();
        double[] days = new double[steps.length];
        double[] mean = new double[steps.length];
        double[] low = new double[steps.length];
        double[] high = new double[steps.length];
        Address address =
                Address.of(comparison.scenario().seed()).with("interval").with("course");
        for (int s = 0; s < steps.length; s++) {
            days[s] = hours[steps[s]] / 24;
            double[] ofPatients = new double[values.length];
            for (int p = 0; p < values.length; p++) {
                ofPatients[p] = values[p][s].orElseThrow();
            }
            Interval interval = Interval.of(ofPatients, LEVEL, RESAMPLES, address);
            mean[s] = interval.mean().orElseThrow();
            low[s] = end(interval.low(), mean[s]);
            high[s] = end(interval.high(), mean[s]);
        }
        return CourseFigure.Curve.of(Arms.key(comparison, arm), days, mean, low, high);
    }

    private static CourseFigure.Curve scans(Comparison comparison, int arm) {
        int n = comparison.scanHours().size();
        double[] days = new double[n];
        double[] mean = new double[n];
        double[] low = new double[n];
        double[] high = new double[n];
        boolean[] missing = new boolean[n];
        int present = 0;
        for (int s = 0; s < n; s++) {
            days[s] = Arms.day(comparison, s);
            Interval interval = comparison.interval(FLEXIBILITY, arm, s);
            missing[s] = !interval.mean().isDefined();
            if (!missing[s]) {
                present++;
                mean[s] = interval.mean().orElseThrow();
                low[s] = end(interval.low(), mean[s]);
                high[s] = end(interval.high(), mean[s]);
            }
        }
        return present == 0
                ? null
                : new CourseFigure.Curve(Arms.key(comparison, arm), days, mean, low, high, missing, true);
    }

    /** The end of an interval, or the mean where one patient gives no interval. */
    static double end(Measurement end, double mean) {
        return end instanceof Measurement.Defined d ? d.value() : mean;
    }

    static List<Band> healthy(Comparison.Band band) {
        return band == null || band.low() >= band.high()
                ? List.of()
                : List.of(new Band("healthy range", band.low(), band.high()));
    }

    private static Figure plane(Comparison comparison, List<Integer> arms, String suffix) {
        List<PlaneFigure.Path> paths = new ArrayList<>();
        for (int arm : arms) {
            List<double[]> points = new ArrayList<>();
            for (int s = 0; s < comparison.scanHours().size(); s++) {
                Measurement x = comparison.intensityInterval(arm, s).mean();
                Measurement y = comparison.interval(FLEXIBILITY, arm, s).mean();
                if (x.isDefined() && y.isDefined()) {
                    points.add(new double[] {Arms.day(comparison, s), x.orElseThrow(), y.orElseThrow()});
                }
            }
            if (!points.isEmpty()) {
                paths.add(new PlaneFigure.Path(
                        Arms.key(comparison, arm), column(points, 0), column(points, 1), column(points, 2)));
            }
        }
        Band x = first(healthy(comparison.healthyIntensityBand()));
        Band y = first(healthy(comparison.healthyBand(FLEXIBILITY)));
        if (paths.isEmpty() || x == null || y == null) {
            return null;
        }
        return new PlaneFigure(
                "plane" + suffix,
                "Intensity and flexibility are two axes",
                new PlaneFigure.Axis("Intensity", "1 = healthy", x),
                new PlaneFigure.Axis(FLEXIBILITY.label(), FLEXIBILITY.unit(), y),
                paths);
    }

    private static Band first(List<Band> bands) {
        return bands.isEmpty() ? null : bands.get(0);
    }

    private static double[] column(List<double[]> rows, int column) {
        return rows.stream().mapToDouble(r -> r[column]).toArray();
    }
}
