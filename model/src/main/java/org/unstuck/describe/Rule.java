package org.unstuck.describe;

/** Which values a parameter may take at all (the range explored in studies is narrower). */
public enum Rule {
    FINITE("a finite number") {
        @Override
        public boolean allows(double value) {
            return true;
        }
    },
    POSITIVE("greater than 0") {
        @Override
        public boolean allows(double value) {
            return value > 0;
        }
    },
    NON_NEGATIVE("0 or greater") {
        @Override
        public boolean allows(double value) {
            return value >= 0;
        }
    },
    FRACTION("from 0 to 1") {
        @Override
        public boolean allows(double value) {
            return value >= 0 && value <= 1;
        }
    };

    private final String words;

    Rule(String words) {
        this.words = words;
    }

    /** Whether a finite {@code value} is allowed. */
    public abstract boolean allows(double value);

    /** The rule in words, as in "it must be greater than 0". */
    public String words() {
        return words;
    }
}
