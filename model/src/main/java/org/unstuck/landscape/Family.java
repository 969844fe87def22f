package org.unstuck.landscape;

import java.util.function.DoubleFunction;

/**
 * Fields that differ in one number: the axis of a diagram.
 *
 * @param parameter name of the number
 * @param unit its unit; "1" for a plain number
 * @param at the field at a value of it; called often
 */
public record Family(String parameter, String unit, DoubleFunction<VectorField> at) {

    /** The field at {@code value}. */
    public VectorField at(double value) {
        return at.apply(value);
    }
}
