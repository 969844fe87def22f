package org.unstuck.notebook;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.unstuck.describe.Decimal;
import org.unstuck.describe.Parameter;
import org.unstuck.network.Condition;
import org.unstuck.network.Local;
import org.unstuck.network.Network;
import org.unstuck.pharma.Drug;
import org.unstuck.protocol.Arm;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.scenario.ScenarioReader;
import org.unstuck.simulate.ModelParameters;
import org.unstuck.study.Scenario;
import org.unstuck.viz.cli.Main;
import org.unstuck.viz.figure.Figure;
import org.unstuck.viz.figure.Key;
import org.unstuck.viz.figure.LinesFigure;
import org.unstuck.viz.figure.PhasePlaneFigure;

/** Where a notebook begins: {@code import org.unstuck.notebook.*;} and then {@code Unstuck.preset("gad")}. */
public final class Unstuck {

    /** Short names of presets, as they are used in the field. */
    private static final Map<String, String> SHORT = shorts();

    private Unstuck() {}

    private static Map<String, String> shorts() {
        Map<String, String> shorts = new LinkedHashMap<>();
        shorts.put("gad", "generalised-anxiety");
        shorts.put("sad", "social-anxiety");
        shorts.put("ptsd", "post-traumatic-stress");
        shorts.put("mdd", "depression");
        shorts.put("ocd", "obsessive-compulsive");
        return shorts;
    }

    /** A built-in scenario by its name, or by gad, sad, ptsd, mdd, ocd. */
    public static Experiment preset(String name) {
        return new Experiment(Wrong.shortly(() -> BuiltIn.PRESETS.named(SHORT.getOrDefault(name, name))));
    }

    /** A scenario file. */
    public static Experiment file(String path) {
        return new Experiment(Wrong.shortly(() -> ScenarioReader.read(Path.of(path))));
    }

    /** A scenario, written out. */
    public static Experiment json(String text) {
        return new Experiment(Wrong.shortly(() -> ScenarioReader.parse("this cell", text)));
    }

    /** A network of one's own with healthy, untreated people: the place to begin with {@link Experiment#arm} and {@link Experiment#with}. */
    public static Experiment of(Network network) {
        Scenario healthy = BuiltIn.PRESETS.named("healthy");
        Scenario here = Wrong.shortly(() -> Scenarios.with(
                Scenarios.with(
                        Scenarios.with(healthy, BuiltIn.CONDITIONS.named("healthy")),
                        List.of(new Arm("untreated", List.of()))),
                network));
        return new Experiment(Scenarios.named(here, network.name()));
    }

    /** A built-in network. */
    public static Network network(String name) {
        return Wrong.shortly(() -> BuiltIn.NETWORKS.named(name));
    }

    /** A built-in condition. */
    public static Condition condition(String name) {
        return Wrong.shortly(() -> BuiltIn.CONDITIONS.named(name));
    }

    /** A built-in drug. */
    public static Drug drug(String name) {
        return Wrong.shortly(() -> BuiltIn.DRUGS.named(name));
    }

    /** The built-in scenarios. */
    public static Rows presets() {
        Rows rows = Rows.of("Presets", "name", "short", "what it asks");
        for (String name : BuiltIn.PRESETS.names()) {
            String brief = SHORT.entrySet().stream()
                    .filter(e -> e.getValue().equals(name))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse("");
            rows = rows.and(name, brief, BuiltIn.PRESETS.named(name).description());
        }
        return rows;
    }

    /** Every declared number of the model. */
    public static Rows parameters() {
        return parameters("");
    }

    /** The declared numbers of one group, as in "wilsonCowan". */
    public static Rows parameters(String group) {
        Rows rows = Rows.of("", "name", "symbol", "value", "unit", "range", "meaning", "source", "evidence", "status");
        List<String> groups = new java.util.ArrayList<>();
        for (Names.Place place : Names.all(ModelParameters.standard())) {
            groups.add(place.group());
            if (group.isEmpty() || place.group().equals(group)) {
                Parameter p = place.declaration().declared();
                rows = rows.and(
                        place.full(),
                        p.symbol(),
                        Decimal.exact(p.value()),
                        p.unit(),
                        Decimal.exact(p.low()) + " to " + Decimal.exact(p.high()),
                        p.meaning(),
                        p.source(),
                        p.evidence().name().toLowerCase(Locale.ROOT),
                        p.status().name().toLowerCase(Locale.ROOT));
            }
        }
        if (rows.rows().isEmpty()) {
            throw new Wrong("There is no group \"" + group + "\". "
                    + org.unstuck.describe.Suggestion.among(new java.util.LinkedHashSet<>(groups), group));
        }
        return rows;
    }

    /**
     * The E-I plane of a region by itself, with the numbers of an experiment (the gabaGain of its first region included): adaptation and
     * input are held still.
     *
     * @param of whose numbers
     * @param drive P and everything else that adds to the input of E
     * @param a adaptation that is held
     * @param paths trajectories to draw into it
     */
    public static PhasePlaneFigure plane(Experiment of, double drive, double a, PhasePlaneFigure.Path... paths) {
        return Wrong.shortly(() -> new PhasePlaneFigure(
                "plane",
                "Phase plane of one region",
                of.scenario().actingParameters().wilsonCowan(),
                of.scenario()
                        .condition()
                        .expressedIn(of.scenario().network(), 1)
                        .local(Local.INHIBITION, 0),
                drive,
                a,
                List.of(paths)));
    }

    /** A number that the lesson is about. */
    public static Finding key(String label, double value, String unit) {
        if (!Double.isFinite(value)) {
            throw new Wrong(label + " is " + value + ". Maybe it is not defined here.");
        }
        return new Finding(label, value, unit);
    }

    /**
     * Lines over a common horizontal axis.
     *
     * @param title one line
     * @param horizontal what runs from left to right, with unit
     * @param vertical what the lines show, with unit
     * @param x ascending
     * @param namesAndValues a name, its values, the next name, its values ...; at most seven lines
     */
    public static Figure lines(String title, String horizontal, String vertical, double[] x, Object... namesAndValues) {
        return Wrong.shortly(() -> {
            List<LinesFigure.Line> lines = new ArrayList<>();
            for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
                if (!(namesAndValues[i] instanceof String name && namesAndValues[i + 1] instanceof double[] y)) {
                    throw new Wrong(
                            "Lines are given as a name, then its values, then the next name. Maybe a name is missing.");
                }
                lines.add(new LinesFigure.Line(new Key(name, lines.size()), x, y));
            }
            return LinesFigure.of("lines", title, horizontal, "", vertical, "", lines);
        });
    }

    /** Shows something in the middle of a cell; what a cell ends with is shown by itself. */
    public static void show(Object what) {
        if (Pictures.knows(what)) {
            Cell.show(what);
        } else {
            Cell.html("<pre>" + Rows.escape(String.valueOf(what)) + "</pre>");
        }
    }

    /** A picture from a file that ends in .svg or .png. */
    public static Picture picture(String file) {
        return Picture.of(file);
    }

    /** Runs a command of the program, as in {@code command("measure", "my.csv", "--dt", "2s", "--out", "measures")}; what it printed. */
    public static String command(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(new PrintWriter(out), new PrintWriter(err), words);
        if (code != 0) {
            throw new Wrong(err.toString().strip().replaceAll("\\s*\\n\\s*", " "));
        }
        return out.toString().strip();
    }

    /** Charts are shown as PNG from now on: for a viewer that shows no SVG. */
    public static void png() {
        Pictures.asPng(true);
    }

    /** Charts are shown as SVG from now on, which is the default. */
    public static void svg() {
        Pictures.asPng(false);
    }

    /** Whether the environment says QUICK=1: everything small, to check that it runs. */
    public static boolean quick() {
        return "1".equals(System.getenv("QUICK"));
    }

    /** {@code full}, or {@code small} with QUICK=1. */
    public static int quick(int full, int small) {
        return quick() ? small : full;
    }
}
