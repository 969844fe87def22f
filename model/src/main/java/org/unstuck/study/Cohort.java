package org.unstuck.study;

import java.util.ArrayList;
import java.util.List;
import org.unstuck.describe.Default;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Limits;
import org.unstuck.describe.Meaning;
import org.unstuck.noise.Address;
import org.unstuck.simulate.Correlation;
import org.unstuck.simulate.Person;
import org.unstuck.simulate.Population;
import org.unstuck.simulate.Spread;
import org.unstuck.simulate.TraitLaw;

/**
 * The virtual patients of a study.
 *
 * @param patients how many, 1 to 10,000
 * @param weightKg body weight of each, kg
 * @param spread how much they differ
 * @param traits laws of traits that are not log-normal with the median and spread given above
 * @param correlations traits that go together
 */
public record Cohort(
        @Meaning("how many") @Limits(low = 1, high = 10_000) @Default("24")
        int patients,

        @Meaning(value = "body weight of each", unit = "kg") @Limits(low = 20, high = 300) @Default("70")
        double weightKg,

        @Meaning("how much they differ") Spread spread,

        @Meaning(
                "laws of traits that shall be distributed otherwise than log-normally with median 1 and the spread above")
        @Limits(low = 0, high = 12)
        @Default("[]")
        List<TraitLaw> traits,

        @Meaning("traits that go together; all others are independent") @Limits(low = 0, high = 66) @Default("[]")
        List<Correlation> correlations) {

    private static final int MOST = 10_000;
    private static final double LIGHTEST_KG = 20;
    private static final double HEAVIEST_KG = 300;

    public Cohort {
        traits = List.copyOf(traits);
        correlations = List.copyOf(correlations);
        new Population(spread, traits, correlations);
        if (patients < 1 || patients > MOST) {
            throw new Invalid(
                    "patients", "patients is " + patients + ", it must be from 1 to " + MOST + ".", "Maybe 24.");
        }
        if (!(weightKg >= LIGHTEST_KG && weightKg <= HEAVIEST_KG)) {
            throw new Invalid(
                    "weightKg",
                    "weightKg is " + weightKg + " kg, it must be from " + LIGHTEST_KG + " to " + HEAVIEST_KG + " kg.",
                    "Maybe 70.");
        }
    }

    /** The patients, drawn from the streams of {@code seed}; patient i is the same in every study with this seed and these laws. */
    public List<Person> draw(Address seed) {
        Population population = new Population(spread, traits, correlations);
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < patients; i++) {
            people.add(population.draw(seed, i, weightKg));
        }
        return List.copyOf(people);
    }

    /** The same cohort with another number of patients. */
    public Cohort withPatients(int other) {
        return new Cohort(other, weightKg, spread, traits, correlations);
    }

    /** The same cohort with another body weight. */
    public Cohort withWeightKg(double other) {
        return new Cohort(patients, other, spread, traits, correlations);
    }
}
