/**
 * The command line beside the server: {@code java -jar fanfare.jar dbsync} and others, with the names, options and exit codes
 * of the Pacifica service's {@code pacifica-notifications-cmd}.
 *
 * <p>{@code dbsync} and {@code dbchk} work on the database itself, without a server. The others ask a server that runs, by its
 * resources under {@code /admin}: so they go through the same checks as everybody, need no access to its database, and find the
 * nodes' memories as they are.
 *
 * <p>Not part of the WAR. In {@code fanfare.jar} it is a jar of its own beside the room {@code database}, as it runs with
 * Flyway, the drivers and a JSON provider, but with no server. Door: {@link org.fanfare.command.Commands}, which the launcher
 * finds by its name.
 */
package org.fanfare.command;
