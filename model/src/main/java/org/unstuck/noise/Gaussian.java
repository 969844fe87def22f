package org.unstuck.noise;

/**
 * Standard normal numbers by the ziggurat method: a pure function of one 64-bit word.
 *
 * <p>Word {@code n} of stream {@code key} is {@code mix(key + (n + 1) * GOLDEN)} (SplitMix64 as a counter-based generator),
 * so any number can be had without those before it. The density is covered by 256 layers of equal area (Marsaglia and Tsang
 * 2000, J Stat Softw 5(8); in the form of Doornik 2005, "An improved ziggurat method to generate normal random samples", with
 * layer and position from different bits). 99 of 100 words need a comparison and a product; the others go on with words derived
 * from their own. Only {@code + - * /}, {@code sqrt} and {@link StrictMath} are used, so the bits are the same on every JDK and
 * platform.
 */
public final class Gaussian {

    private static final int LAYERS = 256;
    /** Where the tail begins, for 256 layers (Marsaglia and Tsang 2000). */
    private static final double TAIL = 3.6541528853610088;
    /** Area of each layer, for 256 layers (Marsaglia and Tsang 2000). */
    private static final double AREA = 0.00492867323399;
    /** Right end of each layer; the base layer first, as wide as if its tail were folded in. */
    private static final double[] EDGE = new double[LAYERS + 1];
    /** The same in units of a position, 2^-52. */
    static final double[] STEP = new double[LAYERS];
    /** The density at these ends. */
    private static final double[] HEIGHT = new double[LAYERS + 1];
    /** How much of each layer lies under the density for sure, 2^52 being all: below it a position is accepted at once. */
    static final double[] SURE = new double[LAYERS];
    /** How far the density may lie from its chord over each layer. */
    private static final double[] BEND = new double[LAYERS];

    private static final double SQRT3 = Math.sqrt(3);

    static {
        EDGE[0] = AREA / density(TAIL);
        EDGE[1] = TAIL;
        for (int i = 2; i < LAYERS; i++) {
            double f = AREA / EDGE[i - 1] + density(EDGE[i - 1]);
            EDGE[i] = Math.sqrt(-2 * StrictMath.log(f));
        }
        EDGE[LAYERS] = 0;
        for (int i = 0; i <= LAYERS; i++) {
            HEIGHT[i] = density(EDGE[i]);
        }
        for (int i = 0; i < LAYERS; i++) {
            STEP[i] = EDGE[i] * 0x1.0p-52;
            SURE[i] = EDGE[i + 1] / EDGE[i] * 0x1.0p52;
            BEND[i] = bend(EDGE[i + 1], EDGE[i]);
        }
    }

    /**
     * Bound on how far the density departs from its chord over a layer: width^2 / 8 times the largest |f''|,
     * f'' = (x^2 - 1) f, which is largest at an end or at sqrt(3). Twice as much, so that rounding cannot matter.
     */
    private static double bend(double from, double to) {
        double curvature = Math.max(curvature(from), curvature(to));
        if (from < SQRT3 && SQRT3 < to) {
            curvature = Math.max(curvature, curvature(SQRT3));
        }
        return 2 * (to - from) * (to - from) / 8 * curvature;
    }

    private static double curvature(double x) {
        return Math.abs(x * x - 1) * density(x);
    }

    private Gaussian() {}

    /** exp(-x^2/2): the normal density without its constant. */
    private static double density(double x) {
        return StrictMath.exp(-0.5 * x * x);
    }

    /** Maps 64 random bits to the centre of one of 2^52 equal cells of (0, 1). */
    static double uniform(long bits) {
        return ((bits >>> 12) + 0.5) * 0x1.0p-52;
    }

    /** Number {@code step} of the stream {@code key}. */
    public static double at(long key, long step) {
        return of(Address.mix(key + (step + 1) * Address.GOLDEN));
    }

    /**
     * Number {@code step} of many streams: {@code out[k] = scale * at(keys[k], step)}. {@link GaussianStreams} is faster.
     *
     * @param keys one stream per entry
     * @param step the same step of every stream
     * @param scale the standard deviation
     * @param out filled; same length as {@code keys}
     */
    public static void fill(long[] keys, long step, double scale, double[] out) {
        long offset = (step + 1) * Address.GOLDEN;
        for (int k = 0; k < keys.length; k++) {
            out[k] = scale * of(Address.mix(keys[k] + offset));
        }
    }

    /** The layer of a word: its low 8 bits. */
    static int layer(long word) {
        return (int) word & (LAYERS - 1);
    }

    /** The position of a word in its layer, -2^52 to 2^52: its high 53 bits. */
    static double position(long word) {
        return word >> 11;
    }

    /** The normal number of a random word. */
    static double of(long word) {
        int layer = layer(word);
        double position = position(word);
        return Math.abs(position) < SURE[layer] ? position * STEP[layer] : outside(word);
    }

    /** A word whose position may lie above the density. */
    static double outside(long word) {
        int layer = layer(word);
        double position = position(word);
        long next = Address.mix(word + Address.GOLDEN);
        if (layer == 0) {
            return tail(next, position < 0);
        }
        double x = position * STEP[layer];
        double below = HEIGHT[layer];
        double above = HEIGHT[layer + 1];
        double height = below + uniform(next) * (above - below);
        // Near the chord the density itself decides, elsewhere the chord does: the same answer without an exponential.
        double share = (EDGE[layer] - Math.abs(x)) / (EDGE[layer] - EDGE[layer + 1]);
        double over = height - (below + share * (above - below));
        boolean inside = Math.abs(over) > BEND[layer] ? over < 0 : height < density(x);
        return inside ? x : of(Address.mix(next + Address.GOLDEN));
    }

    /** A number beyond the last layer (Marsaglia 1964, Technometrics 6, 101-102). */
    private static double tail(long word, boolean negative) {
        long next = word;
        while (true) {
            double x = StrictMath.log(uniform(next)) / TAIL;
            next = Address.mix(next + Address.GOLDEN);
            double y = StrictMath.log(uniform(next));
            next = Address.mix(next + Address.GOLDEN);
            if (-2 * y > x * x) {
                return negative ? x - TAIL : TAIL - x;
            }
        }
    }
}
