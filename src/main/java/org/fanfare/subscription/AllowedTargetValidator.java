package org.fanfare.subscription;

import jakarta.inject.Inject;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.Optional;
import org.fanfare.destination.Destinations;

/** Accepts URLs that {@link Destinations} allows. */
public class AllowedTargetValidator implements ConstraintValidator<AllowedTarget, String> {

    @Inject
    private Destinations destinations;

    @Override
    public boolean isValid(String url, ConstraintValidatorContext context) {
        if (url == null) {
            return true;
        }
        Optional<String> refusal = destinations.check(url).refusal();
        refusal.ifPresent(sentence -> ConstraintSentence.replace(context, sentence));
        return refusal.isEmpty();
    }
}
