package org.unstuck.viz.cli;

import java.util.stream.DoubleStream;
import org.unstuck.describe.Time;
import org.unstuck.simulate.Numerics;
import org.unstuck.simulate.ScanPlan;
import org.unstuck.study.Scenario;

/** A smaller version of a scenario, to see in seconds what kind of result it gives. Too small to conclude from. */
public final class Quick {

    /** Enough to see a spread. */
    static final int PATIENTS = 6;
    /** Start, acute effect, end of the acute effect, end of a month, end of twelve weeks. */
    private static final double[] SCAN_DAYS = {0, 1, 7, 28, 84};
    /** Eight windows of dynamic connectivity. */
    private static final double REST_S = 48;
    /** Four for each of three competing networks. */
    private static final int CUES = 12;
    /** The span of a burst: one time constant of adaptation. */
    private static final double BURST_S = 6;

    private Quick() {}

    /** The small version of {@code full}. */
    public static Scenario of(Scenario full) {
        ScanPlan scans = new ScanPlan(
                DoubleStream.of(SCAN_DAYS)
                        .mapToObj(Time::days)
                        .filter(t -> t.compareTo(full.horizon()) <= 0)
                        .toList(),
                Time.seconds(REST_S),
                CUES,
                full.scans().cueOn(),
                full.scans().cueEvery(),
                full.scans().challenges());
        Numerics n = full.numerics();
        Numerics numerics = new Numerics(
                n.scheme(), n.step(), n.slowStep(), n.settle(), n.warmUp(), Time.seconds(BURST_S), n.sample());
        return full.withPatients(PATIENTS).withScans(scans).withNumerics(numerics);
    }
}
