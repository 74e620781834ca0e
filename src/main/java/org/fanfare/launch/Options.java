package org.fanfare.launch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The command line.
 *
 * @param host address to listen on
 * @param port port to listen on; 0 for any that is free
 * @param isDemo whether there is to be a target to play with
 * @param request what is wanted
 */
record Options(String host, int port, boolean isDemo, Request request) {

    static final String HELP = """
            Usage: java -jar fanfare.jar [--host ADDRESS] [--port NUMBER] [--demo]
                   java -jar fanfare.jar COMMAND ...

              --host ADDRESS  listen on this address (127.0.0.1; 0.0.0.0 is all of them)
              --port NUMBER   listen on this port (8080; 0 is any free port)
              --demo          open /demo/inbox, a target to play with, and let deliveries go to this machine
              --new-secrets-key  print a new line for FANFARE_SECRETS_KEY_FILE and exit
              --settings      print the settings that this start would give the server, as Java properties, and exit: for
                              scripts that start other servers
              --version       print the version and exit
              --help          print this and exit

            Commands, which start no server (COMMAND --help tells more):
              dbsync      make the database's schema, or bring it up to date
              dbchk       tell whether it is up to date
              eventget    print events of a server that runs, and how their deliveries stand
              eventpurge  remove events
              eventretry  dispatch events again
              import      take over the subscriptions of a Pacifica service

            Environment (or -D with the name in small letters and dots, fanfare.home):
              FANFARE_HOME               directory of all data (./data)
              FANFARE_AUTH_METHODS       how callers are known, some of header,token,jwt,basic; has to be set where
                                         --host is not this machine alone
              FANFARE_DATABASE_URL       jdbc:postgresql://host/name; without it an H2 database in FANFARE_HOME
              FANFARE_DATABASE_USER      (fanfare)
              FANFARE_DATABASE_PASSWORD  (fanfare), or FANFARE_DATABASE_PASSWORD_FILE, a file that holds it
              FANFARE_DATABASE_POOL_SIZE most connections at a time (24)
              FANFARE_BROKER_URL         tcp://host:61616[,tcp://host2:61616]; without it a broker in this process
              FANFARE_BROKER_USER, FANFARE_BROKER_PASSWORD or FANFARE_BROKER_PASSWORD_FILE
              FANFARE_SECRETS_KEY_FILE   keys that secrets are stored with, the first in use;
                                         without it secrets.keys in FANFARE_HOME, which is made at the first
                                         start, but not for PostgreSQL
            All there is stands in docs/configuration.md. A name that begins with FANFARE_ and is not there is refused.
            """;

    /** What to do. */
    enum Request {
        START,
        HELP,
        VERSION,
        SETTINGS,
        NEW_SECRETS_KEY
    }

    static Options parse(String... arguments) {
        Options options = new Options("127.0.0.1", 8080, false, Request.START);
        Deque<String> left = new ArrayDeque<>(List.of(arguments));
        while (!left.isEmpty()) {
            options = options.with(left.pop(), left);
        }
        return options;
    }

    private Options with(String option, Deque<String> left) {
        return switch (option) {
            case "--host" -> new Options(valueOf(option, left), port, isDemo, request);
            case "--port" -> new Options(host, parsePort(valueOf(option, left)), isDemo, request);
            case "--demo" -> new Options(host, port, true, request);
            case "--help", "-h" -> new Options(host, port, isDemo, Request.HELP);
            case "--version" -> new Options(host, port, isDemo, Request.VERSION);
            case "--settings" -> new Options(host, port, isDemo, Request.SETTINGS);
            case "--new-secrets-key" -> new Options(host, port, isDemo, Request.NEW_SECRETS_KEY);
            default -> throw StartRefused.wrongUse("There is no option \"" + option + "\".");
        };
    }

    private static String valueOf(String option, Deque<String> left) {
        if (left.isEmpty() || left.peek().startsWith("--")) {
            throw StartRefused.wrongUse("The option " + option + " needs a value.");
        }
        return left.pop();
    }

    private static int parsePort(String value) {
        if (value.matches("\\d{1,5}") && Integer.parseInt(value) < 65_536) {
            return Integer.parseInt(value);
        }
        throw StartRefused.wrongUse("The port has to be a number from 0 to 65535, not \"" + value + "\".");
    }
}
