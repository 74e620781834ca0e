/**
 * Asks targets whether they want to be sent events (CloudEvents HTTP 1.1 Web Hooks, 4: "Abuse Protection").
 *
 * <ul>
 *   <li>R4.60 A subscription chooses: {@code off} (nobody is asked), {@code offered} (asked; without consent deliveries go at
 *       {@code fanfare.handshake.low-rate}), {@code required} (nothing is delivered until the target consents; what is
 *       owed meanwhile waits without using up attempts).
 *   <li>R4.61 The target is asked when it is named anew, and again where it could not be reached; a row is the truth about
 *       that, so nothing is forgotten in a crash. No request is made within a transaction.
 *   <li>R4.62 Headers are consent, status codes are not: the allowed origin must be the one that asked or {@code *}, the
 *       allowed rate a positive number or {@code *}, and it must be there if a rate was asked for.
 *   <li>R4.63 Consent may come later by the callback, whose URL cannot be guessed; its key is kept as a hash.
 *   <li>R4.64 After a grant each delivery carries {@code WebHook-Request-Origin}.
 * </ul>
 *
 * <p>Door: {@link org.fanfare.handshake.Handshakes}. That the granted rate is kept is the matter of those who deliver; they
 * find it with the recipient ({@link org.fanfare.delivery.Consent}).
 */
package org.fanfare.handshake;
