package org.unstuck.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Parameters;
import org.unstuck.integrate.Drift;
import org.unstuck.mass.WilsonCowan;
import org.unstuck.network.Condition;
import org.unstuck.network.Dynamics;
import org.unstuck.network.Network;
import org.unstuck.noise.Address;
import org.unstuck.noise.Draws;
import org.unstuck.pharma.Receptor;
import org.unstuck.recording.Slow;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.simulate.Live;
import org.unstuck.simulate.Person;
import org.unstuck.simulate.Still;
import org.unstuck.study.Scenario;

/** A patient's network, held still, is the one that the simulator runs. */
class NetworkLandscapeTest {

    private static final Scenario ANXIETY = BuiltIn.PRESETS.named("generalised-anxiety");
    private static final Address SEED = Address.of(1);

    private static Live.Setting setting(String network, String condition) {
        return new Live.Setting(
                BuiltIn.NETWORKS.named(network),
                BuiltIn.CONDITIONS.named(condition),
                ANXIETY.actingParameters(),
                ANXIETY.actingDrugs(),
                ANXIETY.numerics(),
                Person.typical(0, 70),
                SEED);
    }

    private static Still untreated(String network, String condition) {
        return Still.untreated(setting(network, condition));
    }

    private static double[] derivative(VectorField field, double[] x) {
        Drift drift = field.start(1);
        double[][] y = new double[x.length][1];
        double[][] f = new double[x.length][1];
        for (int i = 0; i < x.length; i++) {
            y[i][0] = x[i];
        }
        drift.at(0, y, f);
        double[] value = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            value[i] = f[i][0];
        }
        return value;
    }

    private static double[] random(int n) {
        Draws draws = SEED.with("state").draws();
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = draws.uniform();
        }
        return x;
    }

    @ParameterizedTest
    @CsvSource({
        "twelve-regions, healthy",
        "twelve-regions, generalised-anxiety",
        "four-networks, depression",
        "twenty-four-units, post-traumatic-stress"
    })
    void theEquationsAreThoseOfTheFastClock(String name, String ill) {
        Network healthy = BuiltIn.NETWORKS.named(name);
        Condition condition = BuiltIn.CONDITIONS.named(ill);
        NetworkField field = NetworkField.of(untreated(name, ill));
        int n = healthy.size();
        double[] x = random(field.dimension());

        Dynamics clock = new Dynamics(
                condition.in(healthy, 1),
                ANXIETY.parameters().wilsonCowan(),
                ANXIETY.parameters().noise(),
                1);
        clock.express(condition.expressedIn(healthy, 1), 0);
        double[][] y = clock.initial();
        double[][] dydt = clock.initial();
        for (int v = 0; v < 3; v++) {
            System.arraycopy(x, v * n, y[v], 0, n);
        }
        if (condition.provokedBy() == null) {
            clock.at(0, y, dydt);
            double[] value = derivative(field, x);
            for (int v = 0; v < 3; v++) {
                for (int i = 0; i < n; i++) {
                    assertThat(value[v * n + i]).isCloseTo(dydt[v][i], within(1e-15));
                }
            }
        }
        assertThat(field.names().get(0)).isEqualTo("E_" + healthy.regionNames().get(0));
    }

    /** f at 73 points side by side is f at each of them, bit by bit. */
    @Test
    void pointsSideBySideDoNotMeet() {
        NetworkField field = NetworkField.of(untreated("twelve-regions", "generalised-anxiety"));
        int points = 73;
        double[][] y = new double[field.dimension()][points];
        double[][] f = new double[field.dimension()][points];
        Draws draws = SEED.with("points").draws();
        for (double[] row : y) {
            for (int k = 0; k < points; k++) {
                row[k] = draws.uniform();
            }
        }
        field.start(points).at(0, y, f);

        for (int k : new int[] {0, 31, 72}) {
            assertThat(Flow.point(f, k)).isEqualTo(derivative(field, Flow.point(y, k)));
        }
    }

    @Test
    void aDrugActsThroughItsReceptors() {
        Still still = untreated("twelve-regions", "healthy");
        var effect = ANXIETY.drugs().stream()
                .filter(d -> d.name().equals("alprazolam"))
                .findFirst()
                .orElseThrow()
                .on(Receptor.GABA_A);
        double ec50 = effect.ec50().value();
        Still drugged = still.with("alprazolam", ec50);

        assertThat(drugged.level(Slow.GABA_GAIN)).isCloseTo(effect.maximum().value() / 2, within(1e-12));
        assertThat(drugged.dynamics().inputs().gabaGain[0])
                .isCloseTo(
                        1
                                + effect.maximum().value()
                                        / 2
                                        * still.network().regions().get(0).gabaA(),
                        within(1e-12));
        assertThat(still.dynamics().inputs().gabaGain[0]).isEqualTo(1);
    }

    @Test
    void afterAWeekOfADrugItsLevelsAreThere() {
        Still week = Still.after(
                setting("twelve-regions", "generalised-anxiety"), ANXIETY.arms().get(1), 24 * 7.0, 24, () -> false);

        assertThat(week.level(Slow.GABA_GAIN)).isGreaterThan(0.01);
        assertThat(week.level(Slow.COUNTER)).isGreaterThan(0);
        Dynamics now = week.dynamics();
        Dynamics before = untreated("twelve-regions", "generalised-anxiety").dynamics();
        assertThat(now.coupling().weight(0, 0)).isNotEqualTo(before.coupling().weight(0, 0));
    }

    @Test
    void axesChangeWhatTheySay() {
        Still still = untreated("twelve-regions", "generalised-anxiety");
        double[] x = random(36);

        Axis wEE = Axis.named("wEE", still);
        assertThat(wEE.low()).isEqualTo(6.5);
        assertThat(wEE.at().of(still, 8).mass()).isEqualTo(Parameters.with(WilsonCowan.standard(), "wEE", 8));
        double[] healthy = derivative(NetworkField.of(untreated("twelve-regions", "healthy")), x);
        assertThat(derivative(NetworkField.of(Axis.named("severity", still).at().of(still, 0)), x))
                .isEqualTo(healthy);
        double[] ill = derivative(NetworkField.of(still), x);
        assertThat(derivative(NetworkField.of(Axis.named("severity", still).at().of(still, 1)), x))
                .containsExactly(ill, within(1e-15));
        assertThat(derivative(
                        NetworkField.of(Axis.named("drive:AMY", still).at().of(still, 0)), x))
                .containsExactly(ill, within(1e-15));
        assertThat(derivative(
                        NetworkField.of(Axis.named("drive:AMY", still).at().of(still, 1)), x))
                .isNotEqualTo(ill);
        assertThat(Axis.named("gaba-gain-change", still).at().of(still, 0.3).level(Slow.GABA_GAIN))
                .isEqualTo(0.3);
        assertThat(Axis.named("drug:alprazolam", still).unit()).isEqualTo("ng/mL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"wEEE", "drug:alprazolan", "drive:AMI", "gaba-gain", "drive", "", "local-factor:AMY:noisee"})
    void wrongAxesAreRefusedWithASuggestion(String word) {
        Still still = untreated("twelve-regions", "generalised-anxiety");
        assertThatThrownBy(() -> Axis.named(word, still))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("Maybe");
    }

    @Test
    void wrongHoldsAreRefused() {
        Still still = untreated("four-networks", "healthy");
        assertThatThrownBy(() -> NetworkLandscape.of(still, Map.of("b", 1.0), SEED))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("no variable \"b\"");
        assertThatThrownBy(() -> NetworkLandscape.of(still, Map.of("E", 1.0), SEED))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("cannot be held");
    }

    /** What the how-to says: one slow cycle in health and illness; with adaptation held, three resting states. */
    @ParameterizedTest
    @CsvSource({"healthy, 9.4", "generalised-anxiety, 12.4"})
    void theDefaultNetworkIsOneCycleThroughThreeStates(String condition, double seconds) {
        Still still = untreated("twelve-regions", condition);
        NetworkLandscape whole = NetworkLandscape.of(still, Map.of(), SEED);
        List<Attractor> one = Attractors.of(whole.field(), whole.box(), 16, whole.settleMs(), SEED)
                .found();
        assertThat(one).hasSize(1);
        assertThat(((Attractor.Cycle) one.get(0)).period() / 1000).isCloseTo(seconds, within(0.1));

        NetworkLandscape held = NetworkLandscape.of(still, Map.of("a", NetworkLandscape.AT_MEAN), SEED);
        List<Attractor> three = Attractors.of(held.field(), held.box(), 64, held.settleMs(), SEED)
                .found();
        assertThat(three).allSatisfy(a -> assertThat(a).isInstanceOf(Attractor.Rest.class));
        assertThat(three.stream().map(held::name).toList())
                .hasSize(3)
                .contains("dlPFC+PPC")
                .anyMatch(name -> name.startsWith("dACC+AI"))
                .anyMatch(name -> name.startsWith("mPFC+PCC+AG"));
    }

    @Test
    void aContinuationOfTwelveRegionsIsASmallMatter() {
        Still still = untreated("twelve-regions", "generalised-anxiety");
        NetworkLandscape landscape = NetworkLandscape.of(still, Map.of("a", NetworkLandscape.AT_MEAN), SEED);
        Axis axis = Axis.named("drug:alprazolam", still);
        BifurcationDiagram diagram = BifurcationDiagram.of(
                landscape.family(axis), axis.low(), axis.high(), landscape.box(), 20, SEED, () -> false);

        assertThat(diagram.lost()).isEmpty();
        assertThat(diagram.branches())
                .allSatisfy(b -> assertThat(b.points()).allSatisfy(p -> {
                    VectorField there = landscape.family(axis).at(p.parameter());
                    for (double f : derivative(there, p.equilibrium().x())) {
                        assertThat(f).isCloseTo(0, within(1e-10));
                    }
                }));
        assertThat(diagram.events(Branch.Kind.FOLD)).isNotEmpty().allSatisfy(e -> {
            double nearest = Double.POSITIVE_INFINITY;
            for (double re : e.point().equilibrium().eigenvalues().re()) {
                nearest = Math.min(nearest, Math.abs(re));
            }
            assertThat(nearest).isCloseTo(0, within(1e-9));
        });
    }
}
