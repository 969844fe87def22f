package org.unstuck.claim;

/** What a run says about a claim. */
public enum Verdict {
    /** True in the whole 95 % interval. */
    HOLDS("holds"),
    /** False in the whole interval. */
    FLIPS("flips"),
    /** The interval has both. */
    UNDECIDED("undecided"),
    /** Fewer than 3 patients have the numbers it is about. */
    UNKNOWN("unknown");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    /** As in data files. */
    public String word() {
        return word;
    }

    /**
     * The verdict with this word.
     *
     * @throws org.unstuck.describe.Invalid if there is none
     */
    static Verdict named(String word) {
        for (Verdict verdict : values()) {
            if (verdict.word.equals(word)) {
                return verdict;
            }
        }
        throw new org.unstuck.describe.Invalid("\"" + word + "\" is no verdict.");
    }
}
