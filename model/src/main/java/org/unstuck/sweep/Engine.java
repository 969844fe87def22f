package org.unstuck.sweep;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Something that computes runs: threads of this process, or a cluster. All engines give the same lines; only their order
 * differs. Others than the local one are found on the class path ({@link java.util.ServiceLoader}).
 */
public interface Engine {

    /** The word for it on the command line. */
    String name();

    /**
     * Computes every run of {@code work} that is still pending, and hands each line over as soon as it is there.
     *
     * @throws org.unstuck.simulate.Cancelled if asked to stop
     */
    void compute(Work work);

    /**
     * What is to be computed.
     *
     * @param store knows the pending runs
     * @param text the study as a document that stands on its own, for other machines
     * @param threads threads of this machine, at least 1
     * @param master address of a cluster; null for the default of the engine
     * @param sink takes lines; may be called from several threads
     * @param cancelled asked often whether to stop
     */
    record Work(
            Store store, String text, int threads, String master, Consumer<String> sink, BooleanSupplier cancelled) {}
}
