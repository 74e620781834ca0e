package org.fanfare.command;

import java.io.PrintStream;
import java.util.Set;

/** Something that {@code java -jar fanfare.jar} does instead of starting a server. */
interface Command {

    String name();

    /** What {@code --help} prints. */
    String help();

    /** The options that have a value. */
    Set<String> options();

    /** The options that have none. */
    Set<String> flags();

    /**
     * Does it.
     *
     * @return the exit code
     */
    int run(Arguments arguments, PrintStream out);
}
