package org.fanfare.command;

import java.io.PrintStream;
import java.sql.SQLException;
import java.util.Set;
import org.fanfare.database.DatabaseUnusable;
import org.fanfare.database.SchemaVersion;

/** Tells whether the schema has the version of this Fanfare. */
class DbChk implements Command {

    private static final String EQUAL = "--equal";
    private static final int NOT_CURRENT = 255;

    /** Of H2: there is no such database, and none is to be made. */
    private static final int H2_NOT_FOUND = 90146;

    @Override
    public String name() {
        return "dbchk";
    }

    @Override
    public String help() {
        return """
                Usage: java -jar fanfare.jar dbchk [--equal]

                Tells whether the schema of the database has the version that this Fanfare needs. A server works with no other;
                versions have no minor part, so with --equal, which the Pacifica service has, the answer is the same.

                Exit code: 0 if so; 255 if not; 1 if the database cannot be reached.
                """;
    }

    @Override
    public Set<String> options() {
        return Set.of();
    }

    @Override
    public Set<String> flags() {
        return Set.of(EQUAL);
    }

    @Override
    public int run(Arguments arguments, PrintStream out) {
        arguments.requireNoRest();
        SchemaVersion version = version();
        if (version == null || version.stored() == null) {
            out.println("The database has no schema yet.");
            return NOT_CURRENT;
        }
        out.println("The schema has version " + version.stored() + ", this Fanfare needs " + version.needed() + ".");
        if (version.fault() != null) {
            out.println(version.fault());
        }
        return version.isCurrent() ? 0 : NOT_CURRENT;
    }

    /** Null if there is no database. */
    private static SchemaVersion version() {
        try {
            return Database.schema(false).version();
        } catch (DatabaseUnusable unusable) {
            if (unusable.getCause() instanceof SQLException cause && cause.getErrorCode() == H2_NOT_FOUND) {
                return null;
            }
            throw new CommandFailed(unusable.getMessage());
        }
    }
}
