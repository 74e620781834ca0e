package org.fanfare.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * What shows in a few minutes whether Fanfare does its work on a server: {@code mvn verify -Pwildfly -Dgroups=wire} runs
 * these tests alone.
 */
@Tag("wire")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Wire {}
