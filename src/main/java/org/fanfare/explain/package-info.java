/**
 * Why an event reached a subscription, or did not; and what an expression would do, before anybody depends on it.
 *
 * <ul>
 *   <li>E1 Whoever owns a subscription is told why it did not match an event, and which value it failed on.
 *   <li>E2 Nobody learns more of an event than he has received already, has posted, or may see as the policy says now; not
 *       even whether that event matches.
 *   <li>E3 The answers are those that routing would give.
 *   <li>E4 What is asked here is bounded in time, steps and output, and says where it stopped.
 * </ul>
 *
 * <p>Explanations themselves are plain values of {@code filter}; here it is decided who may have them. It stands above
 * {@code history}, whose deliveries and rules of sight it uses.
 */
package org.fanfare.explain;
