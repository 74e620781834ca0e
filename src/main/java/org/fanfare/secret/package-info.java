/**
 * Secrets at rest: what others must not read in the database is sealed there (AES-256-GCM), with the id of the master key
 * beside it, so that master keys can be replaced one after the other.
 *
 * <ul>
 *   <li>R13.1 The first of the configured master keys seals, all of them open.
 *   <li>R13.2 What is sealed for one place (a column of a row) cannot be opened in another.
 *   <li>R13.3 Where a key is missing or wrong, that one secret cannot be opened; whoever needs no secret does not notice.
 * </ul>
 *
 * <p>Door: {@link org.fanfare.secret.MasterKeys}. Which columns are sealed is their owners' matter. Entities find the keys
 * by {@link org.fanfare.secret.MasterKeys#configured}, as nothing is injected into them; nor is it a converter that opens
 * what is read, for then one row that cannot be opened would break every list that it is in.
 */
package org.fanfare.secret;
