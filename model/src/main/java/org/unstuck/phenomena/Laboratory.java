package org.unstuck.phenomena;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.unstuck.network.Condition;
import org.unstuck.network.Network;
import org.unstuck.noise.Address;
import org.unstuck.pharma.Drug;
import org.unstuck.protocol.Arm;
import org.unstuck.protocol.Challenge;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.simulate.DrugCourse;
import org.unstuck.simulate.ModelParameters;
import org.unstuck.simulate.Person;
import org.unstuck.study.Scenario;

/**
 * Where the phenomena of one seed are measured. Runs are made when a phenomenon asks for them first, and shared by all that ask for
 * the same. Not for several threads; a run itself uses those of the setting.
 */
public final class Laboratory {

    private static final double WEIGHT_KG = 70;

    private final Setting setting;
    private final long seed;
    private final Map<String, Object> done = new LinkedHashMap<>();

    /** A laboratory in which nothing has been run yet. */
    public Laboratory(Setting setting, long seed) {
        this.setting = setting;
        this.seed = seed;
    }

    Setting setting() {
        return setting;
    }

    Network network() {
        return setting.network();
    }

    long seed() {
        return seed;
    }

    int patients() {
        return setting.patients();
    }

    /**
     * When a cohort is looked at.
     *
     * @param moments moments of the slow clock, h; those of infusions and sessions come by themselves
     * @param scanHours moments of scans, h
     * @param challenges pulses of every scan
     * @param withFlexibility whether community flexibility is read
     */
    record Look(List<Double> moments, List<Double> scanHours, List<Challenge> challenges, boolean withFlexibility) {

        /** Every {@code stages[k][1]} hours until {@code stages[k][0]} hours, from 0 on. */
        static Look steps(double[]... stages) {
            List<Double> moments = new ArrayList<>(List.of(0.0));
            double t = 0;
            for (double[] stage : stages) {
                while (t < stage[0] - 1e-9) {
                    t = Math.min(stage[0], t + stage[1]);
                    moments.add(t);
                }
            }
            return new Look(moments, List.of(), List.of(), false);
        }

        Look scans(Double... hours) {
            return new Look(moments, List.of(hours), challenges, withFlexibility);
        }

        Look challenged(Challenge... pulses) {
            return new Look(moments, scanHours, List.of(pulses), withFlexibility);
        }

        Look flexible() {
            return new Look(moments, scanHours, challenges, true);
        }
    }

    /** The cohort of protocol {@code name}, with its own condition. */
    Followed follow(String name, Look look) {
        Scenario scenario = Protocols.named(name);
        return follow(name, scenario, scenario.condition(), setting.parameters(), look, "");
    }

    /** The cohort of protocol {@code name} with another condition. */
    Followed follow(String name, Condition condition, Look look) {
        return follow(name, Protocols.named(name), condition, setting.parameters(), look, condition.name());
    }

    /** The cohort of protocol {@code name} with other parameters, called {@code variant}. */
    Followed follow(String name, ModelParameters parameters, String variant, Look look) {
        Scenario scenario = Protocols.named(name);
        return follow(name, scenario, scenario.condition(), parameters, look, variant);
    }

    /** The cohort of protocol {@code name} with this drug in place of the one of its name, called {@code variant}. */
    Followed follow(String name, Drug instead, String variant, Look look) {
        Scenario scenario = Protocols.named(name);
        return follow(setting.with(instead), name, scenario, scenario.condition(), setting.parameters(), look, variant);
    }

    /** Untreated patients with {@code condition} and their healthy twins, scanned once. */
    Followed baseline(Condition condition, Look look) {
        return (Followed) done.computeIfAbsent(
                "baseline/" + condition.name() + "/" + look,
                k -> new CohortRun(
                                setting,
                                seed,
                                condition,
                                List.of(),
                                List.of(),
                                look.moments(),
                                look.scanHours(),
                                look.challenges(),
                                look.withFlexibility())
                        .run());
    }

    private Followed follow(
            String name,
            Scenario scenario,
            Condition condition,
            ModelParameters parameters,
            Look look,
            String variant) {
        return follow(setting, name, scenario, condition, parameters, look, variant);
    }

    private Followed follow(
            Setting with,
            String name,
            Scenario scenario,
            Condition condition,
            ModelParameters parameters,
            Look look,
            String variant) {
        return (Followed) done.computeIfAbsent(
                name + "/" + variant + "/" + look,
                k -> new CohortRun(
                                with.with(parameters),
                                seed,
                                condition,
                                scenario.drugs().stream()
                                        .map(d -> with.drug(d.name()))
                                        .toList(),
                                scenario.arms(),
                                look.moments(),
                                look.scanHours(),
                                look.challenges(),
                                look.withFlexibility())
                        .run());
    }

    /**
     * The built-in condition called {@code name}.
     *
     * @throws Missing if there is none
     */
    Condition condition(String name) {
        if (!BuiltIn.CONDITIONS.names().contains(name)) {
            throw new Missing("a condition \"" + name + "\"");
        }
        return BuiltIn.CONDITIONS.named(name);
    }

    /** The patients of this seed. */
    List<Person> people() {
        List<Person> people = new ArrayList<>();
        for (int p = 0; p < patients(); p++) {
            people.add(setting.spread().draw(Address.of(seed), p, WEIGHT_KG));
        }
        return people;
    }

    /** {@code drug} in every patient, without the network. */
    List<DrugCourse> kinetics(Drug drug, Arm arm, double[] hours) {
        return people().stream()
                .map(p -> DrugCourse.of(List.of(drug), arm, p, setting.parameters(), hours))
                .toList();
    }
}
