package org.unstuck.viz.report;

import java.util.ArrayList;
import java.util.List;
import org.unstuck.metric.Interval;
import org.unstuck.study.Comparison;
import org.unstuck.study.Outcome;
import org.unstuck.viz.figure.Figure;
import org.unstuck.viz.figure.Key;
import org.unstuck.viz.figure.MeasuresFigure;

/** Measures of flexibility side by side, each with its null where it has one. */
final class MeasureFigures {

    private record Shown(Outcome outcome, Outcome nullOutcome) {}

    private static final List<Shown> SHOWN = List.of(
            new Shown(Outcome.CUED_SHIFT, Outcome.CHANCE_SHIFT),
            new Shown(Outcome.DWELL, null),
            new Shown(Outcome.TRANSITION_ENTROPY, null),
            new Shown(Outcome.FLEXIBILITY, Outcome.FLEXIBILITY_NULL),
            new Shown(Outcome.METASTABILITY, null));

    private MeasureFigures() {}

    /** One figure for the scan nearest to each of {@code days}. */
    static List<Figure> of(Comparison comparison, double... days) {
        List<Figure> figures = new ArrayList<>();
        List<Integer> done = new ArrayList<>();
        for (double day : days) {
            int scan = Arms.scanNear(comparison, day);
            if (!done.contains(scan)) {
                done.add(scan);
                List<List<Integer>> groups = Arms.groups(comparison);
                for (int g = 0; g < groups.size(); g++) {
                    Figure figure = figure(comparison, groups.get(g), scan, Arms.suffix(g));
                    if (figure != null) {
                        figures.add(figure);
                    }
                }
            }
        }
        return figures;
    }

    private static Figure figure(Comparison comparison, List<Integer> arms, int scan, String suffix) {
        List<MeasuresFigure.Measure> measures = new ArrayList<>();
        for (Shown shown : SHOWN) {
            MeasuresFigure.Measure measure = measure(comparison, arms, scan, shown);
            if (measure != null) {
                measures.add(measure);
            }
        }
        if (measures.isEmpty()) {
            return null;
        }
        List<Key> keys = arms.stream().map(arm -> Arms.key(comparison, arm)).toList();
        String day = Arms.dayText(comparison, scan);
        return new MeasuresFigure(
                "measures-day-" + day.replace('.', '_') + suffix,
                "Measures of flexibility side by side, day " + day,
                keys,
                measures);
    }

    private static MeasuresFigure.Measure measure(Comparison comparison, List<Integer> arms, int scan, Shown shown) {
        int n = arms.size();
        double[] estimate = new double[n];
        double[] low = new double[n];
        double[] high = new double[n];
        double[] nullLow = new double[shown.nullOutcome() == null ? 0 : n];
        double[] nullHigh = new double[nullLow.length];
        for (int a = 0; a < n; a++) {
            Interval interval = comparison.interval(shown.outcome(), arms.get(a), scan);
            if (!interval.mean().isDefined()) {
                return null;
            }
            estimate[a] = interval.mean().orElseThrow();
            low[a] = CourseFigures.end(interval.low(), estimate[a]);
            high[a] = CourseFigures.end(interval.high(), estimate[a]);
            if (nullLow.length > 0) {
                Interval chance = comparison.interval(shown.nullOutcome(), arms.get(a), scan);
                if (!chance.mean().isDefined()) {
                    return null;
                }
                nullLow[a] = CourseFigures.end(chance.low(), chance.mean().orElseThrow());
                nullHigh[a] = CourseFigures.end(chance.high(), chance.mean().orElseThrow());
            }
        }
        return new MeasuresFigure.Measure(
                shown.outcome().label(),
                shown.outcome().unit(),
                estimate,
                low,
                high,
                nullLow,
                nullHigh,
                CourseFigures.healthy(comparison.healthyBand(shown.outcome())));
    }
}
