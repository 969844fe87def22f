package org.unstuck.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.study.Comparison;
import org.unstuck.study.ComparisonRun;
import org.unstuck.study.Progress;
import org.unstuck.study.Reading;
import org.unstuck.study.Scenario;

/**
 * What does twelve weeks of one patient in one arm cost, everything included?
 *
 * <p>The comparison "generalised-anxiety" with {@value #PATIENTS} patients and their healthy twins on one thread: both clocks,
 * scans and all measures, at full length.
 *
 * <p>Expectation: a second or less per patient-arm, of which the fast clock takes most: 84 days x 22 s of bursts in steps of 2 ms
 * are 11 million region-steps, and scans come on top.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Fork(2)
public class CourseCost {

    /** Few, so that an operation takes seconds; lanes are these times the arms. */
    static final int PATIENTS = 4;
    /** Arms of the preset. */
    static final int ARMS = 5;

    private Scenario scenario;

    /** The preset. */
    @Setup
    public void scenario() {
        scenario = BuiltIn.PRESETS.named("generalised-anxiety").withPatients(PATIENTS);
        if (scenario.arms().size() != ARMS) {
            throw new IllegalStateException("The preset has " + scenario.arms().size() + " arms, not " + ARMS + ".");
        }
    }

    /** A comparison; the time is per patient and arm. */
    @Benchmark
    @OperationsPerInvocation(PATIENTS * ARMS)
    public Comparison compare() {
        return new ComparisonRun(scenario, Reading.standard()).run(1, Progress.NONE, () -> false);
    }
}
