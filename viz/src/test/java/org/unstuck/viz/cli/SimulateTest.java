package org.unstuck.viz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unstuck.describe.Parameters;
import org.unstuck.describe.Time;
import org.unstuck.integrate.EulerMaruyama;
import org.unstuck.integrate.Heun;
import org.unstuck.integrate.Scheme;
import org.unstuck.mass.WilsonCowan;
import org.unstuck.network.Network;
import org.unstuck.noise.Address;
import org.unstuck.noise.OrnsteinUhlenbeck;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.simulate.FastClock;

class SimulateTest {

    private static final long SEED = 7;

    @TempDir
    Path folder;

    private static FastClock clock(Network network, Scheme scheme, double sigma) {
        OrnsteinUhlenbeck noise = Parameters.with(OrnsteinUhlenbeck.standard(), "sigma", sigma);
        FastClock clock = new FastClock(
                network,
                WilsonCowan.standard(),
                noise,
                scheme,
                2,
                1,
                1,
                p -> Address.of(SEED).with("patient", p));
        clock.purpose("simulate");
        return clock;
    }

    /** The rows of a CSV text as numbers, without the header. */
    private static double[][] rows(String csv) {
        return csv.lines()
                .skip(1)
                .map(line -> Arrays.stream(line.split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray(double[][]::new);
    }

    private static void assertSame(double[][] rows, FastClock direct, int every) {
        assertRow(rows[0], 0, direct.state());
        direct.run((rows.length - 1) * every, every, (s, y) -> assertRow(rows[s + 1], s + 1, y));
    }

    private static void assertRow(double[] row, int sample, double[][] y) {
        assertThat(row[0]).isEqualTo(sample / 100.0);
        double[] state = Arrays.stream(y).flatMapToDouble(Arrays::stream).toArray();
        assertThat(Arrays.copyOfRange(row, 1, row.length)).isEqualTo(state);
    }

    @Test
    void equalsTheFastClockBitForBit() {
        Network healthy = BuiltIn.NETWORKS.named("twelve-regions");
        Network ill = BuiltIn.CONDITIONS.named("generalised-anxiety").in(healthy, 1);

        Shell.Outcome deterministic = Shell.run("simulate", "--deterministic", "--seconds", "5", "--scheme", "heun");
        assertThat(deterministic.code()).as(deterministic.err()).isZero();
        assertThat(deterministic.err()).isEmpty();
        assertThat(rows(deterministic.out())).hasDimensions(501, 1 + 4 * 12);
        assertSame(rows(deterministic.out()), clock(healthy, new Heun(), 0), 5);

        Shell.Outcome noisy =
                Shell.run("simulate", "--condition", "generalised-anxiety", "--seconds", "5", "--seed", "" + SEED);
        assertSame(rows(noisy.out()), clock(ill, new EulerMaruyama(), 0.6), 5);
    }

    @Test
    void everyIntegratorCanBeNamed() {
        Network healthy = BuiltIn.NETWORKS.named("four-networks");
        for (Scheme scheme : Scheme.all()) {
            boolean deterministic = !scheme.takesNoise();
            List<String> words = new ArrayList<>(List.of(
                    "simulate", "four-networks", "--seconds", "1", "--seed", "" + SEED, "--scheme", scheme.name()));
            if (deterministic) {
                Shell.Outcome refused = Shell.run(words.toArray(String[]::new));
                assertThat(refused.code()).isEqualTo(2);
                assertThat(refused.err())
                        .contains("scheme is rk4, which is for equations without noise, but sigma is 0.6.")
                        .contains("Maybe heun");
                words.add("--deterministic");
            }
            Shell.Outcome outcome = Shell.run(words.toArray(String[]::new));
            assertThat(outcome.code()).as(outcome.err()).isZero();
            assertSame(rows(outcome.out()), clock(healthy, scheme, deterministic ? 0 : 0.6), 5);
        }
        assertThat(Shell.run("simulate", "--help").out()).contains("euler-maruyama, heun, sra1, rk4");
        assertThat(Shell.run("completion").out()).contains("euler-maruyama\" \"heun\" \"sra1\" \"rk4\"");
    }

    @Test
    void columnsSayVariableRegionAndUnit() {
        Shell.Outcome outcome = Shell.run("simulate", "four-networks", "--seconds", "0.01");

        List<String> regions = BuiltIn.NETWORKS.named("four-networks").regionNames();
        String[] names = outcome.out().lines().findFirst().orElseThrow().split(",");
        assertThat(names).hasSize(1 + 4 * 4).startsWith("time_s", "E_" + regions.get(0) + "_fraction");
        assertThat(names).contains("I_DMN_fraction", "a_DMN_1", "u_DMN_1");
        assertThat(outcome.out().lines()).hasSize(3);
        assertThat(outcome.out()).doesNotContain("\r");
    }

    @Test
    void settingsReachTheEquations() {
        String base = Shell.run("simulate", "--seconds", "1").out();

        assertThat(Shell.run("simulate", "--seconds", "1", "--set", "sigma=0.6", "--set", "tauE=40")
                        .out())
                .isEqualTo(base);
        assertThat(Shell.run("simulate", "--seconds", "1", "--set", "wEE=8").out())
                .isNotEqualTo(base);
        assertThat(Shell.run("simulate", "--seconds", "1", "--seed", "2").out()).isNotEqualTo(base);
        assertThat(Shell.run("simulate", "--seconds", "1", "--deterministic").out())
                .isEqualTo(Shell.run("simulate", "--seconds", "1", "--set", "sigma=0")
                        .out());
    }

    @Test
    void aFileHasTheSameBytesAsStandardOutput() {
        Path file = folder.resolve("new/run.csv");
        Shell.Outcome outcome = Shell.run("simulate", "--seconds", "1", "--out", file.toString());

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).isEmpty();
        assertThat(Shell.text(file))
                .isEqualTo(Shell.run("simulate", "--seconds", "1").out());
        Shell.run("simulate", "--seconds", "2", "--out", file.toString(), "--force");
        assertThat(Shell.text(file).lines()).hasSize(202);
        assertThat(Shell.names(folder)).containsExactly("", "new", "new/run.csv", "new/run.csv.json");
    }

    @Test
    void whatMadeATableIsBesideIt() throws Exception {
        Path network = Files.writeString(folder.resolve("own.json"), BuiltIn.NETWORKS.text("four-networks"));
        Path file = folder.resolve("run.csv");
        String[] words = {
            "simulate",
            network.toString(),
            "--condition",
            "depression",
            "--seconds",
            "1",
            "--seed",
            "7",
            "--set",
            "wEE=8",
            "--out",
            file.toString()
        };
        assertThat(Shell.run(words).code()).isZero();

        String about = Shell.text(folder.resolve("run.csv.json"));
        assertThat(about)
                .contains("\"kind\": \"simulate\"", "\"seed\": 7", "\"condition\": \"depression\"", "\"wEE\": 8")
                .contains("\"version\": \"" + org.unstuck.describe.Version.current())
                .contains("\"disclaimer\": \"A toy research model, not medical advice.\"")
                .as("defaults, too")
                .contains("\"sigma\": 0.6", "\"scheme\": \"euler-maruyama\"")
                .contains("\"run.csv\": \"" + sha256(file))
                .as("depression is built in")
                .containsOnlyOnce(sha256(network))
                .contains(words);
        words[words.length - 1] = folder.resolve("again.csv").toString();
        assertThat(Shell.run(words).code()).isZero();
        assertThat(about).as("the same command gives the same bytes").contains(sha256(folder.resolve("again.csv")));
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    /** A file beside the table that is not of Unstuck is never lost. */
    @Test
    void anotherFileOfThatNameIsNotReplaced() throws Exception {
        Path other = Files.writeString(folder.resolve("run.csv.json"), "mine");
        Shell.Outcome outcome = Shell.run(
                "simulate", "--seconds", "1", "--out", folder.resolve("run.csv").toString());

        assertThat(outcome.code()).isEqualTo(Exit.CANNOT_WRITE);
        assertThat(outcome.err()).contains("run.csv.json", "is there already");
        assertThat(Shell.names(folder)).containsExactly("", "run.csv.json");
        assertThat(other).hasContent("mine");
    }

    @Test
    void forceKeepsTheOldFileIfTheRunFails() throws Exception {
        Path file = Files.writeString(folder.resolve("run.csv"), "old");
        Shell.Outcome outcome = Shell.run("simulate", "--set", "sigma=1e308", "--out", file.toString(), "--force");

        assertThat(outcome.code()).isEqualTo(Exit.DIVERGED);
        assertThat(Shell.everything(folder)).containsExactly("", "run.csv: old");
    }

    @Test
    void rowsLeaveAsTheyAreComputed() {
        Network network = BuiltIn.NETWORKS.named("four-networks");
        SampledRun run = new SampledRun(
                clock(network, new EulerMaruyama(), 0.6),
                network.regionNames(),
                WilsonCowan.standard().variables(),
                2,
                Time.parse("10 ms"),
                100);
        StringBuilder held = new StringBuilder();
        long[] told = {0, 0};
        run.write(held, rows -> {
            told[0] += rows;
            told[1] = Math.max(told[1], held.chars().filter(c -> c == '\n').count());
            held.setLength(0);
        });

        assertThat(told[0]).as("all rows are told of").isEqualTo(run.samples()).isEqualTo(10_000);
        assertThat(told[1]).as("lines between two looks").isLessThanOrEqualTo(258);
    }

    @Test
    void theLocaleChangesNothing() {
        String english = Shell.run("simulate", "--seconds", "1").out();
        String help = Shell.run("simulate", "--help").out();
        Locale before = Locale.getDefault();
        try {
            for (String tag : List.of("de-DE", "tr-TR", "ar-EG", "th-TH-u-nu-thai")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(Shell.run("simulate", "--seconds", "1").out())
                        .as(tag)
                        .isEqualTo(english);
                assertThat(Shell.run("simulate", "--help").out()).as(tag).isEqualTo(help);
            }
        } finally {
            Locale.setDefault(before);
        }
    }
}
