package org.fanfare.filter;

import java.util.List;

/**
 * What a filter makes of one event, and why.
 *
 * @param candidate whether the event meets all that can be looked up; if not, it is no match, and
 *     routing mostly does not even test the filter
 * @param verdict what routing would say
 * @param conditions what can be looked up
 * @param filter the filter's parts one by one
 */
public record Account(boolean candidate, Verdict verdict, List<Condition> conditions, Explanation filter) {

    /** A sentence for the owner, where it does not match. */
    public String whyNot() {
        if (verdict instanceof Verdict.Broken broken) {
            return "The filter broke down on the event: " + broken.sentence();
        }
        return conditions.stream()
                .filter(Condition::isUnmet)
                .findFirst()
                .map(Condition::whyUnmet)
                .orElseGet(filter::whyNot);
    }
}
