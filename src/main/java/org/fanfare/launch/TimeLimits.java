package org.fanfare.launch;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/**
 * How long the database may take for a statement, as parts of the URL of its connections. What the URL says itself
 * stays as it is.
 *
 * @param statement zero for no limits
 */
record TimeLimits(Duration statement) {

    private static final String KEY = "fanfare.database.statement-timeout";

    /** What the database does not answer after that is not on its way any more. */
    private static final Duration NETWORK_MARGIN = Duration.ofSeconds(10);

    /** Between two statements Fanfare waits for nobody: who is silent for so long has vanished, with rows locked. */
    private static final String IDLE_IN_TRANSACTION = "60000";

    static TimeLimits of(String text) {
        try {
            Duration statement = Duration.parse(text);
            if (!statement.isNegative()) {
                return new TimeLimits(statement);
            }
        } catch (DateTimeParseException malformed) {
            // told below, as for a negative duration
        }
        throw StartRefused.cannotStart(
                KEY + " has to be an ISO-8601 duration such as PT30S, or PT0S for none, not \"" + text + "\".");
    }

    String applyTo(String url) {
        if (statement.isZero()) {
            return url;
        }
        return url.startsWith("jdbc:h2:") ? h2(url) : postgres(url);
    }

    private String h2(String url) {
        return url.toUpperCase(Locale.ROOT).contains(";QUERY_TIMEOUT=")
                ? url
                : url + ";QUERY_TIMEOUT=" + statement.toMillis();
    }

    private String postgres(String url) {
        String limits = "-c statement_timeout=" + statement.toMillis() + " -c idle_in_transaction_session_timeout="
                + IDLE_IN_TRANSACTION;
        String limited = with(url, "options", limits);
        limited = with(limited, "connectTimeout", "10");
        limited = with(
                limited,
                "socketTimeout",
                Long.toString(statement.plus(NETWORK_MARGIN).toSeconds()));
        return with(limited, "tcpKeepAlive", "true");
    }

    private static String with(String url, String name, String value) {
        if (url.matches(".*[?&]" + name + "=.*")) {
            return url;
        }
        String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
        return url + (url.contains("?") ? "&" : "?") + name + "=" + encoded;
    }
}
