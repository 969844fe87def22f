package org.unstuck.noise;

import java.nio.charset.StandardCharsets;

/**
 * The name of a random stream, folded into 64 bits: {@code Address.of(seed).with("patient", 3).with("region", "AMY")}.
 *
 * <p>Each part is mixed in with the finaliser of SplitMix64 (Steele, Lea, Flood 2014, OOPSLA, doi:10.1145/2660193.2660195),
 * so that the order of the parts matters and neighbouring numbers give unrelated keys.
 *
 * @param key the folded name; also the start of the stream
 */
public record Address(long key) {

    /** The odd constant closest to 2^64 / golden ratio: the step of SplitMix64. */
    static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** The root of all streams of one run. */
    public static Address of(long seed) {
        return new Address(mix(seed + GOLDEN));
    }

    /** The stream below this one that is called {@code name}. */
    public Address with(String name) {
        long h = key;
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            h = mix((h ^ (b & 0xFF)) + GOLDEN);
        }
        return new Address(mix(h ^ (name.length() * GOLDEN)));
    }

    /** The stream below this one that has number {@code index}. */
    public Address with(long index) {
        return new Address(mix(mix(key ^ GOLDEN) + index * GOLDEN));
    }

    /** The stream {@code name} number {@code index}. */
    public Address with(String name, long index) {
        return with(name).with(index);
    }

    /** A generator that walks along this stream from its start. */
    public Draws draws() {
        return new Draws(key);
    }

    /** The finaliser of SplitMix64 (variant 13 of Stafford): a bijection of 64 bits. */
    static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
