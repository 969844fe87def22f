package org.unstuck.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads tables of text line by line, and knows where every cell began: CSV (RFC 4180, UTF-8, cells within a line), or the same with
 * another separator. With a blank as separator any number of blanks and tabs separates, and none is needed at the ends.
 */
public final class CsvLines implements AutoCloseable {

    private static final long LARGEST_FILE = 1L << 30;
    private static final int LONGEST_LINE = 1 << 20;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char COMMA = ',';
    private static final char BLANK = ' ';

    private final String file;
    private final BufferedReader in;
    private final char separator;
    private int line;

    private CsvLines(String file, BufferedReader in, char separator) {
        this.file = file;
        this.in = in;
        this.separator = separator;
    }

    /** One cell: its text without quotes, and its first column, from 1. */
    public record Cell(String text, int column) {}

    /**
     * The lines of a file separated by commas.
     *
     * @throws org.unstuck.scenario.BadScenario if it is not there, no file, too large or not UTF-8
     */
    public static CsvLines open(Path file) {
        String name = file.toString();
        try {
            if (Files.isDirectory(file)) {
                throw Misread.at(name, 0, 0, "is a folder, a file is needed.", "Maybe give a file inside it.");
            }
            if (Files.size(file) > LARGEST_FILE) {
                throw Misread.at(name, 0, 0, "is larger than 1 GiB.", "Maybe average voxels into regions.");
            }
            var decoder = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
            return of(name, new InputStreamReader(Files.newInputStream(file), decoder), COMMA);
        } catch (IOException e) {
            throw Misread.unreadable(name, e);
        }
    }

    /**
     * The lines of a text.
     *
     * @param name how messages call it
     * @param text read to the end and closed with this
     * @param separator between cells
     */
    public static CsvLines of(String name, Reader text, char separator) {
        try {
            CsvLines lines = new CsvLines(name, new BufferedReader(text), separator);
            lines.skipMark();
            return lines;
        } catch (IOException e) {
            throw Misread.unreadable(name, e);
        }
    }

    private void skipMark() throws IOException {
        in.mark(1);
        if (in.read() != BYTE_ORDER_MARK) {
            in.reset();
        }
    }

    /** Number of the line read last, from 1. */
    public int line() {
        return line;
    }

    /** The cells of the next line, or null at the end; blank lines at the end of a file are none. */
    public List<Cell> next() {
        String text = nextText();
        if (text == null) {
            return null;
        }
        if (text.isBlank()) {
            int blank = line;
            for (String more = nextText(); more != null; more = nextText()) {
                if (!more.isBlank()) {
                    throw Misread.at(file, blank, 1, "the line is empty.", "Maybe remove it.");
                }
            }
            return null;
        }
        return cells(text);
    }

    /** The next line, or null at the end. No more than a line that is too long is ever held. */
    private String nextText() {
        try {
            line++;
            StringBuilder text = new StringBuilder();
            int c = in.read();
            if (c < 0) {
                return null;
            }
            for (; c >= 0 && c != '\n' && c != '\r'; c = in.read()) {
                if (text.length() == LONGEST_LINE) {
                    throw Misread.at(
                            file,
                            line,
                            1,
                            "the line is longer than " + LONGEST_LINE + " characters.",
                            "Maybe it has no line ends.");
                }
                text.append((char) c);
            }
            if (c == '\r') {
                in.mark(1);
                if (in.read() != '\n') {
                    in.reset();
                }
            }
            return text.toString();
        } catch (IOException e) {
            throw Misread.unreadable(file, e);
        }
    }

    private List<Cell> cells(String text) {
        return separator == BLANK ? words(text) : separated(text);
    }

    private static List<Cell> words(String text) {
        List<Cell> cells = new ArrayList<>();
        for (int at = 0; at < text.length(); at++) {
            int begin = at;
            while (at < text.length() && text.charAt(at) != ' ' && text.charAt(at) != '\t') {
                at++;
            }
            if (at > begin) {
                cells.add(new Cell(text.substring(begin, at), begin + 1));
            }
        }
        return cells;
    }

    private List<Cell> separated(String text) {
        List<Cell> cells = new ArrayList<>();
        int at = 0;
        while (true) {
            int begin = at;
            String cell;
            if (at < text.length() && text.charAt(at) == '"') {
                int end = closing(text, at);
                cell = text.substring(at + 1, end).replace("\"\"", "\"");
                at = end + 1;
            } else {
                int next = text.indexOf(separator, at);
                at = next < 0 ? text.length() : next;
                cell = text.substring(begin, at).strip();
            }
            cells.add(new Cell(cell, begin + 1));
            if (at == text.length()) {
                return cells;
            }
            if (text.charAt(at) != separator) {
                throw Misread.at(file, line, at + 1, "text after a quoted cell.", "Maybe a separator is missing.");
            }
            at++;
        }
    }

    private int closing(String text, int quote) {
        for (int k = quote + 1; k < text.length(); k++) {
            if (text.charAt(k) == '"') {
                if (k + 1 < text.length() && text.charAt(k + 1) == '"') {
                    k++;
                } else {
                    return k;
                }
            }
        }
        throw Misread.at(file, line, quote + 1, "the quote is not closed on this line.", "Maybe it is part of a name.");
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            // Everything that was needed has been read.
        }
    }
}
