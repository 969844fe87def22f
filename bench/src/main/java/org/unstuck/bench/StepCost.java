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
import org.unstuck.integrate.EulerMaruyama;
import org.unstuck.integrate.Heun;
import org.unstuck.integrate.Scheme;
import org.unstuck.mass.WilsonCowan;
import org.unstuck.network.Network;
import org.unstuck.noise.Address;
import org.unstuck.noise.OrnsteinUhlenbeck;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.simulate.FastClock;

/**
 * What does one step of the fast clock cost, for how many lanes side by side?
 *
 * <p>One operation is 1,000 steps of the twelve-region network; divide by 12,000 times the number of lanes for the time per
 * region-step. Arms of one patient share noise, as in a comparison.
 *
 * <p>Expectation: per region-step a single trajectory (1 x 1) costs about three times as much as a batch, because its loops are
 * only 12 long; with five arms that share noise a batch is cheaper than with one arm; Heun costs somewhat under twice
 * Euler-Maruyama, because it draws the same noise.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class StepCost {

    private static final int STEPS = 1000;
    private static final double DT_MS = 2;

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
        Network network = BuiltIn.NETWORKS.named("twelve-regions");
        int by = lanes.indexOf('x');
        Scheme integrator = scheme.equals("heun") ? new Heun() : new EulerMaruyama();
        clock = new FastClock(
                network,
                WilsonCowan.standard(),
                OrnsteinUhlenbeck.standard(),
                integrator,
                DT_MS,
                Integer.parseInt(lanes.substring(0, by)),
                Integer.parseInt(lanes.substring(by + 1)),
                p -> Address.of(1).with("patient", p));
        clock.purpose("bench");
        clock.run(STEPS, STEPS, (s, y) -> {});
    }

    /** A thousand steps; the state is returned so that nothing is optimised away. */
    @Benchmark
    public double[][] thousandSteps() {
        clock.run(STEPS, STEPS, (s, y) -> {});
        return clock.state();
    }
}
