package org.fanfare.traffic;

import java.time.Duration;

/**
 * When a host counts as ill, and for how long it is left alone.
 *
 * @param window how far back exchanges count
 * @param least exchanges in the window without which nothing is judged
 * @param ratio of failures from which on the host counts as ill: 0 to 1
 * @param openFor how long it is left alone the first time; each failed probe doubles it
 * @param longest but never more than this
 */
public record BreakerSettings(Duration window, int least, double ratio, Duration openFor, Duration longest) {}
