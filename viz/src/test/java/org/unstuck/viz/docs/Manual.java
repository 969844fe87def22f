package org.unstuck.viz.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The pages that a reader of the repository finds, and what stands in their blocks of code. */
final class Manual {

    /** The folder of the whole project, wherever in it the tests were started. */
    static final Path ROOT = root();

    private static final String FENCE = "```";

    private Manual() {}

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve(".ci/run"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("the tests were not started inside the project.");
            }
        }
        return folder;
    }

    /** README, the other pages beside it, and everything in docs. */
    static List<Path> pages() {
        List<Path> pages = new ArrayList<>();
        pages.addAll(markdown(ROOT, 1));
        pages.addAll(markdown(ROOT.resolve("docs"), Integer.MAX_VALUE));
        return pages;
    }

    private static List<Path> markdown(Path folder, int depth) {
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The blocks between fences that are marked as {@code language}. */
    static List<String> blocks(Path page, String language) {
        List<String> blocks = new ArrayList<>();
        StringBuilder block = null;
        for (String line : text(page).lines().toList()) {
            if (block != null && line.strip().equals(FENCE)) {
                blocks.add(block.toString());
                block = null;
            } else if (block != null) {
                block.append(line).append('\n');
            } else if (line.strip().equals(FENCE + language)) {
                block = new StringBuilder();
            }
        }
        return blocks;
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
