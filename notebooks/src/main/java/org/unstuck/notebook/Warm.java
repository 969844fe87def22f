package org.unstuck.notebook;

import java.util.List;
import org.unstuck.viz.figure.Key;
import org.unstuck.viz.figure.LinesFigure;

/** Draws a chart that nobody sees: fonts, SVG and the fast clock are then loaded when the first cell needs them. */
final class Warm {

    private Warm() {}

    static void up() {
        try {
            Experiment healthy = Unstuck.preset("healthy");
            Pictures.svg(healthy.activity(1).chart());
            Pictures.svg(LinesFigure.of(
                    "warm",
                    "warm",
                    "x",
                    "",
                    "y",
                    "",
                    List.of(new LinesFigure.Line(new Key("y", 0), new double[] {0, 1}, new double[] {0, 1}))));
        } catch (RuntimeException | LinkageError e) {
            // The cell that needs it will say what is wrong, where somebody reads it.
        }
    }
}
