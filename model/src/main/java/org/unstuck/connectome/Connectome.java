package org.unstuck.connectome;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.unstuck.describe.Invalid;

/**
 * A connectome as it was read: nothing is scaled, dropped or filled in. Arrays are the connectome's own and must not be changed.
 *
 * @param file the name of the file, without its folder
 * @param format what it was read as, as in "TVB connectivity archive"
 * @param labels of the regions, as the file has them; unique
 * @param weights {@code weights[row][column]} in the unit of the file; whether rows are targets or sources is for
 *     {@link Preparation} to say
 * @param lengthsMm tract lengths, the same shape, mm, 0 or greater; or null
 * @param centresMm {@code centresMm[region]}: x, y, z in mm; or null
 * @param right whether a region lies in the right hemisphere; or null
 * @param cortical whether it is cortex; or null
 * @param areasMm2 surface area; or null
 * @param ignored entries of an archive that were not needed
 */
public record Connectome(
        String file,
        String format,
        List<String> labels,
        double[][] weights,
        double[][] lengthsMm,
        double[][] centresMm,
        boolean[] right,
        boolean[] cortical,
        double[] areasMm2,
        List<String> ignored) {

    /** More are refused: a network has at most 500 regions. */
    public static final int MOST_REGIONS = 500;

    private static final int LONGEST_LABEL = 120;

    public Connectome {
        labels = List.copyOf(labels);
        ignored = List.copyOf(ignored);
        int n = labels.size();
        if (n < 2 || n > MOST_REGIONS) {
            throw new Invalid(
                    "there are " + n + " regions, it must be 2 to " + MOST_REGIONS + ".",
                    "Maybe a coarser parcellation.");
        }
        Set<String> seen = new LinkedHashSet<>();
        for (String label : labels) {
            if (label.isBlank() || label.length() > LONGEST_LABEL) {
                throw new Invalid(
                        "a region is called \"" + label + "\", a label must have 1 to " + LONGEST_LABEL
                                + " characters.",
                        "Maybe the columns are shifted.");
            }
            if (!seen.add(label)) {
                throw new Invalid(
                        "region \"" + label + "\" is there twice, labels must differ.",
                        "Maybe add the side: L_ and R_.");
            }
        }
        square("weights", weights, n);
        if (lengthsMm != null) {
            square("tract lengths", lengthsMm, n);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    if (lengthsMm[i][j] < 0) {
                        throw new Invalid(
                                "the tract length of row " + (i + 1) + ", column " + (j + 1) + " (" + labels.get(i)
                                        + ", " + labels.get(j) + ") is " + lengthsMm[i][j]
                                        + " mm, it must be 0 or greater.",
                                "Maybe another file was meant.");
                    }
                }
            }
        }
        counts("centres", centresMm == null ? n : centresMm.length, n);
        counts("hemispheres", right == null ? n : right.length, n);
        counts("cortical", cortical == null ? n : cortical.length, n);
        counts("areas", areasMm2 == null ? n : areasMm2.length, n);
    }

    private static void square(String what, double[][] values, int n) {
        for (double[] row : values) {
            if (values.length != n || row.length != n) {
                throw new Invalid(
                        "the " + what + " have " + values.length + " rows of " + row.length + " numbers for " + n
                                + " regions, they must be square.",
                        values.length == n + 1 || row.length == n + 1
                                ? "Maybe the first row or column has names that are numbers: put a letter before them."
                                : "Maybe a row or column is missing.");
            }
        }
    }

    private static void counts(String what, int count, int n) {
        if (count != n) {
            throw new Invalid(
                    "there are " + count + " " + what + " for " + n + " regions, there must be one for each.",
                    "Maybe the files belong to different parcellations.");
        }
    }

    /** Number of regions. */
    public int size() {
        return labels.size();
    }

    /** The same with tract lengths. */
    public Connectome withLengths(double[][] mm) {
        return new Connectome(file, format, labels, weights, mm, centresMm, right, cortical, areasMm2, ignored);
    }

    /** The same with other labels. */
    public Connectome withLabels(List<String> others) {
        return new Connectome(file, format, others, weights, lengthsMm, centresMm, right, cortical, areasMm2, ignored);
    }
}
