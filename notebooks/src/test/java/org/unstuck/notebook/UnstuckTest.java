package org.unstuck.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unstuck.network.Change;
import org.unstuck.protocol.Arm;
import org.unstuck.scenario.ScenarioReader;
import org.unstuck.study.Scenario;
import org.unstuck.viz.figure.PhasePlaneFigure;

/** The sentences of a notebook do what they say, and say what is wrong in a line. */
class UnstuckTest {

    @TempDir
    Path folder;

    @Test
    void aSentenceChangesOneThingAndLeavesTheOldExperimentAsItWas() {
        Experiment gad = Unstuck.preset("gad");
        Experiment changed = gad.with("wEE", 8).patients(3).seed(7);

        assertThat(gad.value("wEE")).isEqualTo(7.5);
        assertThat(changed.value("w_EE")).isEqualTo(8);
        assertThat(changed.value("wilsonCowan.wEE")).isEqualTo(8);
        assertThat(changed.scenario().cohort().patients()).isEqualTo(3);
        assertThat(changed.scenario().seed()).isEqualTo(7);
        assertThat(changed.scenario().condition()).isEqualTo(gad.scenario().condition());
    }

    /** A gain is a change of the condition, and setting it again replaces it. */
    @Test
    void aGainIsExpressedInEveryRegion() {
        Scenario s = Unstuck.preset("gad")
                .with("gabaGain", 1.5)
                .with("gabaGain", 1.2)
                .with("gabaGain", "AMY", 2)
                .scenario();

        var person = s.condition().expressedIn(s.network(), 1);
        assertThat(person.local(
                        org.unstuck.network.Local.INHIBITION, s.network().indexOf("PCC")))
                .isCloseTo(1.2, within(1e-12));
        assertThat(person.local(
                        org.unstuck.network.Local.INHIBITION, s.network().indexOf("AMY")))
                .isCloseTo(2.4, within(1e-12));
        assertThat(s.condition().changes().stream().filter(c -> c.kind() == Change.Kind.LOCAL_FACTOR))
                .hasSize(2);
    }

    /** Two charts with the same name live in one page: no id of the one is in the other, and every reference has its target. */
    @Test
    void chartsOfOneNameDoNotShareIds() {
        Experiment healthy = Unstuck.preset("healthy");
        String one = Pictures.svg(healthy.activity(5).chart());
        String other = Pictures.svg(healthy.activity(6).chart("AMY"));
        java.util.Set<String> ids = ids(one, "\\sid=\"([^\"]+)\"");

        assertThat(ids).hasSizeGreaterThan(3).doesNotContainAnyElementsOf(ids(other, "\\sid=\"([^\"]+)\""));
        assertThat(ids(one, "url\\(#([^)]+)\\)")).isNotEmpty().isSubsetOf(ids);
        assertThat(ids(one, "aria-labelledby=\"([^ \"]+) ")).isNotEmpty().isSubsetOf(ids);
        assertThat(ids(one, "aria-labelledby=\"[^ \"]+ ([^ \"]+)\""))
                .isNotEmpty()
                .isSubsetOf(ids);
        assertThat(Pictures.svg(healthy.activity(5).chart())).isEqualTo(one);
    }

    private static java.util.Set<String> ids(String svg, String pattern) {
        java.util.Set<String> found = new java.util.TreeSet<>();
        java.util.regex.Matcher m = java.util.regex.Pattern.compile(pattern).matcher(svg);
        while (m.find()) {
            found.add(m.group(1));
        }
        return found;
    }

    @Test
    void moreInhibitionMeansLessActivity() {
        Experiment healthy = Unstuck.preset("healthy");

        assertThat(healthy.with("gabaGain", 1.5).activity(20).mean("AMY"))
                .isLessThan(healthy.activity(20).mean("AMY"));
    }

    @Test
    void anEarlierEndCutsWhatWouldLastLonger() {
        Scenario s = Unstuck.preset("gad").until("1 wk").scenario();

        assertThat(s.horizon().inDays()).isEqualTo(7);
        assertThat(s.arms())
                .hasSize(5)
                .allSatisfy(arm -> assertThat(arm.events())
                        .allSatisfy(e -> assertThat(e.ends().inDays()).isLessThanOrEqualTo(7)));
        assertThat(s.scans().at()).last().satisfies(t -> assertThat(t.inDays()).isEqualTo(7));
    }

    @Test
    void armsBringTheirDrugsAlong() {
        Scenario s = Unstuck.preset("healthy")
                .arm("tablet", Plan.dose("lorazepam", "1 mg", "2 h"))
                .scenario();

        assertThat(s.arms()).extracting(Arm::name).contains("tablet");
        assertThat(s.drugs()).extracting(d -> d.name()).contains("lorazepam");
    }

    @Test
    void mistakesAreOneLineWithASuggestionAndNoTrace() {
        assertThatThrownBy(() -> Unstuck.preset("generalized-anxiety"))
                .isInstanceOf(Wrong.class)
                .hasMessage("there is no preset \"generalized-anxiety\". Maybe \"generalised-anxiety\" was meant.")
                .satisfies(e -> assertThat(e.getStackTrace()).isEmpty());
        assertThatThrownBy(() -> Unstuck.preset("gad").with("gabaGian", 1.2))
                .hasMessage("There is no number \"gabaGian\". Maybe \"gabaGain\" was meant.");
        assertThatThrownBy(() -> Unstuck.preset("gad").with("tauE", -1)).hasMessageContaining("must be greater than 0");
        assertThatThrownBy(() -> Unstuck.preset("gad").only("benzodiazepin"))
                .hasMessageContaining("Maybe \"benzodiazepine\"");
        assertThatThrownBy(() -> Unstuck.preset("gad").without("tolerence"))
                .hasMessageContaining("Maybe \"tolerance\"");
        assertThatThrownBy(() -> Unstuck.preset("gad").stuck("loops")).hasMessageContaining("Maybe \"loop\"");
        assertThatThrownBy(() -> Plan.dose("lorazepam", "1", "2 h")).hasMessageContaining("no unit");
        assertThatThrownBy(() -> Unstuck.preset("healthy").activity(-3)).hasMessageContaining("seconds is -3.0");
        assertThatThrownBy(() -> Unstuck.file("nowhere.json"))
                .isInstanceOf(Wrong.class)
                .hasMessageContaining("nowhere.json");
        assertThatThrownBy(() -> Unstuck.json("{\"schemaVersion\": 1,")).isInstanceOf(Wrong.class);
        assertThatThrownBy(() -> Unstuck.command("measure", "nowhere.csv", "--dt", "2s"))
                .isInstanceOf(Wrong.class)
                .hasMessageContaining("nowhere.csv");
        assertThatThrownBy(() -> Unstuck.preset("healthy").activity(1).region("AMI"))
                .hasMessageContaining("Maybe");
    }

    /** A name that is in two groups is refused, with both. */
    @Test
    void anAmbiguousNameIsRefused() {
        List<Names.Place> all = Names.all(Unstuck.preset("gad").scenario().parameters());
        String twice = all.stream()
                .map(p -> p.declaration().name())
                .filter(n -> all.stream()
                                .filter(p -> p.declaration().name().equals(n))
                                .count()
                        > 1)
                .findFirst()
                .orElse(null);

        org.junit.jupiter.api.Assumptions.assumeTrue(twice != null, "no name is in two groups");
        assertThatThrownBy(() -> Unstuck.preset("gad").with(twice, 1)).hasMessageContaining(" is a number of ");
    }

    @Test
    void theSameSeedGivesTheSameBits() {
        assertThat(Unstuck.preset("healthy").activity(5).values())
                .isDeepEqualTo(Unstuck.preset("healthy").activity(5).values());
        Experiment small = Unstuck.preset("gad")
                .only("untreated", "benzodiazepine")
                .patients(2)
                .until("2 d")
                .scans("0 d");

        assertThat(small.run(1).days("benzodiazepine")).isEqualTo(small.run(2).days("benzodiazepine"));
    }

    @Test
    void aResultAnswersInNumbersTablesAndCharts() {
        Result r = Unstuck.preset("gad")
                .only("untreated", "benzodiazepine")
                .patients(2)
                .until("3 d")
                .scans("0 d", "3 d")
                .brief()
                .run(1);

        assertThat(r.days("benzodiazepine", 1, 3)).isLessThan(r.days("untreated", 1, 3));
        assertThat(r.value("sedation", "benzodiazepine", 3)).isBetween(0.05, 0.6);
        assertThat(r.value("sedation", "untreated", 3)).isZero();
        assertThat(r.table("intensity").rows()).hasSize(2);
        assertThat(r.charts().rows()).extracting(row -> row.get(0)).contains("course", "plane", "protocol");
        assertThatThrownBy(() -> r.chart("cource")).hasMessageContaining("Maybe \"course\"");
        assertThatThrownBy(() -> r.value("cued-shifts", "untreated", 0)).hasMessageContaining("Maybe \"cued-shift\"");
        assertThatThrownBy(() -> r.days("untreated", 1, 9)).hasMessageContaining("not within the course of 3 days");
    }

    /** One resting point with the defaults, three with strong recurrent excitation; both curves meet there. */
    @Test
    void restingPointsAreOnBothCurves() {
        Experiment healthy = Unstuck.preset("healthy");
        PhasePlaneFigure one = Unstuck.plane(healthy, 0.7, 0);
        PhasePlaneFigure three = Unstuck.plane(healthy.with("wEE", 12), 0.7, 1.5);

        assertThat(one.rests()).hasSize(1).noneMatch(PhasePlaneFigure.Rest::saddle);
        assertThat(three.rests()).extracting(PhasePlaneFigure.Rest::saddle).containsExactly(false, true, false);
        for (PhasePlaneFigure.Rest rest : three.rests()) {
            assertThat(three.stillE(rest.E())).isCloseTo(three.stillI(rest.E()), within(1e-4));
        }
    }

    @Test
    void theExportedScenarioIsTheExperiment() {
        Experiment small =
                Unstuck.preset("gad").with("gabaGain", 1.2).patients(2).until("2 d");
        String file = folder.resolve("a/b.json").toString();

        assertThat(small.save(file)).isEqualTo("Written: " + file);
        assertThat(ScenarioReader.read(Path.of(file))).isEqualTo(small.scenario());
    }

    @Test
    void tablesAreEscaped() {
        Rows rows = Rows.of("a < b", "x", "y").and("<script>", 1.23456);

        assertThat(rows.html()).contains("a &lt; b", "&lt;script&gt;", "1.235").doesNotContain("<script>");
        assertThatThrownBy(() -> rows.and("one cell")).isInstanceOf(Wrong.class);
        assertThat(rows.where("x", "<script>").only("y").rows()).containsExactly(List.of("1.235"));
        assertThatThrownBy(() -> rows.only("z")).hasMessageContaining("There is no column \"z\"");
    }

    @Test
    void whatACellEndsWithHasAPictureAndWords() {
        var data = Pictures.of(Unstuck.preset("healthy").activity(5).chart()).data();

        assertThat(data).containsKeys("image/svg+xml", "text/plain");
        assertThat((String) data.get("image/svg+xml")).startsWith("<svg").contains("DMN");
        Unstuck.png();
        try {
            var png = Pictures.of(Unstuck.preset("healthy").activity(5).chart()).data();
            assertThat(java.util.Base64.getDecoder().decode((String) png.get("image/png")))
                    .startsWith(0x89, 'P', 'N', 'G');
        } finally {
            Unstuck.svg();
        }
    }

    @Test
    void aMissingJarIsNamedWithTheRemedy() throws Exception {
        try (var nothing = new java.net.URLClassLoader(new java.net.URL[0], ClassLoader.getPlatformClassLoader())) {
            assertThat(Start.problem(nothing))
                    .contains("unstuck-model", "jfreechart", "mvn -q -pl notebooks -am -DskipTests package");
        }
        assertThat(Start.problem(getClass().getClassLoader())).isEmpty();
    }
}
