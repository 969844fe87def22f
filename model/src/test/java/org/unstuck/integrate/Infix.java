package org.unstuck.integrate;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/**
 * Formulas as the reference writes them: {@code + - * / **}, brackets, numbers, names, {@code sin cos tan exp log sqrt
 * tanh}. As in Python, {@code -y**2} is -(y**2) and {@code **} groups from the right.
 */
final class Infix {

    /** A formula of the state and time. */
    @FunctionalInterface
    interface Formula {
        double at(double t, double[] y);
    }

    private static final Map<String, DoubleUnaryOperator> FUNCTIONS = Map.of(
            "sin",
            Math::sin,
            "cos",
            Math::cos,
            "tan",
            Math::tan,
            "exp",
            Math::exp,
            "log",
            Math::log,
            "sqrt",
            Math::sqrt,
            "tanh",
            Math::tanh);

    private final String text;
    private final List<String> variables;
    private final Map<String, Double> parameters;
    private int at;

    private Infix(String text, List<String> variables, Map<String, Double> parameters) {
        this.text = text.replace(" ", "").replace("**", "^");
        this.variables = variables;
        this.parameters = parameters;
    }

    static Formula of(String text, List<String> variables, Map<String, Double> parameters) {
        Infix infix = new Infix(text, variables, parameters);
        Formula f = infix.sum();
        if (infix.at != infix.text.length()) {
            throw new IllegalArgumentException(text + " has something unknown at " + infix.at);
        }
        return f;
    }

    private boolean next(char c) {
        boolean is = at < text.length() && text.charAt(at) == c;
        at += is ? 1 : 0;
        return is;
    }

    private Formula sum() {
        Formula f = product();
        while (true) {
            Formula left = f;
            if (next('+')) {
                Formula right = product();
                f = (t, y) -> left.at(t, y) + right.at(t, y);
            } else if (next('-')) {
                Formula right = product();
                f = (t, y) -> left.at(t, y) - right.at(t, y);
            } else {
                return f;
            }
        }
    }

    private Formula product() {
        Formula f = signed();
        while (true) {
            Formula left = f;
            if (next('*')) {
                Formula right = signed();
                f = (t, y) -> left.at(t, y) * right.at(t, y);
            } else if (next('/')) {
                Formula right = signed();
                f = (t, y) -> left.at(t, y) / right.at(t, y);
            } else {
                return f;
            }
        }
    }

    private Formula signed() {
        if (next('-')) {
            Formula f = signed();
            return (t, y) -> -f.at(t, y);
        }
        Formula base = atom();
        if (!next('^')) {
            return base;
        }
        Formula exponent = signed();
        return (t, y) -> Math.pow(base.at(t, y), exponent.at(t, y));
    }

    private Formula atom() {
        if (next('(')) {
            Formula inner = sum();
            if (!next(')')) {
                throw new IllegalArgumentException(text + " lacks a bracket at " + at);
            }
            return inner;
        }
        int start = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "._".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        String word = text.substring(start, at);
        if (FUNCTIONS.containsKey(word)) {
            Formula argument = atom();
            DoubleUnaryOperator function = FUNCTIONS.get(word);
            return (t, y) -> function.applyAsDouble(argument.at(t, y));
        }
        if (variables.contains(word)) {
            int i = variables.indexOf(word);
            return (t, y) -> y[i];
        }
        if (word.equals("t")) {
            return (t, y) -> t;
        }
        double value = parameters.containsKey(word) ? parameters.get(word) : Double.parseDouble(word);
        return (t, y) -> value;
    }
}
