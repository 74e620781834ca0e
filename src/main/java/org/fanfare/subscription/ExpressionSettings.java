package org.fanfare.subscription;

import org.fanfare.jsonpath.Limits;
import org.fanfare.settings.Settings;

/**
 * What expressions are taken.
 *
 * @param limits how large those may be that come now; what was accepted before stays
 */
public record ExpressionSettings(Limits limits) {

    private static final int LEAST_LENGTH = 64;
    private static final int LEAST_NESTING = 8;

    public static ExpressionSettings of(Settings settings) {
        return new ExpressionSettings(new Limits(
                settings.number("fanfare.expressions.max-length", LEAST_LENGTH, Limits.WIDEST.length()),
                settings.number("fanfare.expressions.max-nesting", LEAST_NESTING, Limits.WIDEST.nesting())));
    }
}
