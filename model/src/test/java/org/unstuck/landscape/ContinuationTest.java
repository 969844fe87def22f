package org.unstuck.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unstuck.ReferenceData;
import org.unstuck.describe.Invalid;

/** Branches, folds, Hopf points and crossings of systems where they are known. */
class ContinuationTest {

    private static BifurcationDiagram diagram(Family family, double low, double high, Box box) {
        return BifurcationDiagram.of(family, low, high, box, 20, Systems.SEED, () -> false);
    }

    @Test
    void saddleNodeTurnsAtZero() {
        BifurcationDiagram d = diagram(Systems.saddleNode(), -1, 1, Box.cube(1, -2, 2));

        assertThat(d.branches()).hasSize(1);
        assertThat(d.events(Branch.Kind.FOLD)).hasSize(1);
        Branch.Event fold = d.events(Branch.Kind.FOLD).get(0);
        assertThat(fold.point().parameter()).isCloseTo(0, within(1e-12));
        assertThat(fold.point().equilibrium().x()[0]).isCloseTo(0, within(1e-8));
        for (Branch.Point point : d.branches().get(0).points()) {
            double x = point.equilibrium().x()[0];
            assertThat(point.parameter() + x * x).isCloseTo(0, within(1e-12));
            assertThat(point.equilibrium().isStable()).isEqualTo(x < 0);
        }
        assertThat(d.branches().get(0).begin().reason()).isEqualTo(Branch.Reason.RANGE);
        assertThat(d.branches().get(0).end().reason()).isEqualTo(Branch.Reason.RANGE);
    }

    @Test
    void cuspHasTwoFolds() {
        BifurcationDiagram d = diagram(Systems.tilted(), -1, 1, Box.cube(1, -2, 2));

        assertThat(d.branches()).hasSize(1);
        double[] at = d.events(Branch.Kind.FOLD).stream()
                .mapToDouble(e -> e.point().parameter())
                .sorted()
                .toArray();
        double fold = 2 / (3 * Math.sqrt(3));
        assertThat(at).containsExactly(new double[] {-fold, fold}, within(1e-12));
    }

    @Test
    void pitchforkIsABranchPointAndItsProngsAreFollowed() {
        BifurcationDiagram d = diagram(Systems.pitchfork(), -1, 1.5, Box.cube(1, -2, 2));

        assertThat(d.events(Branch.Kind.FOLD)).isEmpty();
        assertThat(d.events(Branch.Kind.BRANCH_POINT))
                .isNotEmpty()
                .allSatisfy(e -> assertThat(e.point().parameter()).isCloseTo(0, within(1e-8)));
        assertThat(d.branches()).hasSize(2);
        assertThat(prong(d, 1)).isNotEmpty();
        assertThat(prong(d, -1)).isNotEmpty();
    }

    private static List<Branch.Point> prong(BifurcationDiagram d, double sign) {
        return d.branches().stream()
                .flatMap(b -> b.points().stream())
                .filter(p -> p.parameter() > 0.5)
                .filter(p -> Math.abs(p.equilibrium().x()[0] - sign * Math.sqrt(p.parameter())) < 1e-9)
                .toList();
    }

    /** Found by searches in the middle of the range alone, where only the trivial branch is: the prongs come by switching. */
    @Test
    void branchesAreSwitchedAtAPitchfork() {
        Continuation continuation = new Continuation(Systems.pitchfork(), -1, 1.5, Box.cube(1, -2, 2), 500);
        Branch trivial = continuation.through(new double[] {0}, -1);

        assertThat(trivial.events()).hasSize(1);
        assertThat(trivial.events().get(0).kind()).isEqualTo(Branch.Kind.BRANCH_POINT);
        Branch prongs = continuation.leaving(trivial.events().get(0));
        assertThat(prongs).isNotNull();
        assertThat(prongs.points()).allSatisfy(p -> {
            double x = p.equilibrium().x()[0];
            assertThat(x * x).isCloseTo(p.parameter(), within(1e-9));
        });
    }

    @Test
    void transcriticalCrossingExchangesStability() {
        BifurcationDiagram d = diagram(Systems.transcritical(), -1, 1, Box.cube(1, -2, 2));

        assertThat(d.branches()).hasSize(2);
        assertThat(d.events(Branch.Kind.BRANCH_POINT)).hasSize(2);
        assertThat(d.events(Branch.Kind.FOLD)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1", "6.283185307179586", "60"})
    void stuartLandauBeginsToOscillateAtZero(double omega) {
        BifurcationDiagram d = diagram(Systems.stuartLandau(omega), -1, 1, Box.cube(2, -2, 2));

        List<Branch.Event> hopf = d.events(Branch.Kind.HOPF);
        assertThat(hopf).hasSize(1);
        assertThat(hopf.get(0).point().parameter()).isCloseTo(0, within(1e-8));
        assertThat(hopf.get(0).frequency()).isCloseTo(omega / (2 * Math.PI), within(1e-8 * omega));
    }

    /** Trace 0 at v = +-sqrt(1 - b eps): the currents follow from the equilibrium. No folds, since b < 1. */
    @Test
    void fitzHughNagumoHasTwoHopfPoints() {
        BifurcationDiagram d =
                diagram(Systems.fitzHughNagumo(), 0, 2, new Box(new double[] {-3, -2}, new double[] {3, 3}));
        double v = Math.sqrt(1 - Systems.B * Systems.EPSILON);
        double[] expected = {current(-v), current(v)};

        assertThat(d.branches()).hasSize(1);
        assertThat(d.events(Branch.Kind.FOLD)).isEmpty();
        assertThat(d.events(Branch.Kind.HOPF).stream()
                        .mapToDouble(e -> e.point().parameter())
                        .sorted()
                        .toArray())
                .containsExactly(expected, within(1e-8));
        double frequency = Math.sqrt(Systems.EPSILON * (1 - Systems.B * Systems.B * Systems.EPSILON)) / (2 * Math.PI);
        assertThat(d.events(Branch.Kind.HOPF).get(0).frequency()).isCloseTo(frequency, within(1e-8));
    }

    private static double current(double v) {
        return (v + Systems.A) / Systems.B - v + v * v * v / 3;
    }

    /** Root finding with 30 digits on the explicit curve of equilibria (reference data, 1e-6 relative and 1e-7 absolute). */
    @ParameterizedTest
    @CsvSource({"WCN_bistable, 12, 6, 4", "WCN_default, 15, 12, 3"})
    void wilsonCowanTurnsWhereTheReferenceDoes(String name, double cEI, double cIE, double muE) {
        Family family = Systems.wilsonCowan(cEI, cIE, muE);
        BifurcationDiagram d = diagram(family, -2, 5, Box.cube(2, 0, 1));
        List<String[]> rows = ReferenceData.rows("landscape/" + name + "_bifurcations.csv");

        List<Branch.Event> all = new ArrayList<>(d.events(Branch.Kind.FOLD));
        all.addAll(d.events(Branch.Kind.HOPF));
        List<String[]> asked =
                rows.stream().filter(r -> !r[0].equals("neutral_saddle")).toList();
        assertThat(all).hasSameSizeAs(asked);
        assertThat(d.events(Branch.Kind.BRANCH_POINT)).isEmpty();
        for (String[] row : asked) {
            Branch.Kind kind = row[0].equals("hopf") ? Branch.Kind.HOPF : Branch.Kind.FOLD;
            assertThat(all).anySatisfy(e -> {
                assertThat(e.kind()).isEqualTo(kind);
                near(e.point().parameter(), row[3]);
                near(e.point().equilibrium().x()[0], row[1]);
                near(e.point().equilibrium().x()[1], row[2]);
                near(1000 * e.frequency(), row[4]);
            });
        }
    }

    private static void near(double actual, String expected) {
        double e = Double.parseDouble(expected);
        assertThat(actual).isCloseTo(e, within(1e-7 + 1e-6 * Math.abs(e)));
    }

    @Test
    void aLostBranchSaysSoAndKeepsItsLastPoint() {
        // x = sqrt(p), not differentiable at 0: there the curve ends without a fold.
        Family family = new Family(
                "p",
                "1",
                p -> VectorField.of(List.of("x"), 0.01, (x, f) -> f[0] = x[0] < 0 ? Double.NaN : p - Math.sqrt(x[0])));
        Branch branch = new Continuation(family, -1, 1, Box.cube(1, 0, 1), 500).through(new double[] {0.25}, 0.5);

        List<Branch.End> ends = List.of(branch.begin(), branch.end());
        assertThat(ends).anySatisfy(e -> {
            assertThat(e.reason()).isEqualTo(Branch.Reason.LOST);
            assertThat(e.words()).isNotBlank();
        });
        assertThat(branch.points()).allSatisfy(p -> {
            double x = p.equilibrium().x()[0];
            assertThat(Math.sqrt(x)).isCloseTo(p.parameter(), within(1e-8));
        });
    }

    @Test
    void aPointThatIsNoEquilibriumIsNoBranch() {
        // No equilibrium at all: x^2 + 1.
        Family family = new Family("p", "1", p -> VectorField.of(List.of("x"), 0.01, (x, f) -> f[0] = x[0] * x[0] + 1));
        Branch branch = new Continuation(family, 0, 1, Box.cube(1, -1, 1), 10).through(new double[] {0.5}, 0.5);

        assertThat(branch.end().reason()).isEqualTo(Branch.Reason.LOST);
        assertThat(branch.points()).hasSize(1);
    }

    @Test
    void aRangeInReverseIsRefused() {
        assertThatThrownBy(() -> new Continuation(Systems.tilted(), 1, -1, Box.cube(1, -2, 2), 10))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("the range of p is 1.0 to -1.0")
                .hasMessageContaining("Maybe");
    }

    private static Family line(double slope) {
        return new Family("p", "1", p -> VectorField.of(List.of("x"), 0.01, (x, f) -> f[0] = slope * p - x[0]));
    }

    /** x = p, where the parameter may not leave its range at all: both ends are reached to the last bit. */
    @Test
    void aRangeThatMayNotBeLeftIsFollowedToItsEnds() {
        Family strict = new Family("p", "1", p -> {
            if (p < -1 || p > 0.5) {
                throw new Invalid("p", "p is " + p + ", it must be from -1 to 0.5.", "");
            }
            return line(1).at(p);
        });
        Branch branch = new Continuation(strict, -1, 0.5, Box.cube(1, -2, 2), 500).through(new double[] {0}, 0);

        assertThat(branch.begin()).isEqualTo(new Branch.End(Branch.Reason.RANGE, "the range ends"));
        assertThat(branch.end()).isEqualTo(new Branch.End(Branch.Reason.RANGE, "the range ends"));
        List<Branch.Point> points = branch.points();
        assertThat(points.get(0).parameter()).isEqualTo(-1);
        assertThat(points.get(points.size() - 1).parameter()).isEqualTo(0.5);
        for (int k = 0; k < points.size(); k++) {
            assertThat(points.get(k).equilibrium().x()[0])
                    .isCloseTo(points.get(k).parameter(), within(1e-12));
            if (k > 0) {
                // In order, and by no more than the largest step: 0.03 of the range of 1.5 along the curve.
                assertThat(points.get(k).parameter() - points.get(k - 1).parameter())
                        .isPositive()
                        .isLessThan(0.06);
            }
        }
    }

    /** x = 10 p leaves the box of width 2 by more than its width at |x| = 3, |p| = 0.3. */
    @Test
    void aBranchIsNotFollowedFarOutOfTheBox() {
        Branch branch = new Continuation(line(10), -1, 1, Box.cube(1, -1, 1), 500).through(new double[] {0}, 0);

        assertThat(branch.begin().reason()).isEqualTo(Branch.Reason.BOX);
        assertThat(branch.end().reason()).isEqualTo(Branch.Reason.BOX);
        List<Branch.Point> points = branch.points();
        for (int k = 0; k < points.size(); k++) {
            boolean last = k == 0 || k == points.size() - 1;
            assertThat(Math.abs(points.get(k).equilibrium().x()[0]) > 3).isEqualTo(last);
        }
    }

    /** The circle x^2 + p^2 = 1/4: it closes, and turns back at p = -1/2 and 1/2. */
    @Test
    void aCircleCloses() {
        Family circle = new Family(
                "p", "1", p -> VectorField.of(List.of("x"), 0.01, (x, f) -> f[0] = x[0] * x[0] + p * p - 0.25));
        Branch branch = new Continuation(circle, -1, 1, Box.cube(1, -1, 1), 500).through(new double[] {0.5}, 0);

        assertThat(branch.end().reason()).isEqualTo(Branch.Reason.CLOSED);
        assertThat(branch.begin()).isEqualTo(branch.end());
        assertThat(branch.events().stream().map(Branch.Event::kind))
                .containsExactly(Branch.Kind.FOLD, Branch.Kind.FOLD);
        assertThat(branch.events().stream()
                        .mapToDouble(e -> e.point().parameter())
                        .sorted()
                        .toArray())
                .containsExactly(new double[] {-0.5, 0.5}, within(1e-12));
        for (Branch.Event event : branch.events()) {
            assertThat(branch.points().get(event.at())).isEqualTo(event.point());
        }
        // Once round and not twice: all points but the last few lie at different angles.
        double turned = 0;
        for (int k = 1; k < branch.points().size(); k++) {
            double d = angle(branch.points().get(k)) - angle(branch.points().get(k - 1));
            turned += Math.abs(Math.IEEEremainder(d, 2 * Math.PI));
        }
        assertThat(turned).isCloseTo(2 * Math.PI, within(0.2));
    }

    private static double angle(Branch.Point point) {
        return Math.atan2(point.equilibrium().x()[0], point.parameter());
    }

    @Test
    void aBranchHasNoMorePointsThanAllowed() {
        Branch branch = new Continuation(line(1), -1, 1, Box.cube(1, -2, 2), 4).through(new double[] {0}, 0);

        assertThat(branch.begin()).isEqualTo(new Branch.End(Branch.Reason.POINTS, "it has more than 4 points"));
        assertThat(branch.end()).isEqualTo(new Branch.End(Branch.Reason.POINTS, "it has more than 4 points"));
        // Five on each side, the start in both.
        assertThat(branch.points()).hasSize(9);
    }

    @Test
    void aBranchPassesThroughItsPointsAndBetweenThem() {
        Continuation continuation = new Continuation(line(1), -1, 1, Box.cube(1, -2, 2), 500);
        Branch branch = continuation.through(new double[] {0}, 0);
        for (double p : new double[] {-1, -0.987654, -0.5, 0, 0.0123, 0.75, 1}) {
            assertThat(continuation.passes(branch, new double[] {p}, p))
                    .as("p = %s", p)
                    .isTrue();
            assertThat(continuation.passes(branch, new double[] {p + 0.3}, p)).isFalse();
        }
        // Of the branch that ends at 0.3 and -0.3 nothing lies at 0.5.
        Continuation steep = new Continuation(line(10), -1, 1, Box.cube(1, -1, 1), 500);
        assertThat(steep.passes(steep.through(new double[] {0}, 0), new double[] {5}, 0.5))
                .isFalse();
    }

    /** Both prongs begin at the pitchfork, and its event is where the diagram says. */
    @Test
    void prongsBeginAtTheirPitchfork() {
        Continuation continuation = new Continuation(Systems.pitchfork(), -1, 1.5, Box.cube(1, -2, 2), 500);
        Branch trivial = continuation.through(new double[] {0}, -1);
        Branch.Event event = trivial.events().get(0);
        assertThat(trivial.points().get(event.at())).isEqualTo(event.point());
        Branch prongs = continuation.leaving(event);
        double[] x = prongs.points().stream()
                .mapToDouble(p -> p.equilibrium().x()[0])
                .toArray();
        // From one end of the range, x = -+sqrt(1.5), through 0 to the other: one way all along.
        assertThat(Math.abs(x[0])).isCloseTo(Math.sqrt(1.5), within(1e-9));
        assertThat(x[x.length - 1]).isCloseTo(-x[0], within(1e-9));
        for (int k = 1; k < x.length; k++) {
            assertThat((x[k] - x[k - 1]) * -x[0]).isPositive();
        }
    }
}
