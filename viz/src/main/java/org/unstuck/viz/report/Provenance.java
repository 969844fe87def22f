package org.unstuck.viz.report;

import java.util.List;

/**
 * What made a result, apart from its scenario.
 *
 * @param version version of Unstuck
 * @param command the words of the command line
 * @param threads number of threads; results do not depend on it
 * @param seconds wall-clock time of the run, s
 */
public record Provenance(String version, List<String> command, int threads, double seconds) {

    public Provenance {
        command = List.copyOf(command);
    }
}
