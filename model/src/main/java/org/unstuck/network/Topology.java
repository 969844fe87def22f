package org.unstuck.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The links of a network as arrays, link {@code e} of the description at position {@code e}.
 *
 * @param regions number of regions
 * @param source region each link comes from
 * @param target region each link goes to
 * @param excitatory whether it excites
 * @param weight its weight in the description
 * @param rank place of each region in the alphabetical order of names. Sums are taken in this order of their sources, so that they do
 *     not depend on the order in which a network is described
 * @param incoming the links of each region by ascending rank of the source: {@code incoming[kind][region]}, kind 0 excitatory, 1
 *     suppressive
 */
record Topology(
        int regions,
        int[] source,
        int[] target,
        boolean[] excitatory,
        double[] weight,
        int[] rank,
        int[][][] incoming) {

    /** Excitatory and suppressive links. */
    static final int KINDS = 2;

    static Topology of(Network network) {
        List<Link> links = network.links();
        Map<String, Integer> index = new LinkedHashMap<>();
        network.regionNames().forEach(name -> index.put(name, index.size()));
        int[] source = links.stream().mapToInt(l -> index.get(l.from())).toArray();
        int[] target = links.stream().mapToInt(l -> index.get(l.to())).toArray();
        boolean[] excitatory = new boolean[source.length];
        for (int e = 0; e < source.length; e++) {
            excitatory[e] = links.get(e).kind() == Link.Kind.EXCITATORY;
        }
        double[] weight = links.stream().mapToDouble(Link::weight).toArray();
        int[] rank = new int[network.size()];
        List<String> sorted = network.regionNames().stream().sorted().toList();
        for (int r = 0; r < rank.length; r++) {
            rank[index.get(sorted.get(r))] = r;
        }
        return new Topology(
                network.size(), source, target, excitatory, weight, rank, incoming(rank, source, target, excitatory));
    }

    private static int[][][] incoming(int[] rank, int[] source, int[] target, boolean[] excitatory) {
        List<List<List<Integer>>> lists = new ArrayList<>();
        for (int kind = 0; kind < KINDS; kind++) {
            lists.add(Stream.<List<Integer>>generate(ArrayList::new)
                    .limit(rank.length)
                    .toList());
        }
        IntStream.range(0, source.length)
                .boxed()
                .sorted(Comparator.comparingInt(e -> rank[source[e]]))
                .forEach(e -> lists.get(excitatory[e] ? 0 : 1).get(target[e]).add(e));
        return lists.stream()
                .map(kind -> kind.stream()
                        .map(region -> region.stream().mapToInt(e -> e).toArray())
                        .toArray(int[][]::new))
                .toArray(int[][][]::new);
    }

    /** The same links with other weights. */
    Topology withWeights(double[] other) {
        return new Topology(regions, source, target, excitatory, other, rank, incoming);
    }

    /** Number of links. */
    int size() {
        return source.length;
    }

    /** 0 for an excitatory link, 1 for a suppressive one. */
    int kind(int e) {
        return excitatory[e] ? 0 : 1;
    }
}
