package org.unstuck.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** How messages show what stood in a file, and the layout of what is written. */
class QuoteTest {

    @Test
    void quotesShowWhatCannotBeSeen() {
        assertThat(Quote.of("a b")).isEqualTo("\"a b\"");
        assertThat(Quote.of("a\tb\u00a0c\u200bd")).isEqualTo("\"a\\u0009b\\u00a0c\\u200bd\"");
        assertThat(Quote.plain("\ud83d\ude00", 9))
                .as("a letter of two characters")
                .isEqualTo("\ud83d\ude00");
        assertThat(Quote.plain("\ue000\u2028\ud800", 9)).isEqualTo("\\ue000\\u2028\\ud800");
        assertThat(Quote.plain("é", 9)).isEqualTo("é");
    }

    /** Known keys are ASCII: in a key every other letter is shown by number, from 0x7f on. */
    @Test
    void keysShowLettersThatLookAlike() {
        assertThat(Quote.key("dose")).isEqualTo("\"dose\"");
        assertThat(Quote.key("d\u043ese~\u007f")).isEqualTo("\"d\\u043ese~\\u007f\"");
        assertThat(Quote.key("\ud83d\ude00")).isEqualTo("\"\\ud83d\\ude00\"");
    }

    @Test
    void longTextsAreCutAtSixtyCharacters() {
        assertThat(Quote.of("x".repeat(60))).isEqualTo("\"" + "x".repeat(60) + "\"");
        assertThat(Quote.of("x".repeat(61))).isEqualTo("\"" + "x".repeat(60) + "...\"");
        assertThat(Quote.plain("abc", 2)).isEqualTo("ab...");
    }

    /** A network file has a line for each key, region and link, and nothing is broken inside of them. */
    @Test
    void layoutOfANetworkFile() {
        var network = BuiltIn.NETWORKS.named("four-networks");
        String text = ScenarioWriter.text(network);
        assertThat(text).startsWith("{\n  \"schemaVersion\": 1,\n  \"name\": \"four-networks\",\n");
        assertThat(text).endsWith("}\n").contains("\n  \"regions\": [\n    {").doesNotContain("\n      ");
        assertThat(text.lines().filter(l -> l.startsWith("    {")))
                .hasSize(network.regions().size() + network.links().size());
        assertThat(ScenarioReader.parse("s.json", """
                        {"schemaVersion": 1, "name": "s", "condition": "generalised-anxiety", "horizon": "1 d",
                         "arms": [{"name": "a", "events": []}], "network": %s}
                        """.formatted(text)).network())
                .isEqualTo(network);
    }

    @Test
    void layoutOfADocument() throws IOException {
        StringWriter text = new StringWriter();
        try (var json = new com.fasterxml.jackson.core.JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(ScenarioWriter.layout());
            json.writeStartObject();
            json.writeNumberField("a", 1);
            json.writeArrayFieldStart("b");
            json.writeNumber(2);
            json.writeNumber(3);
            json.writeEndArray();
            json.writeEndObject();
        }
        assertThat(text).hasToString("{\n  \"a\": 1,\n  \"b\": [\n    2,\n    3\n  ]\n}");
    }
}
