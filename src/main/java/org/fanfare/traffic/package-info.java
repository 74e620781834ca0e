/**
 * Who may go to which target now, on one node: plain rules with a clock, no server, no database.
 *
 * <ul>
 *   <li>R5.1 Per subscription and per target host there is a limit of requests under way, and a rate if one is set.
 *   <li>R5.2 Whoever finds no room holds no thread: he is parked in memory, or waits in the database.
 *   <li>R5.3 A host that does not answer is left alone by a circuit breaker; the probe is a real delivery.
 *   <li>R5.4 A subscription whose target is slow or pushes back has its limit halved each time, and one more for each
 *       success. {@code Retry-After} pauses it.
 *   <li>R5.5 The subscriptions that deliver to one host take turns; one owner's failures do not open the breaker while
 *       others are served.
 * </ul>
 *
 * <p>Door: {@link org.fanfare.traffic.Gate}.
 */
package org.fanfare.traffic;
