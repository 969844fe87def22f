package org.unstuck.describe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which Unstuck this is. */
public final class Version {

    /**
     * Number of the numeric semantics: results of equal scenarios are equal, byte for byte, as long as it stays the same. It goes up
     * with every entry under "Numbers changed" in the change log.
     */
    public static final int NUMERIC_SEMANTICS = 1;

    private Version() {}

    /** The version of this build, as in "0.1.0". */
    public static String current() {
        try (InputStream in = Version.class.getResourceAsStream("/org/unstuck/version.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
