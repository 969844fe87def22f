package org.unstuck.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/** What every page has in common: head, ways to the other pages, foot. No script, and a policy that forbids any. */
final class Template {

    /** Where the menu leads: words, and a page from the top of the site. */
    private static final List<List<String>> MENU = List.of(
            List.of("Start", "index.html"),
            List.of("Tutorial", "docs/tutorial.html"),
            List.of("Notebooks", "notebooks/index.html"),
            List.of("Model", "docs/model.html"),
            List.of("Equations", "equations.html"),
            List.of("Parameters", "parameters.html"),
            List.of("Drugs", "docs/drugs.html"),
            List.of("Conditions", "docs/conditions.html"),
            List.of("Flexibility", "docs/flexibility.html"),
            List.of("Phenomena", "docs/phenomena.html"),
            List.of("Charts", "gallery.html"),
            List.of("How to", "docs/how-to/index.html"),
            List.of("Files", "docs/scenario-files.html"),
            List.of("Code", "docs/reading-order.html"),
            List.of("Decisions", "docs/decisions/index.html"),
            List.of("Disclaimer", "docs/disclaimer.html"));

    private static final String STYLE = style();

    private Template() {}

    private static String style() {
        try (InputStream in = Template.class.getResourceAsStream("site.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The style is in the page, because a page of a folder is of no origin; its hash is in the policy. */
    private static String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(STYLE.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256.", e);
        }
    }

    /**
     * A whole page.
     *
     * @param path of the page from the top of the site
     * @param title for the tab
     * @param body markup
     */
    static String page(String path, String title, String body) {
        String up = "../".repeat((int) path.chars().filter(c -> c == '/').count());
        String name = path.replaceAll(".*/|\\.html$", "");
        StringBuilder menu = new StringBuilder();
        for (List<String> entry : MENU) {
            boolean here = entry.get(1).equals(path);
            menu.append("<li><a href=\"")
                    .append(up)
                    .append(entry.get(1))
                    .append(here ? "\" aria-current=\"page\">" : "\">")
                    .append(entry.get(0))
                    .append("</a></li>\n");
        }
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' file: data:; style-src '%s'; base-uri 'none'; form-action 'none'">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%s</title>
                <style>%s</style>
                </head>
                <body>
                <a class="skip" href="#content">To the text</a>
                <nav aria-label="Pages"><p class="product"><a href="%sindex.html">Unstuck</a></p><ul>
                %s</ul></nav>
                <main id="content" class="%s">
                %s
                </main>
                <footer>Unstuck is a toy research model: not validated against any patient, not medical advice, not a comparison of treatments. <a href="%sdocs/disclaimer.html">The whole disclaimer</a>.</footer>
                </body>
                </html>
                """.formatted(hash(), escape(title) + " - Unstuck", STYLE, up, menu, name, body, up);
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
