package org.fanfare.subscription;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** The text is an expression of one of the dialects that {@code /eventmatch} takes. */
@Documented
@Constraint(validatedBy = ExpressionValidator.class)
@Target({FIELD, PARAMETER})
@Retention(RUNTIME)
@interface Expression {

    String message() default "jsonpath is no expression.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
