package org.unstuck.network;

import java.util.Arrays;

/**
 * What all regions sent in the last steps, in a ring, and what arrives of it over the links of {@link Delayed}. Times are those of the
 * fast clock; a clock that is put to another time goes on with the same past. Owned by one run; a step allocates nothing.
 */
final class History {

    /** A time this near to a step, in steps, is that of the step: a difference of times is rounded. */
    private static final double ROUNDING = 1e-6;

    private final Delayed links;
    private final int regions;
    private final int lanes;
    private final int slots;
    private final double dtMs;
    /** {@code ring[lane][region * 2 * slots + step % slots]} and again {@code slots} further, so that steps lie side by side. */
    private final double[][] ring;
    /** {@code block[kind][step][region]}, as they come out of one pass. */
    private final double[][][] block;
    /** {@code sums[kind][step % BLOCK][region * lanes + lane]}, of the step that {@code known} says. */
    private final double[][][] sums;

    private final long[] known = new long[Delayed.BLOCK];

    /** Number of the newest step, counted without end, and its time. */
    private long newest = -1;

    private double newestMs;
    private int changes = -1;

    History(Delayed links, int regions, int lanes, double dtMs) {
        this.links = links;
        this.regions = regions;
        this.lanes = lanes;
        this.slots = links.slots();
        this.dtMs = dtMs;
        // A pass reads up to a block beyond the newest step, and leaves out what it made of that.
        this.ring = new double[lanes][regions * 2 * slots + Delayed.BLOCK];
        this.block = new double[Topology.KINDS][Delayed.BLOCK][regions];
        this.sums = new double[Topology.KINDS][Delayed.BLOCK][regions * lanes];
    }

    /** Every region has sent {@code sent[region * lanes + lane]} for ever. */
    void fill(double[] sent) {
        for (int s = 0; s < slots; s++) {
            write(s, sent);
        }
        restart();
    }

    private void restart() {
        newest = slots - 1L;
        forget();
    }

    private void forget() {
        Arrays.fill(known, -1);
    }

    /** Adds what is sent at the start of a step. */
    void keep(double tMs, double[] sent) {
        if (newest < 0) {
            fill(sent);
        }
        newest++;
        newestMs = tMs;
        write((int) (newest % slots), sent);
    }

    private void write(int slot, double[] sent) {
        for (int k = 0; k < lanes; k++) {
            double[] of = ring[k];
            for (int i = 0; i < regions; i++) {
                int at = i * 2 * slots + slot;
                of[at] = sent[i * lanes + k];
                of[at + slots] = sent[i * lanes + k];
            }
        }
    }

    /** All steps from the oldest to the newest, {@code copy[step * regions * lanes + region * lanes + lane]}. */
    double[] copy() {
        double[] copy = new double[slots * regions * lanes];
        for (int s = 0; s < slots; s++) {
            int slot = (int) ((newest + 1 + s) % slots);
            for (int i = 0; i < regions; i++) {
                for (int k = 0; k < lanes; k++) {
                    copy[(s * regions + i) * lanes + k] = ring[k][i * 2 * slots + slot];
                }
            }
        }
        return copy;
    }

    /** Puts back what {@link #copy} gave. */
    void restore(double[] copy) {
        double[] sent = new double[regions * lanes];
        for (int s = 0; s < slots; s++) {
            System.arraycopy(copy, s * sent.length, sent, 0, sent.length);
            write(s, sent);
        }
        restart();
    }

    /**
     * Adds what arrives at {@code tMs}, from the start of the newest step to one step later. Between both, which only schemes with stages
     * there ask for, on the cubic through four steps; on a straight line if the shortest delay is one step and the fourth is not known.
     */
    void add(double tMs, double[] excitation, double[] suppression) {
        if (changes != links.changes()) {
            forget();
            changes = links.changes();
        }
        double p = (tMs - newestMs) / dtMs;
        if (p < ROUNDING) {
            add(newest, 1, excitation, suppression);
        } else if (p > 1 - ROUNDING) {
            add(newest + 1, 1, excitation, suppression);
        } else if (links.shortest() < 2) {
            add(newest, 1 - p, excitation, suppression);
            add(newest + 1, p, excitation, suppression);
        } else {
            add(newest - 1, -p * (p - 1) * (p - 2) / 6, excitation, suppression);
            add(newest, (p + 1) * (p - 1) * (p - 2) / 2, excitation, suppression);
            add(newest + 1, -(p + 1) * p * (p - 2) / 2, excitation, suppression);
            add(newest + 2, (p + 1) * p * (p - 1) / 6, excitation, suppression);
        }
    }

    private void add(long step, double factor, double[] excitation, double[] suppression) {
        int slot = (int) (step % Delayed.BLOCK);
        if (known[slot] != step) {
            compute(step);
        }
        add(sums[0][slot], factor, excitation);
        add(sums[1][slot], factor, suppression);
    }

    private static void add(double[] sum, double factor, double[] to) {
        for (int k = 0; k < to.length; k++) {
            to[k] = Math.fma(factor, sum[k], to[k]);
        }
    }

    /** Of a block of steps from this one on, those whose sums are made of what has been sent already. */
    private void compute(long step) {
        int place = (int) (newest % slots) + slots - (int) (newest - step);
        int made = (int) Math.min(Delayed.BLOCK, newest + links.shortest() - step + 1);
        for (int k = 0; k < lanes; k++) {
            links.sum(k, ring[k], place, block[0], block[1]);
            for (int n = 0; n < made; n++) {
                int slot = (int) ((step + n) % Delayed.BLOCK);
                spread(block[0][n], sums[0][slot], k);
                spread(block[1][n], sums[1][slot], k);
            }
        }
        for (int n = 0; n < made; n++) {
            known[(int) ((step + n) % Delayed.BLOCK)] = step + n;
        }
    }

    private void spread(double[] of, double[] to, int k) {
        if (lanes == 1) {
            System.arraycopy(of, 0, to, 0, regions);
            return;
        }
        for (int i = 0; i < regions; i++) {
            to[i * lanes + k] = of[i];
        }
    }
}
