package org.unstuck.viz.report;

import java.util.List;
import org.unstuck.metric.RecordingMeasures;
import org.unstuck.metric.RecordingSettings;

/**
 * A recording, how it was measured and what came out.
 *
 * @param name of the file, without its folder
 * @param sha256 hash of the file
 * @param regions names, in the order of the columns
 * @param modules which module every region is in
 * @param settings how
 * @param measures what came out
 */
public record Recording(
        String name,
        String sha256,
        List<String> regions,
        Modules modules,
        RecordingSettings settings,
        RecordingMeasures measures) {

    /** As many states as there are colours. */
    public static final int MOST_STATES = 7;

    public Recording {
        regions = List.copyOf(regions);
    }

    /**
     * Modules.
     *
     * @param names of the modules, in order of appearance; empty if there are none
     * @param module {@code module[region]} index into names, or empty
     */
    public record Modules(List<String> names, int[] module) {

        /** No modules. */
        public static final Modules NONE = new Modules(List.of(), new int[0]);

        public Modules {
            names = List.copyOf(names);
        }

        boolean any() {
            return !names.isEmpty();
        }
    }

    /** Seconds of the middle of window {@code k} of those that do not overlap. */
    double windowMiddleS(int k) {
        return (k + 0.5) * settings.window() * settings.samplingMs() / 1000;
    }
}
