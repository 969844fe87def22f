package org.unstuck.describe;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as text, the same on every JDK ({@code Double.toString} changed in JDK 19) and in every locale. */
public final class Decimal {

    private static final int LARGEST_PLAIN_EXPONENT = 15;
    private static final int SMALLEST_PLAIN_EXPONENT = -5;

    /** Powers of ten that a double holds exactly. */
    private static final double[] TENS = new double[23];

    /** Up to so many digits, {@link #rounded} is tried before exact arithmetic. */
    private static final int FEW_DIGITS = 12;
    /** Twice the relative error of one multiplication or division, 2^-53. */
    private static final double ROUNDING = 0x1p-52;

    private static final int RADIX = 10;
    private static final long UNSURE = Long.MIN_VALUE;

    static {
        TENS[0] = 1;
        for (int k = 1; k < TENS.length; k++) {
            TENS[k] = RADIX * TENS[k - 1];
        }
    }

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
        double size = Math.abs(x);
        if (size == 0) {
            return "0";
        }
        if (digits <= FEW_DIGITS && size >= 1 / TENS[-SMALLEST_PLAIN_EXPONENT] && size < TENS[FEW_DIGITS]) {
            int decimals = digits - 1;
            for (int k = 0; size >= TENS[k + 1]; k++) {
                decimals--;
            }
            for (int k = 1; size * TENS[k - 1] < 1; k++) {
                decimals++;
            }
            long rounded = rounded(size, decimals);
            if (rounded != UNSURE) {
                return plain(x < 0, rounded, decimals);
            }
        }
        return rounded(x, new MathContext(digits, RoundingMode.HALF_EVEN));
    }

    private static String rounded(double x, MathContext to) {
        return text(new BigDecimal(x).round(to));
    }

    /**
     * The integer nearest to x 10^decimals, which is below 10^{@link #FEW_DIGITS} or little above; {@link #UNSURE} if x is so near to the
     * middle of two that the error of the product could decide, ties among them. Saves the exact arithmetic for nearly all numbers.
     */
    private static long rounded(double x, int decimals) {
        double scaled = decimals >= 0 ? x * TENS[decimals] : x / TENS[-decimals];
        double whole = Math.floor(scaled);
        double rest = scaled - whole; // exact
        if (Math.abs(rest - 0.5) <= ROUNDING * scaled) {
            return UNSURE;
        }
        return (long) whole + (rest > 0.5 ? 1 : 0);
    }

    /** rounded / 10^decimals in plain notation without trailing zeros. */
    private static String plain(boolean negative, long rounded, int decimals) {
        long digits = rounded;
        int after = decimals;
        while (after > 0 && digits % RADIX == 0) {
            digits /= RADIX;
            after--;
        }
        StringBuilder text = new StringBuilder().append(digits);
        for (int k = after; k < 0; k++) {
            text.append('0');
        }
        if (after > 0) {
            while (text.length() <= after) {
                text.insert(0, '0');
            }
            text.insert(text.length() - after, '.');
        }
        return (negative ? text.insert(0, '-') : text).toString();
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
