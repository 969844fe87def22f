package org.unstuck.scenario;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.unstuck.describe.Suggestion;
import org.unstuck.scenario.Located.Kind;

/**
 * Where a scenario finds the networks, conditions and drugs that it names: a string that ends in ".json" is a path below the
 * folder of the scenario, any other string the name of a built-in one.
 */
final class Shelves {

    private static final String ENDING = ".json";

    /** Conditions that include conditions that include ... : a file that includes itself ends here. */
    private static final int DEEPEST = 8;

    private final Path folder;
    private int depth;

    /**
     * Shelves.
     *
     * @param folder where paths begin, or null if there is none
     */
    Shelves(Path folder) {
        this.folder = folder;
    }

    /** Whether values of {@code type} can be given by name or path, and have files of their own. */
    static boolean holds(Class<?> type) {
        return BuiltIn.of(type) != null;
    }

    /** The object that {@code node} stands for: itself, or what it names. */
    Located find(Located node, Class<?> type) {
        BuiltIn<?> shelf = BuiltIn.of(type);
        if (shelf == null || node.kind() == Kind.OBJECT) {
            return node;
        }
        if (node.kind() != Kind.TEXT) {
            throw node.wrong(
                    node.shown() + ", it must be the name of a " + shelf.noun()
                            + ", the path of a .json file, or an object.",
                    "Maybe \"" + shelf.names().get(0) + "\".");
        }
        String name = node.text();
        if (shelf.names().contains(name)) {
            return shelf.document(name);
        }
        if (!name.endsWith(ENDING)) {
            throw node.wrong(
                    "there is no built-in " + shelf.noun() + " " + Quote.of(name) + ".",
                    Suggestion.among(shelf.names(), name));
        }
        Located document = open(node);
        if (document.kind() == Kind.OBJECT && document.at(Binder.VERSION) == null) {
            throw document.wrong("the key \"" + Binder.VERSION + "\" is missing.", "Maybe add \"schemaVersion\": 1.");
        }
        return document;
    }

    /** The scenario that {@code node} stands for: itself, a preset, or what is in a file. */
    Located scenario(Located node) {
        if (node.kind() == Kind.OBJECT) {
            return node;
        }
        if (node.kind() != Kind.TEXT) {
            throw node.wrong(
                    node.shown() + ", it must be the name of a preset, the path of a .json file, or an object.",
                    "Maybe \"" + BuiltIn.PRESETS.names().get(0) + "\".");
        }
        String name = node.text();
        if (BuiltIn.PRESETS.names().contains(name)) {
            return BuiltIn.PRESETS.document(name);
        }
        if (!name.endsWith(ENDING)) {
            throw node.wrong(
                    "there is no preset " + Quote.of(name) + ".", Suggestion.among(BuiltIn.PRESETS.names(), name));
        }
        Located document = open(node);
        if (document.kind() != Kind.OBJECT) {
            throw document.wrong(document.shown() + ", it must be an object.", "");
        }
        return document;
    }

    /** Says that what is inside a network, condition or drug comes next; {@link #leave} when it has been read. */
    void enter(Located node, Class<?> type) {
        if (holds(type) && depth >= DEEPEST) {
            throw node.wrong(
                    BuiltIn.of(type).noun() + "s include each other more than " + DEEPEST + " deep.",
                    "Maybe one of them includes itself.");
        }
        depth += holds(type) ? 1 : 0;
    }

    void leave(Class<?> type) {
        depth -= holds(type) ? 1 : 0;
    }

    private Located open(Located node) {
        String path = node.text();
        if (folder == null) {
            throw node.wrong(
                    Quote.of(path) + " is a path, but this scenario is not in a file.", "Maybe put the object here.");
        }
        if (path.startsWith("/") || path.contains("\\") || path.contains(":")) {
            throw node.wrong(
                    Quote.of(path) + " is not a path below the folder of the scenario.",
                    "Maybe only the file name; folders are separated by '/'.");
        }
        try {
            Path relative = Path.of(path).normalize();
            Path file = folder.resolve(relative);
            if (relative.startsWith("..") || path.contains("..") || leavesFolder(file)) {
                throw node.wrong(
                        Quote.of(path) + " leads out of the folder of the scenario.", "Maybe copy the file there.");
            }
            return Document.read(path, file);
        } catch (InvalidPathException e) {
            throw node.wrong(Quote.of(path) + " is not a path.", "");
        } catch (BadScenario e) {
            throw e.mistakes().get(0).line() == 0 && e.mistakes().get(0).file().equals(Quote.plain(path, 200))
                    ? node.wrong(Quote.of(path) + ": " + e.mistakes().get(0).problem(), "")
                    : e;
        }
    }

    /** A symbolic link must not lead out either. */
    private boolean leavesFolder(Path file) {
        try {
            return !file.toRealPath().startsWith(folder.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }
}
