package org.unstuck.phenomena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unstuck.describe.Evidence;
import org.unstuck.noise.Address;
import org.unstuck.noise.Draws;

/** Phenomena that cost little, and the reckoning of all. */
class PhenomenaTest {

    private static final Setting QUICK =
            Setting.standard().withSeeds(1).withPatients(40).shortened(10, 24);

    /** Without bursts or with large effects: these hold in any cohort of 40. */
    @ParameterizedTest
    @ValueSource(strings = {"P01", "P02", "P03", "P04", "P26"})
    void passes(String id) {
        Verdict v = Phenomena.run(Phenomena.named(id), QUICK, line -> {}).get(0);
        assertThat(v.status()).as("%s: %s", id, v.lines()).isEqualTo(Verdict.Status.PASS);
        assertThat(Phenomena.loss(v)).isZero();
    }

    @Test
    void thereAreThirtyInOrder() {
        List<String> expected = IntStream.rangeClosed(1, 30)
                .mapToObj(i -> String.format(java.util.Locale.ROOT, "P%02d", i))
                .toList();
        assertThat(Phenomena.ALL).extracting(Phenomenon::id).containsExactlyElementsOf(expected);
        assertThatThrownBy(() -> Phenomena.named("P31")).hasMessageContaining("P01 to P30");
    }

    /** A phenomenon whose quantity is known, with one band. */
    private static Phenomenon planted(double low, double high, double... values) {
        return new Phenomenon(
                "P00",
                "planted",
                "",
                "",
                "",
                "",
                Evidence.HIGH,
                lab -> List.of(new Check(Band.of("x", low, high), values.length, Estimates.median(values))));
    }

    @Test
    void aSeedCountsOnlyIfEveryQuantityIsInside() {
        Phenomenon byseed = new Phenomenon(
                "P00",
                "",
                "",
                "",
                "",
                "",
                Evidence.HIGH,
                lab -> List.of(
                        Check.fixed(Band.of("first seed", 0, 1), lab.seed() == 1 ? 0.5 : 2),
                        Check.fixed(Band.of("always", 0, 1), 0.5)));
        Verdict v = Phenomena.run(List.of(byseed), QUICK.withSeeds(1, 2, 3, 4), line -> {})
                .get(0);
        assertThat(v.insideShare()).isEqualTo(0.25);
        assertThat(v.status()).isEqualTo(Verdict.Status.FAIL);
        assertThat(v.lines().get(1).insideShare()).isEqualTo(1);
        // Distance 2 half widths in three of four seeds, on one of two quantities: 4 / (1 + 4/16) x 3/4 / 2.
        assertThat(Phenomena.loss(v)).isCloseTo(1.2, within(1e-12));
    }

    @Test
    void whatIsMissingIsSaidAndCountsAsFailed() {
        Phenomenon missing = new Phenomenon("P00", "", "", "", "", "", Evidence.HIGH, lab -> {
            throw new Missing("a unicorn");
        });
        Verdict v = Phenomena.run(List.of(missing), QUICK, line -> {}).get(0);
        assertThat(v.status()).isEqualTo(Verdict.Status.NOT_RUNNABLE);
        assertThat(v.needs()).isEqualTo("a unicorn");
        assertThat(Phenomena.loss(v)).isEqualTo(16);
    }

    /**
     * Means of 100 normal numbers: the interval of the mean is +-0.196 in theory. That of 300 resamples scatters by about 10 %; the
     * bounds are five standard errors wide (false alarm below 1e-5).
     */
    @Test
    void theIntervalIsThatOfTheBootstrap() {
        Draws draws = Address.of(7).draws();
        double[] values =
                IntStream.range(0, 100).mapToDouble(i -> draws.gaussian()).toArray();
        Phenomenon p = new Phenomenon(
                "P00",
                "",
                "",
                "",
                "",
                "",
                Evidence.HIGH,
                lab -> List.of(new Check(Band.above("x", 0), 100, Estimates.mean(values))));
        Setting withIntervals = Setting.standard().withSeeds(1).withPatients(100);
        Verdict.Line line =
                Phenomena.run(List.of(p), withIntervals, l -> {}).get(0).lines().get(0);
        double sd = Estimates.sd(values, IntStream.range(0, 100).toArray());
        assertThat((line.high() - line.low()) / 2).isCloseTo(1.96 * sd / 10, within(0.5 * 1.96 * sd / 10));
        assertThat(line.value()).isBetween(line.low(), line.high());
    }

    @Test
    void thePageShowsReasonsOnlyWhileAPhenomenonFails() {
        List<Verdict> verdicts = Phenomena.run(
                List.of(planted(0, 1, 0.4, 0.5, 0.6), Phenomena.named("P16").get(0)), QUICK, l -> {});
        Map<String, String> reasons = Map.of("P16", "it is so", "P00", "never shown");
        String page = PhenomenaPage.of(verdicts, QUICK, reasons);
        assertThat(page).contains("| x | 0.000 to 1.00 | 0.500 |").doesNotContain("never shown");
        boolean passes = verdicts.get(1).status() == Verdict.Status.PASS;
        assertThat(PhenomenaPage.stale(verdicts, reasons)).contains("P00").hasSize(passes ? 2 : 1);
        assertThat(page.contains("Why: it is so")).isEqualTo(!passes);
    }

    @Test
    void everyReasonIsOfAPhenomenon() {
        assertThat(Phenomena.ALL)
                .extracting(Phenomenon::id)
                .containsAll(PhenomenaPage.reasons().keySet());
    }

    @Test
    void bands() {
        Band band = Band.of("x", 2, 6);
        assertThat(band.distance(3)).isZero();
        assertThat(band.distance(8)).isEqualTo(1);
        assertThat(band.distance(1)).isEqualTo(0.5);
        assertThat(band.contains(Double.NaN)).isFalse();
        assertThat(Band.above("x", 0.5).distance(0.25)).isEqualTo(0.5);
        assertThat(Band.below("x", 0).distance(0.25)).isEqualTo(0.25);
    }
}
