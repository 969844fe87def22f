package org.unstuck.phenomena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.unstuck.noise.Address;
import org.unstuck.protocol.Arm;
import org.unstuck.recording.Slow;
import org.unstuck.recording.Trace;

/**
 * Two patients over three steps of 12, 12 and 24 h. Gaps to health 0.5 and 0.25.
 *
 * <pre>
 *            healthy  untreated       drug              sham              R of the drug     R against the sham
 * patient 0   1.0     1.5 1.5 1.5     1.5 1.25 1.0      1.5 1.5  1.25     0  0.5  1         0  0.5   0.5
 * patient 1   1.0     1.25 1.25 1.25  1.0 1.25 1.5      1.0 1.25 1.25     1  0   -1         0  0    -1
 * </pre>
 */
class FollowedTest {

    private static final double ERROR = 0.125;

    private static Trace trace(double expectancy, double sedation) {
        Trace trace = Trace.of(3, 1, 1);
        java.util.Arrays.fill(trace.of(Slow.EXPECTANCY), expectancy);
        trace.of(Slow.SEDATION)[1] = sedation;
        return trace;
    }

    private static Followed followed(double error, double second) {
        return followed(error, 1.5, second);
    }

    private static Followed followed(double error, double first, double second) {
        return new Followed(
                List.of(new Arm("drug", List.of()), new Arm("sham", List.of())),
                new double[] {0, 12, 24},
                new double[] {12, 24, 48},
                new double[][][] {{{1.5, 1.25, 1.0}, {1.0, 1.25, 1.5}}, {{1.5, 1.5, 1.25}, {1.0, 1.25, 1.25}}},
                new double[][] {{first, first, first}, {second, second, second}},
                new double[] {1.0, 1.0},
                List.of(List.of(trace(0.25, 0.7), trace(0, 0.3)), List.of(trace(0, 0), trace(0, 0))),
                null,
                null,
                null,
                new Followed.Ratings(Address.of(3), error));
    }

    private static final Followed EXACT = followed(0, 1.25);

    @Test
    void reliefIsAShareOfTheOwnGap() {
        assertThat(EXACT.patients()).isEqualTo(2);
        assertThat(EXACT.gap()).containsExactly(0.5, 0.25);
        assertThat(EXACT.relief("drug")).isDeepEqualTo(new double[][] {{0, 0.5, 1}, {1, 0, -1}});
        assertThat(EXACT.relief("drug", "sham")).isDeepEqualTo(new double[][] {{0, 0.5, 0.5}, {0, 0, -1}});
        assertThat(EXACT.reported("drug")).isDeepEqualTo(new double[][] {{0.25, 0.75, 1.25}, {1, 0, -1}});
        assertThat(EXACT.sedation("drug")).isDeepEqualTo(new double[][] {{0, 0.7, 0}, {0, 0.3, 0}});
        assertThatThrownBy(() -> EXACT.relief("drugs")).hasMessage("there is no arm \"drugs\".");
        assertThat(followed(0, 1.0).relief("drug")[1]).as("no gap, no relief").containsOnly(Double.NaN);
        assertThat(followed(0, 0.9).relief("drug")[1]).containsOnly(Double.NaN);
    }

    /** Means weigh steps by the time they share with the window; from 18 to 36 h: 6 h of the second step and 12 h of the third. */
    @Test
    void meansAreWeightedByTime() {
        double[][] values = {{1, 2, 5}, {1, Double.NaN, 5}};
        assertThat(EXACT.mean(values, 18, 36)).containsExactly(4, 5);
        assertThat(EXACT.mean(values, 0, 24)).containsExactly(1.5, 1);
        assertThat(EXACT.mean(values, 12, 24)[1]).isNaN();
        // Half a day around day 1: 12 to 36 h, that is 12 h of each of the last two steps.
        assertThat(EXACT.reliefOnDay("drug", 1)).containsExactly(0.75, -0.5);
        assertThat(EXACT.reliefOnDay("drug", 0.5)).as("0 to 24 h").containsExactly(0.25, 0.5);
    }

    @Test
    void curvesAreMediansAtTheMiddleOfSteps() {
        double none = Double.NaN;
        Curve c = EXACT.medianCurve(new double[][] {{1, none, none}, {3, none, 5}}, new int[] {0, 1});
        assertThat(c.hours()).containsExactly(6, 36);
        assertThat(c.values()).containsExactly(2, 5);
        Curve second = EXACT.medianCurve(new double[][] {{1, 2, none}, {3, 4, 5}}, new int[] {1, 1, 0});
        assertThat(second.values()).containsExactly(3, 4, 5);
    }

    /** Without errors a rating is reported relief, and a score the index less what is believed: 0.5 x 0.25. */
    @Test
    void ratingsWithoutErrors() {
        assertThat(EXACT.rated("drug", 12, 24)).containsExactly(0.75, 0);
        assertThat(EXACT.scores("drug", 12, 24)).containsExactly(1.125, 1.25);
        assertThat(EXACT.untreatedScores(12, 24)).containsExactly(1.5, 1.25);
    }

    /** A trial takes who has at least half of the mean gap. With gaps 0.5 and 0.25 that is 0.1875; 0.1 is below 0.15. */
    @Test
    void trialsTakePeopleWhoAreIllEnough() {
        assertThat(EXACT.rated("drug", 0, 12)[1]).isEqualTo(1);
        assertThat(followed(0, 1.1).rated("drug", 0, 12)[1]).isNaN();
        assertThat(followed(0, 1.1).rated("drug", 12, 24)[0]).isEqualTo(0.75);
        assertThat(followed(0, 1.75, 1.25).rated("drug", 0, 12)[1])
                .as("0.25 of 0.75 and 0.25 is half the mean")
                .isEqualTo(1);
    }

    /** Errors are of a visit in an arm: a rating has that before treatment more and that of the visit less, a score that of the visit. */
    @Test
    void ratingsWithErrors() {
        Followed f = followed(ERROR, 1.25);
        Followed.Ratings r = f.ratings();
        assertThat(r.of("drug", 0, 12)).isNotZero().isEqualTo(r.of("drug", 0, 12.4));
        assertThat(r.of("drug", 0, 12))
                .isNotEqualTo(r.of("drug", 1, 12))
                .isNotEqualTo(r.of("sham", 0, 12))
                .isNotEqualTo(r.of("drug", 0, 13));
        assertThat(new Followed.Ratings(Address.of(3), 2 * ERROR).of("drug", 0, 12))
                .isEqualTo(2 * r.of("drug", 0, 12));
        assertThat(f.rated("drug", 12, 24)[0])
                .isCloseTo(0.75 + r.of("drug", 0, -24) - r.of("drug", 0, 12), within(1e-12));
        assertThat(f.scores("drug", 12, 24)[0]).isCloseTo(1.125 + 0.5 * r.of("drug", 0, 12), within(1e-12));
        assertThat(f.scores("drug", 12, 24)[1]).isCloseTo(1.25 + 0.25 * r.of("drug", 1, 12), within(1e-12));
        assertThat(f.untreatedScores(12, 24)[1]).isCloseTo(1.25 + 0.25 * r.of("untreated", 1, 12), within(1e-12));
    }
}
