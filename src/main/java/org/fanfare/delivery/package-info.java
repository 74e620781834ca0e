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
 *   <li>R4.6 Whatever finds no room on the way to its target waits without a thread and uses up no attempt: see
 *       {@link org.fanfare.delivery.Admission}, {@link org.fanfare.delivery.Backlog} and
 *       {@link org.fanfare.delivery.WaitingRoom}.
 *   <li>R4.7 Deliveries of one subscription with one key are attempted in the order in which their events were accepted:
 *       see {@link org.fanfare.delivery.Turns}.
 *   <li>R4.8 What is owed to a disabled subscription is held, and neither lost nor attempted: see
 *       {@link org.fanfare.delivery.HeldDeliveries}. A subscription that is enabled while that is decided gets it.
 *   <li>R4.9 Of a subscription's newest settled deliveries the attempts are kept in full, of older ones what they came to:
 *       see {@link org.fanfare.delivery.AttemptRings}. Deliveries stay as long as their event.
 *   <li>R4.14 One that is settled or held can be opened anew, for another round: see {@link org.fanfare.delivery.Rounds}.
 *       One that was denied tells its owner no more before an attempt is made.
 *   <li>R4.15 A failure is told to the subscription's dead-letter target and to a queue, where that is wanted, as surely as
 *       it is recorded: see {@link org.fanfare.delivery.DeadLetters}.
 *   <li>R4.16 Several may go in one request, where the subscription chose a dialect for that; each is checked, recorded and
 *       repeated by itself, and the {@code webhook-id} is that of all together: see
 *       {@link org.fanfare.delivery.BatchDispatch}.
 * </ul>
 *
 * <p>Door: {@link org.fanfare.delivery.Deliveries#open} and {@link org.fanfare.delivery.DeliveryQueue}. How a request
 * looks is the matter of {@link org.fanfare.dialect}, where it may go of {@link org.fanfare.destination}.
 *
 * <p><b>For extensions</b>, which are beans in a jar of the WAR: these CDI events can be observed.
 *
 * <ul>
 *   <li>{@link org.fanfare.delivery.AttemptMade}, once for each attempt, with what came of it;
 *   <li>{@link org.fanfare.delivery.DeliverySettled}, once each time that a delivery is settled;
 *   <li>{@code org.fanfare.subscription.SubscriptionDisabled}, when Fanfare disables a subscription, and
 *       {@code SubscriptionChanged}, when anything of one changes;
 *   <li>{@code org.fanfare.health.SubscriptionWarned}, before that.
 * </ul>
 *
 * <p>They are fired inside the transaction that records what they tell. A plain {@code @Observes} takes part in it: what it
 * writes is there exactly if the record is, and what it throws undoes the record, so that the attempt is made again. It holds
 * up a worker and a database connection (the only one, on H2), so it must not call anybody else nor begin a transaction of
 * its own. {@code @Observes(during = TransactionPhase.AFTER_SUCCESS)} is told afterwards, outside of any transaction, and once
 * at the most: whoever cannot afford to miss one writes it down in the first way.
 */
package org.fanfare.delivery;
