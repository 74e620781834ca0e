package org.fanfare.launch;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.temporal.ChronoUnit;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** {@code 2026-11-22T09:30:00.125Z INFO org.fanfare.delivery.HttpSender message}, and the stack trace if there is one. */
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
        line.println(String.valueOf(formatMessage(each)).strip());
        if (each.getThrown() != null) {
            each.getThrown().printStackTrace(line);
        }
        return text.toString();
    }
}
