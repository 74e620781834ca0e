package org.fanfare.filter;

import org.fanfare.settings.Settings;
import org.fanfare.syntax.Limits;

/**
 * What expressions are taken.
 *
 * @param limits how large those may be that come now; what was accepted before stays
 * @param jayway whether expressions of the library json-path are taken, and those taken before are evaluated
 */
public record ExpressionSettings(Limits limits, boolean jayway) {

    /** All that can be. */
    public static final ExpressionSettings WIDEST = new ExpressionSettings(Limits.WIDEST, true);

    private static final int LEAST_LENGTH = 64;
    private static final int LEAST_NESTING = 8;

    public static ExpressionSettings of(Settings settings) {
        Limits limits = new Limits(
                settings.number("fanfare.expressions.max-length", LEAST_LENGTH, Limits.WIDEST.length()),
                settings.number("fanfare.expressions.max-nesting", LEAST_NESTING, Limits.WIDEST.nesting()));
        return new ExpressionSettings(limits, settings.flag("fanfare.expressions.jayway"));
    }

    /** The same for what was accepted before: an operator who lowers a limit does not break what is there. */
    public ExpressionSettings forStored() {
        return new ExpressionSettings(Limits.WIDEST, jayway);
    }
}
