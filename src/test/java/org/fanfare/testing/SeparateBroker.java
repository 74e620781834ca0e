package org.fanfare.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * With Artemis in a process of its own; the Maven profile of Payara Server leaves it out, which has no other broker than the
 * one that it brings.
 */
@Tag("separate-broker")
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface SeparateBroker {}
