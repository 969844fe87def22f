package org.unstuck.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.unstuck.describe.Evidence;
import org.unstuck.describe.Parameters;
import org.unstuck.describe.Status;
import org.unstuck.mass.StuartLandau;
import org.unstuck.mass.WilsonCowan;
import org.unstuck.mass.WongWang;
import org.unstuck.noise.OrnsteinUhlenbeck;

/** The coupled equations by hand: default mass (as in its documentation), three regions in two lanes. */
class DynamicsTest {

    private static final int E = 0;
    private static final int I = 1;
    private static final int A = 2;
    private static final int U = 3;

    private static final WilsonCowan MASS = WilsonCowan.standard();
    private static final OrnsteinUhlenbeck NOISE = OrnsteinUhlenbeck.standard();

    /** Q to P and R to P excite, P to R suppresses. Region i of lane k is entry 2 i + k. */
    private static final Network NETWORK = Small.of(
            "P Q R", Small.excites("Q", "P", 0.5), Small.excites("R", "P", 0.25), Small.suppresses("P", "R", 2));

    private static double F(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /** Every entry another state. */
    private static double[][] state(Dynamics dynamics) {
        double[][] y = dynamics.initial();
        for (int v = 0; v < y.length; v++) {
            for (int k = 0; k < y[v].length; k++) {
                y[v][k] = 0.1 * (v + 1) + 0.03 * k;
            }
        }
        return y;
    }

    private static double[][] slope(Dynamics dynamics, double tMs, double[][] y) {
        double[][] dydt = new double[y.length][y[0].length];
        dynamics.at(tMs, y, dydt);
        return dydt;
    }

    @Test
    void aRunStartsWhereTheMassSays() {
        Dynamics dynamics = new Dynamics(NETWORK, MASS, NOISE, 2);
        assertThat(dynamics.variables()).isEqualTo(4);
        assertThat(dynamics.regions()).isEqualTo(3);
        assertThat(dynamics.lanes()).isEqualTo(2);
        assertThat(dynamics.hasDelays()).isFalse();
        double[][] y = dynamics.initial();
        assertThat(y).hasDimensions(4, 6);
        assertThat(y[E]).containsOnly(0.1);
        assertThat(y[I]).containsOnly(0.1);
        assertThat(y[A]).containsOnly(0.3);
        assertThat(y[U]).containsOnly(0);
    }

    /** Region P of lane 1 and region R of lane 0 with all their inputs. */
    @Test
    void everyRegionMeetsItsInputs() {
        Dynamics dynamics = new Dynamics(NETWORK, MASS, NOISE, 2);
        double[][] y = state(dynamics);
        double[][] dydt = slope(dynamics, 0, y);

        double sum = 0.5 * y[E][3] + 0.25 * y[E][5];
        double x = MASS.wEE() * y[E][1] - MASS.wEI() * y[I][1] + MASS.globalGain() * sum - y[A][1] + 0.1 + y[U][1];
        assertThat(dydt[E][1]).isCloseTo((F(x - MASS.thetaE()) - y[E][1]) / MASS.tauE(), within(1e-12));
        double xI = MASS.wIE() * y[E][4] - MASS.wII() * y[I][4] + MASS.globalGainD() * 2 * y[E][0];
        assertThat(dydt[I][4]).isCloseTo((F(xI - MASS.thetaI()) - y[I][4]) / MASS.tauI(), within(1e-12));
        assertThat(dydt[A][4]).isCloseTo((MASS.b() * y[E][4] - y[A][4]) / MASS.tauA(), within(1e-15));
        for (int k = 0; k < 6; k++) {
            assertThat(dydt[U][k]).isCloseTo(-y[U][k] / NOISE.tauU(), within(1e-15));
        }
        // Drives 0.1, 0.2, 0.3 of P, Q, R.
        assertThat(dynamics.inputs().drive).containsExactly(0.1, 0.1, 0.2, 0.2, 0.3, 0.3);
    }

    private static Expression noisy(double factor, String target) {
        Change change = new Change(
                Change.Kind.LOCAL_FACTOR, target, "noise", factor, "assumed, for a test", Evidence.LOW, Status.ASSUMED);
        return Condition.of("own", "own", "", Condition.Symptom.THREAT, List.of(change))
                .expressedIn(NETWORK, 1);
    }

    /** A factor of 3 on the noise of Q in lane 1: the same as three times the input there. */
    @Test
    void noiseIsScaledWhereSaid() {
        Dynamics scaled = new Dynamics(NETWORK, MASS, NOISE, 2);
        scaled.express(noisy(3, "Q"), 1);
        Dynamics plain = new Dynamics(NETWORK, MASS, NOISE, 2);
        double[][] y = state(plain);
        double[][] three = state(plain);
        three[U][3] = 3 * y[U][3];
        double[][] expected = slope(plain, 0, three);
        assertThat(slope(scaled, 0, y)[E]).containsExactly(expected[E]);
        // u itself decays as ever.
        assertThat(slope(scaled, 0, y)[U]).containsExactly(slope(plain, 0, y)[U]);
    }

    /** Two copies of lane 1, which has weights, drives, gains and noise of its own; then lane 0, which has not. */
    @Test
    void copiesAreAsTheirLane() {
        Dynamics dynamics = new Dynamics(NETWORK, MASS, NOISE, 2);
        dynamics.express(noisy(3, "Q"), 1);
        dynamics.coupling().setWeight(0, 1, 0.9);
        dynamics.inputs().drive[1] = 0.77;
        dynamics.inputs().gabaGain[5] = 1.5;
        double[][] y = state(dynamics);
        double[][] whole = slope(dynamics, 0, y);
        for (int lane = 0; lane < 2; lane++) {
            Dynamics copies = dynamics.copies(lane, 3, MASS);
            assertThat(copies.lanes()).isEqualTo(3);
            assertThat(copies.regions()).isEqualTo(3);
            double[][] same = new double[4][9];
            for (int v = 0; v < 4; v++) {
                for (int k = 0; k < 9; k++) {
                    same[v][k] = y[v][k / 3 * 2 + lane];
                }
            }
            double[][] of = slope(copies, 0, same);
            for (int v = 0; v < 4; v++) {
                for (int k = 0; k < 9; k++) {
                    assertThat(of[v][k]).isCloseTo(whole[v][k / 3 * 2 + lane], within(1e-15));
                }
            }
        }
    }

    /** Links of 4, 6 and 0 ms at steps of 2 ms: what arrives was sent two and three steps ago, or now. */
    private static Dynamics delayed() {
        return new Dynamics(Small.withLengths(NETWORK, 4, 6, 0), MASS, NOISE, 2, 2);
    }

    /** The state of step {@code n}: activities 0.01 n + 0.001 k. */
    private static double[][] step(Dynamics dynamics, int n) {
        double[][] y = dynamics.initial();
        for (int k = 0; k < y[E].length; k++) {
            y[E][k] = sent(n, k);
        }
        return y;
    }

    private static double sent(int n, int k) {
        return 0.01 * n + 0.001 * k;
    }

    private static void arrives(Dynamics dynamics, int n, int fromQ, int fromR) {
        double[][] y = step(dynamics, n);
        slope(dynamics, 2 * n, y);
        for (int k = 0; k < 2; k++) {
            assertThat(dynamics.inputs().excitation[k])
                    .as("step %s, lane %s", n, k)
                    .isCloseTo(0.5 * sent(fromQ, 2 + k) + 0.25 * sent(fromR, 4 + k), within(1e-15));
            assertThat(dynamics.inputs().suppression[4 + k]).isCloseTo(2 * sent(n, k), within(1e-15));
            assertThat(dynamics.inputs().excitation[4 + k]).isZero();
            assertThat(dynamics.inputs().suppression[k]).isZero();
        }
    }

    @Test
    void whatWasSentArrivesLater() {
        Dynamics dynamics = delayed();
        assertThat(dynamics.hasDelays()).isTrue();
        for (int n = 0; n < 12; n++) {
            dynamics.keep(2 * n, step(dynamics, n));
            // Before the start regions sent what they send at the start.
            arrives(dynamics, n, Math.max(0, n - 2), Math.max(0, n - 3));
        }
    }

    /** What is under way at step 5 is put back after the clock has gone on; or all is as it is now, for ever. */
    @Test
    void whatIsUnderWayIsPutBack() {
        Dynamics dynamics = delayed();
        for (int n = 0; n <= 5; n++) {
            dynamics.keep(2 * n, step(dynamics, n));
        }
        double[][] underWay = dynamics.underWay();
        assertThat(underWay).hasNumberOfRows(1);
        for (int n = 6; n < 9; n++) {
            dynamics.keep(2 * n, step(dynamics, n));
        }
        dynamics.resume(underWay, step(dynamics, 5));
        dynamics.keep(12, step(dynamics, 6));
        arrives(dynamics, 6, 4, 3);

        dynamics.resume(null, step(dynamics, 9));
        dynamics.keep(20, step(dynamics, 10));
        arrives(dynamics, 10, 9, 9);
        assertThat(new Dynamics(NETWORK, MASS, NOISE, 2).underWay()).isEmpty();
    }

    /** All links take time: nothing arrives at once. */
    @Test
    void withoutLinksAtOnceNothingArrivesAtOnce() {
        Dynamics dynamics = new Dynamics(Small.withLengths(NETWORK, 4, 4, 4), MASS, NOISE, 2, 2);
        for (int n = 0; n < 6; n++) {
            dynamics.keep(2 * n, step(dynamics, n));
            slope(dynamics, 2 * n, step(dynamics, n));
            int then = Math.max(0, n - 2);
            for (int k = 0; k < 2; k++) {
                assertThat(dynamics.inputs().excitation[k])
                        .isCloseTo(0.5 * sent(then, 2 + k) + 0.25 * sent(then, 4 + k), within(1e-15));
                assertThat(dynamics.inputs().suppression[4 + k]).isCloseTo(2 * sent(then, k), within(1e-15));
            }
        }
    }

    /** Oscillators send x and y besides their amplitude; sums of weights follow the weights. */
    @Test
    void oscillatorsSendCoordinates() {
        StuartLandau mass = Parameters.defaults(StuartLandau.class);
        Dynamics dynamics = new Dynamics(NETWORK, mass, NOISE, 2);
        assertThat(dynamics.variables()).isEqualTo(3);
        double[][] y = {{0.1, 0.2, 0.3, 0.4, 0.5, 0.6}, {1, 2, 3, 4, 5, 6}, new double[6]};
        slope(dynamics, 0, y);
        assertThat(dynamics.inputs().carried[0][1]).isCloseTo(0.5 * 0.4 + 0.25 * 0.6, within(1e-15));
        assertThat(dynamics.inputs().carried[1][0]).isCloseTo(0.5 * 3 + 0.25 * 5, within(1e-15));
        assertThat(dynamics.inputs().strength).containsExactly(0.75, 0.75, 0, 0, 0, 0);
        dynamics.coupling().setWeight(1, 1, 1.25);
        slope(dynamics, 0, y);
        assertThat(dynamics.inputs().strength).containsExactly(0.75, 1.75, 0, 0, 0, 0);
        assertThat(dynamics.inputs().suppression[4])
                .as("amplitude of P")
                .isCloseTo(2 * Math.sqrt(0.01 + 1), within(1e-12));
    }

    @Test
    void delayedOscillatorsSendCoordinatesLater() {
        StuartLandau mass = Parameters.defaults(StuartLandau.class);
        Dynamics dynamics = new Dynamics(Small.withLengths(NETWORK, 2, 2, 2), mass, NOISE, 1, 2);
        double[][] then = {{0.1, 0.2, 0.3}, {1, 2, 3}, new double[3]};
        double[][] now = {{0.9, 0.9, 0.9}, {9, 9, 9}, new double[3]};
        dynamics.keep(0, then);
        dynamics.keep(2, now);
        assertThat(dynamics.underWay()).hasNumberOfRows(3);
        slope(dynamics, 2, now);
        assertThat(dynamics.inputs().carried[0][0]).isCloseTo(0.5 * 0.2 + 0.25 * 0.3, within(1e-15));
        assertThat(dynamics.inputs().carried[1][0]).isCloseTo(0.5 * 2 + 0.25 * 3, within(1e-15));
        dynamics.resume(null, now);
        dynamics.keep(4, then);
        slope(dynamics, 4, then);
        assertThat(dynamics.inputs().carried[1][0]).isCloseTo(0.75 * 9, within(1e-14));
    }

    /** A mass that balances inhibition is told the weights onto each region of both kinds, and their drives. */
    @Test
    void inhibitionIsBalancedForTheNetworkAsDescribed() {
        WongWang mass = Parameters.defaults(WongWang.class);
        Network network = Small.withLengths(NETWORK, 4, 0, 0);
        double[] expected =
                mass.balance(new double[] {0.5 + 0.25, 0, 0}, new double[] {0, 0, 2}, new double[] {0.1, 0.2, 0.3});
        assertThat(expected).doesNotHaveDuplicates();
        double[] balance = new Dynamics(network, mass, NOISE, 2, 2).inputs().balance;
        for (int k = 0; k < 6; k++) {
            assertThat(balance[k]).isCloseTo(expected[k / 2], within(1e-15));
        }
        assertThat(new Dynamics(NETWORK, MASS, NOISE, 2).inputs().balance).containsOnly(1);
    }

    /** Links and drives of a person go into one lane. */
    @Test
    void aPersonHasWeightsOfTheirOwn() {
        Dynamics dynamics = new Dynamics(NETWORK, MASS, NOISE, 2);
        Change link = new Change(
                Change.Kind.LINK_FACTOR, "R->P", null, 4, "assumed, for a test", Evidence.LOW, Status.ASSUMED);
        Change drive =
                new Change(Change.Kind.DRIVE, "Q", null, 0.5, "assumed, for a test", Evidence.LOW, Status.ASSUMED);
        dynamics.express(
                Condition.of("own", "own", "", Condition.Symptom.THREAT, List.of(link, drive))
                        .expressedIn(NETWORK, 1),
                1);
        assertThat(dynamics.coupling().weight(1, 0)).isEqualTo(0.25);
        assertThat(dynamics.coupling().weight(1, 1)).isCloseTo(1, within(1e-12));
        assertThat(dynamics.coupling().weight(0, 1)).isEqualTo(0.5);
        assertThat(dynamics.inputs().drive).containsExactly(new double[] {0.1, 0.1, 0.2, 0.7, 0.3, 0.3}, within(1e-12));
    }
}
