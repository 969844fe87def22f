package org.unstuck.phenomena;

/** Something that a phenomenon needs is not in the model. The message completes "needs ...". */
public final class Missing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is needed. */
    public Missing(String needs) {
        super(needs);
    }
}
