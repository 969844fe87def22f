package org.unstuck.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.unstuck.describe.Evidence;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Status;
import org.unstuck.mass.Inputs;
import org.unstuck.mass.WilsonCowan;
import org.unstuck.network.Change.Kind;
import org.unstuck.network.Condition.Symptom;
import org.unstuck.noise.OrnsteinUhlenbeck;
import org.unstuck.scenario.BuiltIn;

class ExpressionTest {

    private static final Network NETWORK = BuiltIn.NETWORKS.named("twelve-regions");
    private static final int AMY = NETWORK.indexOf("AMY");
    private static final int PCC = NETWORK.indexOf("PCC");

    private static Change change(Kind kind, String target, String of, double value) {
        return new Change(kind, target, of, value, "assumed, for a test", Evidence.LOW, Status.ASSUMED);
    }

    private static Condition condition(Change... changes) {
        return Condition.of("own", "own", "", Symptom.THREAT, List.of(changes));
    }

    @Test
    void everyKindChangesItsOwnThingOnly() {
        Expression e = condition(
                        change(Kind.CUE_GAIN, "AMY", "social", 4),
                        change(Kind.RECEPTOR_FACTOR, "DMN", "serotonin", 0.25),
                        change(Kind.LOCAL_FACTOR, "all", "noise", 2))
                .expressedIn(NETWORK, 1);
        assertThat(e.network()).isEqualTo(NETWORK);
        assertThat(e.cueGain("social", AMY)).isCloseTo(4, within(1e-12));
        assertThat(e.cueGain("social", PCC)).isEqualTo(1);
        assertThat(e.cueGain("threat", AMY)).isEqualTo(1);
        assertThat(e.sensitivity(Sensitivity.SEROTONIN, PCC)).isCloseTo(0.25, within(1e-12));
        assertThat(e.sensitivity(Sensitivity.SEROTONIN, AMY)).isEqualTo(1);
        assertThat(e.sensitivity(Sensitivity.NMDA, PCC)).isEqualTo(1);
        for (int i = 0; i < NETWORK.size(); i++) {
            assertThat(e.local(Local.NOISE, i)).isCloseTo(2, within(1e-12));
            assertThat(e.local(Local.ADAPTATION, i)).isEqualTo(1);
        }
    }

    @Test
    void severityIsAPowerOfFactorsAndAMultipleOfDrives() {
        Condition c = condition(
                change(Kind.LOCAL_FACTOR, "AMY", "adaptation", 0.25),
                change(Kind.LINK_FACTOR, "AMY->AI", null, 4),
                change(Kind.DRIVE, "AMY", null, 1));
        Expression half = c.expressedIn(NETWORK, 0.5);
        assertThat(half.local(Local.ADAPTATION, AMY)).isCloseTo(0.5, within(1e-12));
        assertThat(half.network().regions().get(AMY).drive()
                        - NETWORK.regions().get(AMY).drive())
                .isCloseTo(0.5, within(1e-12));
        assertThat(half.network().links().stream().mapToDouble(Link::weight).sum()
                        - NETWORK.links().stream().mapToDouble(Link::weight).sum())
                .as("0.7 doubled")
                .isCloseTo(0.7, within(1e-12));
        assertThat(c.expressedIn(NETWORK, 0).network()).isEqualTo(NETWORK);
    }

    @Test
    void includedConditionsAddUp() {
        Condition both = BuiltIn.CONDITIONS.named("anxiety-and-depression");
        Condition a = BuiltIn.CONDITIONS.named("anxiety-weak-regulation");
        Condition d = BuiltIn.CONDITIONS.named("depression");
        for (int i = 0; i < NETWORK.size(); i++) {
            assertThat(both.in(NETWORK, 1).regions().get(i).drive())
                    .isCloseTo(
                            a.in(NETWORK, 1).regions().get(i).drive()
                                    + d.in(NETWORK, 1).regions().get(i).drive()
                                    - NETWORK.regions().get(i).drive(),
                            within(1e-12));
        }
        assertThat(both.as(Stuck.VARIABILITY).allChanges())
                .containsAll(a.as(Stuck.VARIABILITY).changes())
                .containsAll(d.as(Stuck.VARIABILITY).changes());
    }

    @Test
    void aRivalTakesThePlaceOfTheChangesAndBack() {
        Condition loop = BuiltIn.CONDITIONS.named("depression");
        Condition deep = loop.as(Stuck.ATTRACTOR);
        assertThat(deep.changes())
                .doesNotContainAnyElementsOf(List.of(loop.changes().get(0)));
        assertThat(deep.as(Stuck.LOOP)).isEqualTo(loop);
        assertThatThrownBy(() -> BuiltIn.CONDITIONS.named("high-flexibility").as(Stuck.ATTRACTOR))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("Maybe one of: loop.");
    }

    @Test
    void endsOfLinksMayBeFunctionalNetworks() {
        Condition c = condition(change(Kind.LINK_FACTOR, "SN->DMN", null, 2));
        assertThat(NETWORK.links().stream()
                        .filter(l -> c.changes().get(0).concerns(NETWORK, l))
                        .toList())
                .as("two regions onto three")
                .hasSize(6)
                .allMatch(l -> l.kind() == Link.Kind.SUPPRESSIVE);
    }

    @Test
    void localFactorsReachTheEquations() {
        WilsonCowan mass = WilsonCowan.standard();
        Dynamics dynamics = new Dynamics(NETWORK, mass, OrnsteinUhlenbeck.standard(), 2);
        dynamics.express(
                condition(
                                change(Kind.LOCAL_FACTOR, "AMY", "adaptation", 0.5),
                                change(Kind.LOCAL_FACTOR, "AMY", "noise", 3),
                                change(Kind.LOCAL_FACTOR, "AMY", "interneuron-excitation", 0.8))
                        .expressedIn(NETWORK, 1),
                1);
        double[][] y = dynamics.initial();
        y[3][2 * AMY] = 0.1;
        y[3][2 * AMY + 1] = 0.1;
        double[][] dydt = new double[4][y[0].length];
        dynamics.at(0, y, dydt);
        double E = y[0][2 * AMY];
        double a = y[2][2 * AMY];
        assertThat(dydt[2][2 * AMY]).isEqualTo((mass.b() * E - a) / mass.tauA(), within(1e-15));
        assertThat(dydt[2][2 * AMY + 1]).isEqualTo((0.5 * mass.b() * E - a) / mass.tauA(), within(1e-15));
        Inputs in = dynamics.inputs();
        assertThat(in.fluctuation[2 * AMY]).isEqualTo(0.1);
        assertThat(in.fluctuation[2 * AMY + 1]).isCloseTo(0.3, within(1e-12));
        assertThat(in.nmdaGainI[2 * AMY + 1]).isCloseTo(0.8, within(1e-12));
        assertThat(in.nmdaGainI[2 * AMY]).isEqualTo(1);
    }

    @Test
    void everyNumberOfANetworkAndOfAConditionHasASource() {
        for (String name : BuiltIn.NETWORKS.names()) {
            Network network = BuiltIn.NETWORKS.named(name);
            assertThat(network.links()).allMatch(l -> l.source().length() > 10 && l.evidence() != null);
            assertThat(network.regions()).allMatch(r -> r.source().length() > 10);
        }
        for (String name : BuiltIn.CONDITIONS.names()) {
            for (Stuck stuck : BuiltIn.CONDITIONS.named(name).meanings()) {
                assertThat(BuiltIn.CONDITIONS.named(name).as(stuck).changes())
                        .allMatch(c -> c.source()
                                .matches(".*(\\d{4}|assumed|hypothesis|as in|prototype|calibrated|chosen).*"));
            }
        }
    }
}
