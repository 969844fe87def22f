package org.unstuck.bench;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.FirstOrderIntegrator;
import org.hipparchus.ode.ODEIntegrator;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.unstuck.noise.OrnsteinUhlenbeck;
import org.unstuck.simulate.FastClock;

/**
 * What would the same network cost with the integrators of others, or in a plain loop?
 *
 * <p>The dense network in one trajectory at the same fixed step. Commons Math 3.6.1 and Hipparchus 4.0.3 integrate the plain Java
 * drift of {@link PlainNetwork} without noise, which they do not have: the midpoint rule with two drifts a step, to set beside
 * Heun, and the classical Runge-Kutta rule with four, as ours. The plain loop is stochastic Euler-Maruyama with {@code Math.exp} and
 * {@link SplittableRandom#nextGaussian}. The results give the time per region-step.
 *
 * <p>Expectation: one trajectory of 12 regions is where short loops over arrays gain nothing, so that all are alike within a factor
 * of 2; a batch of 64 lanes is several times cheaper than any of them.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class PeerCost {

    private static final int STEPS = 100;
    private static final double END_MS = STEPS * Synthetic.DT_MS;

    /** Number of regions. */
    @Param({"12", "80"})
    int regions;

    private final SplittableRandom random = new SplittableRandom(1);
    private PlainNetwork plain;
    private Commons commons;
    private Hipparchus hipparchus;
    private double[] state;
    private FastClock clock;
    private FastClock batch;
    private FastClock heun;
    private FastClock rk4;
    private FastClock rk4Batch;

    /** All of them at the initial state. */
    @Setup
    public void start() {
        plain = new PlainNetwork(regions);
        commons = new Commons(plain);
        hipparchus = new Hipparchus(plain);
        state = plain.initial();
        double sigma = OrnsteinUhlenbeck.standard().sigma();
        clock = Synthetic.clock(Synthetic.dense(regions), "euler-maruyama", 1, 1, sigma);
        batch = Synthetic.clock(Synthetic.dense(regions), "euler-maruyama", 1, Twin.MOST_LANES, sigma);
        heun = Synthetic.clock(Synthetic.dense(regions), "heun", 1, 1, 0);
        rk4 = Synthetic.clock(Synthetic.dense(regions), "rk4", 1, 1, 0);
        rk4Batch = Synthetic.clock(Synthetic.dense(regions), "rk4", 1, Twin.MOST_LANES, 0);
    }

    /** Commons Math, two drifts a step. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public double commonsMidpoint() {
        return commons.run(new org.apache.commons.math3.ode.nonstiff.MidpointIntegrator(Synthetic.DT_MS));
    }

    /** Commons Math, four drifts a step. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public double commonsRungeKutta() {
        return commons.run(new org.apache.commons.math3.ode.nonstiff.ClassicalRungeKuttaIntegrator(Synthetic.DT_MS));
    }

    /** Hipparchus, two drifts a step. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public Object hipparchusMidpoint() {
        return hipparchus.run(new org.hipparchus.ode.nonstiff.MidpointIntegrator(Synthetic.DT_MS));
    }

    /** Hipparchus, four drifts a step. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public Object hipparchusRungeKutta() {
        return hipparchus.run(new org.hipparchus.ode.nonstiff.ClassicalRungeKuttaIntegrator(Synthetic.DT_MS));
    }

    /** A plain loop with noise. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public double[] plainEulerMaruyama() {
        for (int s = 0; s < STEPS; s++) {
            plain.eulerMaruyama(state, Synthetic.DT_MS, random);
        }
        return state;
    }

    /** The fast clock without noise, two drifts a step. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public double[][] unstuckHeun() {
        return run(heun);
    }

    /** The fast clock without noise, four drifts a step. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public double[][] unstuckRungeKutta() {
        return run(rk4);
    }

    /** The same, 64 lanes with the same weights; the time is per lane. */
    @Benchmark
    @OperationsPerInvocation(STEPS * Twin.MOST_LANES)
    public double[][] unstuckRungeKuttaBatch() {
        return run(rk4Batch);
    }

    /** The fast clock with noise. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public double[][] unstuckEulerMaruyama() {
        return run(clock);
    }

    /** The fast clock with noise, 64 lanes; the time is per lane. */
    @Benchmark
    @OperationsPerInvocation(STEPS * Twin.MOST_LANES)
    public double[][] unstuckEulerMaruyamaBatch() {
        return run(batch);
    }

    private static double[][] run(FastClock of) {
        of.run(STEPS, STEPS, (s, y) -> {});
        return of.state();
    }

    /** The plain network as Commons Math takes it. */
    private record Commons(PlainNetwork plain) implements FirstOrderDifferentialEquations {

        @Override
        public int getDimension() {
            return plain.size();
        }

        @Override
        public void computeDerivatives(double t, double[] y, double[] dydt) {
            plain.derivatives(y, dydt);
        }

        double run(FirstOrderIntegrator integrator) {
            double[] y = plain.initial();
            integrator.integrate(this, 0, y, END_MS, y);
            return y[0];
        }
    }

    /** The plain network as Hipparchus takes it. */
    private record Hipparchus(PlainNetwork plain) implements OrdinaryDifferentialEquation {

        @Override
        public int getDimension() {
            return plain.size();
        }

        @Override
        public double[] computeDerivatives(double t, double[] y) {
            double[] dydt = new double[y.length];
            plain.derivatives(y, dydt);
            return dydt;
        }

        ODEState run(ODEIntegrator integrator) {
            return integrator.integrate(this, new ODEState(0, plain.initial()), END_MS);
        }
    }
}
