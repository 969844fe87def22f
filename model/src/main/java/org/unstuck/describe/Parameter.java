package org.unstuck.describe;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a number of the model, once: on a {@code double} component of a record. Reading and checking of scenario files,
 * the tables of the manual, sliders and the axes of studies all come from this declaration (see {@link Parameters}).
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Parameter {

    /** The symbol in the equations, as in the paper. */
    String symbol();

    /** The default. */
    double value();

    /** The unit; "1" for a plain number. */
    String unit();

    /** The lower end of the range explored in studies. */
    double low();

    /** The upper end of the range explored in studies. */
    double high();

    /** Which values are possible at all. */
    Rule rule() default Rule.FINITE;

    /** What it means, in a line. */
    String meaning();

    /** Where the default comes from. */
    String source();

    /** How well the default is supported. */
    Evidence evidence();

    /** Measured, calibrated or assumed. */
    Status status();
}
