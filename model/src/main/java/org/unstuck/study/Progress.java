package org.unstuck.study;

/** Told how far a study is. Called from several threads. */
public interface Progress {

    /** Nobody listens. */
    Progress NONE = new Progress() {
        @Override
        public void starts(long units) {
            // Nobody listens.
        }

        @Override
        public void advances(long units) {
            // Nobody listens.
        }
    };

    /** The whole has {@code units} units of work. */
    void starts(long units);

    /** Another {@code units} are done. */
    void advances(long units);
}
