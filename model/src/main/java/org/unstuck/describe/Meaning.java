package org.unstuck.describe;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a component of a description, or a kind of description, means: one line for the JSON Schema, the manual and messages
 * about a missing key. Numbers of the model carry {@link Parameter} instead.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.TYPE})
public @interface Meaning {

    /** The line. */
    String value();

    /** The unit of a plain number, "1" if it has none, or the only unit that a {@link Sourced} number may have; else empty. */
    String unit() default "";
}
