package org.unstuck.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sequential draws against the generator's published numbers and Lemire's algorithm worked by hand on them. */
class DrawsTest {

    private static final long SEED = 1234567;

    private static int[] below(int bound, int count) {
        Draws draws = new Draws(SEED);
        return IntStream.range(0, count).map(i -> draws.below(bound)).toArray();
    }

    /** The test vector of SplitMix64 that other implementations print for seed 1234567. */
    @Test
    void bitsAreThoseOfSplitMix64() {
        Draws draws = new Draws(SEED);
        for (String bits : new String[] {
            "6457827717110365317",
            "3203168211198807973",
            "9817491932198370423",
            "4593380528125082431",
            "16408922859458223821"
        }) {
            assertThat(Long.toUnsignedString(draws.bits())).isEqualTo(bits);
        }
    }

    /** The centre of the cell of the upper 52 bits: 6457827717110365317 / 2^64 to 52 bits. */
    @Test
    void aUniformNumberIsTheCentreOfItsCell() {
        assertThat(new Draws(SEED).uniform()).isEqualTo(0.3500795420214081);
    }

    /**
     * The upper 32 bits, 1503580183, 745795716, 2285812965, 1069479744 and 3820500071, times the bound, over 2^32: for 7 the
     * quotients 2.45, 1.22, 3.73, 1.74, 6.23.
     */
    @Test
    void aWholeNumberIsAMultiplyAndAShift() {
        assertThat(below(7, 5)).containsExactly(2, 1, 3, 1, 6);
        assertThat(below(1000, 5)).containsExactly(350, 173, 532, 249, 889);
        assertThat(below(1, 5)).containsOnly(0);
        assertThat(below(Integer.MAX_VALUE, 2)).containsExactly(751790091, 372897857);
    }

    /**
     * Draws whose product modulo 2^32 is below 2^32 modulo the bound are taken again. For 3 x 2^29 products are multiples of 2^29, and
     * those below 2^30, 0 and 2^29, are refused, as of the fourth draw; 2^30 itself, as of the eighth, is not. For 2^30 + 1 (refused below
     * 2^30 - 3) the first number comes from the third draw, the second from the fifth. All by a plain version of the published algorithm.
     */
    @Test
    void whatWouldBeUnevenIsDrawnAgain() {
        assertThat(below(3 << 29, 7))
                .containsExactly(563842568, 279673393, 857179861, 1432687526, 681430822, 951304592, 443381552);
        assertThat(below((1 << 30) + 1, 4)).containsExactly(571453241, 955125018, 454287215, 634203062);
        assertThat(below(1288490189, 6))
                .containsExactly(451074054, 223738714, 685743889, 320843923, 1146150021, 761043674);
    }

    @Test
    void thereIsNoNumberBelowNothing() {
        Draws draws = new Draws(SEED);
        assertThatThrownBy(() -> draws.below(0)).hasMessage("bound is 0, it must be at least 1.");
        assertThatThrownBy(() -> draws.below(-3)).hasMessage("bound is -3, it must be at least 1.");
    }

    /** Fisher-Yates from the end: places 1 of 4, 0 of 3, 1 of 2. */
    @Test
    void aShuffleGoesFromTheEnd() {
        int[] items = {10, 11, 12, 13};
        new Draws(SEED).shuffle(items);
        assertThat(items).containsExactly(12, 13, 10, 11);
    }
}
