package org.unstuck.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.unstuck.describe.Decimal;
import org.unstuck.network.Change;
import org.unstuck.network.Condition;
import org.unstuck.network.Rival;
import org.unstuck.network.Stuck;
import org.unstuck.scenario.BuiltIn;

/**
 * What conditions do at baseline: how large the symptom is, what the three meanings of "stuck" do to switching, and whether the
 * differences from health have the signs of the literature (P27). Every number is a deterministic run. {@code -Dunstuck.write=true}
 * writes the page that says so.
 */
class ConditionsTest {

    private static final Path PAGE = Path.of("..", "docs", "conditions.md");
    private static final String CORE = "mPFC-PCC mPFC-AG PCC-AG";
    private static final Map<String, Baseline> KNOWN = new TreeMap<>();

    private static Condition named(String name) {
        return BuiltIn.CONDITIONS.named(name);
    }

    private static Baseline baseline(Condition c) {
        return KNOWN.computeIfAbsent(c.name() + c.stuck() + c.provokedBy(), k -> Baseline.of(c));
    }

    private static Baseline twins(Condition c) {
        return baseline(c.healthyTwin());
    }

    private static double gap(Condition c) {
        return baseline(c).gap(c, twins(c));
    }

    private static double connectivity(Condition c, String... pairs) {
        return Baseline.d(baseline(c).connectivity(pairs), twins(c).connectivity(pairs));
    }

    private static double activity(Condition c, String region) {
        return Baseline.d(baseline(c).activity(List.of(region)), twins(c).activity(List.of(region)));
    }

    /** What a threat adds to the amygdala, relative to what it adds in healthy twins. */
    private static double reactivity(Condition c) {
        return added(c) / added(c.healthyTwin());
    }

    private static double added(Condition c) {
        Condition calm = underCue(c, null);
        Condition threatened = underCue(c, "threat");
        return Baseline.mean(baseline(threatened).activity(List.of("AMY")))
                - Baseline.mean(baseline(calm).activity(List.of("AMY")));
    }

    private static Condition underCue(Condition c, String cue) {
        return new Condition(
                c.name(),
                c.label(),
                c.description(),
                c.symptom(),
                cue,
                c.severity(),
                c.stuck(),
                c.includes(),
                c.changes(),
                c.rivals(),
                c.represents());
    }

    @Test
    void calibratedSizesGiveTheGapThatTheyName() {
        for (String name : BuiltIn.CONDITIONS.names()) {
            for (Stuck stuck : named(name).meanings()) {
                Condition c = named(name).as(stuck);
                for (Change change : c.changes()) {
                    if (change.source().contains("size calibrated")) {
                        double wanted = Double.parseDouble(
                                change.source().replaceAll("(?s).*is to be ([0-9.]+) above.*", "$1"));
                        assertThat(gap(c)).as(name + " " + stuck).isCloseTo(wanted, within(0.03));
                    }
                }
            }
        }
    }

    @Test
    void meaningsOfStuckHaveTheSameGapAndDifferInSwitching() {
        double healthyDwell = baseline(named("healthy")).dwell();
        double healthyEntropy = baseline(named("healthy")).entropy();
        for (String name : BuiltIn.CONDITIONS.names()) {
            if (named(name).rivals().isEmpty()) {
                continue;
            }
            Condition loop = named(name);
            Condition attractor = loop.as(Stuck.ATTRACTOR);
            Condition variability = loop.as(Stuck.VARIABILITY);
            assertThat(gap(attractor)).as(name).isCloseTo(gap(loop), within(0.05));
            assertThat(gap(variability)).as(name).isCloseTo(gap(loop), within(0.05));
            assertThat(baseline(attractor).dwell()).as(name).isGreaterThan(1.6 * healthyDwell);
            assertThat(baseline(variability).dwell()).as(name).isLessThan(healthyDwell);
            assertThat(baseline(attractor).entropy())
                    .as(name)
                    .isLessThan(baseline(loop).entropy());
            assertThat(baseline(variability).entropy()).as(name).isGreaterThan(healthyEntropy + 0.1);
            assertThat(baseline(loop).dwell()).as(name).isBetween(0.9 * healthyDwell, 1.6 * healthyDwell);
        }
    }

    @Test
    void p27AnxietyHasLooserAmygdalaAndCingulateAndAReactiveAmygdala() {
        for (String name : List.of("anxiety-weak-regulation", "anxiety-prefrontal-loop", "post-traumatic-stress")) {
            assertThat(connectivity(named(name), "AMY-dACC")).as(name).isBetween(-0.8, -0.3);
            assertThat(activity(named(name), "AMY")).as(name).isGreaterThan(1);
        }
    }

    @Test
    void p27PostTraumaticStressAddsAHypoActiveVentromedialPrefrontalCortex() {
        Condition ptsd = named("post-traumatic-stress");
        assertThat(activity(ptsd, "vmPFC")).isLessThan(-1);
        assertThat(activity(ptsd, "vmPFC"))
                .as("more than in anxiety")
                .isLessThan(activity(named("anxiety-weak-regulation"), "vmPFC"));
        assertThat(connectivity(ptsd, "AMY-AI")).as("up").isBetween(0.2, 0.8);
        assertThat(connectivity(ptsd, "AMY-HIP")).as("down").isNegative();
    }

    @Test
    void p27DepressionTiesTheSubgenualCingulateToALooserDefaultModeNetwork() {
        Condition depression = named("depression");
        assertThat(connectivity(depression, "sgACC-mPFC", "sgACC-PCC")).isGreaterThan(0.5);
        assertThat(connectivity(depression, CORE.split(" "))).isBetween(-0.4, 0.0);
        assertThat(connectivity(named("depression-rumination"), CORE.split(" ")))
                .as("the popular picture has the other sign")
                .isPositive();
    }

    /** The condition of the first preset: its stronger link of amygdala and cingulate fails at the sign. It stays visible. */
    @Test
    void p27FailsInGeneralisedAnxietyAsFirstDescribed() {
        assertThat(connectivity(named("generalised-anxiety"), "AMY-dACC")).isGreaterThan(1);
    }

    @Test
    void socialAnxietyIsSilentWithoutItsCue() {
        Condition alone = underCue(named("social-anxiety"), null);
        assertThat(gap(alone)).isCloseTo(0, within(1e-12));
        assertThat(gap(named("social-anxiety"))).isGreaterThan(0.4);
    }

    @Test
    void veryHighFlexibilityIsNotLessSymptom() {
        Condition flexible = named("high-flexibility");
        assertThat(baseline(flexible).entropy())
                .isGreaterThan(baseline(named("healthy")).entropy() + 0.1);
        assertThat(baseline(flexible).dwell())
                .isLessThan(0.8 * baseline(named("healthy")).dwell());
        assertThat(gap(flexible)).as("no relief from flexibility alone").isPositive();
    }

    @Test
    void thePageSaysWhatTheDataAndTheRunsSay() throws IOException {
        String page = page();
        if (Boolean.getBoolean("unstuck.write")) {
            Files.writeString(PAGE, page, StandardCharsets.UTF_8);
        }
        assertThat(Files.readString(PAGE, StandardCharsets.UTF_8))
                .as("docs/conditions.md; -Dunstuck.write=true renews it")
                .isEqualTo(page);
    }

    private static String page() {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        page.append("\n## At baseline, without treatment\n\n").append(TABLE);
        List<Condition> all = new ArrayList<>();
        for (String name : BuiltIn.CONDITIONS.names()) {
            named(name).meanings().forEach(m -> all.add(named(name).as(m)));
        }
        all.forEach(c -> page.append(row(c)));
        page.append(P27);
        p27().forEach((what, value) ->
                page.append("| ").append(what).append(" | ").append(value).append(" |\n"));
        for (String name : BuiltIn.CONDITIONS.names()) {
            section(named(name), page);
        }
        return page.toString();
    }

    private static String row(Condition c) {
        Baseline b = baseline(c);
        double[] share = b.occupancy();
        return "| " + c.name() + " | " + Change.word(c.stuck()) + " | " + f(gap(c)) + " | " + f(b.dwell()) + " | "
                + f(b.entropy()) + " | " + f(b.shiftGain()) + " | "
                + f(share[0]) + " / " + f(share[1]) + " / " + f(share[2]) + " / " + f(share[3]) + " | "
                + f(connectivity(c, "AMY-dACC")) + " | " + f(connectivity(c, "sgACC-mPFC", "sgACC-PCC")) + " | "
                + f(connectivity(c, CORE.split(" "))) + " |\n";
    }

    private static Map<String, String> p27() {
        Map<String, String> rows = new LinkedHashMap<>();
        for (String name : List.of(
                "generalised-anxiety",
                "anxiety-weak-regulation",
                "anxiety-prefrontal-loop",
                "social-anxiety",
                "treatment-resistant-anxiety",
                "post-traumatic-stress")) {
            double d = connectivity(named(name), "AMY-dACC");
            rows.put(
                    name + ": connectivity of amygdala and dorsal cingulate",
                    "d -0.3 to -0.8 | " + f(d) + " | " + (d >= -0.8 && d <= -0.3 ? "inside" : "**outside**"));
        }
        for (String name : List.of("anxiety-weak-regulation", "anxiety-prefrontal-loop", "post-traumatic-stress")) {
            double level = activity(named(name), "AMY");
            rows.put(
                    name + ": activity of the amygdala",
                    "up | d " + f(level) + " | " + (level > 0 ? "inside" : "**outside**"));
            double more = reactivity(named(name));
            rows.put(
                    name + ": what a threat adds to the amygdala, relative to health",
                    "above 1 | " + f(more) + " | " + (more > 1 ? "inside" : "**outside**"));
        }
        for (String region : List.of("vmPFC", "dACC")) {
            double d = activity(named("post-traumatic-stress"), region);
            rows.put(
                    "post-traumatic-stress: activity of " + region,
                    "down | d " + f(d) + " | " + (d < 0 ? "inside" : "**outside**"));
        }
        for (String name : List.of("depression", "depression-rumination")) {
            double up = connectivity(named(name), "sgACC-mPFC", "sgACC-PCC");
            double core = connectivity(named(name), CORE.split(" "));
            rows.put(
                    name + ": connectivity of subgenual cingulate and default mode network",
                    "up | d " + f(up) + " | " + (up > 0 ? "inside" : "**outside**"));
            rows.put(
                    name + ": connectivity inside the default mode network",
                    "d 0 to -0.4 | " + f(core) + " | " + (core >= -0.4 && core <= 0 ? "inside" : "**outside**"));
        }
        return rows;
    }

    private static void section(Condition c, StringBuilder page) {
        page.append("\n## ")
                .append(c.name())
                .append("\n\n")
                .append(c.description())
                .append("\n\n");
        page.append("Symptom: ").append(Change.word(c.symptom()));
        page.append(" (")
                .append(c.symptom().groups().stream()
                        .map(g -> String.join(", ", g))
                        .collect(Collectors.joining("; ")))
                .append(")");
        page.append(c.provokedBy() == null ? "" : ", read under the cue \"" + c.provokedBy() + "\"")
                .append(".");
        if (!c.includes().isEmpty()) {
            page.append(" Includes: ")
                    .append(c.includes().stream().map(Condition::name).collect(Collectors.joining(", ")))
                    .append(".");
        }
        if (!c.represents().isEmpty()) {
            page.append(" Inventory: ")
                    .append(String.join(", ", c.represents()))
                    .append(".");
        }
        page.append("\n");
        changes(c.changes(), page);
        for (Rival rival : c.rivals()) {
            page.append("\nRival, stuck as ").append(Change.word(rival.stuck())).append(". ");
            page.append(rival.description()).append("\n");
            changes(rival.changes(), page);
        }
    }

    private static void changes(List<Change> changes, StringBuilder page) {
        if (changes.isEmpty()) {
            return;
        }
        page.append("\n| change | value | source | evidence | status |\n|---|---|---|---|---|\n");
        for (Change c : changes) {
            page.append("| `").append(c.shown()).append("` | ").append(Decimal.exact(c.value()));
            page.append(" | ").append(c.source());
            page.append(" | ").append(Change.word(c.evidence()));
            page.append(" | ").append(Change.word(c.status())).append(" |\n");
        }
    }

    private static String f(double x) {
        return Double.isNaN(x) ? "-" : String.format(Locale.ROOT, "%.2f", x).replaceFirst("^-0\\.00$", "0.00");
    }

    private static final String INTRODUCTION = """
            # Conditions

            Written from the data files and from runs; do not edit (`mvn -q -pl model test -Dtest=ConditionsTest -Dunstuck.write=true`). Every condition is a hypothesis
            with sources, never a diagnosis. [What is represented and what is not](inventory.md).

            A condition is a list of changes to a healthy network: `link-factor` multiplies weights, `drive` adds input, `cue-gain` multiplies what a cue adds,
            `receptor-factor` the answer to drugs at a receptor, `local-factor` a gain inside regions (recurrent-excitation, inhibition, interneuron-excitation,
            adaptation, noise). `unstuck presets show A --diff B` prints in what two of them differ.

            **What "stuck" means is a switch** (`"stuck"` in a scenario): `loop`, one over-coupled or over-driven circuit with normal switching elsewhere; `attractor`,
            networks that hold themselves and tire less; `variability`, too much aimless fluctuation with loose networks. The literature does not decide between them:
            temporal variability is higher, not lower, in depression (Long 2020), and flexibility as a trait does not go with resilience (Kraft and Fiebach 2022). A
            conclusion that holds under one meaning only has to say so.

            Rival versions that the source texts and the literature leave open: prefrontal cortex that regulates too little (`anxiety-weak-regulation`) or predicts threat
            too much (`anxiety-prefrontal-loop`); a default mode network that is driven (`depression`) or over-connected (`depression-rumination`); rumination as depression or
            as anxiety (`anxious-rumination`).
            """;

    private static final String TABLE = """
            48 patients and their healthy twins, 96 s of rest and 24 cues each, network `twelve-regions`. Gap: symptom relative to the mean of the twins, minus 1. Sizes whose
            status is "calibrated" were set by such runs: most so that the gap is the one that their source names, five (and the form of `depression`) after looking at P27, as their
            sources say with what else was tried. No treatment was looked at. Share of time: default mode /
            salience / control / none. FC d: Cohen's d of Fisher-transformed connectivity, patients minus twins. In the model people differ less than real ones do, so d of activity
            is larger than in any study; signs and order are what can be compared.

            | condition | stuck as | gap | dwell, s | entropy, bits | cued shifts beyond chance | share of time | FC d AMY-dACC | FC d sgACC-DMN | FC d inside DMN |
            |---|---|---|---|---|---|---|---|---|---|
            """;

    private static final String P27 = """

            ## Do they differ as in the literature? (P27)

            Bands are those of the phenomenon P27; a row outside its band stays here. Rows of `anxiety-weak-regulation`, `anxiety-prefrontal-loop`, `post-traumatic-stress` and `depression` are
            inside because sizes were chosen for it with seed 1: they show that the model can have the pattern, not that it predicts it. Over seeds 1 to 10, measured once: connectivity of amygdala and dorsal cingulate was inside its
            band in 10 of 10 (`anxiety-weak-regulation`, whose two sizes were moved since; it is now inside in 5 of 5 other seeds with 200 patients), 8 (`anxiety-prefrontal-loop`) and 9 (`post-traumatic-stress`), in `social-anxiety` in 1 (median d -1.04, too far down); inside the
            default mode network in 8 (`depression`) and 0 (`depression-rumination`).

            | what | band | model | |
            |---|---|---|---|
            """;
}
