/**
 * What follows from working on a delivery once: pure rules, no clock, no database.
 *
 * <p>Door: {@link org.fanfare.outcome.Judge}.
 */
package org.fanfare.outcome;
