package org.unstuck.sweep;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;

/**
 * SHA-256 of descriptions: records by the names and values of their components, numbers by their bits, lists in order. Equal
 * descriptions have equal fingerprints on every machine.
 */
public final class Fingerprint {

    private final MessageDigest digest;

    /** A fingerprint of nothing yet. */
    public Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The fingerprint of one description. */
    public static String of(Object description) {
        return new Fingerprint().add(description).hex();
    }

    /**
     * Adds a description.
     *
     * @throws IllegalArgumentException if it is neither a record, collection, number, text, truth value, constant nor null
     */
    public Fingerprint add(Object description) {
        if (description == null) {
            return text("null");
        }
        if (description instanceof Double || description instanceof Float) {
            double x = ((Number) description).doubleValue();
            return text("d").bits(Double.doubleToLongBits(x == 0 ? 0.0 : x));
        }
        if (description instanceof Number number) {
            return text("i").bits(number.longValue());
        }
        if (description instanceof Enum<?> || description instanceof Boolean) {
            return text("e").text(description instanceof Enum<?> e ? e.name() : description.toString());
        }
        if (description instanceof String string) {
            return text("s").text(string);
        }
        if (description instanceof Collection<?> list) {
            text("[").bits(list.size());
            list.forEach(this::add);
            return this;
        }
        if (description instanceof Record record) {
            text("{").text(record.getClass().getSimpleName());
            for (RecordComponent component : Copies.components(record.getClass())) {
                text(component.getName()).add(Copies.read(record, component));
            }
            return text("}");
        }
        throw new IllegalArgumentException(description.getClass() + " has no fingerprint.");
    }

    /** The fingerprint of all that was added, in hexadecimal; nothing may be added afterwards. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private Fingerprint text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        bits(bytes.length);
        digest.update(bytes);
        return this;
    }

    private Fingerprint bits(long bits) {
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            digest.update((byte) (bits >>> shift));
        }
        return this;
    }
}
