package org.unstuck.describe;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The least and the most that is possible: of a number its value, of a text its characters, of a list its elements. Published
 * in the JSON Schema. Reading a file checks the length of texts and lists; numbers are checked by the constructor of their
 * record, and a test compares the two.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Limits {

    /** The least possible, itself included. */
    double low() default Double.NEGATIVE_INFINITY;

    /** The most possible, itself included. */
    double high() default Double.POSITIVE_INFINITY;
}
