/**
 * The relational database under all stores: waiting for it at start, its schema (Flyway, {@code db/migration}, the same
 * files for H2 and PostgreSQL), and how values are mapped.
 *
 * <p>Doors: {@link org.fanfare.database.Schema}; {@link org.fanfare.database.Outage} for those whose work it cuts short.
 */
package org.fanfare.database;
