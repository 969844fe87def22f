package org.unstuck.viz.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.jfree.chart.axis.ValueAxis;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unstuck.describe.Time;
import org.unstuck.mass.NeuralMass;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.scenario.Sessions;
import org.unstuck.simulate.FastClock;
import org.unstuck.simulate.Numerics;
import org.unstuck.study.Scenario;

/** The window with a patient of each family of masses: axes, parameters and the point are those of the mass. */
@Timeout(600)
class MassesWindowTest {

    @TempDir
    private Path folder;

    static Stream<String> masses() {
        return NeuralMass.all().stream().map(NeuralMass::name);
    }

    @ParameterizedTest
    @MethodSource("masses")
    void thePhasePlaneIsThatOfTheMass(String name) throws Exception {
        NeuralMass mass = NeuralMass.all().stream()
                .filter(m -> m.name().equals(name))
                .findFirst()
                .orElseThrow();
        Scenario scenario = BuiltIn.PRESETS.named("healthy");
        Numerics n = scenario.numerics();
        Time step = Time.seconds(FastClock.usualStepMs(mass) / 1000);
        scenario = scenario.withNumerics(
                new Numerics(n.scheme(), step, n.slowStep(), n.settle(), n.warmUp(), n.burst(), n.sample()));
        scenario = scenario.with(scenario.parameters().withMass(mass));
        try (Hands hands = new Hands(Sessions.of(scenario), folder.resolve("recovery.json"), false)) {
            Window window = hands.window();
            hands.until("it has run for a while", () -> window.now().sides[0].samples > 100);
            Hands.on(() -> {
                window.goTo(1);
                return null;
            });
            Chart chart = window.bench().charts().stream()
                    .filter(c -> c.name().equals("phase-plane"))
                    .findFirst()
                    .orElseThrow();
            RegionPlane plane = RegionPlane.of(mass);
            hands.picture("mass-" + name);
            Hands.on(() -> {
                ValueAxis x = chart.plot().getDomainAxis();
                ValueAxis y = chart.plot().getRangeAxis();
                assertThat(x.getLabel()).contains(plane.alongX().name());
                assertThat(y.getLabel()).contains(plane.alongY().name());
                if (!plane.alongX().unit().equals("1")) {
                    assertThat(x.getLabel()).contains(plane.alongX().unit());
                }
                Frame.Side now = window.now().sides[0];
                for (int i = 0; i < now.E.length; i++) {
                    assertThat(now.y[plane.x()][i]).isBetween(x.getLowerBound(), x.getUpperBound());
                    assertThat(now.y[plane.y()][i]).isBetween(y.getLowerBound(), y.getUpperBound());
                }
                assertThat(chart.panel()
                                .getToolTipText(new java.awt.event.MouseEvent(chart.panel(), 0, 0, 0, 5, 5, 0, false)))
                        .contains(plane.alongX().meaning());
                return null;
            });
            assertThat(hands.shows("wilsonCowan.wEE")).isEqualTo(name.equals("wilson-cowan"));
        }
    }
}
