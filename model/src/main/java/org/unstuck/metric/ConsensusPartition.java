package org.unstuck.metric;

import org.unstuck.noise.Address;

/**
 * One partition that stands for many runs and layers (consensus clustering, Lancichinetti and Fortunato 2012, Sci. Rep. 2, 336; with
 * chance taken off as by Bassett et al. 2013, Chaos 23, 013142): nodes that are together more often than by chance
 * are joined, the network of these joint memberships is searched again, until all searches agree.
 *
 * <p>Static: it says who belongs together on average, not who switches. For the dynamics of one representative run see
 * {@link #representative}.
 *
 * @param community {@code community[node]}, 0, 1, ... in order of first appearance
 * @param rounds how often the joint memberships were searched again
 * @param unanimous whether all searches of the last round agreed
 */
public record ConsensusPartition(int[] community, int rounds, boolean unanimous) {

    /** Usually 1 to 3 are enough. */
    private static final int MOST_ROUNDS = 20;

    /**
     * The consensus of all layers of all runs.
     *
     * @param runs partitions of the same network
     * @param starts searches per round; 20 is usual
     * @param address the stream
     */
    public static ConsensusPartition of(Partition[] runs, int starts, Address address) {
        int[][][] pool = new int[runs.length][][];
        for (int k = 0; k < runs.length; k++) {
            pool[k] = runs[k].community();
        }
        for (int round = 1; ; round++) {
            Layers joint = new Layers(new double[][][] {beyondChance(pool)});
            Partition[] found = new MultilayerModularity(joint, MultilayerModularity.GAMMA, 0)
                    .runs(starts, address.with("round", round));
            boolean same = true;
            pool = new int[starts][][];
            for (int k = 0; k < starts; k++) {
                pool[k] = found[k].community();
                same &= java.util.Arrays.equals(pool[k][0], pool[0][0]);
            }
            if (same || round == MOST_ROUNDS) {
                return new ConsensusPartition(pool[0][0], round, same);
            }
        }
    }

    /** Allegiance minus what random partitions with the same community sizes have, at least 0, zero diagonal. */
    private static double[][] beyondChance(int[][][] pool) {
        double[][] together = Allegiance.of(pool).together();
        int n = together.length;
        double chance = 0;
        int layers = 0;
        for (int[][] run : pool) {
            for (int[] layer : run) {
                chance += pairsTogether(layer);
                layers++;
            }
        }
        chance /= layers * Math.max(1, n * (n - 1.0) / 2);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                together[i][j] = i == j ? 0 : Math.max(0, together[i][j] - chance);
            }
        }
        return together;
    }

    private static int pairsTogether(int[] layer) {
        int pairs = 0;
        for (int i = 0; i < layer.length; i++) {
            for (int j = 0; j < i; j++) {
                pairs += layer[i] == layer[j] ? 1 : 0;
            }
        }
        return pairs;
    }

    /**
     * The run that agrees most with all others (largest mean adjusted Rand index over node-layers; the first of equals): a dynamic
     * partition that was really found. Cost: runs^2.
     */
    public static Partition representative(Partition... runs) {
        int best = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (int a = 0; a < runs.length; a++) {
            double sum = 0;
            for (Partition other : runs) {
                sum += LabelAgreement.of(runs[a].community(), other.community()).adjustedRand();
            }
            if (sum > highest) {
                highest = sum;
                best = a;
            }
        }
        return runs[best];
    }
}
