package org.unstuck.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.unstuck.lesson.Notebook;

/** A notebook as a page: text, code, and what it showed. */
final class NotebookPage {

    private NotebookPage() {}

    /**
     * The page.
     *
     * @param notebook with or without outputs
     * @param file its name, to take home
     * @param executed whether it has outputs
     * @param pictures folder for them, beside the page
     */
    static String body(Notebook notebook, String file, boolean executed, Path pictures) throws IOException {
        StringBuilder out = new StringBuilder();
        int number = 0;
        for (Notebook.Cell cell : notebook.cells()) {
            if (cell.kind() == Notebook.Kind.TEXT) {
                out.append(Markdown.html(cell.source(), link -> link));
                if (out.length() > 0 && number == 0) {
                    number = 1;
                    out.append("<p class=\"caption\">")
                            .append(
                                    executed
                                            ? "Executed with this version (small sizes if the check ran it)."
                                            : "Not executed here: run <code>notebooks/check.sh</code> before building these pages.")
                            .append(" <a href=\"" + file + "\">Take the notebook with you</a>, or")
                            .append(" <a href=\"index.html\">start it yourself</a>.</p>\n");
                }
                continue;
            }
            out.append("<pre class=\"cell\"><code>")
                    .append(Template.escape(cell.source()))
                    .append("</code></pre>\n");
            for (Notebook.Output output : cell.outputs()) {
                out.append(shown(output, pictures, number++));
            }
        }
        return out.toString();
    }

    private static String shown(Notebook.Output o, Path pictures, int number) throws IOException {
        switch (o.type()) {
            case "image/svg+xml", "image/png" -> {
                Files.createDirectories(pictures);
                boolean svg = o.type().endsWith("xml");
                Path file = pictures.resolve(number + (svg ? ".svg" : ".png"));
                if (svg) {
                    Files.writeString(file, o.data());
                } else {
                    Files.write(file, Base64.getMimeDecoder().decode(o.data()));
                }
                return "<p class=\"output\"><img src=\"" + pictures.getFileName() + "/" + file.getFileName()
                        + "\" alt=\"" + Template.escape(o.words()) + "\"></p>\n";
            }
            case "text/html" -> {
                // Made by Rows and Finding, which escape; a bar that is done leaves nothing.
                return o.data().isBlank() ? "" : "<div class=\"output\">" + o.data() + "</div>\n";
            }
            default -> {
                String kind = o.type().equals("error") ? " error" : "";
                return "<pre class=\"output" + kind + "\">" + Template.escape(o.data()) + "</pre>\n";
            }
        }
    }
}
