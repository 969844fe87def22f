package org.unstuck.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.unstuck.describe.Invalid;
import org.unstuck.study.MadeUp;

/** Words, units and checks of the sides of claims; the scenario lasts three days and is scanned on days 0 and 2. */
class QuantityTest {

    private static final String SHARE = "share of the gap to health";

    private static void refused(Quantity quantity, String message) {
        assertThatThrownBy(() -> quantity.check(MadeUp.SCENARIO))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining(message);
    }

    private static void taken(Quantity quantity) {
        assertThatCode(() -> quantity.check(MadeUp.SCENARIO)).doesNotThrowAnyException();
    }

    @Test
    void words() {
        assertThat(new Quantity.Scanned("dwell", "drug", 2).words()).isEqualTo("dwell under drug on day 2");
        assertThat(new Quantity.Healthy("dwell").words()).isEqualTo("dwell of healthy twins");
        assertThat(new Quantity.Relieved("drug", 1, 3, "untreated").words())
                .isEqualTo("relief under drug on days 1 to 3");
        assertThat(new Quantity.Relieved("drug", 1, 3, "sham").words())
                .isEqualTo("relief under drug on days 1 to 3 against sham");
        assertThat(new Quantity.Rested("drug", 0.5, "untreated").words()).isEqualTo("relief under drug on day 0.5");
        assertThat(new Quantity.Rested("drug", 0.5, "sham").words())
                .isEqualTo("relief under drug on day 0.5 against sham");
        assertThat(new Quantity.Rebounding("drug", 56, "untreated").words())
                .isEqualTo("rebound under drug after day 56");
        assertThat(new Quantity.Connected("DMN", "SN", "drug", 2).words())
                .isEqualTo("connectivity DMN to SN under drug on day 2");
        assertThat(new Quantity.Connected("DMN", "DMN", "healthy", 0).words())
                .isEqualTo("connectivity within DMN of healthy twins");
        assertThat(new Quantity.Sum(List.of(new Quantity.Constant(0.25), new Quantity.Healthy("dwell"))).words())
                .isEqualTo("0.25 + dwell of healthy twins");
    }

    @Test
    void units() {
        assertThat(new Quantity.Scanned("dwell", "drug", 2).unit()).isEqualTo("s");
        assertThat(new Quantity.Healthy("shift-latency").unit()).isEqualTo("ms");
        assertThat(new Quantity.Relieved("drug", 1, 3, "untreated").unit()).isEqualTo(SHARE);
        assertThat(new Quantity.Rested("drug", 2, "untreated").unit()).isEqualTo(SHARE);
        assertThat(new Quantity.Rebounding("drug", 2, "untreated").unit()).isEqualTo(SHARE);
        assertThat(new Quantity.Connected("DMN", "SN", "drug", 2).unit()).isEqualTo("correlation");
        assertThat(new Quantity.Sum(List.of(new Quantity.Healthy("dwell"))).unit())
                .isEqualTo("s");
        assertThat(new Quantity.Constant(1).unit()).isEmpty();
    }

    /** Communities cost a third of a run: they are looked for only where a claim reads them, on either side. */
    @Test
    void whoReadsCommunities() {
        assertThat(new Quantity.Scanned("flexibility-excess", "drug", 2).readsCommunities())
                .isTrue();
        assertThat(new Quantity.Scanned("dwell", "drug", 2).readsCommunities()).isFalse();
        assertThat(new Quantity.Healthy("flexibility").readsCommunities()).isTrue();
        assertThat(new Quantity.Healthy("dwell").readsCommunities()).isFalse();
        assertThat(new Quantity.Constant(1).readsCommunities()).isFalse();
        Quantity.Constant one = new Quantity.Constant(1);
        assertThat(new Quantity.Sum(List.of(one, new Quantity.Healthy("flexibility"))).readsCommunities())
                .isTrue();
        assertThat(new Quantity.Sum(List.of(one, one)).readsCommunities()).isFalse();
    }

    @Test
    void checks() {
        refused(new Quantity.Scanned("dwel", "drug", 2), "there is no outcome \"dwel\". Maybe \"dwell\" was meant.");
        refused(new Quantity.Scanned("dwell", "drugs", 2), "there is no arm \"drugs\". Maybe \"drug\" was meant.");
        refused(new Quantity.Scanned("dwell", "drug", 1), "there is no scan on day 1. Maybe one of: 0, 2.");
        taken(new Quantity.Scanned("dwell", "drug", 2));
        refused(new Quantity.Healthy("dwel"), "there is no outcome");
        refused(new Quantity.Relieved("drugs", 0, 1, "untreated"), "there is no arm \"drugs\"");
        refused(new Quantity.Relieved("drug", 0, 1, "sham"), "there is no arm \"sham\"");
        refused(new Quantity.Relieved("drug", 0, 4, "untreated"), "day 4 is after the horizon, 3 d.");
        taken(new Quantity.Relieved("drug", 0, 3, "untreated"));
        refused(new Quantity.Rested("drugs", 2, "untreated"), "there is no arm \"drugs\"");
        refused(new Quantity.Rested("drug", 2, "sham"), "there is no arm \"sham\"");
        refused(new Quantity.Rested("drug", 3, "untreated"), "there is no scan on day 3");
        refused(new Quantity.Rebounding("drugs", 2, "untreated"), "there is no arm \"drugs\"");
        refused(new Quantity.Rebounding("drug", 2, "sham"), "there is no arm \"sham\"");
        refused(new Quantity.Rebounding("drug", 3, "untreated"), "day 4 is after the horizon");
        taken(new Quantity.Rebounding("drug", 2, "untreated"));
        refused(new Quantity.Connected("DMN", "SM", "drug", 2), "there is no network \"SM\"");
        refused(new Quantity.Connected("DMM", "SN", "drug", 2), "there is no network \"DMM\"");
        refused(new Quantity.Connected("DMN", "SN", "drugs", 2), "there is no arm \"drugs\"");
        refused(new Quantity.Connected("DMN", "SN", "drug", 1), "there is no scan on day 1");
        taken(new Quantity.Connected("DMN", "SN", "healthy", 1));
        refused(
                new Quantity.Sum(List.of(new Quantity.Constant(1), new Quantity.Healthy("dwel"))),
                "there is no outcome");
        assertThatThrownBy(() -> new Quantity.Relieved("drug", 2, 2, "untreated"))
                .hasMessage("until is day 2, it must be after day 2, the first.");
    }

    private static Claim claim(Quantity left, Relation is, Quantity right, double factor, double margin) {
        return new Claim("c", "says", left, is, right, factor, margin, Set.of());
    }

    @Test
    void claimsInWords() {
        Quantity a = new Quantity.Healthy("dwell");
        Quantity b = new Quantity.Constant(3);
        assertThat(claim(a, Relation.MORE, b, 1, 0).words()).isEqualTo("dwell of healthy twins is more than 3");
        assertThat(claim(a, Relation.LESS, b, 0.5, 0.1).words())
                .isEqualTo("dwell of healthy twins is less than 0.5 x 3 by 0.1");
        assertThat(claim(a, Relation.SAME, b, 2, 0.1).words())
                .isEqualTo("dwell of healthy twins is within 0.1 of 2 x 3");
        assertThat(claim(a, Relation.MORE, b, 1, 0).unit()).isEqualTo("s");
        assertThat(claim(b, Relation.MORE, a, 1, 0).unit()).isEqualTo("s");
    }

    @Test
    void aClaimSaysWhichSideIsWrong() {
        Quantity wrong = new Quantity.Scanned("dwell", "drugs", 2);
        Quantity right = new Quantity.Constant(3);
        assertThatThrownBy(() -> claim(wrong, Relation.MORE, right, 1, 0).check(MadeUp.SCENARIO))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.at()).isEqualTo("left/arm"));
        assertThatThrownBy(() -> claim(right, Relation.MORE, wrong, 1, 0).check(MadeUp.SCENARIO))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.at()).isEqualTo("right/arm"));
        assertThatThrownBy(() -> claim(right, Relation.MORE, right, 1, -0.1))
                .hasMessageEndingWith("it must be 0 or greater.");
        assertThatThrownBy(() -> claim(right, Relation.SAME, right, 1, 0))
                .hasMessageEndingWith("it must be greater than 0. Maybe 0.1: nothing is exactly the same.");
        assertThatThrownBy(() -> claim(right, Relation.LESS, right, 1, Double.NaN))
                .hasMessageEndingWith("it must be 0 or greater.");
    }

    /** At equality nothing is more, less or the same: d must be beyond the margin, or within it. */
    @Test
    void relationsAtTheMargin() {
        assertThat(Relation.MORE.of(0.5, 2, 0.5)).isEqualTo(Verdict.UNDECIDED);
        assertThat(Relation.MORE.of(-1, 0.5, 0.5)).isEqualTo(Verdict.FLIPS);
        assertThat(Relation.LESS.of(-2, -0.5, 0.5)).isEqualTo(Verdict.UNDECIDED);
        assertThat(Relation.LESS.of(-0.5, 1, 0.5)).isEqualTo(Verdict.FLIPS);
        assertThat(Relation.SAME.of(-0.5, 0, 0.5)).isEqualTo(Verdict.UNDECIDED);
        assertThat(Relation.SAME.of(0.5, 2, 0.5)).isEqualTo(Verdict.FLIPS);
        assertThat(Relation.SAME.of(-2, -0.5, 0.5)).isEqualTo(Verdict.FLIPS);
        assertThat(Relation.SAME.of(-2, 2, 0.5)).isEqualTo(Verdict.UNDECIDED);
        assertThat(Relation.SAME.of(-0.4, 0.4, 0.5)).isEqualTo(Verdict.HOLDS);
        assertThat(Relation.SAME.of(-0.4, 3, 0.5)).isEqualTo(Verdict.UNDECIDED);
        assertThat(Relation.MORE.of(0.6, 2, 0.5)).isEqualTo(Verdict.HOLDS);
        assertThat(Relation.LESS.of(-2, -0.6, 0.5)).isEqualTo(Verdict.HOLDS);
    }
}
