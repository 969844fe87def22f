package org.unstuck.fuzz;

import java.nio.charset.StandardCharsets;
import org.unstuck.describe.Dose;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Threshold;
import org.unstuck.describe.Time;

/** Target for Jazzer: a number with its unit. A value that is read back, or {@link Invalid}. */
public final class FuzzUnits {

    private FuzzUnits() {}

    /** One input. */
    public static void fuzzerTestOneInput(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        try {
            same(Time.parse(text), Time.parse(Time.parse(text).exact()));
        } catch (Invalid e) {
            // Refused in words.
        }
        try {
            same(Dose.parse(text), Dose.parse(Dose.parse(text).exact()));
        } catch (Invalid e) {
            // Refused in words.
        }
        try {
            same(Threshold.parse(text), Threshold.parse(Threshold.parse(text).exact()));
        } catch (Invalid e) {
            // Refused in words.
        }
    }

    private static void same(Object a, Object b) {
        if (!a.equals(b)) {
            throw new IllegalStateException(a + " is read back as " + b);
        }
    }
}
