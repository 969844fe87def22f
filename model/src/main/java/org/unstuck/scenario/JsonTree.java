package org.unstuck.scenario;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.Reader;
import org.unstuck.scenario.Located.Kind;

/**
 * Reads one JSON document (RFC 8259, nothing more) into {@link Located} values. Refused: a key that is there twice, text after
 * the document, NaN and infinity in any spelling, numbers beyond double, nesting deeper than 64, strings longer than 64 K
 * characters, more than 2.5 million values (250,000 links have 2.25). Time and memory grow with the length of the document, never faster.
 */
final class JsonTree {

    private static final int DEEPEST = 64;
    private static final int LONGEST_STRING = 65_536;
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_KEY = 1_000;
    private static final int MOST_VALUES = 2_500_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_STRING)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxNameLength(LONGEST_KEY)
                    .build())
            .build();

    private final String file;
    private final JsonParser parser;
    private int values;
    /** What is being filled, and its last finished key: the place of a syntax error. */
    private Located here;

    private String finished;

    private JsonTree(String file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /**
     * The document in {@code text}.
     *
     * @param file how messages call it
     * @throws BadScenario if it is not one JSON document
     */
    static Located read(String file, Reader text) {
        try (JsonParser parser = JSON.createParser(text)) {
            JsonTree tree = new JsonTree(file, parser);
            try {
                return tree.document();
            } catch (JsonProcessingException e) {
                throw tree.syntax(e);
            }
        } catch (IOException e) {
            throw new BadScenario(new Mistake(file, "", 0, 0, "cannot be read: " + e.getMessage(), ""));
        }
    }

    private Located document() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw bad(1, 1, "the file is empty.", "Maybe copy one of the presets into it.");
        }
        JsonLocation at = parser.currentTokenLocation();
        Located root = Located.root(file, kind(token), at.getLineNr(), at.getColumnNr(), scalar(token));
        fill(root);
        begin(null, null);
        if (parser.nextToken() != null) {
            JsonLocation after = parser.currentTokenLocation();
            throw bad(
                    after.getLineNr(),
                    after.getColumnNr(),
                    "there is something after the end of the document.",
                    "Maybe two files were joined.");
        }
        return root;
    }

    private void fill(Located holder) throws IOException {
        if (++values > MOST_VALUES) {
            throw holder.wrong("there are more than " + MOST_VALUES + " values in this file.", "");
        }
        begin(holder, null);
        if (holder.kind() == Kind.OBJECT) {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                JsonToken token = parser.nextToken();
                JsonLocation at = parser.currentTokenLocation();
                Located field = holder.field(name, kind(token), at.getLineNr(), at.getColumnNr(), scalar(token));
                if (!holder.put(field)) {
                    throw field.wrong("the key " + Quote.key(name) + " is there twice.", "Maybe delete one of them.");
                }
                fill(field);
                begin(holder, name);
            }
        } else if (holder.kind() == Kind.LIST) {
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                JsonLocation at = parser.currentTokenLocation();
                fill(holder.append(kind(token), at.getLineNr(), at.getColumnNr(), scalar(token)));
                begin(holder, null);
            }
        }
    }

    private void begin(Located holder, String finishedKey) {
        here = holder;
        finished = finishedKey;
    }

    /** Pointer of the value that is being read, or of what holds it if it has no key yet. */
    private String pointer() {
        if (here == null || here.kind() == Kind.LIST) {
            return here == null ? "" : here.pointer() + "/" + here.elements().size();
        }
        String key = parser.getParsingContext().getCurrentName();
        return here.kind() != Kind.OBJECT || key == null || key.equals(finished)
                ? here.pointer()
                : here.pointer() + "/" + Located.escaped(key);
    }

    private static Kind kind(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> Kind.OBJECT;
            case START_ARRAY -> Kind.LIST;
            case VALUE_STRING -> Kind.TEXT;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Kind.NUMBER;
            case VALUE_TRUE -> Kind.TRUE;
            case VALUE_FALSE -> Kind.FALSE;
            case VALUE_NULL -> Kind.NULL;
            default -> throw new IllegalStateException("no value begins with " + token);
        };
    }

    /** The text of a string or number. Reading it here makes a syntax error within it come out at its place. */
    private String scalar(JsonToken token) throws IOException {
        return token == JsonToken.VALUE_STRING || token.isNumeric() ? parser.getText() : null;
    }

    private BadScenario bad(int line, int column, String problem, String maybe) {
        return new BadScenario(new Mistake(file, pointer(), line, column, problem, maybe));
    }

    private BadScenario syntax(JsonProcessingException e) {
        JsonLocation at = e.getLocation() != null ? e.getLocation() : parser.currentLocation();
        if (e instanceof StreamConstraintsException) {
            return bad(at.getLineNr(), at.getColumnNr(), tooLarge(e.getOriginalMessage()), "");
        }
        Slip slip = Slip.behind(e.getOriginalMessage());
        return bad(at.getLineNr(), at.getColumnNr(), slip.problem(), slip.maybe());
    }

    private static String tooLarge(String message) {
        if (message.contains("depth")) {
            return "lists and objects are nested deeper than " + DEEPEST + ".";
        }
        if (message.startsWith("Number")) {
            return "a number has more than " + LONGEST_NUMBER + " characters.";
        }
        return message.startsWith("Name")
                ? "a key has more than " + LONGEST_KEY + " characters."
                : "a text has more than " + LONGEST_STRING + " characters.";
    }
}
