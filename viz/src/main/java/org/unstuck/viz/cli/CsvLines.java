package org.unstuck.viz.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads CSV (RFC 4180, UTF-8, cells within a line) line by line, and knows where every cell began. */
final class CsvLines implements AutoCloseable {

    private static final int LONGEST_LINE = 1 << 20;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Path file;
    private final BufferedReader in;
    private int line;

    private CsvLines(Path file, BufferedReader in) {
        this.file = file;
        this.in = in;
    }

    /** One cell: its text without quotes, and its first column, from 1. */
    record Cell(String text, int column) {}

    static CsvLines open(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw Recorded.wrong(file, 0, 0, "is a folder, a file is needed.", "Maybe give a file inside it.");
            }
            if (Files.size(file) > Recorded.LARGEST_FILE) {
                throw Recorded.wrong(file, 0, 0, "is larger than 1 GiB.", "Maybe average voxels into regions.");
            }
            var decoder = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
            CsvLines lines =
                    new CsvLines(file, new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder)));
            lines.skipMark();
            return lines;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    static RuntimeException unreadable(Path file, IOException e) {
        if (e instanceof NoSuchFileException) {
            return Recorded.wrong(
                    file, 0, 0, "there is no such file.", "Maybe the path is relative to another folder.");
        }
        if (e instanceof CharacterCodingException) {
            return Recorded.wrong(
                    file, 0, 0, "is not text in UTF-8.", "Maybe it is a spreadsheet: export it as CSV UTF-8.");
        }
        return Recorded.wrong(
                file,
                0,
                0,
                "cannot be read: " + Shown.text(String.valueOf(e.getMessage())) + ".",
                "Maybe access is denied.");
    }

    private void skipMark() throws IOException {
        in.mark(1);
        if (in.read() != BYTE_ORDER_MARK) {
            in.reset();
        }
    }

    /** Number of the line read last, from 1. */
    int line() {
        return line;
    }

    /** The cells of the next line, or null at the end; blank lines at the end of a file are none. */
    List<Cell> next() {
        String text = nextText();
        if (text == null) {
            return null;
        }
        if (text.isBlank()) {
            int blank = line;
            for (String more = nextText(); more != null; more = nextText()) {
                if (!more.isBlank()) {
                    throw Recorded.wrong(file, blank, 1, "the line is empty.", "Maybe remove it.");
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
                    throw Recorded.wrong(
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
            throw unreadable(file, e);
        }
    }

    private List<Cell> cells(String text) {
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
                int comma = text.indexOf(',', at);
                at = comma < 0 ? text.length() : comma;
                cell = text.substring(begin, at).strip();
            }
            cells.add(new Cell(cell, begin + 1));
            if (at == text.length()) {
                return cells;
            }
            if (text.charAt(at) != ',') {
                throw Recorded.wrong(file, line, at + 1, "text after a quoted cell.", "Maybe a comma is missing.");
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
        throw Recorded.wrong(
                file, line, quote + 1, "the quote is not closed on this line.", "Maybe it is part of a name.");
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
