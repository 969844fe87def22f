package org.unstuck.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.sbml.jsbml.ASTNode;
import org.sbml.jsbml.Model;
import org.sbml.jsbml.Parameter;
import org.sbml.jsbml.RateRule;
import org.sbml.jsbml.Rule;
import org.sbml.jsbml.SBMLDocument;
import org.sbml.jsbml.SBMLReader;

/**
 * An SBML model as another program has it: read by JSBML, its formulas evaluated as trees, its rate rules integrated by the
 * Dormand-Prince scheme of order 8 of Commons Math. Nothing here knows a neural mass.
 */
final class Reread {

    private final Model model;
    private final List<String> variables = new ArrayList<>();
    private final List<ASTNode> rates = new ArrayList<>();
    private final Map<String, Double> values = new LinkedHashMap<>();
    private final double[] initial;

    Reread(String sbml) throws XMLStreamException {
        SBMLDocument document = new SBMLReader().readSBMLFromString(sbml);
        this.model = document.getModel();
        for (Parameter parameter : model.getListOfParameters()) {
            values.put(parameter.getId(), parameter.getValue());
        }
        for (Rule rule : model.getListOfRules()) {
            variables.add(((RateRule) rule).getVariable());
            rates.add(rule.getMath());
        }
        this.initial = variables.stream().mapToDouble(values::get).toArray();
    }

    Model model() {
        return model;
    }

    List<String> variables() {
        return variables;
    }

    /** The state at {@code ms} from the initial values. */
    double[] at(double ms) {
        double[] y = initial.clone();
        new DormandPrince853Integrator(1e-9, 10, 1e-11, 1e-11)
                .integrate(
                        new FirstOrderDifferentialEquations() {
                            @Override
                            public int getDimension() {
                                return y.length;
                            }

                            @Override
                            public void computeDerivatives(double t, double[] state, double[] dydt) {
                                for (int v = 0; v < state.length; v++) {
                                    values.put(variables.get(v), state[v]);
                                }
                                for (int v = 0; v < state.length; v++) {
                                    dydt[v] = value(rates.get(v), values);
                                }
                            }
                        },
                        0,
                        y.clone(),
                        ms,
                        y);
        return y;
    }

    private double value(ASTNode node, Map<String, Double> names) {
        return switch (node.getType()) {
            case INTEGER, REAL, REAL_E, RATIONAL -> node.getReal();
            case NAME -> names.get(node.getName());
            case PLUS -> {
                double sum = 0;
                for (ASTNode child : node.getChildren()) {
                    sum += value(child, names);
                }
                yield sum;
            }
            case TIMES -> {
                double product = 1;
                for (ASTNode child : node.getChildren()) {
                    product *= value(child, names);
                }
                yield product;
            }
            case MINUS ->
                node.getChildCount() == 1
                        ? -value(node.getChild(0), names)
                        : value(node.getChild(0), names) - value(node.getChild(1), names);
            case DIVIDE -> value(node.getChild(0), names) / value(node.getChild(1), names);
            case FUNCTION_ROOT -> Math.sqrt(value(node.getChild(node.getChildCount() - 1), names));
            case FUNCTION_EXP -> Math.exp(value(node.getChild(0), names));
            case FUNCTION -> {
                ASTNode lambda = model.getFunctionDefinition(node.getName()).getMath();
                yield value(lambda.getChild(1), Map.of(lambda.getChild(0).getName(), value(node.getChild(0), names)));
            }
            default -> throw new IllegalStateException("unexpected " + node.getType());
        };
    }
}
