package org.unstuck.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Makes notebooks of the lessons in a folder. */
public final class Lessons {

    private static final String MARKDOWN = ".md";

    private Lessons() {}

    /** The lessons in {@code folder}, by number. */
    public static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().matches("\\d\\d-.*\\" + MARKDOWN))
                    .sorted()
                    .toList();
        }
    }

    /** The name of the notebook of a lesson. */
    public static String notebook(Path lesson) {
        String name = lesson.getFileName().toString();
        return name.substring(0, name.length() - MARKDOWN.length()) + ".ipynb";
    }

    /**
     * Writes notebooks.
     *
     * @param args folder of the lessons, folder of the notebooks, and "solutions" if the code of solutions shall be cells, to be run
     * @throws IOException if something cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        Path to = Path.of(args[1]);
        Files.createDirectories(to);
        for (Path lesson : in(Path.of(args[0]))) {
            Notebook notebook = Notebook.ofMarkdown(Files.readString(lesson));
            Files.writeString(
                    to.resolve(notebook(lesson)), (args.length > 2 ? notebook : notebook.forReaders()).json());
        }
    }
}
