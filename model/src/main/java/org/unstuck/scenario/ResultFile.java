package org.unstuck.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.unstuck.metric.RecordingSettings;
import org.unstuck.study.Scenario;

/**
 * What {@code result.json} says about what made a result. Read as strictly as a scenario; nothing that stands in it is run but the
 * scenario itself, and nothing is read but the data files beside it.
 *
 * @param kind of the result
 * @param version of the program that made it
 * @param numericSemantics number of the numeric semantics that it was made with
 * @param sha256 hash of every data file, by its name below the folder of the result
 * @param scenario of a comparison, else null
 * @param measured of a measured recording, else null
 */
public record ResultFile(
        Kind kind,
        String version,
        int numericSemantics,
        Map<String, String> sha256,
        Scenario scenario,
        Measured measured) {

    /** Kinds of results that can be made again. */
    public enum Kind {
        /** Of {@code compare}. */
        COMPARISON,
        /** Of {@code measure}. */
        MEASURES
    }

    /**
     * How a recording was measured.
     *
     * @param recording name of its file
     * @param sha256 hash of its file
     * @param regions columns that were measured, in order
     * @param modules names of the modules; empty if there are none
     * @param module {@code module[region]} index into modules, or empty
     * @param samplingMs time between samples, ms
     * @param window samples per window
     * @param states number of states
     * @param surrogates draws of every null hypothesis
     * @param seed root of all randomness
     */
    public record Measured(
            String recording,
            String sha256,
            List<String> regions,
            List<String> modules,
            int[] module,
            double samplingMs,
            int window,
            int states,
            int surrogates,
            long seed) {}

    /** Names of data files: one folder, no way out of it. */
    private static final String DATA_FILE = "data/[A-Za-z0-9][A-Za-z0-9_-]{0,99}\\.csv";

    private static final String HASH = "[0-9a-f]{64}";
    private static final int LARGEST_COUNT = 1_000_000;
    private static final int MOST_STATES = 100;
    private static final int MOST_SURROGATES = 9_999;
    private static final String AGAIN =
            "Maybe the file was changed, or an older version wrote it: make the result again.";

    /**
     * The result file {@code file}.
     *
     * @throws BadScenario if it cannot be read or is none
     */
    public static ResultFile read(Path file) {
        Located document = Document.read(file.toString(), file);
        if (document.kind() != Located.Kind.OBJECT || document.at("product") == null) {
            throw document.wrong("this is not the result.json of a result.", "Maybe a scenario: use compare.");
        }
        int schema = (int) number(document, "schemaVersion", 1, LARGEST_COUNT);
        if (schema != 1) {
            throw document.at("schemaVersion")
                    .wrong(
                            "schemaVersion is " + schema + ", it must be 1.",
                            "Maybe a newer version of the program is needed.");
        }
        Map<String, String> hashes = new LinkedHashMap<>();
        for (Map.Entry<String, Located> entry :
                child(document, "sha256", Located.Kind.OBJECT).fields().entrySet()) {
            if (!entry.getKey().matches(DATA_FILE)) {
                throw entry.getValue().wrong(Quote.key(entry.getKey()) + " is not the name of a data file.", AGAIN);
            }
            hashes.put(entry.getKey(), hash(entry.getValue()));
        }
        String version = text(document, "version");
        int semantics = (int) number(document, "numericSemantics", 0, LARGEST_COUNT);
        Located kind = document.at("kind");
        if (kind == null) {
            Located scenario = child(document, "scenario", Located.Kind.OBJECT);
            Scenario read = ScenarioReader.scenario(scenario, new Binder(new Shelves(null)));
            return new ResultFile(Kind.COMPARISON, version, semantics, hashes, read, null);
        }
        if (!"measures".equals(kind.text())) {
            throw kind.wrong(
                    kind.shown() + ", it must be \"measures\".", "Maybe a newer version of the program is needed.");
        }
        return new ResultFile(Kind.MEASURES, version, semantics, hashes, null, measured(document));
    }

    private static Measured measured(Located document) {
        Located input = child(document, "input", Located.Kind.OBJECT);
        List<String> regions = texts(input, "regions");
        List<String> modules = texts(document, "modules");
        List<Located> module = child(input, "module", Located.Kind.LIST).elements();
        if (!(module.isEmpty() ? modules.isEmpty() : module.size() == regions.size())) {
            throw input.at("module")
                    .wrong("there are " + module.size() + " modules for " + regions.size() + " regions.", AGAIN);
        }
        int[] index = new int[module.size()];
        for (int i = 0; i < index.length; i++) {
            index[i] = (int) integer(module.get(i), 0, modules.size() - 1);
        }
        return new Measured(
                text(document, "recording"),
                hash(child(input, "sha256", Located.Kind.TEXT)),
                regions,
                modules,
                index,
                decimal(document, "samplingMs"),
                (int) number(document, "windowSamples", RecordingSettings.SMALLEST_WINDOW, LARGEST_COUNT),
                (int) number(document, "states", 2, MOST_STATES),
                (int) number(document, "surrogates", 1, MOST_SURROGATES),
                number(document, "seed", Long.MIN_VALUE, Long.MAX_VALUE));
    }

    private static Located child(Located holder, String key, Located.Kind kind) {
        Located found = holder.at(key);
        if (found == null) {
            throw holder.wrong("the key " + Quote.key(key) + " is missing.", AGAIN);
        }
        if (found.kind() != kind) {
            throw found.wrong(found.shown() + ", it must be " + kind.words() + ".", AGAIN);
        }
        return found;
    }

    private static String text(Located holder, String key) {
        return child(holder, key, Located.Kind.TEXT).text();
    }

    private static String hash(Located value) {
        if (value.kind() != Located.Kind.TEXT || !value.text().matches(HASH)) {
            throw value.wrong(value.shown() + ", it must be a SHA-256 of 64 digits.", AGAIN);
        }
        return value.text();
    }

    private static List<String> texts(Located holder, String key) {
        List<String> all = new ArrayList<>();
        for (Located one : child(holder, key, Located.Kind.LIST).elements()) {
            if (one.kind() != Located.Kind.TEXT) {
                throw one.wrong(one.shown() + ", it must be a string.", AGAIN);
            }
            all.add(one.text());
        }
        return all;
    }

    private static long number(Located holder, String key, long low, long high) {
        return integer(child(holder, key, Located.Kind.NUMBER), low, high);
    }

    private static long integer(Located value, long low, long high) {
        long number;
        try {
            number = Long.parseLong(value.text() == null ? "" : value.text());
        } catch (NumberFormatException e) {
            throw value.wrong(value.shown() + ", it must be a whole number of at most 64 bits.", AGAIN);
        }
        if (number < low || number > high) {
            throw value.wrong(value.shown() + ", it must be from " + low + " to " + high + ".", AGAIN);
        }
        return number;
    }

    private static double decimal(Located holder, String key) {
        Located value = child(holder, key, Located.Kind.NUMBER);
        double number = Double.parseDouble(value.text());
        if (!(number > 0) || Double.isInfinite(number)) {
            throw value.wrong(value.shown() + ", it must be greater than 0.", AGAIN);
        }
        return number;
    }
}
