/**
 * What was to be delivered once is delivered anew: one delivery at once, many by jobs.
 *
 * <ul>
 *   <li>R4.60 A delivery that is opened anew is the same row under the same {@code webhook-id}, and the policy is asked
 *       again.
 *   <li>R4.61 A job goes on in steps. Each opens deliveries and moves the job's cursor in one commit, so that after a crash
 *       any node goes on exactly there.
 *   <li>R4.62 A job opens no more deliveries a second than its rate, and none while the queue is long; it is cancelled
 *       between two steps.
 *   <li>R4.63 {@code recover} is about what failed since a time, {@code replay} about all that the subscription was owed of
 *       events that came in a time, whatever became of it, {@code replay-missing} about events that match now and were not
 *       delivered.
 *   <li>R4.64 Of an event that the policy hides nothing is told by {@code replay-missing}, not even by a count: with filters
 *       made up for that, its content could be found out.
 * </ul>
 *
 * <p>Door: {@link org.fanfare.replay.JobRunner}, which the timer runs. How a delivery is opened is the matter of
 * {@link org.fanfare.delivery.Rounds}.
 */
package org.fanfare.replay;
