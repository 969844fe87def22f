package org.unstuck.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unstuck.ReferenceData;
import org.unstuck.noise.Address;
import org.unstuck.noise.Draws;

/**
 * The elementary functions against values of 60 digits (mpmath; {@code reference/numeric/make.py} makes them), against {@link
 * StrictMath} on many more arguments, at their edges, and the bits they give.
 */
class ElementaryTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private static final Map<String, DoubleUnaryOperator> SCALAR =
            new TreeMap<>(Map.of("exp", Exp::exp, "expm1", Exp::expm1, "log", Log::log, "tanh", Tanh::tanh));

    private static final Map<String, DoubleUnaryOperator> JDK = Map.of(
            "exp", StrictMath::exp, "expm1", StrictMath::expm1, "log", StrictMath::log, "tanh", StrictMath::tanh);

    private static final double[] LOG_BORDERS = {Double.MIN_NORMAL, 0.25, 0.5, Math.sqrt(0.5), 1, Math.sqrt(2), 2, 1e300
    };

    /** Half odd multiples of ln 2, halves of them for tanh, and where constants take over. */
    private static final double[] EXP_BORDERS = {
        -708.3964,
        -40,
        -18.5,
        -1.0397207708399179,
        -0.34657359027997264,
        0,
        0.17328679513998632,
        0.34657359027997264,
        1.0397207708399179,
        18.5,
        20,
        40,
        709.78
    };

    @ParameterizedTest
    @CsvSource({"exp, 0.85", "expm1, 1.5", "log, 0.9", "tanh, 2"})
    void theErrorInUnitsOfTheLastPlaceIsBounded(String name, double bound) {
        List<String[]> rows = ReferenceData.rows("numeric/elementary.csv").stream()
                .filter(r -> r[0].equals(name))
                .toList();
        assertThat(rows).hasSizeGreaterThan(1200);
        double worst = 0;
        double at = 0;
        for (String[] row : rows) {
            double x = Double.parseDouble(row[1]);
            double nearest = Double.parseDouble(row[2]);
            double ulps = (SCALAR.get(name).applyAsDouble(x) - nearest) / Math.ulp(nearest);
            double error = Math.abs(ulps - Double.parseDouble(row[3]));
            if (!(error <= worst)) {
                worst = error;
                at = x;
            }
        }
        assertThat(worst).as("%s at %s", name, at).isLessThanOrEqualTo(bound);
        // The best that any double can do is 0.5 for half of the arguments: the measure sees errors.
        assertThat(worst).isGreaterThan(0.49);
    }

    /** The bound of this function, plus 1 or for expm1 and tanh 2.5 units that fdlibm may be off, over a million arguments. */
    @ParameterizedTest
    @CsvSource({
        "exp, -746, 710, 2",
        "exp, -1, 1, 2",
        "log, 0, 2, 2",
        "log, 0, 1e300, 2",
        "expm1, -40, 50, 3.5",
        "tanh, -20, 20, 4.5"
    })
    void agreesWithStrictMath(String name, double low, double high, double bound) {
        Draws draws = Address.of(5).with(name).draws();
        for (int i = 0; i < 1_000_000; i++) {
            double x = low + (high - low) * draws.uniform();
            double jdk = JDK.get(name).applyAsDouble(x);
            double ours = SCALAR.get(name).applyAsDouble(x);
            if (ours != jdk && !(Math.abs(ours - jdk) <= bound * Math.ulp(jdk))) {
                throw new AssertionError(name + "(" + x + ") is " + ours + ", StrictMath has " + jdk);
            }
        }
    }

    @Test
    void edgesOfExp() {
        assertBits(Exp.exp(0), 1);
        assertBits(Exp.exp(-0.0), 1);
        assertBits(Exp.exp(INFINITY), INFINITY);
        assertBits(Exp.exp(-INFINITY), 0);
        assertThat(Exp.exp(Double.NaN)).isNaN();
        // The last arguments with finite, normal and positive values, and the next ones.
        assertThat(Exp.exp(709.782712893384)).isBetween(1.797693134862e308, Double.MAX_VALUE);
        assertBits(Exp.exp(Math.nextUp(709.782712893384)), INFINITY);
        assertBits(Exp.exp(-745.1332191019411), Double.MIN_VALUE);
        assertBits(Exp.exp(-745.1332191019412), 0);
        assertBits(Exp.exp(Double.MAX_VALUE), INFINITY);
        assertBits(Exp.exp(-Double.MAX_VALUE), 0);
        assertBits(Exp.exp(Double.MIN_VALUE), 1);
    }

    @Test
    void edgesOfExpm1() {
        assertBits(Exp.expm1(0), 0);
        assertBits(Exp.expm1(-0.0), -0.0);
        assertBits(Exp.expm1(INFINITY), INFINITY);
        assertBits(Exp.expm1(-INFINITY), -1);
        assertThat(Exp.expm1(Double.NaN)).isNaN();
        assertBits(Exp.expm1(Double.MIN_VALUE), Double.MIN_VALUE);
        assertBits(Exp.expm1(-Double.MIN_NORMAL), -Double.MIN_NORMAL);
        assertBits(Exp.expm1(Math.nextUp(709.782712893384)), INFINITY);
    }

    @Test
    void edgesOfLog() {
        assertBits(Log.log(1), 0);
        assertBits(Log.log(0), -INFINITY);
        assertBits(Log.log(-0.0), -INFINITY);
        assertBits(Log.log(INFINITY), INFINITY);
        assertThat(Log.log(-1)).isNaN();
        assertThat(Log.log(-Double.MIN_VALUE)).isNaN();
        assertThat(Log.log(-INFINITY)).isNaN();
        assertThat(Log.log(Double.NaN)).isNaN();
        // log 2^-1074, log 2^-1022, (1 - 2^-53) 2^1024
        assertBits(Log.log(Double.MIN_VALUE), -744.4400719213812);
        assertBits(Log.log(Double.MIN_NORMAL), -708.3964185322641);
        assertBits(Log.log(Double.MAX_VALUE), 709.782712893384);
    }

    @Test
    void edgesOfTanh() {
        assertBits(Tanh.tanh(0), 0);
        assertBits(Tanh.tanh(-0.0), -0.0);
        assertBits(Tanh.tanh(INFINITY), 1);
        assertBits(Tanh.tanh(-INFINITY), -1);
        assertThat(Tanh.tanh(Double.NaN)).isNaN();
        assertBits(Tanh.tanh(20), 1);
        assertBits(Tanh.tanh(Double.MIN_VALUE), Double.MIN_VALUE);
        assertBits(Tanh.tanh(-Double.MIN_NORMAL), -Double.MIN_NORMAL);
    }

    /**
     * exp and log never fall where x grows; expm1 by one unit of the last place at most, tanh by two. 5,000 neighbouring doubles around each border
     * of a power of two, and 100,000 wider steps.
     */
    @ParameterizedTest
    @CsvSource({"exp, 0", "log, 0", "expm1, 1", "tanh, 2"})
    void hardlyEverFalls(String name, int ulps) {
        DoubleUnaryOperator f = SCALAR.get(name);
        for (double border : name.equals("log") ? LOG_BORDERS : EXP_BORDERS) {
            double x = border;
            for (int i = 0; i < 2_500; i++) {
                x = Math.nextDown(x);
            }
            double highest = f.applyAsDouble(x);
            for (int i = 0; i < 5_000; i++) {
                x = Math.nextUp(x);
                double now = f.applyAsDouble(x);
                assertThat(now).as("%s at %s", name, x).isGreaterThanOrEqualTo(highest - ulps * Math.ulp(highest));
                highest = Math.max(highest, now);
            }
        }
        double before = f.applyAsDouble(name.equals("log") ? 0 : -750);
        for (int i = 1; i <= 100_000; i++) {
            double now = f.applyAsDouble(name.equals("log") ? 1e-3 * i : -750 + 1.46e-2 * i);
            assertThat(now)
                    .isGreaterThanOrEqualTo(ulps == 0 ? before : before - ulps * Math.ulp(Math.min(before, 1e300)));
            before = now;
        }
    }

    @Test
    void tanhIsOdd() {
        Draws draws = Address.of(5).with("odd").draws();
        for (int i = 0; i < 10_000; i++) {
            double x = 25 * draws.uniform();
            assertBits(Tanh.tanh(-x), -Tanh.tanh(x));
        }
    }

    /** Any length, any argument: 100,000 numbers of all magnitudes and the special ones, so that compiled code is seen as well. */
    @Test
    void arraysGetTheBitsOfTheScalarMethods() {
        for (int n : new int[] {0, 1, 3, 8, 17, 100_000}) {
            double[] x = arguments(n);
            double[] out = new double[n];
            for (int repeat = 0; repeat < (n > 100 ? 20 : 1); repeat++) {
                Exp.exp(x, out);
                assertSame(x, out, Exp::exp);
                Log.log(x, out);
                assertSame(x, out, Log::log);
                Tanh.tanh(x, out);
                assertSame(x, out, Tanh::tanh);
            }
        }
    }

    @Test
    void arraysMustBeTwoOfOneLength() {
        double[] x = new double[3];
        assertThatThrownBy(() -> Exp.exp(x, x)).hasMessageContaining("same array");
        assertThatThrownBy(() -> Log.log(x, new double[2])).hasMessageContaining("x has 3 entries and out 2");
        assertThatThrownBy(() -> Tanh.tanh(x, x)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Part of the numeric semantics: the same on every JDK and platform, interpreted or compiled. */
    @ParameterizedTest
    @CsvSource({"exp, cf1742a878cd7483", "expm1, ed0b70a7a61cfaff", "log, 4c1faa8485f2ecc1", "tanh, f85b41441187af43"})
    void theBitsArePublished(String name, String golden) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (double x : arguments(200_000)) {
            double value = SCALAR.get(name).applyAsDouble(x);
            digest.update(ByteBuffer.allocate(Double.BYTES)
                    .putLong(Double.doubleToLongBits(value))
                    .array());
        }
        assertThat(HexFormat.of().formatHex(digest.digest()).substring(0, 16)).isEqualTo(golden);
    }

    /** Half of the arguments between -40 and 40, half with any bits: subnormal, huge, negative, no number. */
    private static double[] arguments(int n) {
        double[] special = {0.0, -0.0, 1, INFINITY, -INFINITY, Double.NaN, Double.MIN_VALUE, 709.782712893384};
        Draws draws = Address.of(5).with("arguments").draws();
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = i < special.length
                    ? special[i]
                    : i % 2 == 0 ? 80 * draws.uniform() - 40 : Double.longBitsToDouble(draws.bits());
        }
        return x;
    }

    private static void assertSame(double[] x, double[] actual, DoubleUnaryOperator expected) {
        for (int i = 0; i < x.length; i++) {
            if (Double.doubleToLongBits(actual[i]) != Double.doubleToLongBits(expected.applyAsDouble(x[i]))) {
                throw new AssertionError(
                        x[i] + " gives " + actual[i] + " in an array, " + expected.applyAsDouble(x[i]) + " alone");
            }
        }
    }

    private static void assertBits(double actual, double expected) {
        assertThat(Double.doubleToLongBits(actual))
                .as("%s is to be %s", actual, expected)
                .isEqualTo(Double.doubleToLongBits(expected));
    }
}
