package org.unstuck.notebook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/**
 * A picture from a file.
 *
 * @param mime image/svg+xml or image/png
 * @param data markup of SVG, Base64 of PNG
 * @param words what it shows, for those who cannot see it
 */
public record Picture(String mime, String data, String words) {

    /**
     * The picture in a file that ends in .svg or .png.
     *
     * @throws Wrong if it cannot be read
     */
    static Picture of(String file) {
        try {
            if (file.endsWith(".svg")) {
                String svg = Files.readString(Path.of(file), StandardCharsets.UTF_8);
                return new Picture("image/svg+xml", Ids.ofItsOwn(svg), part(svg, "title") + ". " + part(svg, "desc"));
            }
            if (file.endsWith(".png")) {
                byte[] png = Files.readAllBytes(Path.of(file));
                return new Picture("image/png", Base64.getEncoder().encodeToString(png), file);
            }
            throw new Wrong(file + " is no picture that can be shown here. Maybe a file that ends in .svg or .png.");
        } catch (IOException e) {
            throw new Wrong(
                    "There is no file " + file + " that can be read. Maybe the cell that writes it has not been run.");
        }
    }

    private static String part(String svg, String element) {
        int from = svg.indexOf("<" + element);
        int start = svg.indexOf('>', from) + 1;
        int end = svg.indexOf("</" + element + ">", start);
        return from < 0 || end < 0 ? "a picture" : svg.substring(start, end);
    }
}
