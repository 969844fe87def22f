package org.unstuck.scenario;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.unstuck.network.Network;

/**
 * One number or word in which two descriptions of the same kind differ.
 *
 * @param what which one
 * @param a what the first says, or null if it says nothing
 * @param b what the second says, or null
 */
public record Difference(String what, Entry a, Entry b) {

    /** Two numbers closer than this, relative to the larger, are one: the rounding of a factor and its inverse. */
    private static final double SAME = 1e-12;

    /**
     * Every difference, in the order of the first and then of the second.
     *
     * @param a a scenario, network, condition or drug
     * @param b another of the same kind
     * @param base the network in which conditions are compared; others have their own
     */
    public static List<Difference> between(Object a, Object b, Network base) {
        Map<String, Entry> first = Contents.of(a, base);
        Map<String, Entry> second = Contents.of(b, base);
        Set<String> all = new LinkedHashSet<>(first.keySet());
        all.addAll(second.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String what : all) {
            Difference one = new Difference(what, first.get(what), second.get(what)).orHealthy();
            if (!one.isNone()) {
                differences.add(one);
            }
        }
        return List.copyOf(differences);
    }

    /** A cue that only one of them hears differently has the gain 1 in the other. */
    private Difference orHealthy() {
        if (!what.startsWith("gain of cue ")) {
            return this;
        }
        Entry one = new Entry(1.0, "1", "as in health", null, null);
        return new Difference(what, a == null ? one : a, b == null ? one : b);
    }

    private boolean isNone() {
        if (isSigned()) {
            double x = (Double) a.value();
            double y = (Double) b.value();
            return Math.abs(x - y) <= SAME * Math.max(Math.abs(x), Math.abs(y));
        }
        return a != null && b != null && a.value().equals(b.value());
    }

    /** Whether both are numbers, so that their difference has a sign. */
    public boolean isSigned() {
        return a != null && b != null && a.value() instanceof Double && b.value() instanceof Double;
    }

    /**
     * The first minus the second.
     *
     * @throws IllegalStateException if they are not numbers
     */
    public double signed() {
        if (!isSigned()) {
            throw new IllegalStateException(what + " is not a number in both.");
        }
        return (Double) a.value() - (Double) b.value();
    }

    /** The unit of the numbers. */
    public String unit() {
        return a != null ? a.unit() : b.unit();
    }
}
