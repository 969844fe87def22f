package org.unstuck.describe;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A component of a description that may be absent in a file, and what it then is. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Default {

    /** The value as it would be written in a file, without quotes if it is a string: {@code 60 s}, {@code 24}, {@code []}. */
    String value();
}
