package org.unstuck.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import org.unstuck.noise.OrnsteinUhlenbeck;
import org.unstuck.simulate.FastClock;

/**
 * How much do two threads get done in the time of one? Each runs a clock of its own, twelve regions and 64 lanes, as the groups of a
 * comparison do. In turns: one thread alone, then the same thread while another one does the same.
 *
 * <pre>java -cp bench/target/benchmarks.jar org.unstuck.bench.TwoThreads ROUNDS</pre>
 *
 * <p>The gain is 2 times the CPU time alone over the CPU time in company: on an idle machine with two cores that is the gain in wall
 * time, and beside other programs it still is what the threads cost each other (caches, power).
 */
public final class TwoThreads {

    private static final int STEPS = 20_000;

    private TwoThreads() {}

    /** Measures and prints one line of JSON. */
    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[0]);
        FastClock mine = clock();
        FastClock other = clock();
        steps(mine, STEPS);
        steps(other, STEPS);
        double[] gain = new double[rounds];
        for (int r = 0; r < rounds; r++) {
            double alone = ns(mine);
            gain[r] = 2 * alone / inCompany(mine, other);
        }
        Arrays.sort(gain);
        System.out.printf(
                Locale.ROOT,
                "{\"language\": \"Java %d\", \"gain\": %.3f, \"low\": %.3f, \"high\": %.3f}%n",
                Runtime.version().feature(),
                gain[rounds / 2],
                gain[0],
                gain[rounds - 1]);
    }

    private static double inCompany(FastClock mine, FastClock other) throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        CyclicBarrier together = new CyclicBarrier(2);
        Thread company = new Thread(() -> {
            await(together);
            while (!done.get()) {
                steps(other, 100);
            }
        });
        company.start();
        await(together);
        double ns = ns(mine);
        done.set(true);
        company.join();
        return ns;
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static double ns(FastClock clock) {
        double before = Cpu.ns();
        steps(clock, STEPS);
        return Cpu.ns() - before;
    }

    private static void steps(FastClock clock, int steps) {
        clock.run(steps, Integer.MAX_VALUE, (s, y) -> {});
    }

    private static FastClock clock() {
        double sigma = OrnsteinUhlenbeck.standard().sigma();
        FastClock clock = Synthetic.clock(Synthetic.network("12-sparse"), "euler-maruyama", 1, Twin.MOST_LANES, sigma);
        Synthetic.ownWeights(clock.dynamics().coupling(), Twin.MOST_LANES);
        return clock;
    }
}
