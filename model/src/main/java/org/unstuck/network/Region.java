package org.unstuck.network;

import java.util.List;
import org.unstuck.describe.Default;
import org.unstuck.describe.Evidence;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Limits;
import org.unstuck.describe.Meaning;
import org.unstuck.describe.Status;

/**
 * One region of a network.
 *
 * @param name short unique name, as in "dlPFC"
 * @param label full name
 * @param network the functional network it belongs to, as in "DMN"
 * @param parts the anatomical regions it stands for, if it is not one itself: a condition or a cue that names one of these
 *     reaches it
 * @param drive constant input P
 * @param gabaA density of GABA-A receptors relative to the mean over regions
 * @param nmda density of NMDA receptors relative to the mean over regions
 * @param plasticity how much new synapses form here, relative to prefrontal cortex
 * @param serotonin density of serotonin transporters relative to the amygdala
 * @param x position in the drawing, 0 (left) to 1 (right)
 * @param y position in the drawing, 0 (bottom) to 1 (top)
 * @param source where drive and densities come from
 * @param evidence how well the weakest of its numbers is supported
 * @param status of drive and densities together
 */
public record Region(
        @Meaning("short unique name: a letter, then letters, digits, '_', '.' or '-'") @Limits(low = 1, high = 32)
        String name,

        @Meaning("full name") @Limits(low = 1, high = 120) String label,

        @Meaning("the functional network it belongs to, as in DMN") @Limits(low = 1, high = 60)
        String network,

        @Meaning(
                "anatomical regions it stands for, if it is not one itself; conditions and cues that name one reach it")
        @Limits(low = 0, high = 100)
        @Default("[]")
        List<String> parts,

        @Meaning(value = "constant input P", unit = "1") double drive,

        @Meaning(value = "density of GABA-A receptors relative to the mean over regions", unit = "1") @Limits(low = 0)
        double gabaA,

        @Meaning(value = "density of NMDA receptors relative to the mean over regions", unit = "1") @Limits(low = 0)
        double nmda,

        @Meaning(value = "how much new synapses form here, relative to prefrontal cortex", unit = "1") @Limits(low = 0)
        double plasticity,

        @Meaning(value = "density of serotonin transporters relative to the amygdala", unit = "1")
        @Limits(low = 0)
        @Default("1")
        double serotonin,

        @Meaning(value = "position in the drawing, 0 (left) to 1 (right)", unit = "1") @Limits(low = 0, high = 1)
        double x,

        @Meaning(value = "position in the drawing, 0 (bottom) to 1 (top)", unit = "1") @Limits(low = 0, high = 1)
        double y,

        @Meaning("where drive and densities come from") @Limits(low = 1, high = 2000)
        String source,

        @Meaning("how well the weakest of its numbers is supported") @Default("low")
        Evidence evidence,

        @Meaning("status of drive and densities together: measured, calibrated or assumed") @Default("assumed")
        Status status) {

    public Region {
        parts = List.copyOf(parts);
        if (!name.matches("[A-Za-z][A-Za-z0-9_.-]{0,31}")) {
            throw new Invalid(
                    "name",
                    "\"" + name
                            + "\" is not a region name: a letter, then letters, digits, '_', '.' or '-', 32 at most.",
                    "");
        }
        finite("drive", drive);
        atLeastZero("gabaA", gabaA);
        atLeastZero("nmda", nmda);
        atLeastZero("plasticity", plasticity);
        atLeastZero("serotonin", serotonin);
        inUnit("x", x);
        inUnit("y", y);
    }

    /** A region whose numbers are assumed, with low evidence. */
    public Region(
            String name,
            String label,
            String network,
            List<String> parts,
            double drive,
            double gabaA,
            double nmda,
            double plasticity,
            double serotonin,
            double x,
            double y,
            String source) {
        this(
                name,
                label,
                network,
                parts,
                drive,
                gabaA,
                nmda,
                plasticity,
                serotonin,
                x,
                y,
                source,
                Evidence.LOW,
                Status.ASSUMED);
    }

    /** Whether {@code part} names this region: by its name, by its name without the hemisphere, or by one of its parts. */
    public boolean is(String part) {
        return name.equals(part) || isSideOf(part) || parts.contains(part);
    }

    /** Whether the name is {@code part} with ".L" or ".R" (asked often: no text is made). */
    private boolean isSideOf(String part) {
        return name.length() == part.length() + 2
                && name.startsWith(part)
                && (name.endsWith(".L") || name.endsWith(".R"));
    }

    /** The same region with another drive. */
    public Region withDrive(double other) {
        return new Region(
                name, label, network, parts, other, gabaA, nmda, plasticity, serotonin, x, y, source, evidence, status);
    }

    private static void finite(String what, double value) {
        if (!Double.isFinite(value)) {
            throw new Invalid(what, what + " is " + value + ", it must be a finite number.", "");
        }
    }

    private static void atLeastZero(String what, double value) {
        if (!(value >= 0) || !Double.isFinite(value)) {
            throw new Invalid(what, what + " is " + value + ", it must be 0 or greater.", "");
        }
    }

    private static void inUnit(String what, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new Invalid(what, what + " is " + value + ", it must be from 0 to 1.", "");
        }
    }
}
