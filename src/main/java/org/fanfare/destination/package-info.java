/**
 * Where a delivery may go. Users name target URLs, so without this package anyone with a subscription could make the
 * server call into its own network (server-side request forgery).
 *
 * <p>Door: {@link org.fanfare.destination.Destinations}, made from
 * {@link org.fanfare.destination.DestinationSettings}.
 *
 * <ul>
 *   <li>R1 A target is an absolute http or https URL with a host, without user, password or fragment, of at most 2048
 *       characters; {@code fanfare.destination.https-only} refuses http.
 *   <li>R2 An IP address is known in every spelling; spellings other than the usual one are refused.
 *   <li>R3 Only public addresses are reached: the special-purpose ranges of IANA, multicast and cloud metadata are
 *       forbidden, also inside IPv4-mapped, IPv4-compatible, NAT64, 6to4 and Teredo addresses.
 *   <li>R4 A name is resolved once, every answer is judged, and the connection goes to a judged address. This happens
 *       at each new connection, not only when the subscription is saved.
 *   <li>R5 {@code fanfare.destination.allow} opens special ranges. Loopback, link-local and "this network" open only by
 *       an entry within them or a host name in full, a metadata address only by an entry for it alone.
 *       {@code fanfare.destination.deny} beats all.
 *   <li>R6 The refusal of a name tells nothing about its addresses; the refusal comes before any connection, so it
 *       cannot tell open ports from closed ones.
 *   <li>R7 Extensions may refuse further targets ({@link org.fanfare.destination.DestinationRule}), never allow any.
 * </ul>
 *
 * <p>Left to others: not following redirects and reporting refusals ({@code delivery}), using the same guard for every
 * other call to a place that a user names.
 *
 * <p>Sources: IANA IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890); RFC 6052 (NAT64), 3056 (6to4), 4380
 * (Teredo); WHATWG URL standard (IPv4 spellings); RFC 6761 (localhost).
 */
package org.fanfare.destination;
