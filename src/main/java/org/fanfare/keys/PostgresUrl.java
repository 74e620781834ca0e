package org.fanfare.keys;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The URLs by which the original names its database, as what Fanfare calls it. User and password are taken as they stand:
 * the original (peewee's {@code playhouse.db_url}) does not decode them either.
 */
final class PostgresUrl {

    private static final Pattern KIND = Pattern.compile("(postgres|postgresql|postgresext)(\\+pool)?");
    private static final Pattern FORM = Pattern.compile(
            "[a-z+]+://((?<user>[^:/?#]*)(:(?<password>[^/?#]*))?@)?(?<host>\\[[^]]+]|[^:/?#@]+)(?<port>:\\d{1,5})?"
                    + "/(?<database>[^/?#]+)(\\?(?<options>.*))?");

    private PostgresUrl() {}

    static boolean isOne(String url) {
        return KIND.matcher(kind(url)).matches();
    }

    /** What is before the first colon; all else may hold a password. */
    static String kind(String url) {
        return url.replaceFirst("(?s):.*", "");
    }

    /**
     * The settings that the URL stands for.
     *
     * @throws IllegalArgumentException with a reason that does not quote it
     */
    static Map<String, String> settings(String url) {
        Matcher parts = FORM.matcher(url);
        if (!parts.matches()) {
            throw new IllegalArgumentException("it is not like postgres://user:password@host:port/database");
        }
        String port = parts.group("port") == null ? "" : parts.group("port");
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(
                "fanfare.database.url",
                "jdbc:postgresql://" + parts.group("host") + port + "/" + parts.group("database")
                        + options(parts.group("options")));
        if (parts.group("user") != null) {
            settings.put("fanfare.database.user", parts.group("user"));
        }
        if (parts.group("password") != null) {
            settings.put("fanfare.database.password", parts.group("password"));
        }
        return settings;
    }

    /** Of all options, sslmode means the same to both drivers. */
    private static String options(String options) {
        if (options == null || options.isEmpty()) {
            return "";
        }
        if (options.matches("sslmode=[a-z-]+")) {
            return "?" + options;
        }
        throw new IllegalArgumentException("of the options after \"?\" only sslmode is known");
    }
}
