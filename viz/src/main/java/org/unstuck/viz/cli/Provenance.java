package org.unstuck.viz.cli;

import java.util.List;

/**
 * What made a result.
 *
 * @param version of this program
 * @param commandLine the words of the command, without the name of the program
 * @param threads number of threads
 * @param wallSeconds time that the computation took, s
 */
record Provenance(String version, List<String> commandLine, int threads, double wallSeconds) {

    Provenance {
        commandLine = List.copyOf(commandLine);
    }
}
