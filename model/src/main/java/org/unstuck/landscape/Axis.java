package org.unstuck.landscape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.unstuck.describe.Evidence;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Parameters;
import org.unstuck.describe.Status;
import org.unstuck.describe.Suggestion;
import org.unstuck.mass.NeuralMass;
import org.unstuck.network.Change;
import org.unstuck.network.Condition;
import org.unstuck.network.Link;
import org.unstuck.network.Network;
import org.unstuck.network.Region;
import org.unstuck.pharma.Drug;
import org.unstuck.pharma.Effect;
import org.unstuck.recording.Slow;
import org.unstuck.simulate.Still;

/**
 * A number of the model that a diagram varies, written as a word:
 *
 * <ul>
 *   <li>a declared parameter of the mass or another group that acts, as {@code wEE}; where both have the name, it is that of the mass;
 *   <li>{@code severity} of the condition: 0 is healthy, 1 as it is described;
 *   <li>a slow quantity, as {@code gaba-gain-change};
 *   <li>{@code drug:NAME}: effect-site concentration that is added, ng/mL;
 *   <li>a change as in a condition file: {@code drive:AMY}, {@code link-factor:AMY<->AI}, {@code local-factor:all:adaptation}.
 * </ul>
 *
 * Each acts through the same code as in the simulator.
 *
 * @param word as it is written
 * @param unit unit of the value; "1" for a plain number
 * @param low usual lower end
 * @param high usual upper end
 * @param at the network at a value
 */
public record Axis(String word, String unit, double low, double high, At at) {

    /** The network at a value of the axis. */
    @FunctionalInterface
    public interface At {
        /** {@code still} with the number changed to {@code value}. */
        Still of(Still still, double value);
    }

    private static final String SEVERITY = "severity";
    private static final String DRUG = "drug:";
    private static final double SEVEREST = 1.5;
    /** Concentrations are shown up to so many times the least EC50. */
    private static final double TIMES_EC50 = 2;

    private static final double MOST_CHANGE = 0.6;
    private static final double LEAST_FACTOR = 0.2;
    private static final double LARGEST_FACTOR = 3;
    private static final double LARGEST_DRIVE = 2;

    /**
     * Reads a word.
     *
     * @param still whose network it is for: its drugs, regions and parameters can be named
     * @throws Invalid if it names nothing there
     */
    public static Axis named(String word, Still still) {
        if (word.equals(SEVERITY)) {
            return new Axis(word, "1", 0, SEVEREST, (s, value) -> s.with(scaled(s.condition(), value)));
        }
        if (word.startsWith(DRUG)) {
            return ofDrug(word, word.substring(DRUG.length()), still);
        }
        Optional<Axis> found = ofParameter(word, still);
        if (found.isEmpty()) {
            found = Arrays.stream(Slow.values())
                    .filter(slow -> slow.key().equals(word))
                    .findFirst()
                    .map(slow -> new Axis(word, "1", -MOST_CHANGE / 2, MOST_CHANGE, (s, value) -> s.with(slow, value)));
        }
        return found.orElseGet(() -> ofChange(word, still));
    }

    private static Condition scaled(Condition c, double severity) {
        Condition whole = Condition.of(c.name(), c.label(), c.description(), c.symptom(), List.of());
        return new Condition(
                whole.name(),
                whole.label(),
                whole.description(),
                whole.symptom(),
                c.provokedBy(),
                severity,
                c.stuck(),
                List.of(c),
                List.of(),
                List.of(),
                List.of());
    }

    private static Axis ofDrug(String word, String name, Still still) {
        List<String> names = still.drugs().stream().map(Drug::name).toList();
        Drug drug = still.drugs().stream()
                .filter(d -> d.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Invalid(
                        "the scenario has no drug \"" + name + "\".",
                        names.isEmpty() ? "Maybe one with drugs." : Suggestion.among(names, name)));
        double ec50 = drug.effects().stream()
                .map(Effect::ec50)
                .mapToDouble(s -> s.value())
                .min()
                .orElse(1);
        return new Axis(word, "ng/mL", 0, TIMES_EC50 * ec50, (s, value) -> s.with(name, value));
    }

    private static Optional<Axis> ofParameter(String word, Still still) {
        for (Record group : acting(still)) {
            for (Parameters.Declaration one : Parameters.of(group.getClass())) {
                if (one.name().equals(word)) {
                    return Optional.of(new Axis(
                            word,
                            one.declared().unit(),
                            one.declared().low(),
                            one.declared().high(),
                            (s, value) -> s.with(
                                    s.parameters().with(Parameters.with(groupOf(s, group.getClass()), word, value)))));
                }
            }
        }
        return Optional.empty();
    }

    /** The groups that act, the mass first: without the default mass where another stands in its place. */
    private static List<Record> acting(Still still) {
        List<Record> acting = new ArrayList<>();
        if (still.mass() instanceof Record mass) {
            acting.add(mass);
        }
        still.parameters().groups().stream()
                .filter(group -> !(group instanceof NeuralMass))
                .forEach(acting::add);
        return acting;
    }

    private static Record groupOf(Still still, Class<?> type) {
        return still.parameters().groups().stream()
                .filter(g -> g.getClass() == type)
                .findFirst()
                .orElseThrow();
    }

    private static Axis ofChange(String word, Still still) {
        String[] parts = word.split(":", -1);
        Optional<Change.Kind> kind = Arrays.stream(Change.Kind.values())
                .filter(k -> Change.word(k).equals(parts[0]))
                .findFirst();
        if (kind.isEmpty() || parts.length < 2 || parts.length > 3) {
            refuseOtherMass(word, still);
            throw new Invalid("there is no axis \"" + word + "\".", Suggestion.among(words(still), word));
        }
        Change usual = change(kind.get(), parts, 1);
        usual.checkNames(names(still.network()));
        if (reached(usual, still.network()) == 0) {
            throw new Invalid("the axis \"" + word + "\" changes nothing in this network.", "Maybe drive:AMY.");
        }
        boolean drive = kind.get() == Change.Kind.DRIVE;
        return new Axis(
                word,
                "1",
                drive ? -LARGEST_DRIVE / 2 : LEAST_FACTOR,
                drive ? LARGEST_DRIVE : LARGEST_FACTOR,
                (s, value) -> s.with(changed(s.condition(), change(kind.get(), parts, value))));
    }

    private static void refuseOtherMass(String word, Still still) {
        for (NeuralMass other : NeuralMass.all()) {
            if (Parameters.of(((Record) other).getClass()).stream()
                    .anyMatch(one -> one.name().equals(word))) {
                throw new Invalid(
                        "\"" + word + "\" is a parameter of the mass " + other.name() + ", the mass here is "
                                + still.mass().name() + ".",
                        Suggestion.among(words(still), word));
            }
        }
    }

    private static Change change(Change.Kind kind, String[] parts, double value) {
        return new Change(
                kind,
                parts[1],
                parts.length > 2 ? parts[2] : null,
                value,
                "axis of a diagram",
                Evidence.LOW,
                Status.ASSUMED);
    }

    private static Condition changed(Condition c, Change change) {
        return new Condition(
                c.name(),
                c.label(),
                c.description(),
                c.symptom(),
                c.provokedBy(),
                1,
                c.stuck(),
                List.of(c),
                List.of(change),
                List.of(),
                List.of());
    }

    private static int reached(Change change, Network network) {
        int count = 0;
        for (Link link : network.links()) {
            count += change.concerns(network, link) ? 1 : 0;
        }
        for (Region region : network.regions()) {
            count += change.concerns(region) ? 1 : 0;
        }
        return count;
    }

    private static Set<String> names(Network network) {
        Set<String> names = new TreeSet<>();
        for (Region region : network.regions()) {
            names.add(region.name());
            names.add(region.network());
            names.addAll(region.parts());
        }
        return names;
    }

    /** Words that can be given, for messages: parameters of the mass first. */
    private static List<String> words(Still still) {
        List<String> words = new ArrayList<>(List.of(SEVERITY));
        for (Record group : acting(still)) {
            Parameters.of(group.getClass()).forEach(one -> words.add(one.name()));
        }
        still.drugs().forEach(drug -> words.add(DRUG + drug.name()));
        for (Slow slow : Slow.values()) {
            words.add(slow.key());
        }
        words.add("drive:AMY");
        words.add("local-factor:all:adaptation");
        return words;
    }
}
