package org.unstuck.phenomena;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.unstuck.noise.Address;
import org.unstuck.noise.Draws;

/** What Commons Math is given: the addressed bits, each in its form; another seed is another address. */
class AddressedRandomTest {

    private static AddressedRandom random() {
        return new AddressedRandom(Address.of(5));
    }

    @Test
    void everyFormIsOfTheSameBits() {
        Draws draws = Address.of(5).draws();
        AddressedRandom random = random();
        for (int i = 0; i < 20; i++) {
            long bits = draws.bits();
            assertThat(random().nextLong()).isEqualTo(Address.of(5).draws().bits());
            switch (i % 4) {
                case 0 -> assertThat(random.nextLong()).isEqualTo(bits);
                case 1 -> assertThat(random.nextInt()).as("the upper half").isEqualTo((int) (bits >> 32));
                case 2 -> assertThat(random.nextBoolean()).as("the sign").isEqualTo((bits >>> 63) == 1);
                default -> assertThat(random.nextFloat()).isBetween(0f, Math.nextDown(1f));
            }
        }
        assertThat(random().nextDouble()).isEqualTo(Address.of(5).draws().uniform());
        assertThat(random().nextGaussian()).isEqualTo(Address.of(5).draws().gaussian());
        assertThat(random().nextInt(7)).isEqualTo(Address.of(5).draws().below(7));
    }

    /** Mean of 4000 uniform numbers: 0.5 with a standard error of 0.0046; beyond five of them once in two million seeds. */
    @Test
    void floatsAreUniform() {
        AddressedRandom random = random();
        double sum = 0;
        for (int i = 0; i < 4000; i++) {
            sum += random.nextFloat();
        }
        assertThat(sum / 4000).isBetween(0.477, 0.523);
    }

    @Test
    void bytesFillTheArray() {
        byte[] bytes = new byte[3];
        random().nextBytes(bytes);
        Draws draws = Address.of(5).draws();
        assertThat(bytes).containsExactly((byte) draws.bits(), (byte) draws.bits(), (byte) draws.bits());
    }

    @Test
    void seedsBeginAnew() {
        AddressedRandom random = random();
        random.setSeed(3);
        long first = random.nextLong();
        assertThat(first).isEqualTo(Address.of(5).with(3).draws().bits());
        random.setSeed(3L);
        assertThat(random.nextLong()).isEqualTo(first);
        random.setSeed(new int[] {1, 2}); // 31 x 1 + 2
        assertThat(random.nextLong()).isEqualTo(Address.of(5).with(33).draws().bits());
    }
}
