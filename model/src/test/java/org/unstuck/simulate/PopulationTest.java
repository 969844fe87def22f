package org.unstuck.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.unstuck.describe.Invalid;
import org.unstuck.noise.Address;

class PopulationTest {

    private static final int N = 4000;
    /** A normal number is farther out once in 15,000. */
    private static final double FOUR_SIGMA = 4;

    private static double[] of(Population population, ToDoubleFunction<Person> trait) {
        double[] values = new double[N];
        for (int p = 0; p < N; p++) {
            values[p] = trait.applyAsDouble(population.draw(Address.of(11), p, 70));
        }
        return values;
    }

    private static Population standard(List<TraitLaw> laws, List<Correlation> correlations) {
        return new Population(Spread.standard(), laws, correlations);
    }

    @Test
    void withoutLawsPatientsAreThoseOfTheSpread() {
        Population plain = standard(List.of(), List.of());
        Address seed = Address.of(3);
        assertThat(plain.draw(seed, 7, 70).clearance())
                .isEqualTo(StrictMath.exp(0.25
                        * seed.with("patient", 7)
                                .with("trait")
                                .with("clearance")
                                .draws()
                                .gaussian()));
        assertThat(plain.draw(seed, 7, 70).weightKg()).isEqualTo(70);
    }

    /** Every law by its distribution function; four tests at p > 0.001: a false alarm in 250. */
    @Test
    void lawsHaveTheirDistributions() {
        Population population = standard(
                List.of(
                        new TraitLaw(Trait.SURGE, new Law.Uniform(0.5, 1.5)),
                        new TraitLaw(Trait.LEARNING, new Law.Normal(1, 0.1)),
                        new TraitLaw(Trait.WEIGHT, new Law.LogNormal(1.1, 0.2)),
                        new TraitLaw(Trait.SEVERITY, new Law.Fixed(1.3))),
                List.of());
        KolmogorovSmirnovTest test = new KolmogorovSmirnovTest();
        double[] surge = of(population, Person::surge);
        assertThat(test.kolmogorovSmirnovTest(
                        new org.apache.commons.math3.distribution.UniformRealDistribution(null, 0.5, 1.5), surge))
                .isGreaterThan(0.001);
        assertThat(test.kolmogorovSmirnovTest(
                        new org.apache.commons.math3.distribution.NormalDistribution(null, 1, 0.1),
                        of(population, Person::learning)))
                .isGreaterThan(0.001);
        assertThat(test.kolmogorovSmirnovTest(
                        new org.apache.commons.math3.distribution.LogNormalDistribution(
                                null, StrictMath.log(70 * 1.1), 0.2),
                        of(population, Person::weightKg)))
                .isGreaterThan(0.001);
        assertThat(of(population, Person::severity)).containsOnly(1.3);
    }

    @Test
    void correlatedTraitsAreCorrelatedAndOthersStayAsTheyWere() {
        Correlation surgeLearning = new Correlation(Trait.SURGE, Trait.LEARNING, 0.6);
        Population population = standard(List.of(), List.of(surgeLearning));
        Population plain = standard(List.of(), List.of());
        double[] surge = of(population, p -> StrictMath.log(p.surge()));
        double[] learning = of(population, p -> StrictMath.log(p.learning()));
        double sigma = (1 - 0.36) / Math.sqrt(N);
        assertThat(new PearsonsCorrelation().correlation(surge, learning)).isCloseTo(0.6, within(FOUR_SIGMA * sigma));
        assertThat(new SpearmansCorrelation().correlation(surge, learning))
                .as("6/pi asin(rho/2)")
                .isCloseTo(6 / Math.PI * StrictMath.asin(0.3), within(0.05));
        assertThat(of(population, Person::clearance)).isEqualTo(of(plain, Person::clearance));
        assertThat(of(population, Person::surge))
                .as("the first of a pair keeps its numbers")
                .isEqualTo(of(plain, Person::surge));
    }

    @Test
    void contradictionsAreRefused() {
        assertThatThrownBy(() -> standard(
                        List.of(),
                        List.of(
                                new Correlation(Trait.SURGE, Trait.LEARNING, 0.9),
                                new Correlation(Trait.LEARNING, Trait.COUPLING, 0.9),
                                new Correlation(Trait.SURGE, Trait.COUPLING, -0.9))))
                .isInstanceOf(Invalid.class)
                .hasMessageStartingWith("these correlations contradict each other");
        assertThatThrownBy(() -> standard(
                        List.of(),
                        List.of(
                                new Correlation(Trait.SURGE, Trait.LEARNING, 0.9),
                                new Correlation(Trait.LEARNING, Trait.SURGE, 0.5))))
                .hasMessageContaining("is there twice");
        assertThatThrownBy(() -> new Correlation(Trait.SURGE, Trait.SURGE, 0.5)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> new Law.Uniform(2, 1)).hasMessageContaining("Maybe swap them.");
    }
}
