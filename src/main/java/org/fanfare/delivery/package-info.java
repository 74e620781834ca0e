/**
 * How an event reaches one subscription's target, whatever fails on the way.
 *
 * <ul>
 *   <li>R4.1 At least once, with the same {@code webhook-id} each time; settled exactly once each time that it is opened.
 *   <li>R4.2 Claim, work, record: no transaction is open while the policy or a target is waited for.
 *   <li>R4.3 The policy is asked before each attempt. A refusal settles the delivery as denied; silence puts it off and
 *       uses up no attempt.
 *   <li>R4.4 Each attempt is a row, with its secrets redacted.
 *   <li>R4.5 A worker or a nudge that is lost costs time, not the delivery: see {@link org.fanfare.delivery.Deliveries}.
 *   <li>R4.6 One that is settled or held can be opened anew, for another round: see {@link org.fanfare.delivery.Rounds}.
 *       One that was denied tells its owner no more before an attempt is made.
 *   <li>R4.7 A failure is told to the subscription's dead-letter target and to a queue, where that is wanted, as surely as
 *       it is recorded: see {@link org.fanfare.delivery.DeadLetters}.
 * </ul>
 *
 * <p>Door: {@link org.fanfare.delivery.Deliveries#open} and {@link org.fanfare.delivery.DeliveryQueue}. How a request
 * looks is the matter of {@link org.fanfare.dialect}, where it may go of {@link org.fanfare.destination}.
 */
package org.fanfare.delivery;
