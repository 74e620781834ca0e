/**
 * API tokens: what programs show to be known, where no proxy and no identity provider speaks for them.
 *
 * <ul>
 *   <li>A token is {@code ffr_} and 256 random bits. Fanfare shows it once, and keeps only its SHA-256 and the first few
 *       characters, by which people tell one from another.
 *   <li>Its scopes are roles. Nobody gives a role that he does not have, but admins, who give any.
 *   <li>Everybody makes, sees and revokes his own; admins those of their tenant, and admins of the default tenant those
 *       of all.
 *   <li>A token makes no other tokens unless it has the scope admin, and what it makes ends no later than it does.
 *   <li>One that is revoked or at its end is good for nothing on any node within a second.
 * </ul>
 *
 * <p>Doors: {@link org.fanfare.token.TokensResource} and {@link org.fanfare.token.KnownTokens}.
 */
package org.fanfare.token;
