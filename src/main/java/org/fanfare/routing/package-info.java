/**
 * Who wants an event: all live expressions, compiled once and kept in memory, are matched against each event, and the
 * matches become deliveries in one commit.
 *
 * <ul>
 *   <li>R2.1 Never a query or a parse per event and subscription.
 *   <li>R2.2 A change is followed at once on its node and within a second on others.
 *   <li>R2.3 An expression that breaks down on an event counts as no match, is noted on its own subscription, and costs
 *       the others nothing.
 *   <li>R2.4 To route an event twice makes no second delivery.
 * </ul>
 *
 * <p>Door: {@link org.fanfare.routing.EventQueue} to nudge an event.
 */
package org.fanfare.routing;
