package org.unstuck.study;

import java.util.ArrayList;
import java.util.List;
import org.unstuck.describe.Default;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Limits;
import org.unstuck.describe.Meaning;
import org.unstuck.noise.Address;
import org.unstuck.simulate.Person;
import org.unstuck.simulate.Spread;

/**
 * The virtual patients of a study.
 *
 * @param patients how many, 1 to 10,000
 * @param weightKg body weight of each, kg
 * @param spread how much they differ
 */
public record Cohort(
        @Meaning("how many") @Limits(low = 1, high = 10_000) @Default("24")
        int patients,

        @Meaning(value = "body weight of each", unit = "kg") @Limits(low = 20, high = 300) @Default("70")
        double weightKg,

        @Meaning("how much they differ") Spread spread) {

    private static final int MOST = 10_000;
    private static final double LIGHTEST_KG = 20;
    private static final double HEAVIEST_KG = 300;

    public Cohort {
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

    /** The patients, drawn from the streams of {@code seed}; patient i is the same in every study with this seed and spread. */
    public List<Person> draw(Address seed) {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < patients; i++) {
            people.add(spread.draw(seed, i, weightKg));
        }
        return List.copyOf(people);
    }

    /** The same cohort with another number of patients. */
    public Cohort withPatients(int other) {
        return new Cohort(other, weightKg, spread);
    }

    /** The same cohort with another body weight. */
    public Cohort withWeightKg(double other) {
        return new Cohort(patients, other, spread);
    }
}
