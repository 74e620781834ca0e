package org.fanfare.database;

/**
 * Which version the schema of a database has, and which this Fanfare needs.
 *
 * @param stored null where there is no schema yet
 * @param needed the version that this Fanfare was made for
 * @param isCurrent whether it is that very version, whole and made by the same migrations: a server works with no other
 * @param fault why bringing it to that version is not enough, in a sentence; null if it is
 */
public record SchemaVersion(String stored, String needed, boolean isCurrent, String fault) {}
