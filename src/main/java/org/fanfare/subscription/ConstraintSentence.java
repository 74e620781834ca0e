package org.fanfare.subscription;

import jakarta.validation.ConstraintValidatorContext;

/** Tells the caller, in place of a constraint's general message, what is wrong with this value. */
final class ConstraintSentence {

    private ConstraintSentence() {}

    /** The sentence is shown as it is: what looks like an expression of the validation API in it is none. */
    static void replace(ConstraintValidatorContext context, String sentence) {
        context.disableDefaultConstraintViolation();
        String literal = sentence.replace("\\", "\\\\")
                .replace("{", "\\{")
                .replace("}", "\\}")
                .replace("$", "\\$");
        context.buildConstraintViolationWithTemplate(literal).addConstraintViolation();
    }
}
