/**
 * Configuration: every key is read once, at start, as a typed value of its feature's settings record; a wrong value
 * stops the start with a sentence. The keys, their defaults and what they do stand in
 * {@code META-INF/microprofile-config.properties}, and nowhere else.
 *
 * <p>Door: {@link org.fanfare.settings.Settings}.
 */
package org.fanfare.settings;
