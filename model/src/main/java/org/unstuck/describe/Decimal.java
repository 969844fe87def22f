package org.unstuck.describe;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as text, the same on every JDK ({@code Double.toString} changed in JDK 19) and in every locale. */
public final class Decimal {

    private static final int LARGEST_PLAIN_EXPONENT = 15;
    private static final int SMALLEST_PLAIN_EXPONENT = -5;

    private Decimal() {}

    /**
     * The decimal with the fewest digits that is read back as exactly {@code x} (15, 16 or 17 significant digits are tried,
     * trailing zeros dropped).
     *
     * @throws IllegalArgumentException if {@code x} is not finite: no result contains NaN or infinity as text
     */
    public static String exact(double x) {
        check(x);
        for (int digits = 15; digits < 17; digits++) {
            BigDecimal rounded = new BigDecimal(x).round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == x) {
                return text(rounded);
            }
        }
        return text(new BigDecimal(x).round(new MathContext(17, RoundingMode.HALF_EVEN)));
    }

    /**
     * {@code x} rounded to {@code digits} significant digits.
     *
     * @throws IllegalArgumentException if {@code x} is not finite
     */
    public static String of(double x, int digits) {
        check(x);
        return text(new BigDecimal(x).round(new MathContext(digits, RoundingMode.HALF_EVEN)));
    }

    /**
     * {@code x} with a fixed number of {@code decimals}, half to even; zero has no sign.
     *
     * @throws IllegalArgumentException if {@code x} is not finite
     */
    public static String fixed(double x, int decimals) {
        check(x);
        BigDecimal rounded = new BigDecimal(x).setScale(decimals, RoundingMode.HALF_EVEN);
        return rounded.toPlainString();
    }

    private static void check(double x) {
        if (!Double.isFinite(x)) {
            throw new IllegalArgumentException("A number to be written is " + x + ", it must be finite.");
        }
    }

    private static String text(BigDecimal value) {
        if (value.signum() == 0) {
            return "0";
        }
        BigDecimal plain = value.stripTrailingZeros();
        int exponent = plain.precision() - plain.scale() - 1;
        if (exponent > LARGEST_PLAIN_EXPONENT || exponent < SMALLEST_PLAIN_EXPONENT) {
            return plain.toString().replace("E+", "E");
        }
        return plain.toPlainString();
    }
}
