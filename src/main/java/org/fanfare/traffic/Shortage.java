package org.fanfare.traffic;

/**
 * A lane has room, and there are some who wait for it in the database.
 *
 * @param count how many it can take
 */
public record Shortage(Place place, int count) {}
