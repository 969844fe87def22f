package org.unstuck.viz.figure;

import java.awt.BasicStroke;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;
import org.unstuck.metric.BassettFlexibility;
import org.unstuck.metric.Layers;
import org.unstuck.metric.MultilayerModularity;
import org.unstuck.metric.SlidingWindows;
import org.unstuck.noise.Address;
import org.unstuck.noise.Draws;
import org.unstuck.viz.theme.Look;
import org.unstuck.viz.theme.Palette;
import org.unstuck.viz.theme.Png;
import org.unstuck.viz.theme.Theme;

/**
 * Bias and scatter of Bassett flexibility on recordings whose switching is known: the pictures and numbers of {@code docs/flexibility.md}.
 *
 * <p>Recordings: three blocks of regions; every region moves to another block as a Poisson process; a region is
 * {@code sqrt(rho) block signal + sqrt(1 - rho) own signal}, both first-order autoregressions (0.5 from sample to sample of 2 s), rho = 0.5.
 * Truth: changes, between neighbouring windows, of the block a region is in for most of the window.
 *
 * <pre>mvn -q -pl viz -am test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=org.unstuck.viz.figure.FlexibilityBias</pre>
 */
public final class FlexibilityBias {

    private static final int RECORDINGS = 20;
    private static final int RUNS = 5;
    private static final double DT_S = 2;
    private static final double RHO = 0.5;
    private static final double PHI = 0.5;
    private static final int BLOCKS = 3;

    /** Switches per region and minute; the last entry is noise without blocks. */
    private static final double[] RATES = {0, 0.05, 0.2, Double.NaN};

    private static final String[] NAMES = {"no switching", "0.05 per min", "0.2 per min", "independent noise"};

    private FlexibilityBias() {}

    private record Recording(double[][] values, int[][] block) {}

    /** Mean, sd and truth at one setting. */
    private record Point(double x, double mean, double sd, double truth) {}

    private record Line(int rate, List<Point> points) {}

    private record Panel(String label, String axis, boolean log, double marked, List<Line> lines) {}

    private static Recording record(int regions, int samples, double rate, Address address) {
        Draws draws = address.draws();
        double[][] values = new double[samples][regions];
        int[][] block = new int[samples][regions];
        double[] common = new double[BLOCKS];
        double[] own = new double[regions];
        double kick = Math.sqrt(1 - PHI * PHI);
        boolean noise = Double.isNaN(rate);
        for (int t = 0; t < samples; t++) {
            for (int b = 0; b < BLOCKS; b++) {
                common[b] = (t == 0 ? 0 : PHI * common[b]) + (t == 0 ? 1 : kick) * draws.gaussian();
            }
            for (int i = 0; i < regions; i++) {
                own[i] = (t == 0 ? 0 : PHI * own[i]) + (t == 0 ? 1 : kick) * draws.gaussian();
                boolean moves = draws.uniform() < (noise ? 0 : rate * DT_S / 60);
                int other = 1 + draws.below(BLOCKS - 1);
                block[t][i] =
                        t == 0 ? BLOCKS * i / regions : moves ? (block[t - 1][i] + other) % BLOCKS : block[t - 1][i];
                values[t][i] = noise ? own[i] : Math.sqrt(RHO) * common[block[t][i]] + Math.sqrt(1 - RHO) * own[i];
            }
        }
        return new Recording(values, block);
    }

    private static double truth(int[][] block, int window) {
        int count = block.length / window;
        int[][] most = new int[count][block[0].length];
        for (int k = 0; k < count; k++) {
            for (int i = 0; i < most[k].length; i++) {
                int[] votes = new int[BLOCKS];
                for (int t = k * window; t < (k + 1) * window; t++) {
                    votes[block[t][i]]++;
                }
                for (int b = 1; b < BLOCKS; b++) {
                    most[k][i] = votes[b] > votes[most[k][i]] ? b : most[k][i];
                }
            }
        }
        return BassettFlexibility.of(most).mean().orElseThrow();
    }

    /** @param omega per mean node strength, or negative: its size is omega itself */
    private static Point point(
            double x, int regions, double minutes, int window, double rate, double gamma, double omega) {
        int samples = (int) Math.round(minutes * 60 / DT_S);
        double sum = 0;
        double square = 0;
        double truth = 0;
        for (int k = 0; k < RECORDINGS; k++) {
            Address address = Address.of(2024).with(regions).with("recording", k);
            Recording recording = record(regions, samples, rate, address.with("series"));
            Layers layers = SlidingWindows.of(window, window).layers(recording.values);
            double coupling = omega < 0 ? -omega : omega * layers.meanStrength();
            double f = BassettFlexibility.of(
                            new MultilayerModularity(layers, gamma, coupling).runs(RUNS, address.with("search")))
                    .mean()
                    .orElseThrow();
            sum += f / RECORDINGS;
            square += f * f / RECORDINGS;
            truth += Double.isNaN(rate) ? 0 : truth(recording.block, window) / RECORDINGS;
        }
        double sd = Math.sqrt(Math.max(0, square - sum * sum) * RECORDINGS / (RECORDINGS - 1));
        return new Point(x, sum, sd, truth);
    }

    private interface Setting {
        Point at(double x, double rate);
    }

    private static Panel panel(String label, String axis, boolean log, double marked, double[] xs, Setting setting) {
        List<Line> lines = new ArrayList<>();
        System.out.println("\n" + label + "; " + axis);
        for (int r = 0; r < RATES.length; r++) {
            List<Point> points = new ArrayList<>();
            StringBuilder row = new StringBuilder("| " + NAMES[r]);
            for (double x : xs) {
                Point point = setting.at(x, RATES[r]);
                points.add(point);
                row.append(String.format(
                        Locale.ROOT, " | %.4g: %.3f +- %.3f (%.3f)", x, point.mean, point.sd, point.truth));
            }
            System.out.println(row.append(" |"));
            lines.add(new Line(r, points));
        }
        return new Panel(label, axis, log, marked, lines);
    }

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args.length > 0 ? args[0] : "docs/images");
        double usual = MultilayerModularity.OMEGA_PER_STRENGTH;
        double[] omegas = {0.005, 0.01, 0.02, 0.04, 0.08, 0.16, 0.32};
        write(
                folder,
                "flexibility-omega",
                "Flexibility depends on the coupling omega",
                List.of(
                        panel(
                                "12 regions",
                                "omega / mean node strength",
                                true,
                                usual,
                                omegas,
                                (x, rate) -> point(x, 12, 30, 30, rate, 1, x)),
                        panel(
                                "48 regions",
                                "omega / mean node strength",
                                true,
                                usual,
                                omegas,
                                (x, rate) -> point(x, 48, 30, 30, rate, 1, x))));
        write(
                folder,
                "flexibility-length",
                "Flexibility depends on the length of the recording and of its windows, 12 regions",
                List.of(
                        panel(
                                "windows of 60 s",
                                "length of the recording (min)",
                                true,
                                0,
                                new double[] {5, 8, 15, 30, 60},
                                (x, rate) -> point(x, 12, x, 30, rate, 1, usual)),
                        panel(
                                "30 min",
                                "length of a window (s)",
                                true,
                                60,
                                new double[] {20, 30, 60, 120, 240},
                                (x, rate) -> point(x, 12, 30, (int) (x / DT_S), rate, 1, usual))));
        write(
                folder,
                "flexibility-gamma",
                "Flexibility depends on the resolution gamma",
                List.of(
                        panel(
                                "12 regions",
                                "gamma",
                                false,
                                1,
                                new double[] {0.7, 0.85, 1, 1.15, 1.3, 1.5},
                                (x, rate) -> point(x, 12, 30, 30, rate, x, usual)),
                        panel(
                                "48 regions",
                                "gamma",
                                false,
                                1,
                                new double[] {0.7, 0.85, 1, 1.15, 1.3, 1.5},
                                (x, rate) -> point(x, 48, 30, 30, rate, x, usual))));
        panel(
                "12 regions, omega = 1",
                "omega",
                false,
                0,
                new double[] {1},
                (x, rate) -> point(x, 12, 30, 30, rate, 1, -x));
        panel(
                "48 regions, omega = 1",
                "omega",
                false,
                0,
                new double[] {1},
                (x, rate) -> point(x, 48, 30, 30, rate, 1, -x));
    }

    private static void write(Path folder, String name, String title, List<Panel> panels) {
        Bias figure = new Bias(name, title, panels);
        Png.write(
                figure.sheet("Unstuck - " + RECORDINGS + " made-up recordings per point, " + RUNS
                        + " searches each - toy research model, not medical advice - seed 2024"),
                folder.resolve(name + ".png"));
    }

    private record Bias(String name, String title, List<Panel> panels) implements Figure.Custom {

        @Override
        public String caption() {
            return "Points: mean over recordings, bars: standard deviation; dashed: planted truth.";
        }

        @Override
        public String description() {
            return title + ". " + caption();
        }

        @Override
        public int width() {
            return 980;
        }

        @Override
        public int height() {
            return 480;
        }

        @Override
        public JFreeChart chart() {
            CombinedRangeXYPlot abreast = Grid.abreast(Theme.axis(null, 0, 0.8));
            for (Panel panel : panels) {
                List<Point> all = panel.lines.get(0).points;
                double low = all.get(0).x;
                double high = all.get(all.size() - 1).x;
                NumberAxis linear = Theme.axis(panel.axis, low - 0.05, high + 0.05);
                XYPlot plot = Grid.blank(linear);
                if (panel.log) {
                    LogAxis log = new LogAxis(panel.axis);
                    log.setRange(low / 1.2, high * 1.2);
                    log.setTickLabelsVisible(false);
                    log.setTickMarksVisible(false);
                    plot.setDomainAxis(log);
                }
                Sketch.beyond(plot, pen -> draw(pen, panel));
                abreast.add(plot);
            }
            JFreeChart chart = Theme.chart(title, abreast);
            abreast.setInsets(new RectangleInsets(2 * Pen.HEADING_ROOM, 0, 12, 16));
            Theme.PLAIN.apply(chart);
            for (XYPlot plot : List.copyOf(abreast.getSubplots())) {
                plot.setDomainGridlinesVisible(false);
                if (plot.getDomainAxis() instanceof LogAxis log) {
                    log.setLabelInsets(new RectangleInsets(24, 6, 6, 6));
                }
            }
            return chart;
        }

        private void draw(Pen pen, Panel panel) {
            pen.heading(panel.label + ": flexibility");
            if (panel.marked > 0) {
                double x = pen.x(panel.marked);
                pen.line(Palette.QUIET, Theme.HAIRLINE, x, pen.y(0), x, pen.y(0.8));
                pen.text("default", Theme.NOTE, Palette.SOFT_INK, Pen.Align.LEFT, x + 5, pen.y(0.8) + 8);
            }
            for (Point point : panel.lines.get(0).points) {
                if (panel.log) {
                    pen.text(
                            Words.number(point.x),
                            Theme.TICK,
                            Palette.INK,
                            Pen.Align.CENTRE,
                            pen.x(point.x),
                            pen.y(0) + 14);
                }
            }
            double legend = pen.area().getX();
            for (Line line : panel.lines) {
                Look look = Look.of(line.rate);
                if (panel == panels.get(0)) {
                    double y = pen.headingY() - 30;
                    look.drawSample(pen.g(), legend, y, 34);
                    pen.text(NAMES[line.rate], Theme.TEXT, Palette.INK, Pen.Align.LEFT, legend + 40, y);
                    legend += 40 + Theme.width(NAMES[line.rate], Theme.TEXT) + 22;
                }
                Point before = null;
                for (Point point : line.points) {
                    double x = pen.x(point.x);
                    if (before != null) {
                        pen.line(
                                look.color(),
                                new BasicStroke(1.8f),
                                pen.x(before.x),
                                pen.y(before.mean),
                                x,
                                pen.y(point.mean));
                        if (line.rate < RATES.length - 1) {
                            pen.line(
                                    look.color(),
                                    Theme.DOTTED,
                                    pen.x(before.x),
                                    pen.y(before.truth),
                                    x,
                                    pen.y(point.truth));
                        }
                    }
                    pen.line(
                            look.color(),
                            Theme.HAIRLINE,
                            x,
                            pen.y(point.mean - point.sd),
                            x,
                            pen.y(point.mean + point.sd));
                    before = point;
                }
                line.points.forEach(point -> look.drawMarker(pen.g(), pen.x(point.x), pen.y(point.mean)));
            }
        }
    }
}
