package org.fanfare.launch;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** {@code 2026-11-22T09:30:00.125Z INFO org.fanfare.sending.HttpSender message}, and the stack trace if there is one. */
public class LogLine extends Formatter {

    @Override
    public String format(LogRecord each) {
        StringWriter text = new StringWriter();
        PrintWriter line = new PrintWriter(text);
        line.print(each.getInstant().truncatedTo(ChronoUnit.MILLIS));
        line.print(' ');
        line.print(each.getLevel().getName());
        line.print(' ');
        line.print(each.getLoggerName());
        line.print(' ');
        line.println(message(each));
        if (each.getThrown() != null) {
            each.getThrown().printStackTrace(line);
        }
        return text.toString();
    }

    /** The server logs keys of texts that only its own formatter finds; then the parameters tell more than the key. */
    private String message(LogRecord each) {
        String message = String.valueOf(formatMessage(each)).strip();
        boolean keyOnly = message.equals(each.getMessage()) && !message.contains(" ") && each.getParameters() != null;
        return keyOnly ? message + " " + Arrays.toString(each.getParameters()) : message;
    }
}
