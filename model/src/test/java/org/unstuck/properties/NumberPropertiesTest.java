package org.unstuck.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.unstuck.describe.Decimal;
import org.unstuck.describe.Dose;
import org.unstuck.describe.Time;
import org.unstuck.noise.Address;
import org.unstuck.noise.Gaussian;
import org.unstuck.numeric.Exp;
import org.unstuck.numeric.Log;
import org.unstuck.numeric.Tanh;

/** Numbers as text and back, elementary functions, addressed noise. */
class NumberPropertiesTest {

    /** Finite doubles with all exponents alike. */
    @Provide
    Arbitrary<Double> finite() {
        return Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite);
    }

    @Property(tries = 1000)
    void exactTextIsReadBackToTheBit(@ForAll("finite") double x) {
        String text = Decimal.exact(x);
        assertThat(Double.parseDouble(text)).isEqualTo(x == 0 ? 0 : x);
        assertThat(text).matches("-?[0-9]+(\\.[0-9]+)?(E-?[0-9]+)?").hasSizeLessThan(26);
    }

    /** No shorter text of 15 digits or more is read back as the same number. */
    @Property(tries = 1000)
    void exactTextIsShort(@ForAll("finite") double x) {
        int digits = new BigDecimal(Decimal.exact(x)).stripTrailingZeros().precision();
        if (digits == 17) {
            BigDecimal shorter = new BigDecimal(x).round(new java.math.MathContext(16));
            assertThat(shorter.doubleValue()).isNotEqualTo(x);
        }
        assertThat(digits).isLessThanOrEqualTo(17);
    }

    @Provide
    Arbitrary<Double> normal() {
        return finite().filter(x -> Math.abs(x) < 1e300 && Math.abs(x) > 1e-300);
    }

    @Property(tries = 1000)
    void roundedTextIsNear(@ForAll("normal") double x, @ForAll @IntRange(min = 1, max = 15) int digits) {
        assertThat(Double.parseDouble(Decimal.of(x, digits)))
                .isCloseTo(x, within(0.51 * StrictMath.pow(10, 1 - digits) * Math.abs(x) * 10));
    }

    @Property
    void timesAreReadBack(@ForAll @DoubleRange(max = 87_600) double hours) {
        Time time = new Time(hours);
        assertThat(Time.parse(time.exact()).hours()).isEqualTo(hours);
    }

    @Property
    void dosesAreReadBack(@ForAll @DoubleRange(min = 0.01, max = 5000) double amount) {
        Dose dose = new Dose(amount, "mg");
        assertThat(Dose.parse(dose.exact())).isEqualTo(dose);
    }

    @Property(tries = 1000)
    void expGrows(
            @ForAll @DoubleRange(min = -700, max = 700) double x,
            @ForAll @DoubleRange(min = 0.01, max = 1) double more) {
        assertThat(Exp.exp(x + more)).isGreaterThanOrEqualTo(Exp.exp(x));
        assertThat(Exp.exp(x) * Exp.exp(-x)).isCloseTo(1, within(1e-14));
    }

    @Property(tries = 1000)
    void logUndoesExp(@ForAll @DoubleRange(min = -700, max = 700) double x) {
        assertThat(Log.log(Exp.exp(x))).isCloseTo(x, within(4e-16 * Math.max(1, Math.abs(x))));
    }

    @Property(tries = 1000)
    void tanhIsOddAndBounded(@ForAll @DoubleRange(min = -30, max = 30) double x) {
        assertThat(Tanh.tanh(-x)).isEqualTo(-Tanh.tanh(x));
        assertThat(Math.abs(Tanh.tanh(x))).isLessThanOrEqualTo(1);
    }

    /** Whatever is drawn together, and in whatever order: the number at an address is the number at that address. */
    @Property
    void noiseIsAddressed(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 300) int lanes,
            @ForAll @IntRange(max = 1000) int step) {
        long[] keys = new long[lanes];
        for (int k = 0; k < lanes; k++) {
            keys[k] = Address.of(seed).with("lane", k).key();
        }
        double[] together = new double[lanes];
        Gaussian.fill(keys, step, 1, together);
        int some = (int) Long.remainderUnsigned(seed, lanes);
        double[] alone = new double[1];
        Gaussian.fill(new long[] {keys[some]}, step, 1, alone);
        assertThat(together[some]).isEqualTo(alone[0]).isEqualTo(Gaussian.at(keys[some], step));
    }

    @Property
    void drawsBelowABoundAreBelowIt(@ForAll long seed, @ForAll @IntRange(min = 1) int bound) {
        var draws = Address.of(seed).draws();
        for (int i = 0; i < 20; i++) {
            assertThat(draws.below(bound)).isBetween(0, bound - 1);
            assertThat(draws.uniform()).isBetween(0.0, Math.nextDown(1.0));
        }
    }

    /** 19. The unit does not matter: minutes or hours, days or weeks. */
    @Property
    void unitsAreEqual(@ForAll @IntRange(min = 1, max = 5000) int n) {
        assertThat(Time.parse(60 * n + " min")).isEqualTo(Time.parse(n + " h"));
        assertThat(Time.parse(24 * n + " h")).isEqualTo(Time.parse(n + " d"));
        assertThat(Time.parse(7 * n + " d")).isEqualTo(Time.parse(n + " wk"));
        assertThat(Time.parse(1000 * n + " ms").hours())
                .isCloseTo(Time.parse(n + " s").hours(), within(1e-15 * n));
    }
}
