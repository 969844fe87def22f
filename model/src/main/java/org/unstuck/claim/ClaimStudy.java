package org.unstuck.claim;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.unstuck.describe.Invalid;
import org.unstuck.network.Stuck;
import org.unstuck.study.Scenario;
import org.unstuck.sweep.Axis;
import org.unstuck.sweep.LatinHypercube;
import org.unstuck.sweep.Level;
import org.unstuck.sweep.Place;
import org.unstuck.sweep.Point;
import org.unstuck.sweep.Space;

/**
 * A scenario, claims about it, and what is drawn to see how far they hold.
 *
 * @param name title
 * @param description what is asked
 * @param scenario what is run; in draws with fewer patients
 * @param vary places of numbers that are drawn from their declared ranges
 * @param meanings rival meanings of "stuck", each drawn equally often
 * @param families neural masses, each drawn equally often; none for that of the scenario alone. What {@code vary} names of a mass is drawn where
 *     that mass is; elsewhere it has no effect
 * @param draws number of draws
 * @param drawPatients number of patients in each draw
 * @param claims at least one, with unique names
 */
public record ClaimStudy(
        String name,
        String description,
        Scenario scenario,
        List<String> vary,
        List<Stuck> meanings,
        List<Family> families,
        int draws,
        int drawPatients,
        List<Claim> claims) {

    /** The axis of the rival meanings of "stuck". */
    public static final String STUCK = "stuck";

    /** The axis of the families of neural masses, the last one. */
    public static final String MASS = "mass";

    private static final Place EQUATIONS = Place.of("parameters/mass");
    private static final Place DEFAULT_MASS = Place.of("parameters/wilsonCowan");

    public ClaimStudy {
        vary = List.copyOf(vary);
        meanings = List.copyOf(meanings);
        families = List.copyOf(families);
        claims = List.copyOf(claims);
        if (draws < 1) {
            throw new Invalid("draws", "draws is " + draws + ", it must be at least 1.", "Maybe 500.");
        }
        if (claims.isEmpty()) {
            throw new Invalid("claims", "there is no claim.", "");
        }
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < claims.size(); i++) {
            if (!names.add(claims.get(i).name())) {
                throw new Invalid(
                        "claims/" + i + "/name", "claim \"" + claims.get(i).name() + "\" is there twice.", "");
            }
            try {
                claims.get(i).check(scenario);
            } catch (Invalid e) {
                throw e.in("claims/" + i);
            }
        }
        axes(scenario, vary, meanings, families); // Refuses what is not there.
    }

    /** The draws: a Latin hypercube over the declared ranges and the meanings of "stuck". */
    public Space space() {
        return new Space(
                scenario.withPatients(drawPatients),
                axes(scenario, vary, meanings, families),
                new LatinHypercube(draws, scenario.seed()));
    }

    private static List<Axis> axes(Scenario scenario, List<String> vary, List<Stuck> meanings, List<Family> families) {
        List<Axis> axes = new ArrayList<>();
        if (!meanings.isEmpty()) {
            axes.add(Axis.of(
                    STUCK, STUCK, meanings.stream().map(m -> Level.of(word(m))).toArray(Level[]::new)));
        }
        for (int i = 0; i < vary.size(); i++) {
            try {
                axes.add(Axis.declared(vary.get(i), scenario));
            } catch (Invalid e) {
                throw new Invalid("vary/" + i, e.problem(), e.maybe());
            }
        }
        if (!families.isEmpty()) {
            // Last: the draws of the other axes do not depend on whether families are drawn.
            axes.add(new Axis.Levels(
                    MASS,
                    EQUATIONS,
                    families.stream().map(f -> new Level(f.word(), f.mass())).toList()));
        }
        return axes;
    }

    /** The family at a point; null if families are not drawn. */
    Family family(Point point) {
        return families.isEmpty() ? null : family(point.level(MASS).text());
    }

    private static Family family(String word) {
        return Family.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Whether what an axis sets is used in a draw: numbers of the default mass are not where there is another one. */
    boolean uses(Axis axis, Draw draw) {
        return families.isEmpty()
                || !DEFAULT_MASS.holds(axis.place())
                || draw.values().get(draw.values().size() - 1).equals(Family.WILSON_COWAN.word());
    }

    /**
     * The scenario at a point of {@link #space}.
     *
     * @throws Invalid if a rule is broken there
     */
    public Scenario scenario(Point point) {
        Family family = family(point);
        if (family == null) {
            return space().scenario(point);
        }
        boolean rival = family != Family.WILSON_COWAN;
        List<Axis> axes = new ArrayList<>();
        List<Level> levels = new ArrayList<>();
        for (int a = 0; a < point.axes().size(); a++) {
            Axis axis = point.axes().get(a);
            if (!axis.name().equals(MASS) && !(rival && DEFAULT_MASS.holds(axis.place()))) {
                axes.add(axis);
                levels.add(point.levels().get(a));
            }
        }
        Scenario base = family.in(scenario.withPatients(drawPatients));
        LatinHypercube any = new LatinHypercube(draws, scenario.seed());
        return new Space(base, axes, any).scenario(new Point(point.index(), axes, levels));
    }

    static String word(Stuck meaning) {
        return meaning.name().toLowerCase(Locale.ROOT);
    }

    /** The same study with another number of draws. */
    public ClaimStudy withDraws(int number) {
        return new ClaimStudy(name, description, scenario, vary, meanings, families, number, drawPatients, claims);
    }

    /** The same study about another scenario. */
    public ClaimStudy with(Scenario other) {
        return new ClaimStudy(name, description, other, vary, meanings, families, draws, drawPatients, claims);
    }

    /**
     * The claim called {@code wanted}.
     *
     * @throws Invalid if there is none
     */
    public Claim claim(String wanted) {
        return claims.stream()
                .filter(c -> c.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new Invalid(
                        "there is no claim \"" + wanted + "\".",
                        org.unstuck.describe.Suggestion.among(
                                claims.stream().map(Claim::name).toList(), wanted)));
    }
}
