package org.fanfare.wire;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The methods of a resource, which every one of its answers names in the header {@code Allow}, as the Pacifica wire has it. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface AllowedMethods {

    /** The header's value. */
    String value();
}
