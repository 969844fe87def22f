package org.unstuck.describe;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds the name that was probably meant. */
public final class Suggestion {

    private Suggestion() {}

    /**
     * A sentence that starts with "Maybe": the known name closest to {@code typed}, or the whole list if none is close.
     *
     * @param known the names that would have been right
     * @param typed the name that was given
     */
    public static String among(Collection<String> known, String typed) {
        if (known.isEmpty()) {
            return "";
        }
        String nearest = known.stream()
                .min(Comparator.comparingInt((String name) -> distance(name, typed))
                        .thenComparing(name -> name))
                .orElseThrow();
        int close = Math.max(1, Math.max(nearest.length(), typed.length()) / 3);
        return distance(nearest, typed) <= close
                ? "Maybe \"" + nearest + "\" was meant."
                : "Maybe one of: " + String.join(", ", known) + ".";
    }

    /** Edits from one to the other without regard to case; two letters swapped are one edit (optimal string alignment). */
    private static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        if (b.length() > 200) {
            return b.length();
        }
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
