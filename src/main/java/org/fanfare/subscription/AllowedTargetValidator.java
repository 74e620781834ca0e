package org.fanfare.subscription;

import jakarta.inject.Inject;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.Optional;
import org.fanfare.sending.NewTargets;

/** Accepts URLs that {@link NewTargets} allows. */
public class AllowedTargetValidator implements ConstraintValidator<AllowedTarget, String> {

    @Inject
    private NewTargets targets;

    @Override
    public boolean isValid(String url, ConstraintValidatorContext context) {
        if (url == null) {
            return true;
        }
        Optional<String> refusal = targets.refusal(url);
        refusal.ifPresent(sentence -> ConstraintSentence.replace(context, sentence));
        return refusal.isEmpty();
    }
}
