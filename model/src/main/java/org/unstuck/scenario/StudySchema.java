package org.unstuck.scenario;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The keys of study files. */
final class StudySchema {

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
                "description",
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
}
