package org.fanfare.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/** About something that there is on Payara Micro alone; the Maven profiles of the other servers leave it out. */
@Tag("payara-micro-only")
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface PayaraMicroOnly {

    /** What the other servers lack. */
    String because();
}
