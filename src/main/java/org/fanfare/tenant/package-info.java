/**
 * How much each tenant may have and do: one set of limits by settings, and others for tenants that a file names.
 *
 * <p>Limits only: whose something is, is the matter of {@link org.fanfare.caller.Owner}. The rooms that take what is limited
 * keep the limits themselves: subscriptions in {@code subscription}, events in {@code receive}.
 */
package org.fanfare.tenant;
