package org.fanfare.health;

import java.time.Instant;

/**
 * What has just failed.
 *
 * @param summary in a few words
 * @param answer the start of the body that the target answered, or why there is no answer; may be empty
 */
record Failure(String summary, String answer, Instant at) {}
