/**
 * Who comes in, and who may do what.
 *
 * <ul>
 *   <li>{@link org.fanfare.entrance.Doorkeeper} is the one authentication mechanism (Jakarta Security) of all methods that
 *       {@code fanfare.auth.methods} names: headers of a trusted proxy, API tokens, JWTs, HTTP Basic. What it decides is
 *       decided in {@link org.fanfare.entrance.Entrance}, which needs no server.
 *   <li>Credentials that are not good are never passed over: the caller is nobody, and where somebody must be known gets 401.
 *   <li>{@link org.fanfare.entrance.RoleFilter} lets through to each resource method whom its annotations name, and nobody
 *       where it has none. docs/access.md is the table of it, and tests hold both to each other.
 *   <li>Where nobody chose the methods, Fanfare listens on this machine only.
 * </ul>
 *
 * <p>Left to others: whose rows a caller may see (each store, by owner and tenant).
 *
 * <p>Decision 15 says why it is so; docs/authentication.md how it is set up.
 */
package org.fanfare.entrance;
