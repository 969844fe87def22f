package org.unstuck.simulate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.unstuck.describe.Invalid;
import org.unstuck.noise.Address;

/**
 * The law of virtual patients: a standard normal number per patient and trait from its own stream, correlated where asked
 * (z' = L z with L L^T the correlation matrix), then turned into a factor by the law of the trait. Without correlations every
 * trait is the same whatever the others do.
 *
 * @param spread log-normal spread of the traits that have no law of their own
 * @param laws laws of some traits; each once
 * @param correlations pairs of traits that go together; each pair once
 */
public record Population(Spread spread, List<TraitLaw> laws, List<Correlation> correlations) {

    private static final int TRAITS = Trait.values().length;

    public Population {
        laws = List.copyOf(laws);
        correlations = List.copyOf(correlations);
        Set<Trait> seen = EnumSet.noneOf(Trait.class);
        for (int i = 0; i < laws.size(); i++) {
            if (!seen.add(laws.get(i).trait())) {
                throw new Invalid(
                        "traits/" + i + "/trait",
                        "the trait \"" + laws.get(i).trait().word() + "\" is there twice.",
                        "");
            }
        }
        factor(correlations);
    }

    /** Patient number {@code index} of the cohort with this address, of {@code weightKg} if the weight has no law. */
    public Person draw(Address seed, int index, double weightKg) {
        Address of = seed.with("patient", index).with("trait");
        double[] z = scores(of);
        Map<Trait, Law> own = new EnumMap<>(Trait.class);
        laws.forEach(each -> own.put(each.trait(), each.law()));
        double[] factors = new double[TRAITS];
        for (Trait trait : Trait.values()) {
            Law law = own.get(trait);
            factors[trait.ordinal()] = law == null
                    ? StrictMath.exp(spread.of(trait) * z[trait.ordinal()])
                    : law.factor(z[trait.ordinal()]);
        }
        return person(index, weightKg, factors);
    }

    private double[] scores(Address of) {
        double[] z = new double[TRAITS];
        for (Trait trait : Trait.values()) {
            z[trait.ordinal()] = of.with(trait.word()).draws().gaussian();
        }
        if (correlations.isEmpty()) {
            return z;
        }
        double[][] lower = factor(correlations);
        double[] correlated = new double[TRAITS];
        for (int i = 0; i < TRAITS; i++) {
            for (int j = 0; j <= i; j++) {
                correlated[i] += lower[i][j] * z[j];
            }
        }
        return correlated;
    }

    private static Person person(int index, double weightKg, double[] f) {
        return new Person(
                index,
                weightKg * f[Trait.WEIGHT.ordinal()],
                f[Trait.SEVERITY.ordinal()],
                f[Trait.CLEARANCE.ordinal()],
                f[Trait.COUNTER_DRIVE.ordinal()],
                f[Trait.SURGE.ordinal()],
                f[Trait.LEARNING.ordinal()],
                f[Trait.COUPLING.ordinal()],
                f[Trait.VOLUME.ordinal()],
                f[Trait.ABSORPTION.ordinal()],
                f[Trait.RECEPTORS.ordinal()],
                f[Trait.SEROTONIN.ordinal()],
                f[Trait.EXPECTANCY.ordinal()]);
    }

    /** The lower Cholesky factor of the correlation matrix, traits in the order of their declaration. */
    private static double[][] factor(List<Correlation> correlations) {
        double[][] r = new double[TRAITS][TRAITS];
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < TRAITS; i++) {
            r[i][i] = 1;
        }
        for (int k = 0; k < correlations.size(); k++) {
            int i = correlations.get(k).first().ordinal();
            int j = correlations.get(k).second().ordinal();
            if (r[i][j] != 0 || pairs.contains(i + "/" + j)) {
                throw new Invalid(
                        "correlations/" + k,
                        "the correlation of " + correlations.get(k).first().word() + " and "
                                + correlations.get(k).second().word() + " is there twice.",
                        "");
            }
            pairs.add(i + "/" + j);
            pairs.add(j + "/" + i);
            r[i][j] = correlations.get(k).coefficient();
            r[j][i] = r[i][j];
        }
        double[][] lower = new double[TRAITS][TRAITS];
        for (int i = 0; i < TRAITS; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = r[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                if (i == j && !(sum > 0)) {
                    throw new Invalid(
                            "correlations",
                            "these correlations contradict each other: no patients can have all of them.",
                            "Maybe weaker ones.");
                }
                lower[i][j] = i == j ? Math.sqrt(sum) : sum / lower[j][j];
            }
        }
        return lower;
    }
}
