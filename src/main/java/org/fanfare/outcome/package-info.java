/**
 * What follows from working on a delivery once: pure rules, no clock, no database.
 *
 * <ul>
 *   <li>R4.10 What an answer or a silence means stands in one table, of which a subscription may change lines
 *       ({@link org.fanfare.outcome.OutcomeTable}).
 *   <li>R4.11 A wait is what the schedule says, or longer: by jitter, by {@code Retry-After}, never shorter.
 *   <li>R4.12 No attempt is made for an event after its {@code expirytime} but the first.
 *   <li>R4.13 A target can end a delivery, or all of them, by the response header {@code webhook-delivery}:
 *       {@code abort-message} or {@code disable}.
 * </ul>
 *
 * <p>Door: {@link org.fanfare.outcome.Judge}.
 */
package org.fanfare.outcome;
