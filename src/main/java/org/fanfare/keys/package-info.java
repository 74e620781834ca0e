/**
 * Which configuration keys there are, and what becomes of names that are none: {@code fanfare.*} that nobody knows, and
 * the variables of Pacifica Notifications.
 *
 * <p>R: a typo is never silent. R: whoever starts Fanfare with the original's variables gets what they say, and is told.
 *
 * <p>Doors: {@link org.fanfare.keys.Manual}, {@link org.fanfare.keys.UnknownKeys},
 * {@link org.fanfare.keys.OriginalVariables}. The one room that the WAR and the launcher share, as both read the same
 * keys; so it needs nothing but the JDK.
 */
package org.fanfare.keys;
