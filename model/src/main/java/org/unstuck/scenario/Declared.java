package org.unstuck.scenario;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.unstuck.describe.Parameters;
import org.unstuck.simulate.ModelParameters;

/** Numbers of the model whose range is declared. */
public final class Declared {

    private static final String GROUPS = "parameters";

    private Declared() {}

    /**
     * The places that {@code place} stands for: all parameters of a group ("parameters/tolerance"), those of all groups ("parameters"), or
     * itself.
     */
    public static List<String> places(String place, ModelParameters parameters) {
        List<String> all = new ArrayList<>();
        for (RecordComponent component : ModelParameters.class.getRecordComponents()) {
            String group = GROUPS + "/" + component.getName();
            boolean wanted = place.equals(group) || place.equals(GROUPS);
            if (wanted && ScenarioWriter.read(parameters, component) instanceof Record numbers) {
                Parameters.of(numbers.getClass()).stream()
                        .filter(p -> p.declared().low() < p.declared().high())
                        .forEach(p -> all.add(group + "/" + p.name()));
            }
        }
        return all.isEmpty() ? List.of(place) : List.copyOf(all);
    }
}
