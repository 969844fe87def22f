package org.unstuck.viz.report;

/** Writes HTML text; everything that comes from a file or a name is escaped. */
final class Html {

    private final StringBuilder out = new StringBuilder();

    /** Markup as it is. */
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    /** An element with escaped text. */
    Html element(String name, String text) {
        out.append('<').append(name).append('>').append(escape(text));
        out.append("</").append(name.split(" ")[0]).append(">\n");
        return this;
    }

    /** The page so far. */
    @Override
    public String toString() {
        return out.toString();
    }

    static String escape(String text) {
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }
}
