/**
 * Signatures of deliveries (Standard Webhooks 1.0.0): keys, what is signed and how, when a key that was replaced is
 * still used, and the form in which public keys are published (RFC 8037).
 *
 * <ul>
 *   <li>R12.1 What is signed is {@code id.timestamp.body}: the delivery's id, the second of this attempt, and the bytes of
 *       the body as they are sent.
 *   <li>R12.2 {@code webhook-signature} lists one signature for each key that counts, the newest first; a key that was
 *       replaced counts until its overlap has ended.
 *   <li>R12.3 A private key that was made here is never shown; a shared secret that was made here is shown once.
 * </ul>
 *
 * <p>Door: {@link org.fanfare.signing.KeyRing}. It leaves to others: keeping keys (subscription), sealing them (secret),
 * sending (delivery).
 */
package org.fanfare.signing;
