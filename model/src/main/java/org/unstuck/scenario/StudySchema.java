package org.unstuck.scenario;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.unstuck.protocol.Arm;
import org.unstuck.sweep.Axis;
import org.unstuck.sweep.Design;
import org.unstuck.sweep.Match;
import org.unstuck.sweep.Reported;

/**
 * The form of study files. The values of an axis are whatever stands at its place in a scenario; only the reader knows what that
 * is.
 */
final class StudySchema {

    private static final String DESCRIPTION = "description";
    private static final String TYPE = "type";
    private static final String ITEMS = "items";
    private static final String STRING = "string";

    private StudySchema() {}

    /** The keys of a scenario. */
    static Set<String> scenarioKeys() {
        Set<String> keys = new LinkedHashSet<>();
        for (RecordComponent component : Binder.components(ScenarioFile.class)) {
            keys.add(component.getName());
        }
        return keys;
    }

    /** The keys of a study. */
    static Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>(List.of(
                Binder.VERSION,
                "name",
                DESCRIPTION,
                StudyReader.SCENARIO,
                StudyReader.FACTORIAL,
                StudyReader.SEEDS,
                StudyReader.AXES,
                StudyReader.DESIGN,
                StudyReader.OUTCOMES,
                StudyReader.MATCH));
        keys.addAll(scenarioKeys());
        keys.remove("seed");
        return keys;
    }

    /** Type, properties and required keys. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> root(ScenarioSchema schema) {
        Map<String, Object> scenario = schema.record(ScenarioFile.class, "");
        Map<String, Object> of = (Map<String, Object>) scenario.get("properties");
        Map<String, Object> properties = new LinkedHashMap<>();
        for (String key : keys()) {
            properties.put(key, of.containsKey(key) ? of.get(key) : own(key, schema));
        }
        Map<String, Object> root = new LinkedHashMap<>();
        root.put(TYPE, "object");
        root.put("properties", properties);
        root.put("required", List.of(Binder.VERSION, "name", StudyReader.SCENARIO));
        root.put("additionalProperties", false);
        return root;
    }

    private static Map<String, Object> own(String key, ScenarioSchema schema) {
        return switch (key) {
            case StudyReader.SCENARIO ->
                described(
                        "the scenario that is varied: the name of a preset, the path of a .json file beside this one, or an object",
                        Map.of("anyOf", List.of(Map.of(TYPE, STRING), Map.of(TYPE, "object"))));
            case StudyReader.FACTORIAL ->
                described(
                        "treatments that are combined in every way; each combination is an arm, none of them is untreated",
                        list(schema.value(Arm.class), 1, 6));
            case StudyReader.SEEDS ->
                described(
                        "roots of all randomness: one cohort and one noise each, the same at every point",
                        list(Map.of(TYPE, "integer"), 1, 100_000));
            case StudyReader.AXES ->
                described("what is varied; none for the scenario alone", list(axis(schema), 0, 1000));
            case StudyReader.DESIGN ->
                described(
                        "which points are visited; without this key every value of every axis",
                        schema.value(Design.Drawn.class));
            case StudyReader.OUTCOMES ->
                described(
                        "what is kept of every patient and scan; all if this key is absent",
                        list(Map.of("enum", Reported.names()), 1, 1000));
            default ->
                described(
                        "doses that are scaled to equal relief before the sweep",
                        list(schema.value(Match.class), 0, 100));
        };
    }

    private static Map<String, Object> axis(ScenarioSchema schema) {
        Map<String, Object> text = Map.of(TYPE, STRING);
        Map<String, Object> end = Map.of("anyOf", List.of(Map.of(TYPE, "number"), text));
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("name", described("its column in the tables; without this key the path", text));
        properties.put(
                "path",
                described("what it sets, as in parameters/tolerance/adaptation or arms/ketamine/events/0/dose", text));
        properties.put("paths", described("what it sets at several places that change together", list(text, 1, 1000)));
        properties.put(
                "values",
                described(
                        "what stands there, one after the other; with paths, a list for each", Map.of(TYPE, "array")));
        properties.put("labels", described("how tables call the values", list(text, 1, 1_000_000)));
        properties.put("low", described("lower end of a range, with its unit if the scenario has one there", end));
        properties.put("high", described("upper end of the range", end));
        properties.put("scale", described("how the range is divided", schema.value(Axis.Scale.class)));
        Map<String, Object> axis = new LinkedHashMap<>();
        axis.put(TYPE, "object");
        axis.put("properties", properties);
        axis.put("additionalProperties", false);
        return axis;
    }

    private static Map<String, Object> list(Map<String, Object> items, int least, int most) {
        Map<String, Object> list = new LinkedHashMap<>();
        list.put(TYPE, "array");
        list.put(ITEMS, items);
        list.put("minItems", least);
        list.put("maxItems", most);
        return list;
    }

    private static Map<String, Object> described(String description, Map<String, Object> schema) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put(DESCRIPTION, description);
        described.putAll(schema);
        return described;
    }
}
