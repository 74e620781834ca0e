package org.fanfare.subscription;

import jakarta.inject.Inject;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.fanfare.filter.ExpressionSettings;
import org.fanfare.jsonpath.Dialect;
import org.fanfare.jsonpath.JsonPath;
import org.fanfare.syntax.Limits;

/** Accepts what compiles in one of the dialects within the limits; the message says where it does not. */
public class ExpressionValidator implements ConstraintValidator<Expression, String> {

    @Inject
    private ExpressionSettings settings;

    @Override
    public boolean isValid(String text, ConstraintValidatorContext context) {
        if (text == null) {
            return true;
        }
        var rejection = JsonPath.detect(text, settings.limits()).rejection();
        rejection.ifPresent(rejected -> ConstraintSentence.replace(context, rejected.message()));
        return rejection.isEmpty();
    }

    /** The dialect that a valid expression is stored with; it was within the limits, so any limits will do. */
    static Dialect dialectOf(String text) {
        return JsonPath.detect(text, Limits.WIDEST).expression().orElseThrow().dialect();
    }
}
