/**
 * How an event reaches one subscription's target, whatever fails on the way.
 *
 * <ul>
 *   <li>R4.1 At least once, with the same {@code webhook-id} each time; settled exactly once.
 *   <li>R4.2 Claim, work, record: no transaction is open while the policy or a target is waited for.
 *   <li>R4.3 The policy is asked before each attempt. A refusal settles the delivery as denied; silence puts it off and
 *       uses up no attempt.
 *   <li>R4.4 Each attempt is a row, with its secrets redacted.
 *   <li>R4.5 A worker or a nudge that is lost costs time, not the delivery: see {@link org.fanfare.delivery.Deliveries}.
 *   <li>R4.6 Whatever finds no room on the way to its target waits without a thread and uses up no attempt: see
 *       {@link org.fanfare.delivery.Admission}, {@link org.fanfare.delivery.Backlog} and
 *       {@link org.fanfare.delivery.WaitingRoom}.
 *   <li>R4.7 Deliveries of one subscription with one key are attempted in the order in which their events were accepted:
 *       see {@link org.fanfare.delivery.Turns}.
 * </ul>
 *
 * <p>Door: {@link org.fanfare.delivery.Deliveries#open} and {@link org.fanfare.delivery.DeliveryQueue}. How a request
 * looks is the matter of {@link org.fanfare.dialect}, where it may go of {@link org.fanfare.destination}.
 */
package org.fanfare.delivery;
