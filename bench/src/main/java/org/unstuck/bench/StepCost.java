package org.unstuck.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.unstuck.noise.OrnsteinUhlenbeck;
import org.unstuck.simulate.FastClock;

/**
 * What does one step of the fast clock cost, for how many regions and lanes?
 *
 * <p>One operation is {@value #STEPS} steps of all lanes; the results give the time per region-step. Every lane has its own weights.
 * Arms of one patient share noise, as in a comparison: five arms of twelve patients draw a fifth of the numbers.
 *
 * <p>Expectation: per region-step a single trajectory (1x1) of twelve regions costs about twice as much as a batch, because its loops
 * are only 12 long; 256 lanes cost about the same as 64 while weights and state fit the cache; of 80 dense regions sums over links are
 * two thirds; Heun costs somewhat under twice Euler-Maruyama, because it draws the same noise.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class StepCost {

    /** Steps per operation. */
    static final int STEPS = 100;

    /** The network, as in {@link Synthetic#network}. */
    @Param({"12-sparse", "12-dense", "80-dense"})
    String network;

    /** Arms x patients. */
    @Param({"1x1", "5x12", "1x64", "1x256"})
    String lanes;

    /** The integrator. */
    @Param({"euler-maruyama", "heun"})
    String scheme;

    private FastClock clock;

    /** A clock that has left its initial state. */
    @Setup
    public void start() {
        int by = lanes.indexOf('x');
        int arms = Integer.parseInt(lanes.substring(0, by));
        int patients = Integer.parseInt(lanes.substring(by + 1));
        double sigma = OrnsteinUhlenbeck.standard().sigma();
        clock = Synthetic.clock(Synthetic.network(network), scheme, arms, patients, sigma);
        Synthetic.ownWeights(clock.dynamics().coupling(), arms * patients);
        steps();
    }

    /** The steps; the state is returned so that nothing is optimised away. */
    @Benchmark
    public double[][] steps() {
        clock.run(STEPS, STEPS, (s, y) -> {});
        return clock.state();
    }
}
