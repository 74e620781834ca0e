package org.fanfare.database;

import org.flywaydb.core.api.MigrationVersion;

/**
 * Which version the schema of a database has, and which this Fanfare was made for.
 *
 * @param stored null where there is no schema yet
 * @param code the version that this Fanfare needs
 * @param isWhole whether no migration was broken off
 */
public record SchemaVersion(String stored, String code, boolean isWhole) {

    /**
     * Whether this Fanfare can work with it: it has all that is needed. A newer Fanfare, which runs beside this one while
     * they are replaced one by one, may have added to it.
     */
    public boolean isCurrent() {
        return isWhole && stored != null && compared() >= 0;
    }

    /** Whether it is the very same. */
    public boolean isEqual() {
        return isWhole && stored != null && compared() == 0;
    }

    private int compared() {
        return MigrationVersion.fromVersion(stored).compareTo(MigrationVersion.fromVersion(code));
    }
}
