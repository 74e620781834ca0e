/**
 * Whether a subscription is still worth delivering to: counts what fails, warns its owner, and disables it in the end.
 *
 * <ul>
 *   <li>R8.1 Each subscription has a rule, the one that it names or the one of all. Whatever its rule, a target that answers
 *       410, or says {@code webhook-delivery: disable}, is disabled.
 *   <li>R8.2 Counts belong to one activation: to enable a subscription starts them over.
 *   <li>R8.3 At 50, 70 and 90 percent of the way the owner is warned, once each in a row of failures. That, and the
 *       disabling, are events of Fanfare's own, put to his other subscriptions and the operators'; never to the subscription
 *       that they are about, which their delivery would make fail or succeed.
 *   <li>R8.4 A success of a subscription of which nothing failed costs one statement a second at the most.
 *   <li>R8.5 What is counted, announced and disabled is so in the commit that records the attempt.
 * </ul>
 *
 * <p>It has no door: it observes {@link org.fanfare.delivery.AttemptMade} and {@link org.fanfare.delivery.DeliverySettled}.
 * To hold the deliveries of what is disabled is the matter of delivery and routing.
 */
package org.fanfare.health;
