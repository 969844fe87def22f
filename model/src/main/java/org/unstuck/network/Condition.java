package org.unstuck.network;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.unstuck.describe.Default;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Limits;
import org.unstuck.describe.Meaning;
import org.unstuck.describe.Optional;

/**
 * A condition as a list of differences from the healthy network. A hypothesis with sources, not a diagnosis.
 *
 * @param name the name used in scenario files
 * @param label how it is shown
 * @param description what is assumed
 * @param symptom which activity is the symptom
 * @param provokedBy the cue under which the symptom shows: scans and bursts are taken while it is on, those of the healthy twins
 *     too; null if the symptom is there without a cue
 * @param severity how strongly the typical patient has it: 1 as described
 * @param stuck the meaning of "stuck" that the changes stand for
 * @param includes conditions that are present as well
 * @param changes what differs from health
 * @param rivals the same condition under other meanings of "stuck"
 * @param represents lines of the project's inventory that this condition stands for, as in S32
 */
public record Condition(
        @Meaning("the name used in scenario files") @Limits(low = 1, high = 60)
        String name,

        @Meaning("how it is shown") @Limits(low = 1, high = 120)
        String label,

        @Meaning("what is assumed") String description,

        @Meaning(
                "which activity is the symptom: threat (amygdala, anterior insula, dACC), self-focus (mPFC, PCC, sgACC), both, or "
                        + "pain (thalamus, anterior insula, dACC)")
        Symptom symptom,

        @Meaning(
                "the cue under which the symptom shows, as in social: scans and bursts are taken while it is on, in healthy twins too")
        @Optional
        @Limits(low = 1, high = 60)
        String provokedBy,

        @Meaning(value = "how strongly the typical patient has it: 1 as described", unit = "1")
        @Limits(low = 0, high = 3)
        @Default("1")
        double severity,

        @Meaning("the meaning of \"stuck\" that the changes stand for: loop, attractor or variability") @Default("loop")
        Stuck stuck,

        @Meaning("conditions that are present as well: names, paths of .json files, or objects")
        @Limits(low = 0, high = 10)
        @Default("[]")
        List<Condition> includes,

        @Meaning("what differs from health") @Limits(low = 0, high = 200)
        List<Change> changes,

        @Meaning("the same condition under other meanings of \"stuck\"") @Limits(low = 0, high = 2) @Default("[]")
        List<Rival> rivals,

        @Meaning("lines of the inventory that this condition stands for, as in S32")
        @Limits(low = 0, high = 100)
        @Default("[]")
        List<String> represents) {

    private static final double SEVEREST = 3;

    /** The activity that a condition suffers from: means over the regions of each group, each relative to health. */
    public enum Symptom {
        /** Threat level. */
        THREAT(List.of("AMY", "AI", "dACC")),
        /** Self-focus. */
        SELF_FOCUS(List.of("mPFC", "PCC", "sgACC")),
        /** The mean of both. */
        BOTH(THREAT.groups.get(0), SELF_FOCUS.groups.get(0)),
        /** The pathway of pain from the thalamus on. */
        PAIN(List.of("THAL", "AI", "dACC"));

        private final List<List<String>> groups;

        @SafeVarargs
        Symptom(List<String>... groups) {
            this.groups = List.of(groups);
        }

        /** The names of the regions of each group. */
        public List<List<String>> groups() {
            return groups;
        }
    }

    public Condition {
        includes = List.copyOf(includes);
        changes = List.copyOf(changes);
        rivals = List.copyOf(rivals);
        represents = List.copyOf(represents);
        if (!(severity >= 0 && severity <= SEVEREST)) {
            throw new Invalid("severity", "severity is " + severity + ", it must be from 0 to 3.", "Maybe 1.");
        }
        Set<Stuck> meanings = new LinkedHashSet<>(Set.of(stuck));
        for (int i = 0; i < rivals.size(); i++) {
            if (!meanings.add(rivals.get(i).stuck())) {
                throw new Invalid(
                        "rivals/" + i + "/stuck",
                        "the meaning \"" + Change.word(rivals.get(i).stuck()) + "\" is there twice.",
                        "");
            }
        }
    }

    /** A condition with these changes and nothing else. */
    public static Condition of(String name, String label, String description, Symptom symptom, List<Change> changes) {
        return new Condition(
                name, label, description, symptom, null, 1, Stuck.LOOP, List.of(), changes, List.of(), List.of());
    }

    /** Nothing changed; the twin of somebody with this condition, read in the same way. */
    public Condition healthyTwin() {
        return new Condition(
                "healthy", "Healthy", "", symptom, provokedBy, 1, stuck, List.of(), List.of(), List.of(), List.of());
    }

    /**
     * The same condition under another meaning of "stuck"; included conditions too.
     *
     * @throws Invalid if it is not described under that meaning
     */
    public Condition as(Stuck meaning) {
        List<Condition> others = includes.stream().map(c -> c.as(meaning)).toList();
        if (meaning == stuck || changes.isEmpty() && rivals.isEmpty()) {
            return with(meaning, description, others, changes, rivals);
        }
        Rival chosen = rivals.stream()
                .filter(r -> r.stuck() == meaning)
                .findFirst()
                .orElseThrow(() -> new Invalid(
                        "stuck",
                        "condition \"" + name + "\" has no version for stuck \"" + Change.word(meaning) + "\".",
                        "Maybe one of: "
                                + String.join(
                                        ", ",
                                        meanings().stream().map(Change::word).toList())
                                + "."));
        List<Rival> left = new ArrayList<>(rivals);
        left.set(rivals.indexOf(chosen), new Rival(stuck, description, changes));
        return with(meaning, chosen.description(), others, chosen.changes(), left);
    }

    private Condition with(
            Stuck meaning, String about, List<Condition> others, List<Change> changed, List<Rival> rival) {
        return new Condition(
                name, label, about, symptom, provokedBy, severity, meaning, others, changed, rival, represents);
    }

    /** The meanings of "stuck" under which this condition is described. */
    public List<Stuck> meanings() {
        Set<Stuck> all = new LinkedHashSet<>(Set.of(stuck));
        rivals.forEach(r -> all.add(r.stuck()));
        return List.copyOf(all);
    }

    /** The changes of included conditions and of this one. */
    public List<Change> allChanges() {
        List<Change> all = new ArrayList<>();
        includes.forEach(c -> all.addAll(c.allChanges()));
        all.addAll(changes);
        return List.copyOf(all);
    }

    /**
     * The condition as a person has it.
     *
     * @param healthy the healthy network
     * @param strength how strongly the person has it, relative to the typical patient: factors are raised to this power, drives
     *     multiplied by it
     */
    public Expression expressedIn(Network healthy, double strength) {
        List<Change> weighed = new ArrayList<>();
        weigh(1, weighed);
        return Expression.of(weighed, healthy, strength);
    }

    /** All changes at the severity of their condition. */
    private void weigh(double outer, List<Change> weighed) {
        double s = outer * severity;
        includes.forEach(c -> c.weigh(s, weighed));
        for (Change c : changes) {
            double value = s == 1 ? c.value() : c.kind().isFactor() ? StrictMath.pow(c.value(), s) : s * c.value();
            weighed.add(new Change(c.kind(), c.target(), c.of(), value, c.source(), c.evidence(), c.status()));
        }
    }

    /**
     * The network of somebody who has this condition.
     *
     * @param network the healthy network
     * @param severity 0 is healthy, 1 the condition as described; factors are raised to this power, drives multiplied
     */
    public Network in(Network network, double severity) {
        return expressedIn(network, severity).network();
    }

    /** The changes that concern nothing in {@code network}, because its regions are too coarse or called otherwise. */
    public List<Change> withoutPlaceIn(Network network) {
        return allChanges().stream()
                .filter(c -> network.links().stream().noneMatch(l -> c.concerns(network, l))
                        && network.regions().stream().noneMatch(c::concerns))
                .toList();
    }

    /**
     * Checks that this condition can be told apart from health in {@code network}.
     *
     * @throws Invalid if it has changes and none of them finds its region or link
     */
    public void checkFits(Network network) {
        List<Change> all = allChanges();
        if (!all.isEmpty() && withoutPlaceIn(network).size() == all.size()) {
            throw new Invalid(
                    "condition",
                    "condition \"" + name + "\" changes nothing in network \"" + network.name() + "\": none of "
                            + String.join(", ", all.stream().map(Change::target).toList()) + " is there.",
                    "Maybe give regions these names, or list them as \"parts\".");
        }
    }
}
