package org.unstuck.pharma;

import java.util.List;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Limits;
import org.unstuck.describe.Meaning;
import org.unstuck.describe.Suggestion;

/**
 * A drug as data.
 *
 * @param name the name used in scenario files
 * @param label how it is shown
 * @param description what it is and what the data stand for
 * @param kinetics how it moves through the body
 * @param routes at least one way in
 * @param effects what it does at receptors
 */
public record Drug(
        @Meaning("the name used in scenario files") @Limits(low = 1, high = 60)
        String name,

        @Meaning("how it is shown") @Limits(low = 1, high = 120)
        String label,

        @Meaning("what it is and what the data stand for") String description,

        @Meaning("how it moves through the body") Kinetics kinetics,

        @Meaning("ways into the body") @Limits(low = 1, high = 20)
        List<Route> routes,

        @Meaning("what it does at receptors") @Limits(low = 0, high = 20)
        List<Effect> effects) {

    public Drug {
        routes = List.copyOf(routes);
        effects = List.copyOf(effects);
        if (routes.isEmpty()) {
            throw new Invalid("routes", "a drug needs at least one route.", "");
        }
    }

    /**
     * The route called {@code route}.
     *
     * @throws Invalid if the drug is not given that way
     */
    public Route route(String route) {
        return routes.stream()
                .filter(r -> r.name().equals(route))
                .findFirst()
                .orElseThrow(() -> new Invalid(
                        "route",
                        name + " has no route \"" + route + "\".",
                        Suggestion.among(routes.stream().map(Route::name).toList(), route)));
    }

    /** The effect on {@code receptor}, or null if there is none. */
    public Effect on(Receptor receptor) {
        return effects.stream().filter(e -> e.on() == receptor).findFirst().orElse(null);
    }
}
