/**
 * The relational database under all stores: waiting for it at start, its schema (Flyway, {@code db/migration}, the same
 * files for H2 and PostgreSQL), and how values are mapped.
 *
 * <p>Door: {@link org.fanfare.database.Schema}.
 */
package org.fanfare.database;
