package org.unstuck.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.unstuck.notebook.Activity;
import org.unstuck.notebook.Experiment;
import org.unstuck.notebook.Result;
import org.unstuck.notebook.Unstuck;
import org.unstuck.viz.figure.Figure;
import org.unstuck.viz.report.Disclaimer;
import org.unstuck.viz.report.ReportFolder;
import org.unstuck.viz.theme.Svg;

/** Every kind of chart, drawn from a small run of this version. */
final class GalleryPage {

    private static final int SECONDS = 60;
    private static final double DRIVE = 0.7;
    private static final double ADAPTATION = 1.5;

    private GalleryPage() {}

    static String body(Experiment shown, Path folder) throws IOException {
        Files.createDirectories(folder);
        Result result = shown.run();
        List<Figure> figures = new ArrayList<>(ReportFolder.figures(result.comparison()));
        Experiment healthy = Unstuck.preset("healthy");
        Activity activity = healthy.activity(SECONDS);
        figures.add(activity.chart());
        figures.add(activity.connectivity());
        Experiment strong = healthy.with("wEE", 12);
        figures.add(Unstuck.plane(strong, DRIVE, ADAPTATION));
        figures.add(healthy.grid(
                        "wEE",
                        new double[] {7, 7.5, 8},
                        "b",
                        new double[] {1, 2, 3},
                        e -> e.activity(SECONDS).dwell())
                .chart("dwell time, s", false));
        figures.add(healthy.ranges("dwell time, s", e -> e.activity(SECONDS).dwell(), "wEE", "wEI", "b", "sigma"));
        StringBuilder out = new StringBuilder("""
                <h1>Charts</h1>
                <p>Every kind of chart that reports, notebooks and the command line draw, from a small run of this version: too small to conclude from. Charts of a recording
                are in <a href="docs/flexibility.html">flexibility</a>. Colours stay apart for colour-blind readers and in grey print; every chart carries its words for those who
                cannot see it.</p>
                """);
        int number = 0;
        for (Figure figure : figures) {
            String file = ++number + "-" + figure.name() + ".svg";
            Files.writeString(folder.resolve(file), Svg.of(figure.sheet("Unstuck - " + Disclaimer.SHORT)));
            out.append("<figure><h2 id=\"" + number + "-" + figure.name() + "\">" + Template.escape(figure.title())
                    + "</h2>\n<img src=\"gallery/" + file + "\" alt=\"" + Template.escape(figure.description())
                    + "\">\n<figcaption>" + Template.escape(figure.caption()) + " Class <code>"
                    + figure.getClass().getSimpleName() + "</code>.</figcaption></figure>\n");
        }
        return out.toString();
    }
}
