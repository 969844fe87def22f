package org.unstuck.phenomena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.unstuck.describe.Evidence;

/** From checks of seeds to verdicts, bands and losses, of rows made by hand. */
class VerdictTest {

    private static final Setting SETTING =
            Setting.standard().withSeeds(1, 2, 3, 4).withPatients(2).withThreads(1);

    private static Phenomenon row(Function<Laboratory, List<Check>> measure) {
        return new Phenomenon("P00", "row", "", "", "", "", Evidence.LOW, measure);
    }

    private static Verdict run(Function<Laboratory, List<Check>> measure) {
        return Phenomena.run(List.of(row(measure)), SETTING, line -> {}).get(0);
    }

    @Test
    void bandsAreClosed() {
        Band band = Band.of("q", 1, 3);
        assertThat(band.in("h").range()).isEqualTo("1.00 to 3.00 h");
        assertThat(band.range()).isEqualTo("1.00 to 3.00");
        assertThat(band.contains(1)).isTrue();
        assertThat(band.contains(3)).isTrue();
        assertThat(band.contains(0.999)).isFalse();
        assertThat(band.contains(3.001)).isFalse();
        assertThat(band.contains(Double.NaN)).isFalse();
        assertThatThrownBy(() -> Band.of("q", 1, 1)).hasMessageContaining("low must be below high");
    }

    /** In half widths: [1, 3] has one of 1. With one end in units of that end, of 1 if it is 0. */
    @Test
    void distances() {
        assertThat(Band.of("q", 1, 3).distance(4.5)).isEqualTo(1.5);
        assertThat(Band.of("q", 1, 3).distance(0)).isEqualTo(1);
        assertThat(Band.of("q", 1, 5).distance(7)).isEqualTo(1);
        assertThat(Band.of("q", 1, 3).distance(2)).isZero();
        assertThat(Band.above("q", 4).distance(2)).isEqualTo(0.5);
        assertThat(Band.above("q", 0).distance(-2)).isEqualTo(2);
        assertThat(Band.below("q", -4).distance(-2)).isEqualTo(0.5);
    }

    @Test
    void numbersHaveThreeFigures() {
        assertThat(Band.number(123.4)).isEqualTo("123");
        assertThat(Band.number(100)).isEqualTo("100");
        assertThat(Band.number(99.94)).isEqualTo("99.9");
        assertThat(Band.number(10)).isEqualTo("10.0");
        assertThat(Band.number(-9.994)).isEqualTo("-9.99");
        assertThat(Band.number(1)).isEqualTo("1.00");
        assertThat(Band.number(0.12345)).isEqualTo("0.123");
        assertThat(Band.number(-0.0001)).isEqualTo("0.000");
        assertThat(Band.number(Double.NaN)).isEqualTo("undefined");
    }

    /** Seven seeds of ten are enough. */
    @Test
    void sevenTenthsAreEnough() {
        assertThat(new Verdict(row(lab -> List.of()), List.of(), "", 0.7).status())
                .isEqualTo(Verdict.Status.PASS);
        assertThat(new Verdict(row(lab -> List.of()), List.of(), "", 0.69).status())
                .isEqualTo(Verdict.Status.FAIL);
        assertThat(MadeUpVerdicts.line(Band.above("q", 0), 1, 1, 1, 0.7, 1).passes())
                .isTrue();
        assertThat(MadeUpVerdicts.line(Band.above("q", 0), 1, 1, 1, 0.69, 1).passes())
                .isFalse();
    }

    /** Seeds 1 to 4; the band of the first quantity holds three of them, that of the second two, both at once one. */
    @Test
    void aSeedIsInsideIfEveryQuantityIs() {
        Verdict v = run(lab ->
                List.of(Check.fixed(Band.of("low", 1, 3), lab.seed()), Check.fixed(Band.above("high", 3), lab.seed())));
        assertThat(v.insideShare()).isEqualTo(0.25);
        assertThat(v.lines().get(0).insideShare()).isEqualTo(0.75);
        assertThat(v.lines().get(1).insideShare()).isEqualTo(0.5);
        assertThat(v.lines().get(0).value()).isEqualTo(2.5);
        assertThat(v.lines().get(0).bySeed()).containsExactly(1, 2, 3, 4);
        assertThat(v.lines().get(0).low()).as("no patients, no interval").isNaN();
        assertThat(v.lines().get(0).high()).isNaN();
        assertThat(v.needs()).isEmpty();
    }

    /** All resamples of equal patients are equal; of the patients 0 and 1 the mean lies between them, and both occur. */
    @Test
    void intervalsAreOverPatients() {
        Verdict v = run(lab -> List.of(
                new Check(Band.above("equal", 0), 2, chosen -> 5),
                new Check(Band.above("mean", 0), 2, chosen -> 0.5 * (chosen[0] + chosen[1]))));
        assertThat(v.lines().get(0).low()).isEqualTo(5);
        assertThat(v.lines().get(0).high()).isEqualTo(5);
        // Mean of four seeds, each of variance 1/8: standard deviation 0.177, so that 95 % are about 0.15 to 0.85.
        assertThat(v.lines().get(1).value()).isEqualTo(0.5);
        assertThat(v.lines().get(1).low()).isBetween(0.0, 0.3);
        assertThat(v.lines().get(1).high()).isBetween(0.7, 1.0);
    }

    /**
     * Resamples 0, 1, ..., 299: their 2.5 % and 97.5 % points, 7.475 and 291.525, are taken outwards. Of 40 of them, 0.975 and 38.025, the
     * ends are the first and the last.
     */
    @Test
    void endsOfIntervalsAreTakenOutwards() {
        for (int resamples : new int[] {300, 40}) {
            Setting s = SETTING.withSeeds(1);
            Setting setting = new Setting(
                    s.seeds(),
                    2,
                    1,
                    s.network(),
                    s.parameters(),
                    s.drugs(),
                    s.spread(),
                    s.burstS(),
                    s.restS(),
                    resamples);
            int[] calls = {-1}; // The first is the value itself.
            Verdict v = Phenomena.run(
                            List.of(row(lab -> List.of(new Check(Band.above("q", -9), 2, chosen -> calls[0]++)))),
                            setting,
                            line -> {})
                    .get(0);
            assertThat(v.lines().get(0).value()).isEqualTo(-1);
            assertThat(v.lines().get(0).low()).isEqualTo(resamples == 300 ? 7 : 0);
            assertThat(v.lines().get(0).high()).isEqualTo(resamples == 300 ? 292 : 39);
        }
    }

    /** What is missing in one seed of several is missing. */
    @Test
    void oneSeedThatCannotBeRunIsEnough() {
        Verdict v = run(lab -> {
            if (lab.seed() == 3) {
                throw new Missing("a thing");
            }
            return List.of(Check.fixed(Band.above("q", 0), 1));
        });
        assertThat(v.status()).isEqualTo(Verdict.Status.NOT_RUNNABLE);
        assertThat(v.needs()).isEqualTo("a thing");
        assertThat(v.lines()).isEmpty();
    }

    @Test
    void whatIsMissingIsSaid() {
        List<String> told = new ArrayList<>();
        Phenomenon missing = row(lab -> {
            throw new Missing("a thing");
        });
        Verdict v =
                Phenomena.run(List.of(missing), SETTING.withSeeds(7), told::add).get(0);
        assertThat(v.status()).isEqualTo(Verdict.Status.NOT_RUNNABLE);
        assertThat(v.needs()).isEqualTo("a thing");
        assertThat(told).containsExactly("seed 7, P00: row");
        assertThat(Phenomena.loss(v)).isEqualTo(16);
    }

    /** d^2 / (1 + d^2 / 16): 0 inside, 8 at distance 4, 16 if undefined; the mean over quantities and seeds, the sum over rows. */
    @Test
    void losses() {
        Band band = Band.of("q", -1, 1);
        Verdict v = run(lab -> List.of(
                Check.fixed(band, lab.seed() == 1 ? 5 : 0),
                Check.fixed(band, lab.seed() == 2 ? Double.NaN : lab.seed() == 3 ? -3 : 1)));
        // Two quantities, four seeds: (8 + 16 + 4 / 1.25) / 8.
        assertThat(Phenomena.loss(v)).isCloseTo(3.4, within(1e-12));
        assertThat(Phenomena.loss(List.of(v, v))).isCloseTo(6.8, within(1e-12));
    }

    @Test
    void phenomenaByName() {
        assertThat(Phenomena.named("p07", "P30")).extracting(Phenomenon::id).containsExactly("P07", "P30");
        assertThatThrownBy(() -> Phenomena.named("P31"))
                .hasMessage("there is no phenomenon \"P31\", they are P01 to P30.");
        for (int i = 0; i < 30; i++) {
            assertThat(Phenomena.ALL.get(i).id()).isEqualTo(String.format(java.util.Locale.ROOT, "P%02d", i + 1));
        }
    }
}
