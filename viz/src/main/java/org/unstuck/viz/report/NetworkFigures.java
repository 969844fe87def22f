package org.unstuck.viz.report;

import java.util.ArrayList;
import java.util.List;
import org.unstuck.network.Link;
import org.unstuck.network.Region;
import org.unstuck.study.Assessment;
import org.unstuck.study.Comparison;
import org.unstuck.viz.figure.Figure;
import org.unstuck.viz.figure.NetworkFigure;

/** The network as a graph: what the condition changed, and what use changed in the arm that learned most. */
final class NetworkFigures {

    /** Larger networks are not readable as a graph on a page. */
    private static final int MOST_REGIONS = 30;

    /** A link that changed by less than this share is drawn as unchanged. */
    private static final double NOTABLE = 0.1;

    private NetworkFigures() {}

    static List<Figure> of(Comparison comparison) {
        List<Figure> figures = new ArrayList<>();
        if (comparison.scenario().network().size() > MOST_REGIONS) {
            return figures;
        }
        List<Assessment> before = comparison.scans().get(0).get(0);
        figures.add(figure(
                comparison,
                "network-condition",
                "The network of the patients before treatment, compared with their healthy twins",
                "healthy twins",
                before,
                comparison.healthy()));
        int last = comparison.scanHours().size() - 1;
        int arm = armThatLearnedMost(comparison, last);
        if (arm >= 0) {
            figures.add(figure(
                    comparison,
                    "network-learned",
                    "What use changed: \""
                            + comparison.scenario().arms().get(arm).name() + "\" at day "
                            + Arms.dayText(comparison, last) + ", against before (links that changed by 10% or more)",
                    "before",
                    comparison.scans().get(arm).get(last),
                    comparison.scans().get(arm).get(0)));
        }
        return figures;
    }

    /** -1 if no arm changed anything. */
    private static int armThatLearnedMost(Comparison comparison, int scan) {
        int most = -1;
        double largest = 1e-3;
        for (int arm = 0; arm < comparison.scenario().arms().size(); arm++) {
            double[] before = comparison.meanLinks(comparison.scans().get(arm).get(0));
            double[] after = comparison.meanLinks(comparison.scans().get(arm).get(scan));
            double change = 0;
            for (int e = 0; e < before.length; e++) {
                change += Math.abs(after[e] - before[e]);
            }
            if (change > largest) {
                largest = change;
                most = arm;
            }
        }
        return most;
    }

    private static Figure figure(
            Comparison comparison,
            String name,
            String title,
            String reference,
            List<Assessment> now,
            List<Assessment> then) {
        double[] activity = comparison.meanActivity(now);
        double[] weight = comparison.meanLinks(now);
        double[] earlier = comparison.meanLinks(then);
        List<NetworkFigure.Node> nodes = new ArrayList<>();
        List<Region> regions = comparison.scenario().network().regions();
        for (int i = 0; i < regions.size(); i++) {
            Region r = regions.get(i);
            nodes.add(
                    new NetworkFigure.Node(r.name(), r.network(), r.x(), r.y(), Math.max(0, Math.min(1, activity[i]))));
        }
        List<NetworkFigure.Link> links = new ArrayList<>();
        for (int e = 0; e < weight.length; e++) {
            Link link = comparison.scenario().network().links().get(e);
            boolean notable = Math.abs(weight[e] - earlier[e]) >= NOTABLE * earlier[e];
            links.add(new NetworkFigure.Link(
                    comparison.scenario().network().indexOf(link.from()),
                    comparison.scenario().network().indexOf(link.to()),
                    link.kind() == Link.Kind.SUPPRESSIVE,
                    weight[e],
                    notable ? earlier[e] : weight[e]));
        }
        return new NetworkFigure(name, title, "mean activity E, 0 to 1", reference, nodes, links);
    }
}
