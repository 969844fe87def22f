package org.unstuck.pharma;

import java.util.List;
import org.unstuck.describe.Decimal;
import org.unstuck.describe.Default;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Limits;
import org.unstuck.describe.Meaning;
import org.unstuck.describe.Optional;
import org.unstuck.describe.Sourced;
import org.unstuck.describe.Suggestion;

/**
 * A drug as data.
 *
 * @param name the name used in scenario files
 * @param label how it is shown
 * @param description what it is and what the data stand for
 * @param kinetics how it moves through the body
 * @param routes at least one way in
 * @param metabolites what it becomes, in a chain: the first is made of the drug, each next one of the one before
 * @param effects what it does at receptors; active metabolites add to the concentration that acts
 * @param usualDose a usual single dose for an adult, mg; null if unknown
 * @param largestDose single dose above which a file is taken to be in error, mg; null for no such check
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

        @Meaning("what it becomes: the first is made of the drug, each next one of the one before")
        @Limits(low = 0, high = 10)
        @Default("[]")
        List<Metabolite> metabolites,

        @Meaning("what it does at receptors") @Limits(low = 0, high = 20)
        List<Effect> effects,

        @Meaning(value = "a usual single dose for an adult; absent if unknown", unit = "mg") @Optional
        Sourced usualDose,

        @Meaning(
                value = "single dose above which a scenario is taken to be in error; absent for no such check",
                unit = "mg")
        @Optional
        Sourced largestDose) {

    public Drug {
        routes = List.copyOf(routes);
        metabolites = List.copyOf(metabolites);
        effects = List.copyOf(effects);
        if (routes.isEmpty()) {
            throw new Invalid("routes", "a drug needs at least one route.", "");
        }
        for (int i = 0; i < routes.size(); i++) {
            check(routes.get(i), "routes/" + i, routes, metabolites);
        }
        for (int i = 0; i < metabolites.size(); i++) {
            String each = metabolites.get(i).name();
            if (each.equals(name)
                    || metabolites.subList(0, i).stream().anyMatch(m -> m.name().equals(each))) {
                throw new Invalid(
                        "metabolites/" + i + "/name", "\"" + each + "\" is there twice.", "Maybe rename one of them.");
            }
        }
        if (usualDose != null) {
            usualDose.positive("usualDose");
        }
        if (largestDose != null && largestDose.positive("largestDose") < (usualDose == null ? 0 : usualDose.value())) {
            throw new Invalid(
                    "largestDose",
                    "largestDose is " + largestDose.value() + " mg, it must be at least usualDose (" + usualDose.value()
                            + " mg).",
                    "Maybe the two were swapped.");
        }
    }

    private static void check(Route route, String at, List<Route> routes, List<Metabolite> metabolites) {
        if (route.firstPass() != null && metabolites.isEmpty()) {
            throw new Invalid(
                    at + "/firstPass",
                    "the route \"" + route.name() + "\" has firstPass, but the drug has no metabolite.",
                    "Maybe add it to metabolites.");
        }
        if (route.swallowed() != null && routes.stream().noneMatch(r -> r.name().equals(Route.ORAL))) {
            throw new Invalid(
                    at + "/swallowed",
                    "the route \"" + route.name() + "\" has swallowed, but the drug has no route \"oral\".",
                    "Maybe add that route.");
        }
    }

    /** A drug without metabolites and without a check of its doses. */
    public Drug(
            String name,
            String label,
            String description,
            Kinetics kinetics,
            List<Route> routes,
            List<Effect> effects) {
        this(name, label, description, kinetics, routes, List.of(), effects, null, null);
    }

    /** The same drug, in the body as before, without any effect. */
    public Drug withoutEffects() {
        return with(List.of());
    }

    /** The same drug, in the body as before, with these effects instead. */
    public Drug with(List<Effect> others) {
        return new Drug(name, label, description, kinetics, routes, metabolites, others, usualDose, largestDose);
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

    /**
     * Checks a single dose: larger ones than {@link #largestDose} are slips of the unit or of the decimal point.
     *
     * @throws Invalid if {@code mg} is larger
     */
    public void checkDose(double mg) {
        if (largestDose != null && mg > largestDose.value()) {
            throw new Invalid(
                    "dose",
                    "a dose of " + Decimal.of(mg, DIGITS) + " mg of " + name
                            + " is more than the largest sensible one, " + Decimal.of(largestDose.value(), DIGITS)
                            + " mg.",
                    usualDose == null ? "" : "Maybe \"" + Decimal.of(usualDose.value(), DIGITS) + " mg\".");
        }
    }

    /** Digits of a dose in a message. */
    private static final int DIGITS = 6;
}
