package org.unstuck.viz.docs;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unstuck.describe.Decimal;
import org.unstuck.landscape.Attractor;
import org.unstuck.landscape.Attractors;
import org.unstuck.landscape.BasinStability;
import org.unstuck.landscape.EscapeShock;
import org.unstuck.landscape.EscapeTime;
import org.unstuck.landscape.Exit;
import org.unstuck.landscape.Fates;
import org.unstuck.landscape.NetworkLandscape;
import org.unstuck.landscape.Recovery;
import org.unstuck.metric.Measurement;
import org.unstuck.network.Condition;
import org.unstuck.noise.Address;
import org.unstuck.protocol.Arm;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.simulate.Live;
import org.unstuck.simulate.Person;
import org.unstuck.simulate.Still;
import org.unstuck.study.Scenario;
import org.unstuck.viz.cli.Main;

/**
 * The pictures and the table of {@code docs/how-to/landscape.md}. The argument says what to make: {@code pictures} or {@code table}, with the number of a row
 * or the name of a chart if one is enough.
 *
 * <pre>mvn -q -pl viz -am test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=org.unstuck.viz.docs.LandscapePictures -Dexec.args=table</pre>
 */
public final class LandscapePictures {

    private static final Address SEED = Address.of(1);
    private static final int RUNS = 64;
    private static final int POINTS = 1000;
    private static final int NOISY_RUNS = 400;
    private static final double HORIZON_MS = 300_000;
    private static final double LOOK_MS = 250;
    private static final double PUSH = -0.3;
    private static final double BACK_MS = 5_000;
    private static final int DIRECTIONS = 60;

    /** The alarm: the attractor in which the amygdala is most active. */
    private static final String ALARM = "E_AMY";

    /** Command and picture of each. */
    private static final List<List<String>> PICTURES = List.of(
            List.of("continuation --hold a --over drug:alprazolam", "bifurcation", "landscape-bifurcation"),
            List.of(
                    "hysteresis --hold a --over drug:alprazolam --to 20 --state AMY --values 41",
                    "hysteresis",
                    "landscape-hysteresis"),
            List.of("basins --hold a --x E_AMY --y E_mPFC", "basins", "landscape-basins"),
            List.of(
                    "escape --hold a --over drug:alprazolam --to 16 --values 5 --horizon 60s",
                    "escape",
                    "landscape-escape"),
            List.of("nullclines --hold a", "nullclines", "landscape-nullclines"));

    private LandscapePictures() {}

    public static void main(String[] what) throws IOException {
        if (what.length >= 1 && what[0].equals("table")) {
            table(what.length > 1 ? what[1] : "");
        } else {
            pictures(Path.of("docs/images"), what.length > 1 ? what[1] : "");
        }
    }

    private static void pictures(Path images, String only) throws IOException {
        PrintWriter out = new PrintWriter(System.out, true);
        for (List<String> picture : PICTURES) {
            if (!only.isEmpty() && !only.equals(picture.get(1))) {
                continue;
            }
            Path folder = Files.createTempDirectory("landscape").resolve("out");
            String words = "landscape " + picture.get(0) + " --out " + folder;
            int code = Main.run(out, out, words.split(" "));
            if (code != 0) {
                throw new IllegalStateException(words + " ended with " + code);
            }
            Files.copy(
                    folder.resolve("charts/" + picture.get(1) + ".png"),
                    images.resolve(picture.get(2) + ".png"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** A moment of the default preset. */
    private record Moment(String name, boolean healthy, String arm, double hours) {}

    private static final List<Moment> MOMENTS = List.of(
            new Moment("healthy", true, null, 0),
            new Moment("generalised anxiety, untreated", false, null, 0),
            new Moment("benzodiazepine, first day", false, "benzodiazepine", 8),
            new Moment("benzodiazepine, four weeks", false, "benzodiazepine", 24 * 28 - 16),
            new Moment("ketamine, one day after the infusion", false, "ketamine once", 26),
            new Moment("ketamine, four weeks after", false, "ketamine once", 24 * 28));

    /** All rows, or those whose number is {@code only}. */
    private static void table(String only) {
        Scenario anxiety = BuiltIn.PRESETS.named("generalised-anxiety");
        for (int k = 0; k < MOMENTS.size(); k++) {
            if (only.isEmpty() || only.equals(Integer.toString(k))) {
                Moment m = MOMENTS.get(k);
                Condition condition = m.healthy ? anxiety.condition().healthyTwin() : anxiety.condition();
                row(m.name, still(anxiety, condition, m.arm, m.hours));
            }
        }
    }

    private static Still still(Scenario of, Condition condition, String arm, double hours) {
        Live.Setting setting = new Live.Setting(
                of.network(),
                condition,
                of.actingParameters(),
                of.actingDrugs(),
                of.numerics(),
                Person.typical(0, of.cohort().weightKg()),
                SEED);
        Optional<Arm> chosen =
                of.arms().stream().filter(a -> a.name().equals(arm)).findFirst();
        return chosen.isEmpty()
                ? Still.untreated(setting)
                : Still.after(
                        setting, chosen.get(), hours, of.numerics().slowStep().hours(), () -> false);
    }

    private static void row(String name, Still still) {
        NetworkLandscape whole = NetworkLandscape.of(still, Map.of(), SEED);
        List<Attractor> free = Attractors.of(whole.field(), whole.box(), RUNS, whole.settleMs(), SEED)
                .found();
        StringBuilder line = new StringBuilder("| " + name + " | ");
        for (Attractor one : free) {
            if (one instanceof Attractor.Cycle cycle) {
                int amygdala = whole.field().names().indexOf(ALARM);
                line.append("cycle of " + digits(cycle.period() / 1000) + " s, alarm "
                        + digits(100 * cycle.share(amygdala, 0.5)) + " % of it ");
            } else {
                line.append(whole.name(one) + ": " + one.words() + " ");
            }
        }
        NetworkLandscape held = NetworkLandscape.of(still, Map.of("a", NetworkLandscape.AT_MEAN), SEED);
        Attractors ends = Attractors.of(held.field(), held.box(), RUNS, held.settleMs(), SEED);
        Fates fates = Fates.of(held.field(), held.box(), ends.found(), held.settleMs(), SEED);
        List<BasinStability> shares = BasinStability.of(fates, POINTS, SEED);
        line.append("| ");
        int alarm = -1;
        int amygdala = held.field().names().indexOf(ALARM);
        for (int a = 0; a < ends.found().size(); a++) {
            double activity = ends.found().get(a).mean()[amygdala];
            if (activity > 0.5
                    && (alarm < 0 || activity > ends.found().get(alarm).mean()[amygdala])) {
                alarm = a;
            }
            line.append(a == 0 ? "" : "; ").append(held.name(ends.found().get(a)));
        }
        System.out.println(line.append(alarm(held, ends, fates, shares, alarm)));
    }

    private static String alarm(
            NetworkLandscape held, Attractors ends, Fates fates, List<BasinStability> shares, int alarm) {
        if (alarm < 0) {
            return " | no alarm state | | | | |";
        }
        Attractor state = ends.found().get(alarm);
        BasinStability share = shares.get(alarm);
        Optional<EscapeShock> push =
                EscapeShock.smallest(EscapeShock.of(fates, alarm, state.mean(), held.activities(), DIRECTIONS, SEED));
        double step = 0.8 * held.field().step();
        EscapeTime time = EscapeTime.of(
                held.noisy(),
                state.mean(),
                Exit.basin(fates, alarm),
                NOISY_RUNS,
                HORIZON_MS,
                step,
                (int) Math.rint(LOOK_MS / step),
                SEED,
                () -> false);
        double[] start = state.mean().clone();
        start[held.field().names().indexOf(ALARM)] += PUSH;
        Recovery back = Recovery.of(held.field(), held.box(), state, start, BACK_MS, 1);
        List<String> names = ends.found().stream().map(held::name).toList();
        Optional<EscapeShock> way = EscapeShock.smallest(EscapeShock.towards(fates, alarm, state.mean(), names));
        return " | " + digits(100 * share.share()) + " (" + digits(100 * share.low()) + " to "
                + digits(100 * share.high()) + ") % | "
                + push.map(s -> digits(s.size().orElseThrow()) + " (" + s.direction() + ")")
                        .orElse("none found") + " | "
                + way.map(s -> digits(s.size().orElseThrow()) + " to " + s.direction())
                        .orElse("-") + " | "
                + seconds(time.mean()) + " (" + seconds(time.low()) + " to " + seconds(time.high()) + ") s, "
                + time.count() + " of " + NOISY_RUNS + " | " + ms(back.half()) + ", "
                + ms(back.linear()) + " |";
    }

    private static String seconds(Measurement ms) {
        return ms.isDefined() ? digits(ms.orElseThrow() / 1000) : "?";
    }

    private static String ms(Measurement ms) {
        return ms.isDefined() ? digits(ms.orElseThrow()) + " ms" : "never";
    }

    private static String digits(double value) {
        return Decimal.of(value, 3);
    }
}
