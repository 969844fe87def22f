package org.unstuck.viz.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.unstuck.scenario.ScenarioReader;
import org.unstuck.study.Comparison;
import org.unstuck.study.ComparisonRun;
import org.unstuck.study.Progress;
import org.unstuck.study.Reading;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Small comparisons, and their reports as a reader of the files finds them. */
record Written(Comparison comparison, Path folder) {

    /** What may vary from run to run. */
    static final Provenance MADE = new Provenance("0.0", List.of("compare", "small.json"), 2, 1.5);

    /** A scenario of two days that takes a fraction of a second; {@code arms} are objects. */
    static String scenario(String name, String network, String condition, int patients, String... arms) {
        return """
                {
                  "schemaVersion": 1, "name": %s, "description": "", "network": "%s", "condition": %s,
                  "cohort": {"patients": %d}, "seed": 1, "horizon": "2 d",
                  "arms": [%s],
                  "scans": {"at": ["0 d", "1 d"], "rest": "20 s", "cues": 4},
                  "numerics": {"settle": "1 s", "burst": "1 s"}
                }
                """.formatted(quoted(name), network, condition, patients, String.join(",\n", arms));
    }

    /** An arm with {@code events}, which are objects. */
    static String arm(String name, String... events) {
        return "{\"name\": " + quoted(name) + ", \"events\": [" + String.join(", ", events) + "]}";
    }

    static final String PILL =
            "{\"type\": \"course\", \"drug\": \"alprazolam\", \"dose\": \"0.5 mg\", \"route\": \"oral\", \"every\": \"8 h\", "
                    + "\"from\": \"6 h\", \"until\": \"1 d\"}";
    static final String INFUSION =
            "{\"type\": \"infusion\", \"drug\": \"ketamine\", \"dose\": \"0.5 mg/kg\", \"over\": \"40 min\", \"at\": \"2 h\"}";
    static final String THERAPY =
            "{\"type\": \"therapy\", \"session\": \"60 min\", \"every\": \"12 h\", \"from\": \"30 h\", \"until\": \"2 d\"}";

    static final String NEEDED =
            "{\"type\": \"as-needed\", \"drug\": \"alprazolam\", \"dose\": \"0.5 mg\", \"route\": \"oral\", "
                    + "\"above\": \"0.5 gap\", \"asked\": \"6 h\", \"from\": \"0 h\", \"until\": \"2 d\"}";
    static final String RAISED =
            "{\"type\": \"course\", \"drug\": \"alprazolam\", \"dose\": \"0.5 mg\", \"route\": \"oral\", \"every\": \"8 h\", "
                    + "\"from\": \"6 h\", \"until\": \"36 h\", \"skip\": {\"probability\": 0.5}, "
                    + "\"escalate\": {\"target\": \"0.9 effect\", \"every\": \"6 h\", \"most\": \"1 mg\"}}";
    static final String SLEEP = "{\"type\": \"sleep\", \"from\": \"6 h\", \"until\": \"2 d\"}";

    /** {@code text} as a JSON string. */
    static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    static Comparison run(String scenario) {
        return new ComparisonRun(ScenarioReader.parse("test", scenario), Reading.standard())
                .run(2, Progress.NONE, () -> false);
    }

    /** Writes the report of {@code comparison} into the empty {@code folder}. */
    static Written of(Comparison comparison, Provenance provenance, Path folder) {
        ReportFolder.write(comparison, provenance, folder);
        return new Written(comparison, folder);
    }

    static Written of(Comparison comparison, Path folder) {
        return of(comparison, MADE, folder);
    }

    String html() {
        return text(folder.resolve("report.html"));
    }

    /** The page as a tree. It is XML but for its first line and for {@code <meta>}, which needs no end in HTML. */
    Document page() {
        return xml(html().replaceFirst("<!DOCTYPE html>", "").replaceAll("<meta ([^>]*)>", "<meta $1/>"));
    }

    List<Path> files(String ending) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code result.json}. */
    Map<?, ?> result() {
        try (JsonParser json = new JsonFactory().createParser(text(folder.resolve("result.json")))) {
            json.nextToken();
            Map<?, ?> result = (Map<?, ?>) value(json);
            if (json.nextToken() != null) {
                throw new IllegalStateException("there is something behind the end of result.json.");
            }
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object value(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.START_OBJECT) {
            Map<String, Object> object = new LinkedHashMap<>();
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String key = json.currentName();
                json.nextToken();
                object.put(key, value(json));
            }
            return object;
        }
        if (json.currentToken() == JsonToken.START_ARRAY) {
            List<Object> array = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                array.add(value(json));
            }
            return array;
        }
        return json.getText();
    }

    /** The text of the scenario in {@code result.json}. */
    String echo() {
        StringWriter text = new StringWriter();
        try (JsonParser json = new JsonFactory().createParser(text(folder.resolve("result.json")));
                JsonGenerator copy = new JsonFactory().createGenerator(text)) {
            json.nextToken();
            while (json.nextToken() != JsonToken.END_OBJECT) {
                boolean scenario = json.currentName().equals("scenario");
                json.nextToken();
                if (scenario) {
                    copy.copyCurrentStructure(json);
                } else {
                    json.skipChildren();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** The records of a CSV file as RFC 4180 has them. */
    static List<List<String>> csv(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else {
                cell.append(c);
            }
        }
        if (quoted || !row.isEmpty() || cell.length() > 0) {
            throw new IllegalStateException("the last record has no end.");
        }
        return rows;
    }

    static Document xml(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new IllegalStateException("not well-formed: " + e.getMessage(), e);
        }
    }

    /** Every element below {@code root} that passes, in the order of the document. */
    static List<Element> elements(Document root, Predicate<Element> passes) {
        NodeList all = root.getElementsByTagName("*");
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            if (passes.test(element)) {
                found.add(element);
            }
        }
        return found;
    }

    static List<Element> elements(Document root, String tag) {
        return elements(root, e -> e.getTagName().equals(tag));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
