package org.unstuck.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unstuck.describe.Invalid;
import org.unstuck.mass.Inputs;
import org.unstuck.mass.NeuralMass;
import org.unstuck.mass.Variable;
import org.unstuck.mass.WilsonCowan;

/**
 * The formulas, evaluated as trees, against the code of each mass, which is checked against other programs by the reference data. Entry 0
 * is a region with inputs, entries 1 and 2 send to it; all gains, drives and states differ.
 */
class MassEquationsTest {

    private static final double[] EXCITES = {0, 0.4, 0.15};
    private static final double[] SUPPRESSES = {0, 0.3, 0.7};
    private static final int LONE = 0;

    static List<NeuralMass> masses() {
        return NeuralMass.all();
    }

    /** A region by its number; its own numbers are called {@code name@number}. */
    private record Numbered(int i, boolean linked) implements MassEquations.Place {

        @Override
        public Formula own(String name) {
            return Formula.of(name + "@" + i);
        }

        @Override
        public Optional<Formula> excitation(Function<MassEquations.Place, Formula> sent) {
            return sum(EXCITES, sent);
        }

        @Override
        public Optional<Formula> suppression(Function<MassEquations.Place, Formula> sent) {
            return sum(SUPPRESSES, sent);
        }

        private Optional<Formula> sum(double[] weights, Function<MassEquations.Place, Formula> sent) {
            return linked
                    ? Optional.of(Formula.plus(
                            Formula.times(Formula.of(weights[1]), sent.apply(new Numbered(1, true))),
                            Formula.times(Formula.of(weights[2]), sent.apply(new Numbered(2, true)))))
                    : Optional.empty();
        }
    }

    private static double value(Formula formula, Map<String, Double> names) {
        if (formula instanceof Formula.Number number) {
            return number.value();
        }
        if (formula instanceof Formula.Name name) {
            assertThat(names).containsKey(name.id());
            return names.get(name.id());
        }
        if (formula instanceof Formula.Call call) {
            assertThat(call.function()).isEqualTo("F");
            return 1 / (1 + Math.exp(-value(call.argument(), names)));
        }
        Formula.Apply apply = (Formula.Apply) formula;
        double[] of =
                apply.arguments().stream().mapToDouble(a -> value(a, names)).toArray();
        return switch (apply.operator()) {
            case "plus" -> java.util.Arrays.stream(of).sum();
            case "times" -> java.util.Arrays.stream(of).reduce(1, (a, b) -> a * b);
            case "minus" -> of.length == 1 ? -of[0] : of[0] - of[1];
            case "divide" -> of[0] / of[1];
            case "exp" -> Math.exp(of[0]);
            case "root" -> Math.sqrt(of[0]);
            default -> throw new IllegalStateException(apply.operator());
        };
    }

    /** What the formulas may name: numbers of the mass, and of every region its state, drive and gains. */
    private static Map<String, Double> names(NeuralMass mass, double[][] y, Inputs in) {
        Map<String, Double> names = new LinkedHashMap<>();
        try {
            for (RecordComponent c : mass.getClass().getRecordComponents()) {
                Object value = c.getAccessor().invoke(mass);
                if (value instanceof Double number) {
                    names.put(c.getName(), number);
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        List<Variable> variables = mass.variables();
        for (int i = 0; i < y[0].length; i++) {
            for (int v = 0; v < variables.size(); v++) {
                names.put(variables.get(v).name() + "@" + i, y[v][i]);
            }
            names.put("P@" + i, in.drive[i]);
            names.put("gamma@" + i, in.gabaGain[i]);
            names.put("nE@" + i, in.nmdaGainE[i]);
            names.put("nI@" + i, in.nmdaGainI[i]);
            names.put("tires@" + i, in.adaptationGain[i]);
            names.put("balance@" + i, in.balance[i]);
        }
        return names;
    }

    private static double[][] state(NeuralMass mass) {
        double[][] y = new double[mass.variables().size()][3];
        for (int v = 0; v < y.length; v++) {
            for (int i = 0; i < 3; i++) {
                y[v][i] = 0.15 + 0.07 * v + 0.11 * i;
            }
        }
        return y;
    }

    private static Inputs inputs(NeuralMass mass) {
        Inputs in = new Inputs(3, mass.signals());
        for (int i = 0; i < 3; i++) {
            in.drive[i] = 0.9 - 0.2 * i;
            in.gabaGain[i] = 1.3 + 0.1 * i;
            in.nmdaGainE[i] = 0.8 - 0.1 * i;
            in.nmdaGainI[i] = 0.7 + 0.2 * i;
            in.adaptationGain[i] = 1.6 - 0.3 * i;
            in.balance[i] = 1.1 + 0.15 * i;
        }
        return in;
    }

    private static double sum(double[] weights, double[] sent) {
        return weights[1] * sent[1] + weights[2] * sent[2];
    }

    @ParameterizedTest
    @MethodSource("masses")
    void theFormulasAreTheEquations(NeuralMass mass) {
        double[][] y = state(mass);
        Inputs in = inputs(mass);
        in.excitation[0] = sum(EXCITES, mass.sent(y, new double[3]));
        in.suppression[0] = sum(SUPPRESSES, mass.sent(y, new double[3]));
        for (int s = 0; s < mass.signals(); s++) {
            in.carried[s][0] = sum(EXCITES, mass.signal(s, y, new double[3]));
            in.strength[0] = EXCITES[1] + EXCITES[2];
        }
        agree(mass, y, in, new Numbered(0, true));
    }

    /** Without links there is no term of them, not even a zero. */
    @ParameterizedTest
    @MethodSource("masses")
    void aLoneRegion(NeuralMass mass) {
        agree(mass, state(mass), inputs(mass), new Numbered(LONE, false));
    }

    private static void agree(NeuralMass mass, double[][] y, Inputs in, MassEquations.Place place) {
        double[][] dydt = new double[y.length][3];
        mass.derivatives(in, y, dydt);
        List<Formula> rates = MassEquations.rates(mass, place);
        assertThat(rates).hasSize(y.length);
        List<Double> found = new ArrayList<>();
        for (int v = 0; v < y.length; v++) {
            double rate = value(rates.get(v), names(mass, y, in));
            found.add(rate);
            // The code has its own exponential, good to 1e-12 of the terms; a term left out is far more.
            assertThat(rate)
                    .as("%s of %s", mass.variables().get(v).name(), mass.name())
                    .isCloseTo(dydt[v][0], within(1e-10 * (1 + Math.abs(dydt[v][0]))));
        }
        assertThat(found).doesNotContain(0.0);
    }

    /** The default mass by hand: w_EE 7.5, w_EI 6, theta_E 2.5, tau_E 40 ms. */
    @Test
    void theDefaultMassWrittenOut() {
        WilsonCowan mass = WilsonCowan.standard();
        Map<String, Double> at = names(mass, new double[][] {{0.2}, {0.1}, {0.3}}, new Inputs(1));
        double x = 7.5 * 0.2 - 6 * 0.1 - 0.3 - 2.5;
        assertThat(value(MassEquations.rates(mass, new Numbered(0, false)).get(0), at))
                .isCloseTo((1 / (1 + Math.exp(-x)) - 0.2) / 40, within(1e-15));
    }

    private record Elsewhere() implements NeuralMass.Custom {
        @Override
        public String name() {
            return "elsewhere";
        }

        @Override
        public List<Variable> variables() {
            return List.of();
        }

        @Override
        public double fastestMs() {
            return 1;
        }

        @Override
        public void derivatives(Inputs in, double[][] y, double[][] dydt) {
            // Nothing moves.
        }
    }

    @Test
    void aMassMadeElsewhereHasNoFormulas() {
        assertThatThrownBy(() -> MassEquations.rates(new Elsewhere(), new Numbered(0, false)))
                .isInstanceOf(Invalid.class)
                .hasMessage("the mass elsewhere has no form in SBML: its equations are known as code only."
                        + " Maybe one of the built-in masses.");
    }
}
