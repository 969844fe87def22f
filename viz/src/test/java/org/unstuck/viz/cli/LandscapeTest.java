package org.unstuck.viz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code unstuck landscape}: every tool writes its results, and says what is wrong with its input. */
class LandscapeTest {

    @TempDir
    Path folder;

    private Shell.Outcome run(String line) {
        List<String> words = new ArrayList<>(List.of("landscape"));
        words.addAll(Arrays.asList(line.split(" ")));
        if (!line.contains("--out")) {
            words.addAll(List.of("--out", folder.resolve("out").toString()));
        }
        return Shell.run(words.toArray(String[]::new));
    }

    private List<String> data(String name) {
        return Shell.text(folder.resolve("out/data/" + name + ".csv")).lines().toList();
    }

    private void picturesOf(String name) {
        for (String file : List.of(name + ".svg", name + ".png", name + "-dark.svg", name + "-dark.png")) {
            assertThat(folder.resolve("out/charts/" + file)).isNotEmptyFile();
        }
        String page = Shell.text(folder.resolve("out/report.html"));
        assertThat(page).contains("not medical advice", "prefers-color-scheme: dark", "id=\"" + name + "-dark\"");
        assertThat(Shell.text(folder.resolve("out/result.json"))).contains("\"kind\": \"landscape-", "\"sha256\"");
    }

    @Test
    void pointsListsEquilibriaAndAttractors() {
        Shell.Outcome outcome = run("points --network four-networks --healthy --hold a --starts 20 --runs 8");

        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("stable", "Held in every region: a");
        assertThat(data("equilibria").get(0))
                .startsWith("equilibrium,searches,kind,unstable_directions,leading_rate_per_s");
        assertThat(data("attractors")).hasSizeGreaterThan(1);
    }

    @Test
    void nullclinesDrawsThePlane() {
        Shell.Outcome outcome = run("nullclines --network four-networks --hold a --cells 60");

        assertThat(outcome.code()).as(outcome.err()).isZero();
        picturesOf("nullclines");
        assertThat(data("nullclines")).hasSizeGreaterThan(60);
        assertThat(data("equilibria").get(0)).startsWith("E_");
    }

    @Test
    void continuationFollowsBranches() {
        Shell.Outcome outcome = run("continuation --network four-networks --hold a --over wEE --starts 10");

        assertThat(outcome.code()).as(outcome.err()).isZero();
        picturesOf("bifurcation");
        assertThat(outcome.out()).contains("branches found");
        assertThat(data("branches")).hasSizeGreaterThan(10);
        assertThat(data("ends").get(1)).startsWith("1,first,");
    }

    @Test
    void hysteresisGoesUpAndDown() {
        Shell.Outcome outcome =
                run("hysteresis --network four-networks --hold a --over severity --values 5 --show E_SN --state SN");

        assertThat(outcome.code()).as(outcome.err()).isZero();
        picturesOf("hysteresis");
        assertThat(data("scan")).hasSize(1 + 2 * 5);
        assertThat(data("scan").get(0)).isEqualTo("way,severity_1,mean_E_SN,low_E_SN,high_E_SN");
    }

    @Test
    void basinsAreTheSameForAnyNumberOfThreads() {
        Shell.Outcome one = run("basins --hold a --cells 6 --points 40 --threads 1");
        assertThat(one.code()).as(one.err()).isZero();
        picturesOf("basins");
        List<String> map = data("map");
        List<String> shares = data("attractors");
        assertThat(map).hasSize(1 + 36);

        Shell.Outcome two = run("basins --hold a --cells 6 --points 40 --threads 2 --force");
        assertThat(two.code()).as(two.err()).isZero();
        assertThat(data("map")).isEqualTo(map);
        assertThat(data("attractors")).isEqualTo(shares);
    }

    @Test
    void escapeSaysHowLongAndHowFar() {
        Shell.Outcome outcome = run("escape --hold a --runs 6 --horizon 4s");

        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(data("escape").get(0))
                .contains("smallest_push,direction,leads_to,share_of_way,nearest_state,mean_time_s,low_95_s,high_95_s");
        assertThat(data("escape")).hasSize(4);
        assertThat(data("times")).hasSize(1 + 3 * 6);
    }

    @Test
    void withOneAttractorThereIsNothingToLeave() {
        Shell.Outcome outcome = run("escape --network four-networks --healthy --hold a --runs 4 --horizon 1s");

        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(data("escape").get(1)).contains("there is no other attractor");
        assertThat(folder.resolve("out/charts")).doesNotExist();
    }

    @Test
    void recoveryMeasuresTheWayBack() {
        Shell.Outcome outcome = run("recovery --network four-networks --healthy --hold a --for 5s");

        assertThat(outcome.code()).as(outcome.err()).isZero();
        picturesOf("recovery");
        assertThat(data("recovery").get(0)).isEqualTo("attractor,kind,half_s,tenth_s,linear_s,reason");
    }

    /** Every tool on a mass that has no adaptation, and one whose variables come in pairs. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "points --mass wong-wang --starts 10 --runs 8 | attractors | mean_S_E_DMN",
                "nullclines --mass jansen-rit --cells 20 | equilibria | y0_AMY-PFC,y3_AMY-PFC",
                "nullclines --mass stuart-landau --cells 20 | equilibria | x_AMY-PFC,y_AMY-PFC",
                "continuation --mass wilson-cowan-neurolib --over excExt --starts 4 | events | branch,event,excExt_1,E_AMY-PFC",
                "hysteresis --mass wong-wang --over globalGain --values 3 | scan | way,globalGain_1,mean_S_E_AMY-PFC",
                "basins --mass wong-wang --cells 3 --points 8 | attractors | basin_stability",
                "escape --mass stuart-landau --runs 4 --horizon 1s | escape | basin_stability",
                "recovery --mass wilson-cowan-tvb --for 1s | recovery | half_s",
                "points --mass wong-wang --arm benzodiazepine --at 1d --starts 2 --runs 2 | attractors | S_E_DMN",
            })
    void everyToolTakesAnyMass(String line, String table, String column) {
        Shell.Outcome outcome = run(line + " --network four-networks");

        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains(", " + line.split(" ")[2]);
        assertThat(data(table).get(0)).contains(column);
    }

    /** It never repeats itself, so that nothing can be said to have arrived: no share, and not a share of 0. */
    @Test
    void whatIsUnresolvedHasNoBasin() {
        Shell.Outcome outcome = run("basins --mass jansen-rit --cells 2 --points 8");

        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(data("attractors")).anyMatch(row -> row.matches(".*unresolved: it does not repeat itself,,,,,"));
    }

    @Test
    void aMomentOfAnArmIsAnotherNetwork() {
        Shell.Outcome outcome =
                run("nullclines --network four-networks --arm benzodiazepine --at 2d --cells 20 --hold a");

        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("benzodiazepine at 2 d");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "points nothing-like-this | neither a preset nor a file",
                "points --hold b | no variable \"b\"",
                "points --hold a=x | \"x\" is not a number",
                "points --set wEE=-1 | wEE (recurrent excitation) is -1.0",
                "points --set wEEE=8 | there is no axis \"wEEE\"",
                "points --arm nobody | has no arm \"nobody\"",
                "points --mass wong-wong | there is no neural mass \"wong-wong\"",
                "points --mass wong-wang --hold a | no variable \"a\"",
                "points --mass wong-wang --set wEE=8 | a parameter of the mass wilson-cowan, the mass here is wong-wang",
                "nullclines --mass jansen-rit --x y0_AMY --y y1_AMY | does not depend on y0_AMY or y1_AMY",
                "points --arm benzodiazepine --at 900d | the course ends at",
                "continuation --over drug:aspirin | no drug \"aspirin\"",
                "continuation --over wEE --from 8 --to 7 | must ascend",
                "continuation --over drug:alprazolam --from -1 | must be 0 or greater",
                "continuation --over severity --to 9 | from 0 to 3",
                "continuation --show E_AMI | there is no coordinate \"E_AMI\"",
                "hysteresis --state AMI | there is no region",
                "hysteresis --values 1 | it must be 3 to 2000",
                "basins --cells 1 | it must be 2 to 1000",
                "basins --x E_AMY --y E_AMY | the same coordinate",
                "basins --points 2000000 | at most 1000000",
                "escape --runs 1 | it must be 2 to 100000",
                "recovery --push 0 | changes nothing",
            })
    void wrongInputIsRefused(String line, String message) {
        Shell.Outcome outcome = run(line);

        assertThat(outcome.code()).as(outcome.err()).isEqualTo(2);
        assertThat(outcome.err()).contains(message).contains("Maybe").doesNotContain("Exception", "\tat ");
        assertThat(folder.resolve("out")).doesNotExist();
        assertThat(Shell.names(folder)).containsExactly("");
    }

    @Test
    void whatIsThereIsNotReplaced() throws Exception {
        Files.createDirectories(folder.resolve("out/mine"));

        Shell.Outcome outcome = run("points --hold a");

        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.err()).contains("is not empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"points", "nullclines", "continuation", "hysteresis", "basins", "escape", "recovery"})
    void everyToolHasHelp(String tool) {
        Shell.Outcome outcome = Shell.run("landscape", tool, "--help");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("unstuck landscape " + tool, "--hold", "Default: ", "not medical advice");
    }
}
