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
    /** One lane: {@code ring[region * 2 * slots + step % slots]} and again {@code slots} further, so that steps lie side by side. */
    private final double[] ring;
    /** Many lanes: {@code rows[step % slots][region][lane]}. */
    private final double[][][] rows;

    private final double[] total;
    /** {@code sums[kind][step % BLOCK][region * lanes + lane]}, of the step that {@code known} says. */
    private final double[][][] sums;

    private final long[] known = new long[Delayed.BLOCK];
    /** One lane: {@code block[kind][step][region]}, as they come out of one pass. */
    private final double[][][] block;

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
        this.ring = new double[lanes > 1 ? 0 : regions * 2 * slots + Delayed.BLOCK];
        this.rows = new double[lanes > 1 ? slots : 0][regions][lanes];
        this.total = new double[lanes];
        this.sums = new double[Topology.KINDS][Delayed.BLOCK][regions * lanes];
        this.block = new double[Topology.KINDS][lanes > 1 ? 0 : Delayed.BLOCK][regions];
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
        for (int i = 0; i < regions; i++) {
            if (lanes > 1) {
                System.arraycopy(sent, i * lanes, rows[slot][i], 0, lanes);
            } else {
                ring[i * 2 * slots + slot] = sent[i];
                ring[i * 2 * slots + slots + slot] = sent[i];
            }
        }
    }

    /** All steps from the oldest to the newest, {@code copy[step * regions * lanes + region * lanes + lane]}. */
    double[] copy() {
        double[] copy = new double[slots * regions * lanes];
        for (int s = 0; s < slots; s++) {
            int slot = (int) ((newest + 1 + s) % slots);
            for (int i = 0; i < regions; i++) {
                int to = (s * regions + i) * lanes;
                if (lanes > 1) {
                    System.arraycopy(rows[slot][i], 0, copy, to, lanes);
                } else {
                    copy[to] = ring[i * 2 * slots + slot];
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
            compute(step, slot);
        }
        add(sums[0][slot], factor, excitation);
        add(sums[1][slot], factor, suppression);
    }

    private static void add(double[] sum, double factor, double[] to) {
        for (int k = 0; k < to.length; k++) {
            to[k] = Math.fma(factor, sum[k], to[k]);
        }
    }

    private void compute(long step, int slot) {
        if (lanes > 1) {
            links.sum(0, rows, step, total, sums[0][slot]);
            links.sum(1, rows, step, total, sums[1][slot]);
            known[slot] = step;
            return;
        }
        // Of BLOCK steps from this one on, those whose sums are made of what has been sent already.
        int place = (int) (newest % slots) + slots - (int) (newest - step);
        links.sum(0, ring, place, block[0]);
        links.sum(1, ring, place, block[1]);
        long last = newest + links.shortest();
        for (int n = 0; n < Delayed.BLOCK && step + n <= last; n++) {
            int of = (int) ((step + n) % Delayed.BLOCK);
            System.arraycopy(block[0][n], 0, sums[0][of], 0, regions);
            System.arraycopy(block[1][n], 0, sums[1][of], 0, regions);
            known[of] = step + n;
        }
    }

    private void forget() {
        Arrays.fill(known, -1);
    }
}
