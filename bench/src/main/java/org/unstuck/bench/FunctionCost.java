package org.unstuck.bench;

import java.util.concurrent.TimeUnit;
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
import org.unstuck.noise.Address;
import org.unstuck.noise.Draws;
import org.unstuck.numeric.Exp;
import org.unstuck.numeric.Log;
import org.unstuck.numeric.Tanh;

/**
 * What does an elementary function cost that gives the same bits everywhere?
 *
 * <p>Our array kernels and scalar methods against {@link StrictMath}, which gives the same bits as well, and {@link Math}, which
 * does not. The time is per number, over arrays of {@value #NUMBERS}.
 *
 * <p>Expectation: the kernels cost about half of StrictMath (exp 3 against 6 ns, log 3 against 9, tanh 4 against 19) and less than
 * Math; the scalar methods cost somewhat less than StrictMath and more than the intrinsics of Math; expm1 has no kernel and costs a third
 * of StrictMath's.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class FunctionCost {

    /** 12 regions times 64 lanes: both arrays stay in L1. */
    static final int NUMBERS = 768;

    /** Arguments are between -20 and 20; for log they are exp of that. */
    private static final double WIDEST = 20;

    /** The function. */
    @Param({"exp", "expm1", "log", "tanh"})
    String function;

    private final double[] x = new double[NUMBERS];
    private final double[] out = new double[NUMBERS];

    /** Arguments without any pattern. */
    @Setup
    public void draw() {
        Draws draws = Address.of(1).with(function).draws();
        for (int k = 0; k < NUMBERS; k++) {
            double at = WIDEST * (2 * draws.uniform() - 1);
            x[k] = function.equals("log") ? StrictMath.exp(at) : at;
        }
    }

    /** Our array kernel; for expm1 the scalar method again. */
    @Benchmark
    @OperationsPerInvocation(NUMBERS)
    public double[] kernel() {
        switch (function) {
            case "exp" -> Exp.exp(x, out);
            case "log" -> Log.log(x, out);
            case "tanh" -> Tanh.tanh(x, out);
            default -> {
                return scalar();
            }
        }
        return out;
    }

    /** Our scalar method. */
    @Benchmark
    @OperationsPerInvocation(NUMBERS)
    public double[] scalar() {
        switch (function) {
            case "exp" -> {
                for (int k = 0; k < NUMBERS; k++) {
                    out[k] = Exp.exp(x[k]);
                }
            }
            case "expm1" -> {
                for (int k = 0; k < NUMBERS; k++) {
                    out[k] = Exp.expm1(x[k]);
                }
            }
            case "log" -> {
                for (int k = 0; k < NUMBERS; k++) {
                    out[k] = Log.log(x[k]);
                }
            }
            default -> {
                for (int k = 0; k < NUMBERS; k++) {
                    out[k] = Tanh.tanh(x[k]);
                }
            }
        }
        return out;
    }

    /** The JDK's port of fdlibm. */
    @Benchmark
    @OperationsPerInvocation(NUMBERS)
    public double[] strictMath() {
        switch (function) {
            case "exp" -> {
                for (int k = 0; k < NUMBERS; k++) {
                    out[k] = StrictMath.exp(x[k]);
                }
            }
            case "expm1" -> {
                for (int k = 0; k < NUMBERS; k++) {
                    out[k] = StrictMath.expm1(x[k]);
                }
            }
            case "log" -> {
                for (int k = 0; k < NUMBERS; k++) {
                    out[k] = StrictMath.log(x[k]);
                }
            }
            default -> {
                for (int k = 0; k < NUMBERS; k++) {
                    out[k] = StrictMath.tanh(x[k]);
                }
            }
        }
        return out;
    }

    /** The intrinsics of this JDK and processor, for scale. */
    @Benchmark
    @OperationsPerInvocation(NUMBERS)
    public double[] math() {
        switch (function) {
            case "exp" -> {
                for (int k = 0; k < NUMBERS; k++) {
                    out[k] = Math.exp(x[k]);
                }
            }
            case "expm1" -> {
                for (int k = 0; k < NUMBERS; k++) {
                    out[k] = Math.expm1(x[k]);
                }
            }
            case "log" -> {
                for (int k = 0; k < NUMBERS; k++) {
                    out[k] = Math.log(x[k]);
                }
            }
            default -> {
                for (int k = 0; k < NUMBERS; k++) {
                    out[k] = Math.tanh(x[k]);
                }
            }
        }
        return out;
    }
}
