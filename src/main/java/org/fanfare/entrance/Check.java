package org.fanfare.entrance;

/** Judges the credentials of one method. */
interface Check {

    /** @param credentials what stands in {@code Authorization} behind the scheme */
    Entry of(String credentials);
}
