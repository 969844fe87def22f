package org.unstuck.phenomena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.unstuck.describe.Parameters;
import org.unstuck.mass.NeuralMass;
import org.unstuck.mass.WilsonCowan;
import org.unstuck.mass.WongWang;
import org.unstuck.phenomena.RivalStatement.Way;
import org.unstuck.study.MadeUp;

/** The page of rival masses, of made-up verdicts and statements, and statements of patients made by hand. */
class RivalsPageTest {

    private static final NeuralMass DEFAULT = WilsonCowan.standard();
    private static final NeuralMass OTHER = Parameters.defaults(WongWang.class);
    private static final Setting SETTING =
            Setting.standard().withSeeds(1, 2).withPatients(5).withThreads(1).shortened(4, 24);

    private static RivalStatement up(String text) {
        return new RivalStatement(text, 0.5, 0.25, 0.75);
    }

    private static RivalStatement down(String text) {
        return new RivalStatement(text, -0.5, -0.75, -0.25);
    }

    private static RivalStatement undecided(String text) {
        return new RivalStatement(text, 0.5, -0.25, 1);
    }

    private static RivalStatement undefined(String text) {
        return new RivalStatement(text, Double.NaN, Double.NaN, Double.NaN);
    }

    private static String page(Rivals... masses) {
        return RivalsPage.of(List.of(masses), SETTING);
    }

    /** Decided if 0 is outside the interval: an end at 0 is not. */
    @Test
    void ways() {
        assertThat(up("").way()).isEqualTo(Way.UP);
        assertThat(down("").way()).isEqualTo(Way.DOWN);
        assertThat(undecided("").way()).isEqualTo(Way.UNDECIDED);
        assertThat(new RivalStatement("", 0.5, 0, 1).way()).isEqualTo(Way.UNDECIDED);
        assertThat(new RivalStatement("", -0.5, -1, 0).way()).isEqualTo(Way.UNDECIDED);
        assertThat(undefined("").way()).isEqualTo(Way.UNDEFINED);
        assertThat(Arrays.stream(Way.values()).map(Way::word)).containsExactly("up", "down", "undecided", "undefined");
    }

    /** Five statements that the default mass decides: the other has two as it, one undecided, one opposite, one undefined. */
    @Test
    void theSummaryCountsWhatTheDefaultDecides() {
        Rivals standard = new Rivals(
                DEFAULT,
                List.of(MadeUpVerdicts.passes("P05"), MadeUpVerdicts.fails("P06"), MadeUpVerdicts.cannotRun("P07")),
                List.of(up("a"), down("b"), up("c"), down("d"), up("e"), undecided("f"), undefined("g"), up("h")),
                "");
        Rivals other = new Rivals(
                OTHER,
                List.of(MadeUpVerdicts.fails("P05"), MadeUpVerdicts.passes("P06"), MadeUpVerdicts.passes("P07")),
                List.of(up("a"), down("b"), undecided("c"), up("d"), undefined("e"), up("f"), up("g")),
                "");
        String page = page(standard, other);
        assertThat(page)
                .contains(
                        "5 virtual patients for each of the seeds [1, 2] (bursts of 4 s and scans of 24 s for the phenomena)")
                .contains("Masses: `wilson-cowan`, `wong-wang`.")
                .contains("""
                | mass | phenomena shown | conclusions as with the default mass | undecided | opposite | undefined |
                |---|---|---|---|---|---|
                | wilson-cowan | 1 of 3 | 6 of 6 | 0 | 0 | 0 |
                | wong-wang | 2 of 3 | 2 of 6 | 1 | 1 | 2 |

                """)
                .contains("is inside its band in 70 % of the seeds or more.")
                .contains("""
                |  | wilson-cowan | wong-wang |
                |---|---|---|
                | P05 first rise | yes | no |
                | P06 second rise | no | yes |
                | P07 third rise | not run | yes |

                """)
                .contains("""
                | a | up (0.500) | up (0.500) |
                | b | down (-0.500) | down (-0.500) |
                | c | up (0.500) | undecided (0.500) |
                | d | down (-0.500) | **up (0.500)** |
                | e | up (0.500) | undefined |
                | f | undecided (0.500) | up (0.500) |
                | g | undefined | up (0.500) |
                | h | up (0.500) | not run |

                """)
                .doesNotContain("could not be run");
    }

    /** What failed is named with the quantity outside; a row may fail although each quantity is inside often enough. */
    @Test
    void whatWasOutside() {
        Verdict together = new Verdict(
                MadeUpVerdicts.phenomenon("P08", "fourth rise"),
                List.of(MadeUpVerdicts.line(Band.of("rise", 0.1, 0.3), 0.2, 0.1, 0.3, 0.8, 0.2)),
                "",
                0.6);
        Rivals standard = new Rivals(
                DEFAULT,
                List.of(
                        MadeUpVerdicts.passes("P05"),
                        MadeUpVerdicts.fails("P06"),
                        MadeUpVerdicts.cannotRun("P07"),
                        together),
                List.of(),
                "");
        Rivals other = new Rivals(
                OTHER,
                List.of(
                        MadeUpVerdicts.passes("P05"),
                        MadeUpVerdicts.passes("P06"),
                        MadeUpVerdicts.passes("P07"),
                        MadeUpVerdicts.passes("P08")),
                List.of(),
                "it diverged.");
        WongWang mass = (WongWang) OTHER;
        assertThat(page(standard, other))
                .contains("""
                ### wilson-cowan

                - P06: fall -0.250 (band at most -0.500)
                - P07: not run: a drug "x"
                - P08: each quantity inside often enough, but not all in the same seeds

                ### wong-wang


                ## Working points

                | mass | c_P | A_0 | A_1 |
                |---|---|---|---|
                | wong-wang | %s | %s | %s |
                """.formatted(mass.perDrive(), mass.recordedZero(), mass.recordedOne()))
                .contains("\n\n`wong-wang` could not be run: it diverged.\n");
    }

    /**
     * Intensity of patients less that of twins: 0.6, 0.4 and 0.2, 0.4 in the mean; under the drug on day 2 less than untreated by 0.4, -0.2
     * and 0.4: -0.2 in the mean, with patients on both sides of 0. Cued shifts are the same in all scans.
     */
    @Test
    void statementsOfPatientsMadeByHand() {
        List<RivalStatement> all = RivalStatement.of(List.of(MadeUp.threePatients()));
        assertThat(all)
                .extracting(RivalStatement::text)
                .containsExactly(
                        "untreated patients against healthy twins: intensity",
                        "untreated patients against healthy twins: cued shifts",
                        "drug against untreated, day 2: intensity",
                        "drug against untreated, day 2: cued shifts");
        assertThat(all.get(0).mean()).isCloseTo(0.4, within(1e-12));
        assertThat(all.get(0).low()).isBetween(0.2 - 1e-12, 0.4);
        assertThat(all.get(0).high()).isBetween(0.4, 0.6 + 1e-12);
        assertThat(all.get(0).way()).isEqualTo(Way.UP);
        assertThat(all.get(1).mean()).isZero();
        assertThat(all.get(1).way()).isEqualTo(Way.UNDECIDED);
        assertThat(all.get(2).mean()).isCloseTo(-0.2, within(1e-12));
        assertThat(all.get(2).way()).isEqualTo(Way.UNDECIDED);
        // Two seeds are six patients: the same mean.
        List<RivalStatement> two = RivalStatement.of(List.of(MadeUp.threePatients(), MadeUp.threePatients()));
        assertThat(two.get(2).mean()).isCloseTo(-0.2, within(1e-12));
    }

    @Test
    void theDefaultComparisonWithAnotherMass() {
        assertThat(Rivals.rows())
                .extracting(Phenomenon::id)
                .hasSize(26)
                .startsWith("P05")
                .endsWith("P30");
        var scenario = Rivals.scenario(OTHER, SETTING, 3);
        assertThat(scenario.seed()).isEqualTo(3);
        assertThat(scenario.cohort().patients()).isEqualTo(5);
        assertThat(scenario.parameters().neuralMass()).isEqualTo(OTHER);
        assertThat(scenario.scans().at()).extracting(t -> t.inDays()).containsExactly(0.0, 1.0, 7.0, 28.0, 58.0, 84.0);
        assertThat(scenario.numerics().step().inMs())
                .isCloseTo(org.unstuck.simulate.FastClock.usualStepMs(OTHER), within(1e-9));
    }
}
