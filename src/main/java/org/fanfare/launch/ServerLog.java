package org.fanfare.launch;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * Where all logging goes: one line for each record on standard output.
 *
 * <p>While the server starts, the container's own records are held back. If the start fails they go to a file, so that
 * the sentence which says why is not lost in stack traces; else they are printed. The application's are never held.
 */
public class ServerLog extends Handler {

    private static final String OWN = "org.fanfare";
    private static final String COMMANDS = "fish.payara.boot.runtime.BootCommand";
    private static final PrintStream OUT = System.out;

    // Static, as the container makes a new handler when it reads the logging configuration again.
    private static final List<LogRecord> HELD = new ArrayList<>();
    private static boolean starting = true;

    /** Made by {@code java.util.logging}, which logging.properties tells the name of this class. */
    public ServerLog() {
        setFormatter(new LogLine());
    }

    @Override
    public void publish(LogRecord each) {
        boolean own = String.valueOf(each.getLoggerName()).startsWith(OWN);
        // Not by logging.properties alone: some of the container's loggers set their own level.
        if (!isLoggable(each) || !own && each.getLevel().intValue() < Level.WARNING.intValue()) {
            return;
        }
        synchronized (HELD) {
            if (starting && !own) {
                HELD.add(each);
                return;
            }
        }
        OUT.print(getFormatter().format(each));
    }

    @Override
    public void flush() {
        OUT.flush();
    }

    @Override
    public void close() {
        flush();
    }

    /** Why a boot command failed, if one did. Payara only logs it, and goes on. */
    static Optional<String> failedCommand() {
        synchronized (HELD) {
            return HELD.stream()
                    .filter(each -> COMMANDS.equals(each.getLoggerName()))
                    .findFirst()
                    .map(each -> failedDeployment(each.getMessage()));
        }
    }

    /**
     * Why a deployment failed: the exception that was logged, as the command itself returns only a text around it. Our
     * own is not always the first, the connection pool tells of a database that is away before.
     */
    static String failedDeployment(String otherwise) {
        List<Throwable> failures;
        synchronized (HELD) {
            failures = HELD.stream()
                    .filter(each -> each.getLevel() == Level.SEVERE && each.getThrown() != null)
                    .map(LogRecord::getThrown)
                    .toList();
        }
        return failures.stream()
                .flatMap(each -> RootCause.own(each).stream())
                .findFirst()
                .orElseGet(() -> RootCause.of(failures.isEmpty() ? null : failures.get(0), otherwise));
    }

    /** Payara prints some of its internals when it stops. This log has a stream of its own. */
    static void silenceOthers() {
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    }

    /** The start is over: prints what was held back, and holds nothing from now on. */
    static void release(PrintStream out) {
        out.print(release());
        out.flush();
    }

    /** The start has failed: all that was held back, and the failure, go to a file. */
    static void releaseTo(Path details, Throwable failure) throws IOException {
        try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(details))) {
            writer.print(release());
            failure.printStackTrace(writer);
        }
    }

    private static String release() {
        LogLine line = new LogLine();
        StringBuilder text = new StringBuilder();
        synchronized (HELD) {
            starting = false;
            HELD.forEach(each -> text.append(line.format(each)));
            HELD.clear();
        }
        return text.toString();
    }
}
