package org.fanfare.routing;

import org.fanfare.jsonpath.Budget;
import org.fanfare.jsonpath.Document;
import org.fanfare.settings.Settings;

/**
 * What matching may cost, in steps of evaluation.
 *
 * @param stepsPerValue what each filter may take for each JSON value of an event; all filters get that much
 * @param stepsPerFilter what a filter may take of a smaller event
 * @param stepsPerEvent what all filters together may take of an event beyond {@code stepsPerValue}
 * @param faultsToDisable after so many breakdowns in a row a subscription is disabled
 */
public record MatchingSettings(int stepsPerValue, int stepsPerFilter, int stepsPerEvent, int faultsToDisable) {

    /** As the manual has it. */
    static final MatchingSettings USUAL = new MatchingSettings(20, 250_000, 25_000_000, 10);

    public static MatchingSettings of(Settings settings) {
        return new MatchingSettings(
                settings.number("fanfare.matching.steps-per-value", 1, 1_000),
                settings.number("fanfare.matching.steps-per-filter", 1_000, 100_000_000),
                settings.number("fanfare.matching.steps-per-event", 1_000, 1_000_000_000),
                settings.number("fanfare.matching.faults-to-disable", 1, 1_000_000));
    }

    /** All that a filter may take of this event, if it has the event for itself. */
    public Budget full(Document document) {
        return new Budget(most(document), Budget.RESULTS);
    }

    /** What every filter may take of this event: enough for one that looks at each value a few times. */
    Budget linear(Document document) {
        return new Budget(linearSteps(document), Budget.RESULTS);
    }

    /** What a filter may take that the linear budget was too small for. */
    long most(Document document) {
        return Math.max(stepsPerFilter, linearSteps(document));
    }

    private long linearSteps(Document document) {
        return Math.max(1_000, stepsPerValue * document.values());
    }
}
