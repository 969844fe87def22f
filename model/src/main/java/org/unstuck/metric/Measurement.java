package org.unstuck.metric;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * What a measure has to say: a number, or why there is none.
 *
 * <p>A constant series has no correlation, one layer has no flexibility, no eligible trial has no success rate. Such values are
 * {@link Undefined} with a reason; they are never NaN (which spreads silently) and never 0 (which looks like a result).
 */
public sealed interface Measurement {

    /**
     * A number.
     *
     * @param value finite
     */
    record Defined(double value) implements Measurement {
        public Defined {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("value is " + value
                        + ", a measured value must be finite. Maybe it should be undefined, with a reason.");
            }
        }
    }

    /**
     * No number.
     *
     * @param reason why, as a phrase that can stand in a table: {@code "region 3 is constant"}
     */
    record Undefined(String reason) implements Measurement {
        public Undefined {
            if (reason == null || reason.isBlank()) {
                throw new IllegalArgumentException(
                        "reason is empty, an undefined value must say why. Maybe name the series.");
            }
        }
    }

    /** A number; must be finite. */
    static Measurement of(double value) {
        return new Defined(value);
    }

    /** No number, because of {@code reason}. */
    static Measurement undefined(String reason) {
        return new Undefined(reason);
    }

    /** Whether there is a number. */
    default boolean isDefined() {
        return this instanceof Defined;
    }

    /**
     * The number.
     *
     * @throws IllegalStateException if there is none; the message is the reason
     */
    default double orElseThrow() {
        if (this instanceof Defined defined) {
            return defined.value();
        }
        throw new IllegalStateException(
                "The value is undefined: " + ((Undefined) this).reason() + ". Maybe ask isDefined() first.");
    }

    /** A function of the number; an undefined value stays as it is. */
    default Measurement map(DoubleUnaryOperator f) {
        return this instanceof Defined defined ? of(f.applyAsDouble(defined.value())) : this;
    }

    /** A function of two numbers; undefined as soon as one of them is (the reason of the first is kept). */
    default Measurement combine(Measurement other, DoubleBinaryOperator f) {
        if (this instanceof Defined a && other instanceof Defined b) {
            return of(f.applyAsDouble(a.value(), b.value()));
        }
        return isDefined() ? other : this;
    }
}
