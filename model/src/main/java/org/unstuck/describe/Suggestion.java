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
        int close = Math.max(2, Math.max(nearest.length(), typed.length()) / 3);
        return distance(nearest, typed) <= close
                ? "Maybe \"" + nearest + "\" was meant."
                : "Maybe one of: " + String.join(", ", known) + ".";
    }

    /** Levenshtein distance without regard to case. */
    private static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        if (b.length() > 200) {
            return b.length();
        }
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.length()];
    }
}
