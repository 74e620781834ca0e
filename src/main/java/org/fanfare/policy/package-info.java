/**
 * Who may see an event: Fanfare asks a policy service, {@code POST {policy}/events/{user}} with the event as JSON, at
 * each attempt anew, because rights change.
 *
 * <ul>
 *   <li>R5.1 2xx allows, 4xx refuses, anything else (3xx and no answer included) means to ask again later.
 *   <li>R5.2 A redirect is not followed: a sign-in page that answers 200 is no permission.
 *   <li>R5.3 The user is one percent-encoded path segment.
 *   <li>R5.4 Without a configured service every owner sees all, and the log says so at start.
 *   <li>R5.5 A permission that a subscription names is passed on as the query parameter {@code permission}.
 *   <li>R5.6 A yes or no may serve for one event and user for a few seconds, as configured; silence never does.
 * </ul>
 *
 * <p>Door: {@link org.fanfare.policy.Policy}. When to ask again is the delivery's matter.
 */
package org.fanfare.policy;
