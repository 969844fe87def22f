package org.unstuck.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.unstuck.describe.Default;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Limits;
import org.unstuck.describe.Meaning;
import org.unstuck.describe.Optional;
import org.unstuck.describe.Suggestion;
import org.unstuck.describe.Time;
import org.unstuck.network.Condition;
import org.unstuck.network.Network;
import org.unstuck.network.Stuck;
import org.unstuck.pharma.Drug;
import org.unstuck.protocol.Arm;
import org.unstuck.protocol.Event;
import org.unstuck.simulate.ModelParameters;
import org.unstuck.simulate.Numerics;
import org.unstuck.simulate.ScanPlan;
import org.unstuck.study.Ablation;
import org.unstuck.study.Cohort;
import org.unstuck.study.Scenario;

/**
 * A scenario as it is written in a file: like {@link Scenario}, but built-in drugs need not be given and scans may stand among
 * the events of an arm.
 *
 * @param schemaVersion version of this form
 * @param name title of the scenario
 * @param description what is asked
 * @param network the healthy network
 * @param condition how patients differ from it
 * @param stuck the meaning of "stuck"; null as the condition says
 * @param drugs drugs besides the built-in ones; one with the name of a built-in drug replaces it
 * @param parameters all other numbers of the model
 * @param cohort the virtual patients
 * @param seed root of all randomness
 * @param horizon length of the course
 * @param arms what happens to the patients
 * @param scans when and how patients are scanned
 * @param numerics steps of both clocks
 * @param ablate mechanisms that are switched off
 */
record ScenarioFile(
        @Meaning("version of the form of this file, 1") @Limits(low = 1, high = 1)
        int schemaVersion,

        @Meaning("title of the scenario") @Limits(low = 1, high = 120)
        String name,

        @Meaning("what is asked") @Default("") String description,

        @Meaning(
                "the healthy network: the name of a built-in one, the path of a .json file beside this one, or an object")
        Network network,

        @Meaning(
                "how patients differ from health: the name of a built-in condition, the path of a .json file, or an object")
        Condition condition,

        @Meaning(
                "the meaning of \"stuck\": loop, attractor or variability; without this key that of the condition, which is loop "
                        + "in every built-in one")
        @Optional
        Stuck stuck,

        @Meaning("drugs besides the built-in ones; one with the name of a built-in drug replaces it")
        @Limits(low = 0, high = 100)
        @Default("[]")
        List<Drug> drugs,

        @Meaning("numbers of the model that differ from their defaults")
        ModelParameters parameters,

        @Meaning("the virtual patients") Cohort cohort,

        @Meaning("root of all randomness: equal seeds give equal results") @Default("1")
        long seed,

        @Meaning("length of the course, at most 10 years") Time horizon,

        @Meaning("what happens to the patients; every arm has the same patients and the same noise")
        @Limits(low = 1, high = 100)
        List<Arm> arms,

        @Meaning("when and how patients are scanned") ScanPlan scans,

        @Meaning("how the two clocks are stepped") Numerics numerics,

        @Meaning("mechanisms that are switched off") @Default("[]")
        Set<Ablation> ablate) {

    /** The only version there is. */
    private static final int VERSION = 1;

    private static final int LONGEST_NAME = 120;

    ScenarioFile {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new Invalid("name", "the name must have 1 to " + LONGEST_NAME + " characters.", "");
        }
    }

    /**
     * Checks the version of a document before anything else is read.
     *
     * @throws BadScenario if it is another one
     */
    static void checkVersion(Located version) {
        long number = (long) Numeral.of(version, long.class);
        if (number != VERSION) {
            throw version.wrong(
                    "schemaVersion is " + number + ", it must be " + VERSION + ".",
                    number > VERSION ? "Maybe a newer version of the program is needed." : "");
        }
    }

    /** The same file with other arms. */
    ScenarioFile with(List<Arm> other) {
        return new ScenarioFile(
                schemaVersion,
                name,
                description,
                network,
                condition,
                stuck,
                drugs,
                parameters,
                cohort,
                seed,
                horizon,
                other,
                scans,
                numerics,
                ablate);
    }

    /**
     * The scenario.
     *
     * @param scansGiven whether the file says when scans are taken; if not, those after the horizon are left out
     * @throws Invalid if parts do not fit together
     */
    Scenario resolve(boolean scansGiven) {
        Condition meant = meant();
        ScanPlan plan = new ScanPlan(
                moments(scansGiven), scans.rest(), scans.cues(), scans.cueOn(), scans.cueEvery(), scans.challenges());
        Scenario scenario = new Scenario(
                name,
                description,
                network,
                meant,
                drugsInUse(),
                parameters,
                cohort,
                seed,
                horizon,
                arms,
                plan,
                numerics,
                ablate);
        Workload.of(scenario).check();
        return scenario;
    }

    /** The condition under the chosen meaning of "stuck", after a look at the names in it. */
    private Condition meant() {
        try {
            ConditionNames.of(network).check(condition);
        } catch (Invalid e) {
            throw e.in("condition");
        }
        return stuck == null ? condition : condition.as(stuck);
    }

    /** Moments of all scans in order: those of the plan and those among the events of any arm. */
    private List<Time> moments(boolean scansGiven) {
        TreeSet<Time> moments = new TreeSet<>();
        for (int i = 0; i < scans.at().size(); i++) {
            Time at = scans.at().get(i);
            if (scansGiven && horizon.hours() > 0 && at.hours() > horizon.hours()) {
                throw new Invalid(
                        "scans/at/" + i, "this scan is at " + at + ", after the horizon (" + horizon + ").", "");
            }
            if (at.hours() <= horizon.hours()) {
                moments.add(at);
            }
        }
        for (Arm arm : arms) {
            for (Event event : arm.events()) {
                if (event instanceof Event.Scan scan && scan.at().hours() <= horizon.hours()) {
                    moments.add(scan.at());
                }
            }
        }
        return new ArrayList<>(moments);
    }

    /** The drugs that occur in the arms, in the order of their names. */
    private List<Drug> drugsInUse() {
        TreeMap<String, Drug> given = new TreeMap<>();
        for (int i = 0; i < drugs.size(); i++) {
            if (given.put(drugs.get(i).name(), drugs.get(i)) != null) {
                throw new Invalid(
                        "drugs/" + i,
                        "drug \"" + drugs.get(i).name() + "\" is there twice.",
                        "Maybe rename one of them.");
            }
        }
        TreeSet<String> known = new TreeSet<>(given.keySet());
        known.addAll(BuiltIn.DRUGS.names());
        TreeMap<String, Drug> used = new TreeMap<>();
        for (int i = 0; i < arms.size(); i++) {
            for (int j = 0; j < arms.get(i).events().size(); j++) {
                if (arms.get(i).events().get(j) instanceof Event.OfDrug event) {
                    if (!known.contains(event.drug())) {
                        throw new Invalid(
                                "arms/" + i + "/events/" + j + "/drug",
                                "there is no drug \"" + event.drug() + "\".",
                                Suggestion.among(known, event.drug()));
                    }
                    used.computeIfAbsent(
                            event.drug(), d -> given.containsKey(d) ? given.get(d) : BuiltIn.DRUGS.named(d));
                }
            }
        }
        return List.copyOf(used.values());
    }
}
