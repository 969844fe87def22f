package org.unstuck.notebook;

import java.util.function.ToDoubleFunction;
import org.unstuck.viz.figure.Figure;
import org.unstuck.viz.figure.SurfaceFigure;

/**
 * A number over a grid of two parameters: a small robustness map.
 *
 * @param across the parameter from left to right, and its values
 * @param up the parameter from bottom to top, and its values
 * @param values {@code values[up][across]}
 */
public record Grid(SurfaceFigure.Axis across, SurfaceFigure.Axis up, double[][] values) {

    private static final int MOST = 400;

    static Grid of(
            Experiment base,
            String acrossName,
            double[] across,
            String upName,
            double[] up,
            ToDoubleFunction<Experiment> read) {
        if (across.length * up.length > MOST) {
            throw new Wrong(across.length * up.length + " cells are more than a notebook should compute, at most "
                    + MOST + ". Maybe fewer values.");
        }
        // Both names are looked up before the first cell is computed.
        base.with(acrossName, across[0]).with(upName, up[0]);
        double[][] values = new double[up.length][across.length];
        try (Bar bar = new Bar(acrossName + " and " + upName)) {
            bar.starts((long) up.length * across.length);
            for (int i = 0; i < up.length; i++) {
                for (int j = 0; j < across.length; j++) {
                    values[i][j] =
                            read.applyAsDouble(base.with(acrossName, across[j]).with(upName, up[i]));
                    bar.advances(1);
                }
            }
        }
        return new Grid(
                Wrong.shortly(() -> new SurfaceFigure.Axis(acrossName, across)),
                Wrong.shortly(() -> new SurfaceFigure.Axis(upName, up)),
                values);
    }

    /** The grid as coloured cells; for a difference the colour changes where the conclusion flips. */
    public Figure chart(String quantity, boolean difference) {
        return Wrong.shortly(() -> new SurfaceFigure("grid", quantity, quantity, across, up, values, difference));
    }

    /** Share of cells above 0. */
    public double shareAboveZero() {
        int above = 0;
        for (double[] row : values) {
            for (double v : row) {
                above += v > 0 ? 1 : 0;
            }
        }
        return above / (double) (values.length * values[0].length);
    }
}
