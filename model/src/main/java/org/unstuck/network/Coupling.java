package org.unstuck.network;

/**
 * The links of a network in a run of many lanes. The input of a region is the sum over its links in alphabetical order of the
 * sources, for every lane alike and with one rounding per term: no result depends on how lanes are grouped, weights are laid out or
 * regions are listed.
 *
 * <p>Links with a delay of at least half a step are summed by {@link Delayed} from what their sources sent earlier; the others at once.
 *
 * <p>The lanes of a dense network have a common matrix until one is given a weight of its own, then one each; a sparse network has an
 * array of lanes per link (decision 17).
 */
public final class Coupling {

    /*
     * What a link costs when it is summed by itself, alone in a lane, with own weights over lanes, or beside a common matrix; and what
     * the row of a matrix costs on top of its entries. Unit: an entry of that matrix (bench, CouplingCost).
     */
    private static final int ALONE = 8;
    private static final int OVER_LANES = 2;
    private static final int BESIDE_COMMON = 4;
    private static final int ROW = 24;

    /** Half of a second-level cache of 1 MiB: the other half is for the state. */
    private static final long CACHE_BYTES = 512 * 1024;
    /** Shorter loops do not pay. */
    private static final int FEWEST_LANES = 8;

    private final Topology links;
    private final int lanes;
    private Weights weights;
    /** The same if lanes may differ; null while all have the weights of the description. */
    private Weights.ByLane own;
    /** Links that take time; null if there are none. */
    private final Delayed delayed;

    private int changes;

    /** All lanes start with the weights of the description, and all links act at once, whatever their delays. */
    public Coupling(Network network, int lanes) {
        this(network, lanes, Double.POSITIVE_INFINITY);
    }

    /** All lanes start with the weights of the description; delays are rounded to whole steps of {@code dtMs}. */
    Coupling(Network network, int lanes, double dtMs) {
        this(Delayed.of(network, lanes, dtMs), network, lanes);
    }

    private Coupling(Delayed delayed, Network network, int lanes) {
        this(delayed, delayed == null ? Topology.of(network) : delayed.atOnce(), lanes);
    }

    private Coupling(Delayed delayed, Topology links, int lanes) {
        this.delayed = delayed;
        this.links = links;
        this.lanes = lanes;
        boolean common = lanes > 1 && isDense(BESIDE_COMMON);
        this.own = common ? null : own();
        this.weights = common ? new CommonMatrix(links, lanes) : own;
    }

    /** The links of {@code others} lanes that all have the weights of lane {@code k} as it is now, and act at once. */
    Coupling copies(int k, int others) {
        double[] now = new double[links.size()];
        for (int e = 0; e < now.length; e++) {
            now[e] = weight(e, k);
        }
        return new Coupling(null, links.withWeights(now), others);
    }

    private Weights.ByLane own() {
        if (isDense(lanes == 1 ? ALONE : OVER_LANES)) {
            return new WeightMatrices(links, lanes);
        }
        return lanes == 1 ? new SparseRows(links) : new OwnWeights(links, lanes);
    }

    private boolean isDense(int costOfLink) {
        long matrix = (long) links.regions() * (Topology.KINDS * links.regions() + ROW);
        return matrix < (long) costOfLink * links.size();
    }

    /**
     * How many lanes to run side by side so that their weights stay in the cache, at most {@code most} and, if that is more, no fewer
     * than 8.
     */
    public static int fittingLanes(Network network, int most) {
        int lanes = most;
        while (lanes > FEWEST_LANES && (long) lanes * network.links().size() * Double.BYTES > CACHE_BYTES) {
            lanes = Math.max(FEWEST_LANES, lanes / 2);
        }
        return lanes;
    }

    /** Number of links. */
    public int size() {
        return links.size();
    }

    /** Position of the source region of link {@code e}. */
    public int source(int e) {
        return links.source()[e];
    }

    /** Position of the target region of link {@code e}. */
    public int target(int e) {
        return links.target()[e];
    }

    /** Whether link {@code e} is excitatory. */
    public boolean isExcitatory(int e) {
        return links.excitatory()[e];
    }

    /** The weight of link {@code e} in lane {@code k}. */
    public double weight(int e, int k) {
        return delayed != null && delayed.has(e) ? delayed.weight(e, k) : weights.weight(e, k);
    }

    /** Sets the weight of link {@code e} in lane {@code k}; between bursts. */
    public void setWeight(int e, int k, double value) {
        changes++;
        if (delayed != null && delayed.has(e)) {
            delayed.set(e, k, value);
            return;
        }
        if (own == null) {
            if (value == weights.weight(e, k)) {
                return;
            }
            own = own();
            weights = own;
        }
        own.set(e, k, value);
    }

    /**
     * Writes the input of every region and lane: {@code excitation[i * lanes + k] = sum_j C_ij[k] E[j * lanes + k]}, and the
     * same over suppressive links. Links with a delay are left out.
     */
    public void apply(double[] E, double[] excitation, double[] suppression) {
        weights.apply(E, excitation, suppression);
    }

    /** Links that take time; null if there are none. */
    Delayed delayed() {
        return delayed;
    }

    /** How often a weight was set so far. */
    int changes() {
        return changes;
    }

    /** Writes the sum of the weights of the excitatory links onto every region and lane, those with a delay included. */
    void strength(double[] total) {
        for (int i = 0; i < links.regions(); i++) {
            for (int k = 0; k < lanes; k++) {
                double sum = 0;
                for (int e : links.incoming()[0][i]) {
                    sum += weight(e, k);
                }
                total[i * lanes + k] = sum;
            }
        }
    }
}
