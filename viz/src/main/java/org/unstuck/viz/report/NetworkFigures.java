package org.unstuck.viz.report;

import java.util.List;
import org.unstuck.study.Comparison;
import org.unstuck.viz.figure.Figure;

/** The network as a graph. */
final class NetworkFigures {

    private NetworkFigures() {}

    static List<Figure> of(Comparison comparison) {
        return List.of();
    }
}
