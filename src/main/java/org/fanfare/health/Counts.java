package org.fanfare.health;

import java.time.Instant;

/**
 * What has failed since a subscription was enabled.
 *
 * @param failures attempts that failed in a row, up to now
 * @param firstFailureAt when the first of them did; null if there are none
 * @param failedDeliveries deliveries that were given up in a row
 * @param preconditions how often the policy service knew nothing of the owner or the permission, in a row or not
 */
record Counts(int failures, Instant firstFailureAt, int failedDeliveries, int preconditions) {}
