package org.unstuck.viz.report;

import java.util.ArrayList;
import java.util.List;
import org.unstuck.metric.CuedShift;
import org.unstuck.network.Network;
import org.unstuck.study.Assessment;
import org.unstuck.study.Comparison;
import org.unstuck.viz.figure.CuedShiftFigure;
import org.unstuck.viz.figure.Figure;
import org.unstuck.viz.figure.MatrixFigure;
import org.unstuck.viz.figure.StatesFigure;

/** What single scans look like: network states second by second, cued shifts, functional connectivity. */
final class ScanFigures {

    private static final double SHOWN_S = 60;
    private static final double LATE_DAY = 28;
    private static final int MOST_PANELS = 4;

    private ScanFigures() {}

    static List<Figure> of(Comparison comparison) {
        List<Figure> figures = new ArrayList<>();
        Network network = comparison.scenario().network();
        if (!network.competing().isEmpty()) {
            figures.add(states(comparison));
            Figure cued = cued(comparison);
            if (cued != null) {
                figures.add(cued);
            }
        }
        if (network.size() > 1) {
            figures.add(connectivity(comparison));
        }
        return figures;
    }

    /** Patient 0 in every arm, before, on day 1, on day 28 and at the end. */
    private static Figure states(Comparison comparison) {
        List<StatesFigure.Phase> phases = new ArrayList<>();
        List<Integer> done = new ArrayList<>();
        double end = comparison.scenario().horizon().inDays();
        for (double day : new double[] {0, 1, LATE_DAY, end}) {
            int scan = Arms.scanNear(comparison, day);
            if (done.contains(scan)) {
                continue;
            }
            done.add(scan);
            List<StatesFigure.Row> rows = new ArrayList<>();
            // Before anything is done all arms are the same.
            int arms = scan == 0 ? 1 : comparison.scenario().arms().size();
            if (scan == 0) {
                rows.add(row("healthy twin", comparison.healthy().get(0)));
            }
            for (int arm = 0; arm < arms; arm++) {
                String label = scan == 0
                        ? "patient"
                        : comparison.scenario().arms().get(arm).name();
                rows.add(row(label, comparison.scans().get(arm).get(scan).get(0)));
            }
            phases.add(new StatesFigure.Phase("day " + Arms.dayText(comparison, scan), rows));
        }
        return new StatesFigure(
                "states",
                "Which network is dominant: one patient at rest",
                comparison.scenario().network().competing(),
                phases);
    }

    private static StatesFigure.Row row(String label, Assessment assessment) {
        int[] labels = assessment.states().labels();
        double stepS = assessment.states().samplingMs() / 1000;
        int shown = (int) Math.min(labels.length, Math.round(SHOWN_S / stepS));
        return new StatesFigure.Row(label, java.util.Arrays.copyOf(labels, shown), stepS);
    }

    /** Healthy twins, and the first arms at the late scan; trials of all patients are added up. */
    private static Figure cued(Comparison comparison) {
        List<String> states = new ArrayList<>(comparison.scenario().network().competing());
        states.add("none");
        List<CuedShiftFigure.Panel> panels = new ArrayList<>();
        panels.add(panel("healthy twins", comparison.healthy(), states.size()));
        int scan = Arms.scanNear(comparison, LATE_DAY);
        for (int arm = 0; arm < comparison.scenario().arms().size() && panels.size() < MOST_PANELS; arm++) {
            panels.add(panel(
                    comparison.scenario().arms().get(arm).name() + ", day " + Arms.dayText(comparison, scan),
                    comparison.scans().get(arm).get(scan),
                    states.size()));
        }
        boolean anyTrial = panels.stream()
                .anyMatch(p -> java.util.Arrays.stream(p.trials())
                        .anyMatch(row -> java.util.Arrays.stream(row).sum() > 0));
        return anyTrial
                ? new CuedShiftFigure("cued-shift", "Cued shifts: from which network into which", states, panels)
                : null;
    }

    private static CuedShiftFigure.Panel panel(String label, List<Assessment> assessments, int size) {
        int[][] successes = new int[size][size];
        int[][] trials = new int[size][size];
        for (Assessment assessment : assessments) {
            for (CuedShift.Trial trial : assessment.cued().trials()) {
                int from = trial.from() < 0 ? size - 1 : trial.from();
                trials[from][trial.target()]++;
                successes[from][trial.target()] += trial.success() ? 1 : 0;
            }
        }
        return new CuedShiftFigure.Panel(label, successes, trials);
    }

    /** Healthy twins, patients before treatment, and the difference. */
    private static Figure connectivity(Comparison comparison) {
        double[][] healthy = comparison.meanConnectivity(comparison.healthy());
        double[][] before =
                comparison.meanConnectivity(comparison.scans().get(0).get(0));
        return new MatrixFigure(
                "connectivity-condition",
                "Functional connectivity at rest: healthy twins and patients before treatment",
                "correlation",
                comparison.scenario().network().regionNames(),
                List.of(
                        new MatrixFigure.Panel("healthy twins", healthy, 1),
                        new MatrixFigure.Panel("patients", before, 1),
                        new MatrixFigure.Panel("difference", difference(before, healthy), DIFFERENCE)));
    }

    private static final double DIFFERENCE = 0.4;

    /** Change of connectivity from before to a scan in each arm but untreated ones. */
    static List<Figure> changes(Comparison comparison) {
        List<Figure> figures = new ArrayList<>();
        double[][] before =
                comparison.meanConnectivity(comparison.scans().get(0).get(0));
        int scan = Arms.scanNear(comparison, 1);
        if (scan == 0 || before.length < 2) {
            return figures;
        }
        List<MatrixFigure.Panel> panels = new ArrayList<>();
        for (int arm = 0; arm < comparison.scenario().arms().size() && panels.size() < 3; arm++) {
            if (!comparison.scenario().arms().get(arm).intakes().isEmpty()) {
                double[][] after =
                        comparison.meanConnectivity(comparison.scans().get(arm).get(scan));
                panels.add(new MatrixFigure.Panel(
                        comparison.scenario().arms().get(arm).name(), difference(after, before), DIFFERENCE));
            }
        }
        if (!panels.isEmpty()) {
            figures.add(new MatrixFigure(
                    "connectivity-change",
                    "Change of functional connectivity from before to day " + Arms.dayText(comparison, scan),
                    "difference of correlation",
                    comparison.scenario().network().regionNames(),
                    panels));
        }
        return figures;
    }

    private static double[][] difference(double[][] a, double[][] b) {
        double[][] d = new double[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                d[i][j] = a[i][j] - b[i][j];
            }
        }
        return d;
    }
}
