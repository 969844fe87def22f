package org.unstuck.viz.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4) in hexadecimal digits. */
public final class Sha256 {

    private static final int BUFFER = 1 << 16;

    private final MessageDigest digest;

    /** A hash of nothing yet. */
    public Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The hash of the bytes of {@code file}. */
    public static String of(Path file) throws IOException {
        Sha256 hash = new Sha256();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                hash.digest.update(buffer, 0, n);
            }
        }
        return hash.hex();
    }

    /** Adds bytes. */
    public void add(byte[] bytes) {
        digest.update(bytes);
    }

    /** The digits; afterwards it is empty again. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
