package org.unstuck.lesson;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A notebook: text and code in turns.
 *
 * <p>A lesson is written as Markdown: a block fenced as {@code java} is a cell of code, what stands between two of them a cell of text. A block
 * within {@code <details>} is a solution: it stays in the text, hidden, and is run by the check only.
 *
 * @param cells in order
 */
public record Notebook(List<Cell> cells) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FENCE = "```";
    private static final String JAVA = FENCE + "java";
    private static final int FORMAT = 4;
    private static final int MINOR = 5;

    /** What a cell is. */
    public enum Kind {
        TEXT,
        CODE,
        /** Code that is hidden in the text before it. */
        SOLUTION
    }

    /**
     * A cell.
     *
     * @param kind text or code
     * @param source as it is written
     * @param outputs what it showed when it was run; empty for text
     */
    public record Cell(Kind kind, String source, List<Output> outputs) {
        public Cell {
            outputs = List.copyOf(outputs);
        }

        Cell(Kind kind, String source) {
            this(kind, source, List.of());
        }
    }

    /**
     * Something that a cell showed.
     *
     * @param type a media type; "stream" for what was printed, "error" for an exception
     * @param data its text; Base64 for PNG
     * @param words the same for those who see no pictures; "" if there is none
     */
    public record Output(String type, String data, String words) {}

    public Notebook {
        cells = List.copyOf(cells);
    }

    /** The notebook that a lesson stands for. */
    public static Notebook ofMarkdown(String text) {
        List<Cell> cells = new ArrayList<>();
        List<Cell> solutions = new ArrayList<>();
        StringBuilder prose = new StringBuilder();
        StringBuilder code = null;
        boolean hidden = false;
        for (String line : text.lines().toList()) {
            hidden |= line.startsWith("<details>");
            if (code == null && line.equals(JAVA)) {
                code = new StringBuilder();
                if (!hidden) {
                    flush(prose, cells, solutions);
                    continue;
                }
            } else if (code != null && line.equals(FENCE)) {
                String source = code.toString().strip();
                code = null;
                if (!hidden) {
                    cells.add(new Cell(Kind.CODE, source));
                    continue;
                }
                solutions.add(new Cell(Kind.SOLUTION, source));
            } else if (code != null) {
                code.append(line).append('\n');
            }
            if (code == null || hidden) {
                prose.append(line).append('\n');
            }
            hidden &= !line.startsWith("</details>");
        }
        flush(prose, cells, solutions);
        return new Notebook(cells);
    }

    private static void flush(StringBuilder prose, List<Cell> cells, List<Cell> solutions) {
        String text = prose.toString().strip();
        prose.setLength(0);
        if (!text.isEmpty()) {
            cells.add(new Cell(Kind.TEXT, text));
        }
        cells.addAll(solutions);
        solutions.clear();
    }

    /** The same without the code of solutions, as readers get it. */
    public Notebook forReaders() {
        return new Notebook(cells.stream().filter(c -> c.kind != Kind.SOLUTION).toList());
    }

    /** The file of the notebook (nbformat 4.5), without outputs. */
    public String json() {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode list = root.putArray("cells");
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            ObjectNode node = list.addObject();
            node.put("cell_type", cell.kind == Kind.TEXT ? "markdown" : "code");
            if (cell.kind != Kind.TEXT) {
                node.putNull("execution_count");
            }
            node.put("id", String.format(java.util.Locale.ROOT, "cell-%02d", i + 1));
            ObjectNode metadata = node.putObject("metadata");
            if (cell.kind == Kind.SOLUTION) {
                metadata.putArray("tags").add("solution");
            }
            if (cell.kind != Kind.TEXT) {
                node.putArray("outputs");
            }
            ArrayNode source = node.putArray("source");
            List<String> lines = cell.source.lines().toList();
            for (int l = 0; l < lines.size(); l++) {
                source.add(lines.get(l) + (l + 1 < lines.size() ? "\n" : ""));
            }
        }
        ObjectNode metadata = root.putObject("metadata");
        metadata.putObject("kernelspec")
                .put("display_name", "Unstuck (Java)")
                .put("language", "java")
                .put("name", "unstuck");
        metadata.putObject("language_info").put("file_extension", ".jshell").put("name", "java");
        root.put("nbformat", FORMAT);
        root.put("nbformat_minor", MINOR);
        try {
            DefaultPrettyPrinter layout = new DefaultPrettyPrinter();
            DefaultIndenter indent = new DefaultIndenter(" ", "\n");
            layout.indentObjectsWith(indent);
            layout.indentArraysWith(indent);
            return JSON.writer(layout).writeValueAsString(root) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a notebook file with its outputs. */
    public static Notebook read(Path file) {
        try {
            List<Cell> cells = new ArrayList<>();
            for (JsonNode cell : JSON.readTree(Files.readString(file)).get("cells")) {
                boolean code = cell.get("cell_type").asText().equals("code");
                boolean solution = cell.path("metadata").path("tags").toString().contains("\"solution\"");
                List<Output> outputs = new ArrayList<>();
                cell.path("outputs").forEach(o -> outputs.add(output(o)));
                cells.add(new Cell(
                        code ? solution ? Kind.SOLUTION : Kind.CODE : Kind.TEXT, joined(cell.get("source")), outputs));
            }
            return new Notebook(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Output output(JsonNode o) {
        String type = o.get("output_type").asText();
        if (type.equals("stream")) {
            return new Output("stream", joined(o.get("text")), "");
        }
        if (type.equals("error")) {
            return new Output("error", o.path("evalue").asText(), "");
        }
        JsonNode data = o.get("data");
        String words = data.has("text/plain") ? joined(data.get("text/plain")) : "";
        for (String best : List.of("image/svg+xml", "image/png", "text/html", "text/plain")) {
            if (data.has(best)) {
                return new Output(best, joined(data.get(best)), words);
            }
        }
        return new Output("text/plain", words, words);
    }

    private static String joined(JsonNode text) {
        if (!text.isArray()) {
            return text.asText();
        }
        StringBuilder all = new StringBuilder();
        text.forEach(line -> all.append(line.asText()));
        return all.toString();
    }
}
