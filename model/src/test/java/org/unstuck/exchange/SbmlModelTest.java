package org.unstuck.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sbml.jsbml.RateRule;
import org.unstuck.describe.Evidence;
import org.unstuck.describe.Parameters;
import org.unstuck.describe.Status;
import org.unstuck.integrate.ClassicalRungeKutta;
import org.unstuck.mass.MassCase;
import org.unstuck.mass.NeuralMass;
import org.unstuck.mass.WilsonCowan;
import org.unstuck.network.Condition;
import org.unstuck.network.Expression;
import org.unstuck.network.Link;
import org.unstuck.network.Network;
import org.unstuck.noise.Address;
import org.unstuck.noise.OrnsteinUhlenbeck;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.simulate.FastClock;

/** The SBML that is written, read by another library and integrated by another scheme, is the model that runs here. */
class SbmlModelTest {

    private static final double DT = 0.5;

    private static double[][] ours(Network healthy, Condition condition, NeuralMass mass, double dt, double ms) {
        FastClock clock = new FastClock(
                healthy,
                mass,
                Parameters.with(OrnsteinUhlenbeck.standard(), "sigma", 0),
                new ClassicalRungeKutta(),
                dt,
                1,
                1,
                p -> Address.of(1));
        clock.dynamics().express(condition.expressedIn(healthy, 1), 0);
        clock.purpose("simulate");
        clock.run((int) Math.round(ms / dt), (int) Math.round(ms / dt), (s, y) -> {});
        return clock.copyState();
    }

    /** Seconds of activity, which swings; all regions and variables to 1e-8. */
    @ParameterizedTest
    @CsvSource({"four-networks,healthy,4000", "twelve-regions,generalised-anxiety,1000"})
    void theModelThatIsReadBackRunsTheSame(String network, String condition, double until) throws XMLStreamException {
        Network healthy = BuiltIn.NETWORKS.named(network);
        Condition ill = BuiltIn.CONDITIONS.named(condition);
        WilsonCowan mass = Parameters.with(WilsonCowan.standard(), "wEE", 7.8);
        Reread read = new Reread(SbmlModel.text(network, healthy, ill.expressedIn(healthy, 1), mass, "a test"));

        for (double ms : new double[] {100, until}) {
            double[][] y = ours(healthy, ill, mass, DT, ms);
            double[] theirs = read.at(ms);
            assertThat(theirs).hasSize(3 * healthy.size());
            for (int i = 0; i < healthy.size(); i++) {
                for (int v = 0; v < 3; v++) {
                    assertThat(theirs[3 * i + v])
                            .as("%s at %s ms", read.variables().get(3 * i + v), ms)
                            .isCloseTo(y[v][i], within(1e-8));
                }
            }
        }
    }

    static List<NeuralMass> masses() {
        return NeuralMass.all();
    }

    /** Every mass, a person whose weights, drives and gains are all changed; to 1e-8 of the largest value of a variable. */
    @ParameterizedTest
    @MethodSource("masses")
    void everyMassRunsTheSameElsewhere(NeuralMass mass) throws XMLStreamException {
        Network healthy = BuiltIn.NETWORKS.named("twelve-regions");
        Condition ill = BuiltIn.CONDITIONS.named("treatment-resistant-anxiety");
        Reread read = new Reread(SbmlModel.text("n", healthy, ill.expressedIn(healthy, 1), mass, ""));

        // Fine enough for the fastest mass: the scheme of order 4 then errs by less than 1e-9.
        double[][] y = ours(healthy, ill, mass, 0.05, 200);
        double[] theirs = read.at(200);

        int variables = mass.variables().size();
        assertThat(theirs).hasSize(variables * healthy.size());
        for (int v = 0; v < variables; v++) {
            double largest = 0;
            for (double value : y[v]) {
                largest = Math.max(largest, Math.abs(value));
            }
            for (int i = 0; i < healthy.size(); i++) {
                assertThat(theirs[variables * i + v])
                        .as(read.variables().get(variables * i + v))
                        .isCloseTo(y[v][i], within(1e-7 * largest));
            }
        }
    }

    @Test
    void delaysAreRefused() {
        Network four = BuiltIn.NETWORKS.named("four-networks");
        Network slow = four.with(
                        four.regions(),
                        four.links().stream().map(l -> l.withLengthMm(50)).toList())
                .withConductionSpeed(MassCase.speed(10));

        assertThatThrownBy(() -> SbmlModel.text(
                        "n",
                        slow,
                        BuiltIn.CONDITIONS.named("healthy").expressedIn(slow, 1),
                        WilsonCowan.standard(),
                        ""))
                .hasMessageContaining("links of the network take time")
                .hasMessageContaining("Maybe");
    }

    @Test
    void whatAnotherProgramSees() throws XMLStreamException {
        Network healthy = BuiltIn.NETWORKS.named("twelve-regions");
        Expression person = BuiltIn.CONDITIONS.named("healthy").expressedIn(healthy, 1);

        Reread read = new Reread(SbmlModel.text("twelve-regions", healthy, person, WilsonCowan.standard(), "no noise"));

        assertThat(read.model().getLevel()).isEqualTo(3);
        assertThat(read.model().getVersion()).isEqualTo(2);
        assertThat(read.model().getTimeUnits()).isEqualTo("ms");
        assertThat(read.model().getListOfRules()).hasSize(36).allMatch(RateRule.class::isInstance);
        assertThat(read.model().getParameter("tauE").getValue()).isEqualTo(40);
        assertThat(read.model().getParameter("tauE").getUnits()).isEqualTo("ms");
        assertThat(read.model().getParameter("E_AMY").isConstant()).isFalse();
        assertThat(read.model().getParameter("E_AMY").getValue()).isEqualTo(0.1);
        assertThat(read.model().getListOfParameters().stream()
                        .filter(p -> p.getId().matches("[CD]_[0-9]+")))
                .hasSize(healthy.links().size());
        assertThat(read.model().getNotesString()).contains("no noise");
    }

    @Test
    void equalModelsAreEqualBytes() {
        Network healthy = BuiltIn.NETWORKS.named("four-networks");
        Expression person = BuiltIn.CONDITIONS.named("healthy").expressedIn(healthy, 1);

        String text = SbmlModel.text("n", healthy, person, WilsonCowan.standard(), "");

        assertThat(text).isEqualTo(SbmlModel.text("n", healthy, person, WilsonCowan.standard(), ""));
        assertThat(text)
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sbml ")
                .endsWith("</sbml>\n");
    }

    @Test
    void identifiersDiffer() {
        assertThat(SbmlModel.ids(List.of("AMY.L", "AMY-L", "AMY_L"))).containsExactly("AMY_L", "AMY_L_2", "AMY_L_3");
    }

    /** Small and large numbers keep their bits. */
    @Test
    void numbersAreExact() throws XMLStreamException {
        Network healthy = BuiltIn.NETWORKS.named("four-networks");
        List<Link> links = List.of(new Link(
                healthy.regions().get(0).name(),
                healthy.regions().get(1).name(),
                Link.Kind.EXCITATORY,
                1.2345678901234567e-9,
                "test",
                Evidence.LOW,
                Status.ASSUMED));
        Expression person = BuiltIn.CONDITIONS.named("healthy").expressedIn(healthy.with(healthy.regions(), links), 1);

        Reread read = new Reread(SbmlModel.text("n", healthy, person, WilsonCowan.standard(), ""));

        assertThat(read.model().getParameter("C_1").getValue()).isEqualTo(1.2345678901234567e-9);
    }

    @Test
    void tooManyLinksAreRefused() {
        Network twelve = BuiltIn.NETWORKS.named("twelve-regions");
        List<org.unstuck.network.Region> regions = new java.util.ArrayList<>();
        for (int i = 0; i < 150; i++) {
            org.unstuck.network.Region r = twelve.regions().get(0);
            regions.add(new org.unstuck.network.Region(
                    "r" + i, r.label(), r.network(), List.of(), 0, 1, 1, 1, 1, 0, 0, "test"));
        }
        List<Link> links = new java.util.ArrayList<>();
        for (int i = 0; i < 150; i++) {
            for (int j = 0; j < 150; j++) {
                if (i != j) {
                    links.add(new Link("r" + i, "r" + j, Link.Kind.EXCITATORY, 1, "t", Evidence.LOW, Status.ASSUMED));
                }
            }
        }
        Network large = new Network("n", "", regions, links, List.of());
        Expression person = BuiltIn.CONDITIONS.named("healthy").expressedIn(large, 1);

        assertThatThrownBy(() -> SbmlModel.text("n", large, person, WilsonCowan.standard(), ""))
                .hasMessageContaining("22350 links, at most 20000");
    }
}
