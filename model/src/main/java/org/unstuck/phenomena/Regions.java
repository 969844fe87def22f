package org.unstuck.phenomena;

import java.util.List;
import java.util.stream.IntStream;
import org.unstuck.network.Network;

/** Positions of regions in a network. */
final class Regions {

    private Regions() {}

    /**
     * The regions that are one of {@code parts}.
     *
     * @throws Missing if there is none
     */
    static int[] of(Network network, List<String> parts) {
        int[] found = IntStream.range(0, network.size())
                .filter(i -> parts.stream().anyMatch(network.regions().get(i)::is))
                .toArray();
        if (found.length == 0) {
            throw new Missing("a network with one of " + String.join(", ", parts));
        }
        return found;
    }

    static int[] of(Network network, String... parts) {
        return of(network, List.of(parts));
    }

    /**
     * The regions of a functional network.
     *
     * @throws Missing if there is none
     */
    static int[] in(Network network, String module) {
        List<Integer> found = network.modules().get(module);
        if (found == null) {
            throw new Missing("a functional network called " + module);
        }
        return found.stream().mapToInt(i -> i).toArray();
    }
}
