package org.fanfare.subscription;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.fanfare.jsonpath.Compilation;
import org.fanfare.jsonpath.Dialect;
import org.fanfare.jsonpath.JsonPath;

/** Accepts what compiles in one of the dialects; the message says where it does not. */
public class ExpressionValidator implements ConstraintValidator<Expression, String> {

    @Override
    public boolean isValid(String text, ConstraintValidatorContext context) {
        if (text == null) {
            return true;
        }
        if (JsonPath.detect(text) instanceof Compilation.Rejected rejected) {
            ConstraintSentence.replace(context, rejected.message());
            return false;
        }
        return true;
    }

    /** The dialect that a valid expression is stored with. */
    static Dialect dialectOf(String text) {
        return JsonPath.detect(text).path().orElseThrow().dialect();
    }
}
