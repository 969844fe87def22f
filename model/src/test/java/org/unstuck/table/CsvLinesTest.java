package org.unstuck.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unstuck.scenario.BadScenario;

/** Cells and their columns, as RFC 4180 has them, within a line. */
class CsvLinesTest {

    private static CsvLines of(String text, char separator) {
        return CsvLines.of("t.csv", new StringReader(text), separator);
    }

    private static List<CsvLines.Cell> cells(String line, char separator) {
        return of(line, separator).next();
    }

    private static CsvLines.Cell cell(String text, int column) {
        return new CsvLines.Cell(text, column);
    }

    @Test
    void cellsKnowWhereTheyBegan() {
        assertThat(cells("a,bc,,d", ',')).containsExactly(cell("a", 1), cell("bc", 3), cell("", 6), cell("d", 7));
        assertThat(cells("a, b ,", ',')).containsExactly(cell("a", 1), cell("b", 3), cell("", 7));
        assertThat(cells("a;b,c", ';')).containsExactly(cell("a", 1), cell("b,c", 3));
    }

    /** Quotes keep separators and blanks; two of them inside are one. */
    @Test
    void quotedCells() {
        assertThat(cells("\"a,b\",c", ',')).containsExactly(cell("a,b", 1), cell("c", 7));
        assertThat(cells("x,\"say \"\"no\"\" \"", ',')).containsExactly(cell("x", 1), cell("say \"no\" ", 3));
        assertThat(cells("\"\"", ',')).containsExactly(cell("", 1));
        assertThat(cells("\"\"\"\",b", ',')).containsExactly(cell("\"", 1), cell("b", 6));
        assertThat(cells("a\"b\",c", ','))
                .as("a quote within a cell is a character")
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', delimiter = '|', textBlock = """
            '"a" b,c' | 't.csv:1:4: text after a quoted cell. Maybe a separator is missing.'
            'x,"a,b'  | 't.csv:1:3: the quote is not closed on this line. Maybe it is part of a name.'
            'x,"a""'  | 't.csv:1:3: the quote is not closed on this line. Maybe it is part of a name.'
            '"'       | 't.csv:1:1: the quote is not closed on this line. Maybe it is part of a name.'
            """)
    void quotesThatDoNotFit(String line, String message) {
        assertThatThrownBy(() -> cells(line, ','))
                .isInstanceOf(BadScenario.class)
                .hasMessage(message);
    }

    /** Any number of blanks and tabs, none needed at the ends. */
    @Test
    void words() {
        assertThat(cells("  a \t bc d  ", ' ')).containsExactly(cell("a", 3), cell("bc", 7), cell("d", 10));
        assertThat(cells("a", ' ')).containsExactly(cell("a", 1));
        assertThat(cells("\"a b\"", ' ')).containsExactly(cell("\"a", 1), cell("b\"", 4));
    }

    /** Line ends of every system; a byte order mark is no text. */
    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\r\nb\r\n", "a\rb\r", "\uFEFFa\nb\n\n \n"})
    void lines(String text) {
        CsvLines lines = of(text, ',');
        assertThat(lines.line()).isZero();
        assertThat(lines.next()).containsExactly(cell("a", 1));
        assertThat(lines.line()).isEqualTo(1);
        assertThat(lines.next()).containsExactly(cell("b", 1));
        assertThat(lines.line()).isEqualTo(2);
        assertThat(lines.next()).isNull();
    }

    @Test
    void anEmptyLineBetweenOthersIsAMistake() {
        CsvLines lines = of("a\n\n\nb\n", ',');
        lines.next();
        assertThatThrownBy(lines::next).hasMessage("t.csv:2:1: the line is empty. Maybe remove it.");
        assertThat(of("", ',').next()).isNull();
    }

    /** 2^20 characters are a line, one more is not. */
    @Test
    void linesThatAreTooLong() {
        String longest = "x".repeat(1 << 20);
        assertThat(cells(longest, ',').get(0).text()).hasSize(1 << 20);
        assertThat(cells(longest + "\n", ',').get(0).text()).hasSize(1 << 20);
        assertThatThrownBy(() -> cells(longest + "x", ','))
                .hasMessage("t.csv:1:1: the line is longer than 1048576 characters. Maybe it has no line ends.");
    }

    /** A reader that counts how often it is closed, and cannot be closed well. */
    private static final class Counting extends StringReader {
        private int closed;

        Counting() {
            super("a,b\n");
        }

        @Override
        public void close() {
            closed++;
            super.close();
        }
    }

    @Test
    void theReaderIsClosedWithTheLines() {
        Counting reader = new Counting();
        try (CsvLines lines = CsvLines.of("t.csv", reader, ',')) {
            assertThat(lines.next()).hasSize(2);
            assertThat(reader.closed).isZero();
        }
        assertThat(reader.closed).isEqualTo(1);
    }

    /** A disk that fails in the middle is a message, one that fails in the end is nothing. */
    @Test
    void readersThatFail() {
        Reader failing = new Reader() {
            @Override
            public int read(char[] into, int from, int length) throws IOException {
                throw new IOException("disk gone");
            }

            @Override
            public void close() throws IOException {
                throw new IOException("disk gone");
            }
        };
        assertThatThrownBy(() -> CsvLines.of("t.csv", failing, ','))
                .hasMessage("t.csv: cannot be read: disk gone. Maybe access is denied.");
        Reader late = new StringReader("a") {
            @Override
            public int read(char[] into, int from, int length) throws IOException {
                int n = super.read(into, from, 1);
                if (n < 0) {
                    throw new IOException("disk gone");
                }
                return n;
            }
        };
        assertThatThrownBy(() -> CsvLines.of("t.csv", late, ',').next()).hasMessageContaining("disk gone");
    }

    @Test
    void files(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "ä,b\n", StandardCharsets.UTF_8);
        try (CsvLines lines = CsvLines.open(file)) {
            assertThat(lines.next()).containsExactly(cell("ä", 1), cell("b", 3));
        }
        assertThatThrownBy(() -> CsvLines.open(folder))
                .hasMessageContaining("is a folder, a file is needed. Maybe give a file inside it.");
        assertThatThrownBy(() -> CsvLines.open(folder.resolve("none.csv")))
                .hasMessageContaining("there is no such file.");
        Path latin = Files.write(folder.resolve("l.csv"), new byte[] {'a', (byte) 0xe4, ',', 'b', '\n'});
        assertThatThrownBy(() -> CsvLines.open(latin).next())
                .hasMessageContaining("is not text in UTF-8. Maybe it is a spreadsheet: export it as CSV UTF-8.");
    }
}
