package org.unstuck.integrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What makes numbers a scheme: shapes, row sums, and the order conditions that they must meet. */
class ButcherTableauTest {

    private static ButcherTableau two(double[] c, double[] second, double... b) {
        return new ButcherTableau(2, c, new double[][] {{}, second}, b);
    }

    @Test
    void misprintsAreRefused() {
        double[] c = {0, 1};
        double[] row = {1};
        assertThatCode(() -> two(c, row, 0.5, 0.5)).doesNotThrowAnyException();
        assertThatThrownBy(() -> two(c, row, 0.5, 0.4)).hasMessageContaining("b adds up to 0.9, it must add up to 1.0");
        assertThatThrownBy(() -> two(c, row, 0.5, Double.NaN)).hasMessageContaining("b adds up to NaN");
        assertThatThrownBy(() -> two(new double[] {0, 0.5}, row, 0.5, 0.5))
                .hasMessageContaining("row 1 of a adds up to 1.0, it must add up to 0.5");
        assertThatThrownBy(() -> two(c, new double[] {0.5, 0.5}, 0.5, 0.5))
                .hasMessageContaining("row 1 of a has 2 entries");
        assertThatThrownBy(() -> two(new double[] {0}, row, 0.5, 0.5)).hasMessageContaining("have 1, 2, 2 rows");
        assertThatThrownBy(() -> two(c, row, 1)).hasMessageContaining("have 2, 2, 1 rows");
    }

    /** Rounding is forgiven up to 1e-14, a digit is not. */
    @Test
    void roundingIsForgiven() {
        assertThatCode(() -> two(new double[] {0, 1}, new double[] {1 + 9e-15}, 0.5, 0.5))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> two(new double[] {0, 1}, new double[] {1 + 2e-14}, 0.5, 0.5))
                .hasMessageContaining("row 1");
    }

    @Test
    void numbersCannotBeChangedAfterwards() {
        double[] b = {0.5, 0.5};
        ButcherTableau heun = two(new double[] {0, 1}, new double[] {1}, b);
        b[0] = 9;
        heun.b()[0] = 9;
        heun.c()[1] = 9;
        heun.a()[1][0] = 9;
        assertThat(heun.b()).containsExactly(0.5, 0.5);
        assertThat(heun.c()).containsExactly(0, 1);
        assertThat(heun.a()[1]).containsExactly(1);
    }

    /** Order conditions of Hairer, Norsett and Wanner (section II.1): sum b c = 1/2, sum b c^2 = 1/3, sum b a c = 1/6, sum b c^3 = 1/4. */
    @Test
    void orderConditions() {
        for (ButcherTableau t : List.of(
                ButcherTableau.EULER,
                ButcherTableau.HEUN_2,
                ButcherTableau.MIDPOINT_2,
                ButcherTableau.RALSTON_2,
                ButcherTableau.KUTTA_3,
                ButcherTableau.SHU_OSHER_3,
                ButcherTableau.BOGACKI_SHAMPINE_3,
                ButcherTableau.CLASSICAL_4,
                ButcherTableau.THREE_EIGHTHS_4,
                ButcherTableau.DORMAND_PRINCE_5)) {
            double half = 0;
            double third = 0;
            double sixth = 0;
            double quarter = 0;
            for (int i = 0; i < t.b().length; i++) {
                double c = t.c()[i];
                half += t.b()[i] * c;
                third += t.b()[i] * c * c;
                quarter += t.b()[i] * c * c * c;
                for (int j = 0; j < i; j++) {
                    sixth += t.b()[i] * t.a()[i][j] * t.c()[j];
                }
            }
            if (t.order() >= 2) {
                assertThat(half).isCloseTo(1 / 2.0, within(1e-14));
            }
            if (t.order() >= 3) {
                assertThat(third).isCloseTo(1 / 3.0, within(1e-14));
                assertThat(sixth).isCloseTo(1 / 6.0, within(1e-14));
            }
            if (t.order() >= 4) {
                assertThat(quarter).isCloseTo(1 / 4.0, within(1e-14));
            }
        }
    }

    /** The edges of tolerances and steps. */
    @Test
    void tolerancesAtTheirEdges() {
        assertThat(new DormandPrince54(1e-14, 1e-300, 1).maxSteps()).isEqualTo(1);
        assertThat(DormandPrince54.of(0.5, 1).maxSteps()).isEqualTo(1_000_000);
        assertThatThrownBy(() -> DormandPrince54.of(1, 1)).hasMessageContaining("relative is 1.0");
        assertThatThrownBy(() -> DormandPrince54.of(9e-15, 1)).hasMessageContaining("relative is 9.0E-15");
        assertThatThrownBy(() -> DormandPrince54.of(Double.NaN, 1)).hasMessageContaining("relative is NaN");
        assertThatThrownBy(() -> DormandPrince54.of(1e-9, Double.POSITIVE_INFINITY))
                .hasMessageContaining("absolute is Infinity");
        assertThatThrownBy(() -> new DormandPrince54(1e-9, 1e-9, -1)).hasMessageContaining("maxSteps is -1");
    }
}
