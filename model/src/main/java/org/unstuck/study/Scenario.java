package org.unstuck.study;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Suggestion;
import org.unstuck.describe.Time;
import org.unstuck.network.Change;
import org.unstuck.network.Condition;
import org.unstuck.network.Network;
import org.unstuck.pharma.Drug;
import org.unstuck.pharma.Receptor;
import org.unstuck.protocol.Arm;
import org.unstuck.protocol.Event;
import org.unstuck.protocol.Series;
import org.unstuck.protocol.Stimulus;
import org.unstuck.simulate.FastClock;
import org.unstuck.simulate.ModelParameters;
import org.unstuck.simulate.Numerics;
import org.unstuck.simulate.ScanPlan;

/**
 * Everything that decides a comparison: two runs of equal scenarios give equal results.
 *
 * @param name a title
 * @param description what is asked
 * @param network the healthy network
 * @param condition how patients differ from it
 * @param drugs every drug that the arms use
 * @param parameters all other numbers of the model
 * @param cohort the virtual patients
 * @param seed root of all randomness
 * @param horizon length of the course
 * @param arms at least one; names are unique
 * @param scans when and how patients are scanned
 * @param numerics steps of both clocks
 * @param ablate mechanisms that are switched off
 */
public record Scenario(
        String name,
        String description,
        Network network,
        Condition condition,
        List<Drug> drugs,
        ModelParameters parameters,
        Cohort cohort,
        long seed,
        Time horizon,
        List<Arm> arms,
        ScanPlan scans,
        Numerics numerics,
        Set<Ablation> ablate) {

    private static final double LONGEST_DAYS = 3660;
    private static final int MOST_ARMS = 100;

    public Scenario {
        drugs = List.copyOf(drugs);
        arms = List.copyOf(arms);
        ablate = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(ablate));
        if (!(horizon.hours() > 0 && horizon.inDays() <= LONGEST_DAYS)) {
            throw new Invalid(
                    "horizon",
                    "horizon is " + horizon + ", it must be longer than 0 and at most 10 years.",
                    "Maybe \"12 wk\".");
        }
        condition.checkFits(network);
        try {
            FastClock.checkTakesNoise(numerics.scheme(), parameters.noise());
            FastClock.checkStep(
                    parameters.neuralMass(), parameters.noise(), numerics.step().inMs());
        } catch (Invalid e) {
            throw e.in("numerics");
        }
        checkCues(condition, "condition");
        if (arms.isEmpty() || arms.size() > MOST_ARMS) {
            throw new Invalid("arms", "there are " + arms.size() + " arms, there must be 1 to " + MOST_ARMS + ".", "");
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < arms.size(); i++) {
            if (!names.add(arms.get(i).name())) {
                throw new Invalid("arms/" + i + "/name", "arm \"" + arms.get(i).name() + "\" is there twice.", "");
            }
            for (int j = 0; j < arms.get(i).events().size(); j++) {
                check(arms.get(i).events().get(j), drugs, cohort.weightKg(), horizon, "arms/" + i + "/events/" + j);
            }
        }
        for (int i = 0; i < scans.at().size(); i++) {
            if (scans.at().get(i).hours() > horizon.hours()) {
                throw new Invalid(
                        "scans/at/" + i,
                        "this scan is at " + scans.at().get(i) + ", after the horizon (" + horizon + ").",
                        "");
            }
        }
    }

    /** A condition knows cues by their words only; here is who knows them all. */
    private static void checkCues(Condition condition, String at) {
        if (condition.provokedBy() != null) {
            checkCue(condition.provokedBy(), at + "/provokedBy");
        }
        checkCues(condition.changes(), at + "/changes/");
        for (int i = 0; i < condition.rivals().size(); i++) {
            checkCues(condition.rivals().get(i).changes(), at + "/rivals/" + i + "/changes/");
        }
        for (int i = 0; i < condition.includes().size(); i++) {
            checkCues(condition.includes().get(i), at + "/includes/" + i);
        }
    }

    private static void checkCues(List<Change> changes, String at) {
        for (int i = 0; i < changes.size(); i++) {
            if (changes.get(i).kind() == Change.Kind.CUE_GAIN) {
                checkCue(changes.get(i).of(), at + i + "/of");
            }
        }
    }

    private static void checkCue(String word, String at) {
        try {
            Stimulus.named(word);
        } catch (Invalid e) {
            throw new Invalid(at, e.problem(), e.maybe());
        }
    }

    private static void check(Event event, List<Drug> drugs, double weightKg, Time horizon, String at) {
        if (event.begins().hours() > horizon.hours() || event.ends().hours() > horizon.hours() + 1e-9) {
            boolean tapered = event instanceof Event.Course c && c.until().hours() <= horizon.hours();
            boolean maintained = event instanceof Series s && s.maintenance() != null;
            throw new Invalid(
                    at + (tapered ? "/taper/over" : maintained ? "/maintenance/until" : ""),
                    "this " + event.type() + " lasts from " + event.begins() + " to " + event.ends()
                            + ", but the course ends at " + horizon + ".",
                    tapered ? "Maybe a longer horizon or a shorter taper." : "Maybe a longer horizon.");
        }
        if (event instanceof Event.OfDrug of) {
            List<String> known = drugs.stream().map(Drug::name).toList();
            Drug drug = drugs.stream()
                    .filter(d -> d.name().equals(of.drug()))
                    .findFirst()
                    .orElseThrow(() -> new Invalid(
                            at + "/drug",
                            "there is no drug \"" + of.drug() + "\".",
                            Suggestion.among(known, of.drug())));
            try {
                if (of.way() != null) {
                    drug.route(of.way());
                }
                for (Arm.Intake intake : new Arm("of this event", List.of(event)).intakes()) {
                    drug.checkDose(intake.dose().mg(weightKg));
                }
                if (event instanceof Event.Decided decided) {
                    drug.checkDose(decided.dose().mg(weightKg));
                }
            } catch (Invalid e) {
                throw e.in(at);
            }
            if (event instanceof Event.Course c && c.escalate() != null && drug.on(Receptor.GABA_A) == null) {
                throw new Invalid(
                        at + "/escalate/target",
                        drug.name() + " has no effect at GABA-A receptors, whose effect is felt here.",
                        "Maybe a \"when\" event: doses that follow the symptom.");
            }
        }
    }

    /** The drugs as they act here, with ablations applied. */
    public List<Drug> actingDrugs() {
        List<Drug> acting = drugs;
        for (Ablation off : ablate) {
            acting = off.of(acting);
        }
        return acting;
    }

    /** The parameters as they act here, with ablations applied. */
    public ModelParameters actingParameters() {
        ModelParameters acting = parameters;
        for (Ablation off : ablate) {
            acting = off.of(acting);
        }
        return acting;
    }

    /** The same scenario with another cohort size. */
    public Scenario withPatients(int patients) {
        return with(cohort.withPatients(patients), seed, scans, numerics, ablate);
    }

    /**
     * The same scenario with patients of another body weight.
     *
     * @throws Invalid if a dose per kilogram is then more than the largest sensible one
     */
    public Scenario withWeightKg(double weightKg) {
        return with(cohort.withWeightKg(weightKg), seed, scans, numerics, ablate);
    }

    /** The same scenario with another seed. */
    public Scenario withSeed(long other) {
        return with(cohort, other, scans, numerics, ablate);
    }

    /** The same scenario with other scans. */
    public Scenario withScans(ScanPlan other) {
        return with(cohort, seed, other, numerics, ablate);
    }

    /** The same scenario with other steps. */
    public Scenario withNumerics(Numerics other) {
        return with(cohort, seed, scans, other, ablate);
    }

    /** The same scenario with other numbers of the model. */
    public Scenario with(ModelParameters other) {
        return new Scenario(
                name,
                description,
                network,
                condition,
                drugs,
                other,
                cohort,
                seed,
                horizon,
                arms,
                scans,
                numerics,
                ablate);
    }

    /** The same scenario with these mechanisms off. */
    public Scenario without(Set<Ablation> mechanisms) {
        return with(cohort, seed, scans, numerics, mechanisms);
    }

    private Scenario with(Cohort c, long s, ScanPlan scan, Numerics n, Set<Ablation> off) {
        return new Scenario(
                name, description, network, condition, drugs, parameters, c, s, horizon, arms, scan, n, off);
    }
}
