/**
 * What a subscription asks of an event: the filters of the CloudEvents Subscriptions API, whose dialects are those of the
 * specification ({@code exact, prefix, suffix, all, any, not, sql}) and the JSONPath languages.
 *
 * <ul>
 *   <li>L1 A filter answers match, no match, or that it broke down, which is no match and worth telling its owner.
 *   <li>L2 Filters are compiled once, immutable, and equal if they ask the same.
 *   <li>L3 A filter that cannot be read is refused with a pointer to each fault, and the position within a text.
 *   <li>L4 A filter says what it requires of events in terms that can be looked up, and whether that decides.
 *   <li>L5 A filter can be explained: which of its conditions an event fails on which value, and what each part says alone.
 *       Explanations are bounded, and agree with what routing does.
 * </ul>
 *
 * <p>Doors: {@link org.fanfare.filter.FilterReader} makes a {@link org.fanfare.filter.Filter} of JSON,
 * {@link org.fanfare.filter.EventFacts} is what it is tested on, {@link org.fanfare.filter.Trial} tests one filter on one
 * event and explains the outcome. The languages themselves are rooms of their own further down; which of many filters to
 * test at all is the matter of routing.
 */
package org.fanfare.filter;
