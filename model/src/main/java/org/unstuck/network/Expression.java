package org.unstuck.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * A condition as one person has it: everything that the fast clock, drugs and cues meet. Factors are raised to the severity,
 * drives multiplied by it; changes of the same thing by several conditions are multiplied or added.
 */
public final class Expression {

    private final Network network;
    private final double[][] local;
    private final double[][] sensitivity;
    private final TreeMap<String, double[]> cues;

    private Expression(Network network, double[][] local, double[][] sensitivity, TreeMap<String, double[]> cues) {
        this.network = network;
        this.local = local;
        this.sensitivity = sensitivity;
        this.cues = cues;
    }

    /** The expression of {@code changes} in {@code healthy}; cost: links x changes. */
    static Expression of(List<Change> changes, Network healthy, double severity) {
        int size = healthy.size();
        double[][] logLocal = new double[Local.values().length][size];
        double[][] logSensitivity = new double[Sensitivity.values().length][size];
        TreeMap<String, double[]> logCues = new TreeMap<>();
        List<Region> regions = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Region region = healthy.regions().get(i);
            double drive = region.drive();
            for (Change change : changes) {
                if (change.concerns(region)) {
                    switch (change.kind()) {
                        case DRIVE -> drive += severity * change.value();
                        case LOCAL_FACTOR -> logLocal[place(Local.values(), change)][i] += log(change, severity);
                        case RECEPTOR_FACTOR ->
                            logSensitivity[place(Sensitivity.values(), change)][i] += log(change, severity);
                        case CUE_GAIN ->
                            logCues.computeIfAbsent(change.of(), cue -> new double[size])[i] += log(change, severity);
                        default -> {}
                    }
                }
            }
            regions.add(region.withDrive(drive));
        }
        Network ill = healthy.with(regions, links(changes, healthy, severity));
        logCues.replaceAll((cue, gain) -> exp(gain));
        return new Expression(ill, exp(logLocal), exp(logSensitivity), logCues);
    }

    private static List<Link> links(List<Change> changes, Network healthy, double severity) {
        TreeMap<String, Region> regions = new TreeMap<>();
        healthy.regions().forEach(region -> regions.put(region.name(), region));
        List<Link> links = new ArrayList<>();
        for (Link link : healthy.links()) {
            Region from = regions.get(link.from());
            Region to = regions.get(link.to());
            double logFactor = 0;
            for (Change change : changes) {
                logFactor += change.concerns(link, from, to) ? log(change, severity) : 0;
            }
            links.add(logFactor == 0 ? link : link.withWeight(link.weight() * StrictMath.exp(logFactor)));
        }
        return links;
    }

    private static int place(Enum<?>[] constants, Change change) {
        return Arrays.stream(constants).map(Change::word).toList().indexOf(change.of());
    }

    private static double log(Change change, double severity) {
        return severity * StrictMath.log(change.value());
    }

    private static double[][] exp(double[][] log) {
        return Arrays.stream(log).map(Expression::exp).toArray(double[][]::new);
    }

    /** Exactly 1 where nothing is changed. */
    private static double[] exp(double[] log) {
        return Arrays.stream(log).map(StrictMath::exp).toArray();
    }

    /** The network with its changed drives and weights, in the order of the healthy one. */
    public Network network() {
        return network;
    }

    /** The factor of {@code what} in region {@code i}; 1 in health. */
    public double local(Local what, int i) {
        return local[what.ordinal()][i];
    }

    /** The factor of the answer to drugs at {@code receptor} in region {@code i}; 1 in health. */
    public double sensitivity(Sensitivity receptor, int i) {
        return sensitivity[receptor.ordinal()][i];
    }

    /** The factor of what {@code cue} adds to region {@code i}; 1 in health. */
    public double cueGain(String cue, int i) {
        double[] gain = cues.get(cue);
        return gain == null ? 1 : gain[i];
    }

    /** The cues that are heard more or less than in health. */
    public Set<String> cues() {
        return cues.keySet();
    }
}
