package org.fanfare.database;

/** What the start does with the database's schema. */
public enum SchemaMode {
    /** Brings it to the version that this Fanfare needs. */
    MIGRATE,
    /** Changes nothing; only a schema of exactly that version will do. */
    VALIDATE
}
