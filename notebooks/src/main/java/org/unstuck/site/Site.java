package org.unstuck.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.unstuck.lesson.Notebook;
import org.unstuck.notebook.Experiment;
import org.unstuck.notebook.Unstuck;

/**
 * Builds the site: every page of the repository where it stands there ({@code docs/model.md} is {@code docs/model.html}, a README is the
 * {@code index.html} of its folder), pages that are made from the program, and the notebooks.
 */
public final class Site {

    /** Larger files are not copied. */
    private static final long LARGEST = 5_000_000;

    private static final String MARKDOWN = ".md";
    private static final String NOTEBOOK = ".ipynb";

    private final Path root;
    private final Path out;
    private final Set<Path> pages = new TreeSet<>();
    private final List<String> lost = new ArrayList<>();

    Site(Path root, Path out) {
        this.root = root.toAbsolutePath().normalize();
        this.out = out.toAbsolutePath().normalize();
    }

    /**
     * Builds.
     *
     * @param args folder of the project, folder of the site
     * @throws IOException if something cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        System.setProperty("java.awt.headless", "true");
        Site site = new Site(Path.of(args[0]), Path.of(args[1]));
        site.build(Unstuck.preset("gad").patients(6).brief());
        System.out.println("Written: " + args[1] + "/index.html, " + site.pages.size()
                + " pages of text and the pages made from the program");
    }

    /** Builds everything; the gallery shows {@code shown}. */
    void build(Experiment shown) throws IOException {
        collect();
        for (Path page : pages) {
            String text = Files.readString(root.resolve(page));
            String body = Markdown.html(text, link -> link(page, link));
            write(target(page), Markdown.title(text, page.toString()), body + more(page));
        }
        for (Path notebook : notebooks()) {
            notebook(notebook);
        }
        write("parameters.html", "Parameters", ParameterPage.body());
        write("equations.html", "Equations", EquationPage.body(root));
        write("gallery.html", "Charts", GalleryPage.body(shown, out.resolve("gallery")));
        if (!lost.isEmpty()) {
            throw new IOException("Links lead nowhere: " + String.join("; ", lost));
        }
    }

    private void collect() throws IOException {
        for (String folder : List.of("", "docs", "notebooks", "bench")) {
            Path from = root.resolve(folder);
            if (!Files.isDirectory(from)) {
                continue;
            }
            try (Stream<Path> files = Files.walk(from, folder.isEmpty() ? 1 : 4)) {
                files.filter(f -> f.toString().endsWith(MARKDOWN))
                        .filter(f -> !f.toString().contains("target")
                                && !f.toString().contains("/lessons/"))
                        .map(root::relativize)
                        .forEach(pages::add);
            }
        }
    }

    private List<Path> notebooks() throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("notebooks"))) {
            return files.filter(f -> f.toString().endsWith(NOTEBOOK))
                    .map(root::relativize)
                    .sorted()
                    .toList();
        }
    }

    /** What the page of an index says besides its text. */
    private String more(Path page) {
        if (!page.equals(Path.of("notebooks/README.md"))) {
            return "";
        }
        try {
            StringBuilder list = new StringBuilder("<h2 id=\"all-notebooks\">All notebooks, to read here</h2>\n<ul>\n");
            for (Path notebook : notebooks()) {
                String name = notebook.getFileName().toString().replace(NOTEBOOK, "");
                list.append("<li><a href=\"" + name + ".html\">" + Template.escape(name) + "</a></li>\n");
            }
            return list + "</ul>\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page that a text becomes, from the top of the site. */
    private static String target(Path page) {
        String name = page.toString().replace('\\', '/');
        return name.endsWith("README.md")
                ? name.substring(0, name.length() - "README.md".length()) + "index.html"
                : name.substring(0, name.length() - MARKDOWN.length()) + ".html";
    }

    /** Where a link of {@code page} leads on the site; what it points to is copied if it is not a page. */
    private String link(Path page, String link) {
        if (link.matches("[a-zA-Z][a-zA-Z0-9+.-]*:.*") || link.startsWith("#")) {
            return link;
        }
        String[] parts = link.split("#", 2);
        Path here = root.resolve(page).getParent();
        Path file = here.resolve(parts[0]).normalize();
        String anchor = parts.length > 1 ? "#" + parts[1] : "";
        if (!file.startsWith(root) || !Files.exists(file)) {
            lost.add(page + " to " + link);
            return link;
        }
        Path inside = root.relativize(file);
        Path from = Path.of("/" + target(page)).getParent();
        if (pages.contains(inside)) {
            return relative(from, target(inside)) + anchor;
        }
        if (inside.toString().endsWith(NOTEBOOK)) {
            return relative(from, inside.toString().replace(NOTEBOOK, ".html"));
        }
        if (Files.isDirectory(file)) {
            Path index = inside.resolve("README.md");
            return pages.contains(index) ? relative(from, target(index)) : null;
        }
        return copy(file, inside, from);
    }

    private static String relative(Path from, String to) {
        return from.relativize(Path.of("/" + to)).toString().replace('\\', '/');
    }

    private String copy(Path file, Path inside, Path from) {
        try {
            if (Files.size(file) > LARGEST) {
                return null;
            }
            // A browser would offer to save these; as text it shows them.
            boolean source = inside.toString().matches(".*\\.(java|py|cff|sh)|LICENSE|.*/run");
            String name = inside + (source ? ".txt" : "");
            Path to = out.resolve(name);
            Files.createDirectories(to.getParent());
            Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
            return relative(from, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A notebook as it was executed, if it was. */
    private void notebook(Path file) throws IOException {
        Path executed = root.resolve("notebooks/target/executed").resolve(file.getFileName());
        Notebook notebook = Notebook.read(Files.exists(executed) ? executed : root.resolve(file));
        String name = file.toString().replace(NOTEBOOK, "");
        String title = Markdown.title(notebook.cells().get(0).source(), name);
        String body = NotebookPage.body(
                notebook.forReaders(),
                file.getFileName().toString(),
                Files.exists(executed),
                out.resolve(name + "-pictures"));
        write(name + ".html", title, body);
        Files.copy(root.resolve(file), out.resolve(file.toString()), StandardCopyOption.REPLACE_EXISTING);
    }

    private void write(String path, String title, String body) throws IOException {
        Path file = out.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, Template.page(path, title, body), StandardCharsets.UTF_8);
    }
}
