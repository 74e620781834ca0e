package org.fanfare.replay;

import org.fanfare.settings.Settings;

/**
 * What jobs may take.
 *
 * @param rate how many deliveries a second a job opens, unless it says otherwise
 * @param jobsPerOwner how many jobs of one owner may be unfinished
 */
public record ReplaySettings(int rate, int jobsPerOwner) {

    /** The highest rate there may be. */
    static final int HIGHEST_RATE = 10_000;

    public static ReplaySettings of(Settings settings) {
        return new ReplaySettings(
                settings.number("fanfare.replay.rate", 1, HIGHEST_RATE),
                settings.number("fanfare.replay.jobs-per-owner", 1, 1_000));
    }
}
