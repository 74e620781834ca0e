/**
 * What Fanfare counts and measures, in the form of Prometheus. It is the WAR's own, so that names and numbers are the same
 * on every server; {@code probe} shows it.
 *
 * <p>Door: {@link org.fanfare.metrics.Metrics}.
 */
package org.fanfare.metrics;
