package org.unstuck.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.unstuck.network.Stuck;
import org.unstuck.study.MadeUp;

/**
 * Which parameters decide, by hand. With one draw added to both sides a share of k in n is p = (k + 1) / (n + 2) and has variance
 * p (1 - p) / (n + 2); z is the difference of the plain shares over the root of the sum of both variances.
 */
class DecidingTest {

    private static final String ADAPTATION = "parameters/tolerance/adaptation";
    private static final List<String> PLACES = List.of(
            ADAPTATION,
            "parameters/tolerance/buildUpDays",
            "parameters/wilsonCowan/globalGain",
            "parameters/wilsonCowan/globalGainD",
            "parameters/wilsonCowan/wEE",
            "parameters/wilsonCowan/wIE");

    private static ClaimStudy study(List<String> vary, List<Stuck> meanings) {
        Quantity any = new Quantity.Constant(0);
        Claim claim = new Claim("c", "c", any, Relation.MORE, any, 1, 0, Set.of());
        return new ClaimStudy("s", "s", MadeUp.SCENARIO, vary, meanings, List.of(), 10, 3, List.of(claim));
    }

    private static Draw draw(boolean holds, List<String> values, Double... positions) {
        Finding f = new Finding("c", 1, 1, 1, 3, holds ? Verdict.HOLDS : Verdict.FLIPS);
        return new Draw(0, values, Arrays.asList(positions), List.of(f), "");
    }

    /** Draws of one axis: {@code of} at a place, in {@code holds} of which the claim holds. */
    private static List<Draw> at(double position, int holds, int of) {
        List<Draw> draws = new ArrayList<>();
        for (int i = 0; i < of; i++) {
            draws.add(draw(i < holds, List.of("x"), position));
        }
        return draws;
    }

    private static List<Draw> all(List<Draw> a, List<Draw> b) {
        List<Draw> all = new ArrayList<>(a);
        all.addAll(b);
        return all;
    }

    private static Deciding one(List<Draw> low, List<Draw> high) {
        return Deciding.of(study(List.of(ADAPTATION), List.of()), all(low, high), 0)
                .get(0);
    }

    /** 6 of 6 against 0 of 6: p = 7/8 and 1/8, both variances 7/512, z = -1 / sqrt(14/512) = -6.0474. */
    @Test
    void allAgainstNone() {
        Deciding d = one(at(0.1, 6, 6), at(0.9, 0, 6));
        assertThat(d.axis()).isEqualTo(ADAPTATION);
        assertThat(d.lowAt()).isEqualTo("lowest third");
        assertThat(d.low()).isEqualTo(new Share(6, 6));
        assertThat(d.highAt()).isEqualTo("highest third");
        assertThat(d.high()).isEqualTo(new Share(0, 6));
        assertThat(d.z()).isCloseTo(-6.047432, within(1e-6));
        assertThat(d.difference()).isEqualTo(-1);
        assertThat(d.decides()).isTrue();
    }

    /** The middle third counts for neither: its ends are 1/3, which belongs to it, and 2/3, which belongs to the highest third. */
    @Test
    void theMiddleThirdIsLeftOut() {
        List<Draw> draws = all(all(at(1.0 / 3, 4, 4), at(0.5, 3, 3)), at(1 - 1.0 / 3, 1, 2));
        Deciding d = one(draws, at(0.2, 1, 3));
        assertThat(d.low()).isEqualTo(new Share(1, 3));
        assertThat(d.high()).isEqualTo(new Share(1, 2));
    }

    /** 5 of 5 against none: z = 1 / sqrt(12/343) = 5.35. 4 of 4: z = 4.65, far beyond chance too, but too few. */
    @Test
    void fewDrawsDecideNothing() {
        assertThat(one(at(0.1, 0, 5), at(0.9, 5, 5)).z()).isCloseTo(5.346338, within(1e-6));
        assertThat(one(at(0.1, 0, 5), at(0.9, 5, 5)).decides()).isTrue();
        assertThat(one(at(0.1, 0, 4), at(0.9, 9, 9)).decides()).isFalse();
        assertThat(one(at(0.1, 0, 9), at(0.9, 4, 4)).decides()).isFalse();
        Deciding nothing = one(at(0.5, 3, 3), at(0.5, 3, 3));
        assertThat(nothing.z()).isZero();
        assertThat(nothing.decides()).isFalse();
    }

    /**
     * 7 of 8 against 2 of 8: p = 0.8 and 0.3, variances 0.016 and 0.021, z = -0.625 / sqrt(0.037) = -3.2492. The 99 % point, two-sided, of
     * one among m comparisons (R: qnorm(1 - 0.005 / m)): 3.2272 for 8, 3.2608 for 9. Three words are three pairs.
     */
    @Test
    void moreComparisonsAskForMore() {
        List<Draw> draws = new ArrayList<>();
        for (int axes = 5; axes <= 6; axes++) {
            draws.clear();
            Double[] low = new Double[axes + 1];
            Arrays.fill(low, 0.5);
            low[1] = 0.1;
            Double[] high = low.clone();
            high[1] = 0.9;
            for (int i = 0; i < 8; i++) {
                draws.add(draw(i < 7, List.of("loop", "x"), low));
                draws.add(draw(i < 2, List.of("loop", "x"), high));
            }
            Deciding d = Deciding.of(study(PLACES.subList(0, axes), List.of(Stuck.values())), draws, 0).stream()
                    .filter(x -> x.axis().equals(ADAPTATION))
                    .findFirst()
                    .orElseThrow();
            assertThat(d.z()).isCloseTo(-3.249220, within(1e-6));
            assertThat(d.decides()).as(axes + " axes and three words").isEqualTo(axes == 5);
        }
    }

    /** Words: the one with the smallest share against the one with the largest; of equals the first. */
    @Test
    void wordsWithTheSmallestAndTheLargestShare() {
        List<Draw> draws = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            draws.add(draw(i < 5, List.of("loop", "x"), 0.1, 0.1));
            draws.add(draw(i < 9, List.of("attractor", "x"), 0.5, 0.9));
            draws.add(draw(i < 1, List.of("variability", "x"), 0.9, 0.5));
        }
        List<Deciding> all = Deciding.of(study(List.of(ADAPTATION), List.of(Stuck.values())), draws, 0);
        assertThat(all).hasSize(2);
        Deciding words = all.get(0);
        assertThat(words.axis()).isEqualTo("stuck");
        assertThat(words.lowAt()).isEqualTo("variability");
        assertThat(words.low()).isEqualTo(new Share(1, 10));
        assertThat(words.highAt()).isEqualTo("attractor");
        assertThat(words.high()).isEqualTo(new Share(9, 10));
        // p = 1/6 and 5/6, both variances 5/432: z = 0.8 / sqrt(10/432) = 5.2581.
        assertThat(words.z()).isCloseTo(5.258137, within(1e-6));
        assertThat(all.get(1).difference()).as("attractor is high, loop low").isCloseTo(0.4, within(1e-12));

        draws.replaceAll(d -> draw(true, d.values(), d.positions().toArray(Double[]::new)));
        Deciding equal = Deciding.of(study(List.of(ADAPTATION), List.of(Stuck.values())), draws, 0).stream()
                .filter(d -> d.axis().equals("stuck"))
                .findFirst()
                .orElseThrow();
        assertThat(equal.lowAt()).isEqualTo("loop");
        assertThat(equal.highAt()).isEqualTo("loop");
        assertThat(equal.z()).isZero();
    }

    /** Two parameters, of which the second decides more: it comes first. */
    @Test
    void whatDecidesMostComesFirst() {
        List<Draw> draws = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            draws.add(draw(true, List.of("x", "x"), 0.5, 0.9));
            draws.add(draw(false, List.of("x", "x"), 0.1, 0.1));
            draws.add(draw(i < 4, List.of("x", "x"), 0.9, 0.5));
        }
        List<Deciding> all = Deciding.of(study(PLACES.subList(0, 2), List.of()), draws, 0);
        assertThat(all).extracting(Deciding::axis).containsExactly(PLACES.get(1), PLACES.get(0));
        assertThat(Math.abs(all.get(0).z()))
                .isGreaterThan(Math.abs(all.get(1).z()))
                .isGreaterThan(4);
        assertThat(all.get(1).difference()).isEqualTo(0.5);
    }

    /** A number of the default mass counts only in draws that have this mass. */
    @Test
    void numbersOfAnotherMassAreNotUsed() {
        Quantity any = new Quantity.Constant(0);
        Claim claim = new Claim("c", "c", any, Relation.MORE, any, 1, 0, Set.of());
        ClaimStudy study = new ClaimStudy(
                "s",
                "s",
                MadeUp.SCENARIO,
                List.of("parameters/wilsonCowan/wEE", ADAPTATION),
                List.of(),
                List.of(Family.WILSON_COWAN, Family.WONG_WANG),
                10,
                3,
                List.of(claim));
        List<Draw> draws = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            draws.add(draw(true, List.of("x", "x", "wilson-cowan"), 0.1, 0.1, 0.25));
            draws.add(draw(false, List.of("x", "x", "wong-wang"), 0.9, 0.9, 0.75));
        }
        List<Deciding> all = Deciding.of(study, draws, 0);
        Deciding own =
                all.stream().filter(d -> d.axis().endsWith("wEE")).findFirst().orElseThrow();
        assertThat(own.low()).isEqualTo(new Share(6, 6));
        assertThat(own.high()).as("no draw with this mass").isEqualTo(new Share(0, 0));
        Deciding other = all.stream()
                .filter(d -> d.axis().equals(ADAPTATION))
                .findFirst()
                .orElseThrow();
        assertThat(other.high()).isEqualTo(new Share(0, 6));
    }
}
