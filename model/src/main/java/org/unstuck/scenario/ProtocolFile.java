package org.unstuck.scenario;

import java.util.List;
import java.util.Set;
import org.unstuck.describe.Default;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Limits;
import org.unstuck.describe.Meaning;
import org.unstuck.describe.Time;
import org.unstuck.pharma.Drug;
import org.unstuck.protocol.Arm;
import org.unstuck.protocol.Event;
import org.unstuck.simulate.ModelParameters;
import org.unstuck.simulate.Numerics;
import org.unstuck.simulate.ScanPlan;
import org.unstuck.study.Cohort;
import org.unstuck.study.Scenario;

/**
 * What is given to one person, as it is written in a file: a scenario of one arm, without network, condition and scans.
 *
 * @param schemaVersion version of this form
 * @param name title of the protocol
 * @param description what is asked
 * @param drugs drugs besides the built-in ones
 * @param parameters numbers of the model that differ from their defaults
 * @param horizon length of the course
 * @param events what happens
 */
record ProtocolFile(
        @Meaning("version of the form of this file, 1") @Limits(low = 1, high = 1)
        int schemaVersion,

        @Meaning("title of the protocol") @Limits(low = 1, high = 60)
        String name,

        @Meaning("what is asked") @Default("") String description,

        @Meaning("drugs besides the built-in ones; one with the name of a built-in drug replaces it")
        @Limits(low = 0, high = 100)
        @Default("[]")
        List<Drug> drugs,

        @Meaning("numbers of the model that differ from their defaults")
        ModelParameters parameters,

        @Meaning("length of the course, at most 10 years") Time horizon,

        @Meaning("what happens, in any order") @Limits(low = 0, high = 1000)
        List<Event> events) {

    private static final String ARM = "arms/0/";
    private static final String HEALTHY = "healthy";

    /**
     * The protocol as a scenario of the built-in network in health, with one arm that has its name.
     *
     * @param weightKg body weight, kg
     * @throws Invalid if the parts do not fit together, at the place in this file
     */
    Scenario resolve(double weightKg) {
        try {
            return new ScenarioFile(
                            schemaVersion,
                            name,
                            description,
                            BuiltIn.NETWORKS.named(BuiltIn.NETWORKS.names().get(0)),
                            BuiltIn.CONDITIONS.named(HEALTHY),
                            null,
                            drugs,
                            parameters,
                            standard(Cohort.class, "{\"patients\": 1}").withWeightKg(weightKg),
                            1,
                            horizon,
                            List.of(new Arm(name, events)),
                            standard(ScanPlan.class, "{\"at\": []}"),
                            standard(Numerics.class, "{}"),
                            Set.of())
                    .resolve(false);
        } catch (Invalid e) {
            throw e.at().startsWith(ARM) ? new Invalid(e.at().substring(ARM.length()), e.problem(), e.maybe()) : e;
        }
    }

    /** What stands in a scenario that says no more than {@code json}. */
    private static <T> T standard(Class<T> type, String json) {
        return new Binder(new Shelves(null)).bind(Document.parse("defaults", json), type);
    }
}
