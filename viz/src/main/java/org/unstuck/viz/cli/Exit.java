package org.unstuck.viz.cli;

/** What an exit code says. Scripts rely on these numbers. */
final class Exit {

    /** Everything was done. */
    static final int OK = 0;
    /** A check said no: results differ from what was expected ({@code selftest}, {@code verify}). */
    static final int DIFFERS = 1;
    /** The command or a file is wrong, or asks for more memory than there is; nothing was computed or written. */
    static final int BAD_INPUT = 2;
    /** The output cannot be written, or something else is there already. */
    static final int CANNOT_WRITE = 3;
    /** The state of the model stopped being finite. */
    static final int DIVERGED = 4;
    /** Ctrl-C or SIGTERM; nothing was written. */
    static final int INTERRUPTED = 5;
    /** A bug (EX_SOFTWARE of BSD sysexits.h). */
    static final int BUG = 70;

    private Exit() {}
}
