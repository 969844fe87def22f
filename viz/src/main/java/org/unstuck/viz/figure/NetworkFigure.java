package org.unstuck.viz.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;
import org.unstuck.describe.Invalid;
import org.unstuck.viz.theme.Palette;
import org.unstuck.viz.theme.Theme;

/**
 * A brain network as nodes and links, and what of it differs from a reference (healthy, or before treatment).
 *
 * @param name file stem
 * @param title one line
 * @param activity what the halo of a node shows, with its unit, as "mean activity E, 0 to 1"
 * @param reference what weights are compared with, as "healthy"; empty if links have no other weight to compare
 * @param nodes at least one
 * @param links at most one of each kind per ordered pair
 */
public record NetworkFigure(
        String name, String title, String activity, String reference, List<Node> nodes, List<Link> links)
        implements Figure {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 740;

    /** Room for the legend at the right, px. */
    private static final double LEGEND = 216;

    /** A weight that differs from its reference by less than this share is unchanged. */
    private static final double SAME = 0.01;

    /** How many changed links the description names. */
    private static final int NAMED = 8;

    /**
     * A region.
     *
     * @param label short name, drawn inside; broken at '.' and spaces
     * @param group its functional network
     * @param x position, 0 (left) to 1 (right); the range in use is stretched to the figure
     * @param y position, 0 (bottom) to 1 (top); the range in use is stretched to the figure
     * @param activity 0 to 1, drawn as a halo
     */
    public record Node(String label, String group, double x, double y, double activity) {
        public Node {
            Check.words("label", label);
            Check.words("group", group);
            Check.between("x of " + label, x, 0, 1);
            Check.between("y of " + label, y, 0, 1);
            Check.between("activity of " + label, activity, 0, 1);
        }
    }

    /**
     * A directed link.
     *
     * @param source number of the node it comes from
     * @param target number of the node it goes to
     * @param suppressive whether it suppresses its target instead of exciting it
     * @param weight strength, 0 or greater
     * @param reference strength in the network it is compared with, 0 or greater; the same as {@code weight} if unchanged
     */
    public record Link(int source, int target, boolean suppressive, double weight, double reference) {
        public Link {
            Check.between("weight", weight, 0, Double.MAX_VALUE);
            Check.between("reference", reference, 0, Double.MAX_VALUE);
            if (source == target) {
                throw new Invalid("target", "a link from node " + source + " to itself cannot be drawn.", "");
            }
        }

        boolean changed() {
            return Math.abs(weight - reference) > SAME * Math.max(weight, reference);
        }

        /** The change in words: "x1.7", "new", "gone". */
        String change() {
            if (reference == 0) {
                return "new";
            }
            return weight == 0 ? "gone" : "\u00d7" + Words.number(rounded(weight / reference));
        }

        private static double rounded(double factor) {
            return Math.rint(factor * 100) / 100;
        }

        /** Whether {@code other} is the same link the other way round. */
        boolean mirrors(Link other) {
            return source == other.target
                    && target == other.source
                    && suppressive == other.suppressive
                    && weight == other.weight
                    && reference == other.reference;
        }
    }

    public NetworkFigure {
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
        Check.words("title", title);
        Check.words("activity", activity);
        Check.notEmpty("nodes", nodes.size());
        for (Link link : links) {
            Check.between("source", link.source, 0, nodes.size() - 1);
            Check.between("target", link.target, 0, nodes.size() - 1);
        }
        long groups = nodes.stream().map(Node::group).distinct().count();
        if (groups > Palette.size()) {
            throw new Invalid(
                    "nodes",
                    "there are " + groups + " functional networks, at most " + Palette.size() + " can be told apart.",
                    "Maybe merge some.");
        }
    }

    @Override
    public String caption() {
        String text =
                "Circles and polygons are regions, by functional network; the wider the halo, the more active. Arrows"
                        + " excite, dashed lines ending in a bar suppress; wider is stronger.";
        return anyChanged()
                ? text + " Black links differ from the reference (" + reference + ") by the factor beside them."
                : text;
    }

    @Override
    public String description() {
        StringBuilder text = new StringBuilder();
        text.append(nodes.size() + " regions: ");
        List<String> groups = new ArrayList<>();
        for (String group : groups()) {
            groups.add(group + " ("
                    + nodes.stream()
                            .filter(n -> n.group.equals(group))
                            .map(n -> n.label + " " + Words.fixed(n.activity, 2))
                            .collect(Collectors.joining(", "))
                    + ")");
        }
        text.append(Words.list(groups))
                .append(", each with its ")
                .append(activity)
                .append(". ");
        long suppressive = links.stream().filter(Link::suppressive).count();
        text.append(links.size() - suppressive + " excitatory and " + suppressive + " suppressive links. ");
        List<Link> changed = links.stream()
                .filter(Link::changed)
                .sorted(Comparator.comparingDouble(l -> -Math.abs(l.weight - l.reference)))
                .limit(NAMED)
                .toList();
        if (!changed.isEmpty()) {
            text.append("Different from " + reference + ": ");
            text.append(Words.list(changed.stream()
                    .map(l -> nodes.get(l.source).label + " to " + nodes.get(l.target).label + " " + l.change())
                    .toList()));
            text.append(".");
        }
        return text.toString().strip();
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int height() {
        return HEIGHT;
    }

    @Override
    public JFreeChart chart() {
        XYPlot plot = new XYPlot(null, hidden(), hidden(), null);
        NetworkSketch sketch = new NetworkSketch(this);
        Sketch.over(plot, sketch::draw);
        Sketch.beyond(plot, new NetworkLegend(this, sketch)::draw);
        JFreeChart chart = Theme.chart(title, plot);
        plot.setInsets(new RectangleInsets(0, 0, 0, LEGEND));
        return chart;
    }

    private static NumberAxis hidden() {
        NumberAxis axis = Theme.axis(null, 0, 1);
        axis.setVisible(false);
        return axis;
    }

    boolean anyChanged() {
        return links.stream().anyMatch(Link::changed);
    }

    /** The functional networks in order of first appearance. */
    List<String> groups() {
        return nodes.stream().map(Node::group).distinct().toList();
    }
}
