package org.unstuck.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.unstuck.ReferenceData;

/** Equilibria, their eigenvalues and kinds. */
class EquilibriaTest {

    static Stream<Arguments> rows() {
        return Stream.of("WCN_bistable", "WCN_default")
                .flatMap(name -> ReferenceData.rows("landscape/" + name + "_equilibria.csv").stream()
                        .map(row -> Arguments.of(name, List.of(row))));
    }

    /** Every equilibrium of the reference is found by the search from random points, to 1e-6 with its eigenvalues. */
    @ParameterizedTest
    @MethodSource("rows")
    void referenceEquilibriaAreFound(String name, List<String> row) {
        Family family = name.endsWith("default") ? Systems.wilsonCowan(15, 12, 3) : Systems.wilsonCowan(12, 6, 4);
        double[] expected =
                row.stream().limit(6).mapToDouble(Double::parseDouble).toArray();
        FixedPoints points = FixedPoints.of(family.at(expected[0]), Box.cube(2, 0, 1), 60, List.of(), Systems.SEED);

        assertThat(points.found()).anySatisfy(e -> {
            near(e.x()[0], expected[1]);
            near(e.x()[1], expected[2]);
            near(e.eigenvalues().re()[0], expected[3]);
            near(Math.abs(e.eigenvalues().im()[0]), expected[4]);
            near(e.eigenvalues().re()[1], expected[5]);
            assertThat(e.isStable()).isEqualTo(row.get(6).equals("stable"));
        });
        long listed = ReferenceData.rows("landscape/" + name + "_equilibria.csv").stream()
                .filter(r -> r[0].equals(row.get(0)))
                .count();
        assertThat(points.found()).hasSize((int) listed);
    }

    private static void near(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(1e-7 + 1e-6 * Math.abs(expected)));
    }

    @Test
    void kindsOfTwoDimensions() {
        assertThat(kind(-1, 0, 0, -2)).isEqualTo(Equilibrium.Kind.STABLE_NODE);
        assertThat(kind(-1, -5, 5, -1)).isEqualTo(Equilibrium.Kind.STABLE_FOCUS);
        assertThat(kind(1, 0, 0, -2)).isEqualTo(Equilibrium.Kind.SADDLE);
        assertThat(kind(1, 0, 0, 2)).isEqualTo(Equilibrium.Kind.UNSTABLE_NODE);
        assertThat(kind(1, -5, 5, 1)).isEqualTo(Equilibrium.Kind.UNSTABLE_FOCUS);
        assertThat(kind(0, -5, 5, 0)).isEqualTo(Equilibrium.Kind.MARGINAL);
    }

    private static Equilibrium.Kind kind(double a, double b, double c, double d) {
        return new Equilibrium(new double[2], Eigenvalues.of(new double[][] {{a, b}, {c, d}}), 0).kind();
    }

    /** The companion matrix of (x - 1)(x - 2)(x - 3)(x^2 + 4). */
    @Test
    void eigenvaluesOfFiveDimensions() {
        double[] monic = {-24, 44, -30, 15, -6};
        double[][] companion = new double[5][5];
        for (int i = 0; i < 5; i++) {
            companion[i][4] = -monic[i];
            if (i > 0) {
                companion[i][i - 1] = 1;
            }
        }
        Eigenvalues all = Eigenvalues.of(companion);

        assertThat(all.re()).containsExactly(new double[] {3, 2, 1, 0, 0}, within(1e-9));
        assertThat(all.im()).containsExactly(new double[] {0, 0, 0, 2, -2}, within(1e-9));
    }

    @Test
    void aSearchThatFindsNothingSaysWhy() {
        VectorField none = VectorField.of(List.of("x"), 0.01, (x, f) -> f[0] = 1 + x[0] * x[0]);
        FixedPoints points = FixedPoints.of(none, Box.cube(1, -1, 1), 20, List.of(), Systems.SEED);

        assertThat(points.found()).isEmpty();
        assertThat(points.lost().values().stream().mapToInt(i -> i).sum()).isEqualTo(20);
        Root flat = new Newton(VectorField.of(List.of("x"), 1, (x, f) -> f[0] = 1), Box.cube(1, -1, 1))
                .from(new double[] {0});
        assertThat(flat).isInstanceOfSatisfying(Root.Lost.class, lost -> {
            assertThat(lost.why()).isEqualTo("the Jacobian is singular");
            assertThat(lost.last()).containsExactly(0);
        });
        Root broken = new Newton(VectorField.of(List.of("x"), 1, (x, f) -> f[0] = Double.NaN), Box.cube(1, -1, 1))
                .from(new double[] {0});
        assertThat(broken)
                .isInstanceOfSatisfying(
                        Root.Lost.class, lost -> assertThat(lost.why()).contains("not finite"));
    }

    /** v' = 0 on w = v - v^3/3 + I, w' = 0 on w = (v + a)/b. */
    @Test
    void nullclinesOfFitzHughNagumo() {
        Nullclines lines = Nullclines.of(
                Systems.fitzHughNagumo().at(0.5),
                new Box(new double[] {-2.5, -2}, new double[] {2.5, 3}),
                new double[2],
                0,
                1,
                200);

        assertThat(lines.ofX()).hasSizeGreaterThan(200);
        for (double[] s : lines.ofX()) {
            assertThat(s[1]).isCloseTo(s[0] - s[0] * s[0] * s[0] / 3 + 0.5, within(2e-3));
        }
        assertThat(lines.ofY()).hasSizeGreaterThan(100);
        for (double[] s : lines.ofY()) {
            assertThat(s[1]).isCloseTo((s[0] + Systems.A) / Systems.B, within(1e-9));
        }
    }
}
