/**
 * One request to a place that a user named, and what came of it.
 *
 * <ul>
 *   <li>R4.20 One request is one exchange: no redirect is followed, no cookie kept, nothing taken from the environment.
 *   <li>R4.21 Every failure of the target or the way to it is a result, never an exception; nothing a target does holds the
 *       caller longer than the total timeout or makes it read more than the configured bytes.
 *   <li>R4.22 No connection is made to an address that {@link org.fanfare.destination} has not judged.
 *   <li>R4.23 Secrets are taken out of all that is kept of an exchange ({@link org.fanfare.sending.Redaction}).
 * </ul>
 *
 * <p>Door: {@link org.fanfare.sending.HttpSender}, the only class that opens connections to targets. What follows from an
 * exchange is the matter of {@link org.fanfare.outcome}.
 */
package org.fanfare.sending;
