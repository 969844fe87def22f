package org.unstuck.viz.cli;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.unstuck.viz.theme.Png;
import org.unstuck.viz.theme.Sheet;
import org.unstuck.viz.theme.Svg;

/** Writes charts that a command was asked for. */
final class Pictures {

    private Pictures() {}

    /**
     * Draws {@code sheet} as SVG or PNG, as the name {@code asked} says, to {@code place}.
     *
     * @throws CannotWrite if that fails
     */
    static void draw(Sheet sheet, Path asked, Path place) {
        System.setProperty("java.awt.headless", "true"); // Charts are files: no display is needed or touched.
        try {
            if (Convert.Picture.isSvg(asked)) {
                Svg.write(sheet, place);
            } else {
                Png.write(sheet, place);
            }
        } catch (UncheckedIOException e) {
            throw new CannotWrite(asked, e.getCause());
        }
    }
}
