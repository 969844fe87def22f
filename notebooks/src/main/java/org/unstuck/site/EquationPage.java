package org.unstuck.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The comments of all classes of the model that state equations, as they stand in the code. */
final class EquationPage {

    private static final Pattern COMMENT = Pattern.compile(
            "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@[^\\n]*\\n\\s*)*public (?:final |sealed |abstract |non-sealed )*(?:record|class|interface|enum) (\\w+)",
            Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\{@link(?:plain)?\\s+([^\\s}]+)(?:\\s+([^}]*))?\\}");
    private static final Pattern CODE = Pattern.compile("\\{@(?:code|literal)\\s+([^}]*)\\}");
    private static final Pattern VALUE = Pattern.compile("\\{@value[^}]*\\}");

    /** The order of reading; packages that are not here come after them. */
    private static final List<String> ORDER =
            List.of("mass", "noise", "integrate", "network", "pharma", "plasticity", "simulate", "study", "metric");

    private EquationPage() {}

    static String body(Path root) throws IOException {
        Map<String, StringBuilder> packages = new TreeMap<>((a, b) -> {
            int order = Integer.compare(place(a), place(b));
            return order != 0 ? order : a.compareTo(b);
        });
        Path model = root.resolve("model/src/main/java/org/unstuck");
        List<Path> files;
        try (Stream<Path> all = Files.walk(model)) {
            files = all.filter(f -> f.toString().endsWith(".java")).sorted().toList();
        }
        for (Path file : files) {
            Matcher m = COMMENT.matcher(Files.readString(file));
            if (m.find() && m.group(1).contains("<pre>")) {
                packages.computeIfAbsent(model.relativize(file).getName(0).toString(), p -> new StringBuilder())
                        .append("<h3 id=\"" + m.group(2) + "\">" + m.group(2) + "</h3>\n")
                        .append(html(m.group(1)));
            }
        }
        StringBuilder out = new StringBuilder("""
                <h1>Equations</h1>
                <p>Taken from the comments that stand above the code, one class after the other. How they belong together: <a href="docs/model.html">the model</a>;
                every symbol with value, range and source: <a href="parameters.html">parameters</a>.</p>
                """);
        packages.forEach((name, text) ->
                out.append("<h2 id=\"" + name + "\">" + name + "</h2>\n").append(text));
        return out.toString();
    }

    private static int place(String name) {
        int at = ORDER.indexOf(name);
        return at < 0 ? ORDER.size() : at;
    }

    /** A comment is HTML but for its margin, its inline tags and what follows the first block tag. */
    private static String html(String comment) {
        StringBuilder text = new StringBuilder("<p>");
        for (String line : comment.strip().lines().toList()) {
            String bare = line.replaceFirst("^\\s*\\* ?", "");
            if (bare.strip().startsWith("@")) {
                break;
            }
            text.append(bare).append('\n');
        }
        String all = CODE.matcher(text).replaceAll("<code>$1</code>");
        all = LINK.matcher(all)
                .replaceAll(m -> Matcher.quoteReplacement(
                        "<code>" + (m.group(2) == null ? m.group(1).replaceFirst("^#", "") : m.group(2)) + "</code>"));
        all = VALUE.matcher(all).replaceAll("a constant");
        return all.replace("<pre>", "</p><pre>").replace("</pre>", "</pre><p>") + "</p>\n";
    }
}
