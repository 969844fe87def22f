package org.unstuck.simulate;

/** The run was asked to stop. */
public final class Cancelled extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A run that was asked to stop. */
    public Cancelled() {
        super("The run was interrupted.");
    }
}
