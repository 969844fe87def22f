package org.unstuck.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Damages bytes as a fuzzer does, without its guidance: for the short run of every build. */
final class Damage {

    private static final byte[] HOSTILE =
            "\"{}[],:0-.eE+\\u/\n\r\t \0\u007f<>&'=@%$N".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

    private Damage() {}

    /** {@code count} damaged copies of the seeds. */
    static List<byte[]> of(List<byte[]> seeds, int count, long seed) {
        Random random = new Random(seed);
        List<byte[]> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] bytes = seeds.get(random.nextInt(seeds.size())).clone();
            for (int wounds = 1 + random.nextInt(5); wounds > 0 && bytes.length > 0; wounds--) {
                bytes = damaged(bytes, seeds, random);
            }
            all.add(bytes);
        }
        return all;
    }

    private static byte[] damaged(byte[] bytes, List<byte[]> seeds, Random random) {
        int at = random.nextInt(bytes.length);
        return switch (random.nextInt(5)) {
            case 0 -> {
                bytes[at] = (byte) random.nextInt(256);
                yield bytes;
            }
            case 1 -> {
                bytes[at] = HOSTILE[random.nextInt(HOSTILE.length)];
                yield bytes;
            }
            case 2 -> java.util.Arrays.copyOf(bytes, at);
            case 3 -> joined(bytes, at, bytes, random.nextInt(bytes.length));
            default -> {
                byte[] other = seeds.get(random.nextInt(seeds.size()));
                yield other.length == 0 ? bytes : joined(bytes, at, other, random.nextInt(other.length));
            }
        };
    }

    private static byte[] joined(byte[] head, int to, byte[] tail, int from) {
        byte[] both = java.util.Arrays.copyOf(head, to + tail.length - from);
        System.arraycopy(tail, from, both, to, tail.length - from);
        return both;
    }
}
