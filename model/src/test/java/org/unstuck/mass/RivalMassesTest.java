package org.unstuck.mass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Parameters;
import org.unstuck.describe.Word;
import org.unstuck.integrate.ButcherTableau;
import org.unstuck.integrate.Scheme;

/** What every mass must do behind the common interface, and single nodes as in their papers. */
class RivalMassesTest {

    static List<NeuralMass> all() {
        return NeuralMass.all();
    }

    @Test
    void everyMassThatFilesCanNameIsInTheCatalogueUnderItsWord() {
        List<Class<?>> records = Arrays.stream(NeuralMass.class.getPermittedSubclasses())
                .filter(Class::isRecord)
                .toList();
        assertThat(all().stream().<Class<?>>map(Object::getClass).toList()).isEqualTo(records);
        for (NeuralMass mass : all()) {
            assertThat(mass.getClass().getAnnotation(Word.class).value()).isEqualTo(mass.name());
        }
    }

    /** The sign of every handle, on the slope of what each handle reaches first, at a state of its own. */
    @ParameterizedTest
    @MethodSource("all")
    void handlesPushTheRightWay(NeuralMass mass) {
        assertThat(push(mass, in -> in.drive[0] += 0.1)).as("drive").isPositive();
        assertThat(push(mass, in -> {
                    in.excitation[0] += 0.1;
                    in.carried(0.1);
                }))
                .as("excitatory links")
                .isPositive();
        assertThat(push(mass, in -> in.gabaGain[0] *= 1.2)).as("GABA").isNegative();
        assertThat(push(mass, in -> in.nmdaGainE[0] *= 1.2)).as("NMDA on E").isPositive();
        assertThat(push(mass, in -> in.nmdaGainI[0] *= 1.2)).as("NMDA on I").isNegative();
        assertThat(push(mass, in -> in.suppression[0] += 0.1))
                .as("suppressive links")
                .isNegative();
    }

    /** Inputs, with a short way to the signals of oscillators. */
    private static final class Changed {
        private final NeuralMass mass;
        private final double[][] y;
        private final Inputs in;
        private final double[] drive;
        private final double[] excitation;
        private final double[] suppression;
        private final double[] gabaGain;
        private final double[] nmdaGainE;
        private final double[] nmdaGainI;

        Changed(NeuralMass mass, double[][] y, Inputs in) {
            this.mass = mass;
            this.y = y;
            this.in = in;
            this.drive = in.drive;
            this.excitation = in.excitation;
            this.suppression = in.suppression;
            this.gabaGain = in.gabaGain;
            this.nmdaGainE = in.nmdaGainE;
            this.nmdaGainI = in.nmdaGainI;
        }

        /** What a source in phase would add. */
        void carried(double weight) {
            for (int s = 0; s < mass.signals(); s++) {
                in.carried[s][0] += weight * mass.signal(s, y, new double[1])[0];
            }
        }
    }

    /** Change of what is sent, two and a half of its shortest time constants after a change of an input that acts for good. */
    private static double push(NeuralMass mass, Consumer<Changed> change) {
        return after(mass, change) - after(mass, c -> {});
    }

    private static double after(NeuralMass mass, Consumer<Changed> change) {
        Inputs in = inputs(mass, 1);
        double[][] y = initial(mass, 1);
        Scheme.Stepper rk4 = ButcherTableau.CLASSICAL_4.start(y.length, 1);
        double dt = mass.fastestMs() / 100;
        for (int s = 0; s < 2250; s++) {
            if (s == 2000) {
                change.accept(new Changed(mass, y, in));
            }
            rk4.step((t, x, d) -> mass.derivatives(in, x, d), s, dt, y, new double[y.length][]);
        }
        return mass.sent(y, new double[1])[0];
    }

    private static Inputs inputs(NeuralMass mass, int size) {
        Inputs in = new Inputs(size, mass.signals());
        in.fluctuation = new double[size];
        Arrays.fill(in.drive, 0.7);
        return in;
    }

    private static double[][] initial(NeuralMass mass, int size) {
        double[][] y = new double[mass.variables().size()][size];
        for (int v = 0; v < y.length; v++) {
            Arrays.fill(y[v], mass.variables().get(v).initial());
        }
        return y;
    }

    @ParameterizedTest
    @MethodSource("all")
    void outputsStayBetween0And1AndDoNotTouchTheState(NeuralMass mass) {
        double[][] y = initial(mass, 3);
        for (int v = 0; v < y.length; v++) {
            y[v][1] *= 0.1;
            y[v][2] *= 1.9;
        }
        double[][] before = MassCase.copy(y);
        for (double[] out : List.of(
                mass.sent(y, new double[3]).clone(),
                mass.activity(y, new double[3]).clone(),
                mass.inhibition(y, new double[3]).clone())) {
            assertThat(Arrays.stream(out)).allMatch(x -> x >= 0 && x <= 1);
        }
        assertThat(y).isDeepEqualTo(before);
    }

    /** Time in other units: all times longer by c, all rates lower by c, must give derivatives divided by c. */
    @ParameterizedTest
    @MethodSource("all")
    void unitsOfTimeAreConsistent(NeuralMass mass) {
        double c = 3.7;
        Record scaled = (Record) mass;
        for (Parameters.Declaration p : Parameters.of(scaled.getClass())) {
            double value = Parameters.value((Record) mass, p.name());
            int power = switch (p.declared().unit()) {
                case "ms", "s" -> 1;
                case "1/ms", "Hz" -> -1;
                case "1/nC" -> -1;
                default -> 0;
            };
            if (power != 0) {
                scaled = Parameters.with(scaled, p.name(), power > 0 ? value * c : value / c);
            }
        }
        double[][] y = initial(mass, 1);
        double[][] d = initial(mass, 1);
        double[][] e = initial(mass, 1);
        double[][] z = initial(mass, 1);
        for (int v = 0; v < y.length; v++) {
            y[v][0] = 0.1 + 0.05 * v;
            boolean rate = mass.variables().get(v).unit().endsWith("/ms");
            z[v][0] = rate ? y[v][0] / c : y[v][0];
        }
        mass.derivatives(inputs(mass, 1), y, d);
        ((NeuralMass) scaled).derivatives(inputs(mass, 1), z, e);
        for (int v = 0; v < y.length; v++) {
            boolean rate = mass.variables().get(v).unit().endsWith("/ms");
            double expected = d[v][0] / (rate ? c * c : c);
            assertThat(e[v][0])
                    .as(mass.variables().get(v).name())
                    .isCloseTo(expected, within(1e-11 * Math.abs(expected)));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void derivativesAllocateNothing(NeuralMass mass) {
        double[][] y = initial(mass, 64);
        double[][] d = initial(mass, 64);
        Inputs in = inputs(mass, 64);
        double[] scratch = new double[64];
        var bean = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = 0;
        for (int s = 0; s < 20_000; s++) {
            if (s == 10_000) {
                before = bean.getCurrentThreadAllocatedBytes();
            }
            mass.derivatives(in, y, d);
            mass.sent(y, scratch);
            mass.activity(y, scratch);
            mass.inhibition(y, scratch);
        }
        // The bean itself may allocate a few bytes.
        assertThat(bean.getCurrentThreadAllocatedBytes() - before).isLessThan(1000);
    }

    /** D2: amplitude sqrt(a) above the bifurcation, 0 below, frequency omega / (2 pi tau). */
    @ParameterizedTest
    @CsvSource({"0.25, 0.5", "0.04, 0.2", "-0.1, 0"})
    void aHopfNodeHasAmplitudeSqrtA(double a, double amplitude) {
        StuartLandau m = Parameters.with(Parameters.with(Parameters.defaults(StuartLandau.class), "a", a), "tau", 1);
        Inputs in = inputs(m, 1);
        double[][] y = {{0.1}, {0}};
        Scheme.Stepper rk4 = ButcherTableau.CLASSICAL_4.start(2, 1);
        double dt = 0.01;
        double crossed = 0;
        int turns = 0;
        double first = 0;
        for (int s = 0; s < 60_000; s++) {
            double before = y[1][0];
            rk4.step((t, x, d) -> m.derivatives(in, x, d), s * dt, dt, y, new double[2][]);
            if (before < 0 && y[1][0] >= 0 && s > 20_000) {
                crossed = (s + before / (before - y[1][0])) * dt;
                first = turns == 0 ? crossed : first;
                turns++;
            }
        }
        assertThat(m.sent(y, new double[1])[0]).isCloseTo(amplitude, within(1e-6));
        if (a > 0) {
            assertThat((crossed - first) / (turns - 1)).isCloseTo(2 * Math.PI / m.omega(), within(1e-3));
        }
    }

    /** Jansen and Rit 1995, with their v_0 of 6 mV: a column makes alpha waves. (With TVB's 5.52 mV they are slower.) */
    @Test
    void aColumnOfJansenAndRitMakesAlphaWaves() {
        JansenRit m = Parameters.with(Parameters.defaults(JansenRit.class), "v0", 6);
        Inputs in = inputs(m, 1);
        double[][] y = initial(m, 1);
        Scheme.Stepper rk4 = ButcherTableau.CLASSICAL_4.start(6, 1);
        double[] v = new double[20_000];
        for (int s = -40_000; s < v.length; s++) {
            rk4.step((t, x, d) -> m.derivatives(in, x, d), s, 0.1, y, new double[6][]);
            if (s >= 0) {
                v[s] = y[1][0] - y[2][0];
            }
        }
        double mean = Arrays.stream(v).average().orElseThrow();
        int up = 0;
        for (int s = 1; s < v.length; s++) {
            up += v[s - 1] < mean && v[s] >= mean ? 1 : 0;
        }
        assertThat(up / 2.0).as("Hz").isBetween(8.0, 13.0);
    }

    @Test
    void aReadoutThatFallsIsRefused() {
        assertThatThrownBy(() -> Parameters.with(Parameters.defaults(JansenRit.class), "recordedOne", -1))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("it must be above recordedZero");
    }
}
