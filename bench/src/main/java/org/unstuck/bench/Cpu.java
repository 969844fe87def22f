package org.unstuck.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/** CPU time of the present thread: what compiler, collector and other programs do beside it is not counted. */
final class Cpu {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    /** Before measuring: C2 is done with these loops after less than a second. */
    private static final double WARM_NS = 1.5e9;

    private static final double ROUND_NS = 2e7;
    private static final int ROUNDS = 15;
    /** Calls between two looks at the clock while warming. */
    private static final int CALLS = 10;

    private Cpu() {}

    /** Nanoseconds so far. */
    static double ns() {
        return THREADS.getCurrentThreadCpuTime();
    }

    /** Median nanoseconds of one call of {@code work}. */
    static double ns(Runnable work) {
        long calls = 0;
        double start = ns();
        while (ns() - start < WARM_NS) {
            repeat(work, CALLS);
            calls += CALLS;
        }
        long each = (long) Math.max(1, calls * (ROUND_NS / WARM_NS));
        double[] ns = new double[ROUNDS];
        for (int r = 0; r < ROUNDS; r++) {
            double before = ns();
            repeat(work, each);
            ns[r] = (ns() - before) / each;
        }
        Arrays.sort(ns);
        return ns[ROUNDS / 2];
    }

    private static void repeat(Runnable work, long times) {
        for (long k = 0; k < times; k++) {
            work.run();
        }
    }
}
