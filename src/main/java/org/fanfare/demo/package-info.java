/**
 * A target to play with: {@code /demo/inbox} takes deliveries and shows them, so that the quick start needs no second
 * program. Off unless {@code fanfare.demo.inbox} is true, for anyone may read and write it.
 *
 * <ul>
 *   <li>R9.4 While it is off, the answers are those of a path that does not exist.
 *   <li>R9.5 What it keeps is bounded: {@link org.fanfare.demo.Inboxes}. It is in memory, and gone when the server stops.
 *   <li>R9.6 Secrets in headers are not kept.
 * </ul>
 */
package org.fanfare.demo;
