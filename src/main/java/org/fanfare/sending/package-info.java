/**
 * One request to a place that a user named, and what came of it.
 *
 * <ul>
 *   <li>R4.20 One request is one exchange: no redirect is followed, no cookie kept, nothing taken from the environment. Two
 *       things only are done again within it, once: a request whose kept-alive connection had ended before a byte of an
 *       answer came, and one whose access token was refused.
 *   <li>R4.21 Every failure of the target or the way to it is a result, never an exception; nothing a target does holds the
 *       caller longer than the total timeout or makes it read more than the configured bytes. The fetch of an access token
 *       is within that time.
 *   <li>R4.22 No connection is made to an address that {@link org.fanfare.destination} has not judged; the operator's own
 *       proxy is the exception, and it is told of judged targets only ({@link org.fanfare.sending.ProxySettings}).
 *   <li>R4.23 Secrets are taken out of all that is kept of an exchange ({@link org.fanfare.sending.Redaction}).
 *   <li>R4.24 A connection that shows a client certificate is used for that certificate alone.
 * </ul>
 *
 * <p>Door: {@link org.fanfare.sending.HttpSender}, the only class that opens connections to targets. What follows from an
 * exchange is the matter of {@link org.fanfare.outcome}.
 */
package org.fanfare.sending;
