package org.fanfare.command;

import java.io.PrintStream;
import java.util.Set;
import org.fanfare.database.DatabaseUnusable;
import org.fanfare.database.Schema;

/** Makes the schema, or brings it to the version of this Fanfare. */
class DbSync implements Command {

    @Override
    public String name() {
        return "dbsync";
    }

    @Override
    public String help() {
        return """
                Usage: java -jar fanfare.jar dbsync

                Waits for the database (FANFARE_DATABASE_CONNECT_ATTEMPTS, FANFARE_DATABASE_CONNECT_WAIT), and makes its schema
                or brings it to the version of this Fanfare. A server does the same when it starts. The database is the
                one that the server would use: see the environment in java -jar fanfare.jar --help. An embedded database
                must not be in use by a server.

                Exit code: 0; 1 if the database cannot be reached or changed.
                """;
    }

    @Override
    public Set<String> options() {
        return Set.of();
    }

    @Override
    public Set<String> flags() {
        return Set.of();
    }

    @Override
    public int run(Arguments arguments, PrintStream out) {
        arguments.requireNoRest();
        Schema schema = Database.schema(true);
        try {
            schema.prepare();
            out.println("The schema has version " + schema.version().stored() + ".");
            return 0;
        } catch (DatabaseUnusable unusable) {
            throw new CommandFailed(unusable.getMessage());
        }
    }
}
