package org.fanfare.subscription;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** The text is a URL that Fanfare may deliver to. Its host's addresses are judged at each connection, not here. */
@Documented
@Constraint(validatedBy = AllowedTargetValidator.class)
@Target({FIELD, PARAMETER})
@Retention(RUNTIME)
@interface AllowedTarget {

    String message() default "target_url is refused.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
