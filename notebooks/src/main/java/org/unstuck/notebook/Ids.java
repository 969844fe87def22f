package org.unstuck.notebook;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * Ids of charts in a notebook. Ids are those of the whole page: of two charts with the same name the second would be clipped to the frame
 * of the first. Every id gets a sum of the chart's content, so that only equal charts share theirs.
 */
final class Ids {

    private static final Pattern ROOT = Pattern.compile("<svg[^>]*\\sid=\"([A-Za-z][A-Za-z0-9_-]*)\"");

    private Ids() {}

    /** The same SVG with ids of its own; as it is if its root has none. */
    static String ofItsOwn(String svg) {
        Matcher root = ROOT.matcher(svg);
        if (!root.find()) {
            return svg;
        }
        CRC32 sum = new CRC32();
        sum.update(svg.getBytes(StandardCharsets.UTF_8));
        String name = root.group(1);
        return Pattern.compile("(\\sid=\"|#|\\saria-labelledby=\"|-title )" + Pattern.quote(name) + "(?=[\"-])")
                .matcher(svg)
                .replaceAll("$1" + name + "-" + Long.toHexString(sum.getValue()));
    }
}
