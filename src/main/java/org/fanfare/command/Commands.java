package org.fanfare.command;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The commands by their names. */
public final class Commands {

    static final int FAILED = 1;
    static final int WRONG_USE = 2;

    private static final List<Command> ALL =
            List.of(new DbSync(), new DbChk(), new EventGet(), new EventPurge(), new EventRetry(), new Import());

    /** Held, as the logging would forget the level of a logger that nobody holds. */
    private static final Logger ROOT = Logger.getLogger("");

    private Commands() {}

    /**
     * Carries a command out; called by the launcher, by its name.
     *
     * @param arguments the command's name, and what belongs to it
     * @return the exit code
     */
    public static int run(String... arguments) {
        ROOT.setLevel(Level.WARNING);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        return run(out, err, arguments);
    }

    static int run(PrintStream out, PrintStream err, String... arguments) {
        try {
            Command command = named(arguments[0]);
            List<String> rest = Arrays.asList(arguments).subList(1, arguments.length);
            if (rest.contains("--help") || rest.contains("-h")) {
                out.print(command.help());
                return 0;
            }
            return command.run(Arguments.read(rest, command.options(), command.flags()), out);
        } catch (WrongUse wrong) {
            err.println(wrong.getMessage() + " Try " + hint(arguments[0]) + ".");
            return WRONG_USE;
        } catch (CommandFailed failed) {
            err.println(failed.getMessage());
            return FAILED;
        }
    }

    private static Command named(String name) {
        return ALL.stream()
                .filter(command -> command.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new WrongUse("There is no command \"" + name + "\"."));
    }

    private static String hint(String name) {
        boolean isCommand = ALL.stream().anyMatch(command -> command.name().equals(name));
        return isCommand ? name + " --help" : "--help";
    }
}
