package org.fanfare.filter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fanfare.jsonpath.Dialect;

/**
 * The languages of filters. Those of the CloudEvents Subscriptions API have the names it gives them; those that Fanfare
 * adds have URI references, as the specification asks, at which Fanfare serves a page about each.
 */
public enum FilterDialect {
    EXACT("exact"),
    PREFIX("prefix"),
    SUFFIX("suffix"),
    ALL("all"),
    ANY("any"),
    NOT("not"),
    SQL("sql"),
    /** JSONPath as the standard has it, RFC 9535. */
    JSONPATH("/filters/jsonpath"),
    /** The language of Pacifica Notifications. */
    JSONPATH2("/filters/jsonpath2"),
    /** The language of the Java library json-path. */
    JAYWAY("/filters/jayway");

    private static final String OWN = "/filters/";

    private final String wireName;

    FilterDialect(String wireName) {
        this.wireName = wireName;
    }

    /** The name of the member that holds a filter of this dialect. */
    public String wireName() {
        return wireName;
    }

    /** The dialect of that name; names are exact. */
    public static Optional<FilterDialect> named(String wireName) {
        return Arrays.stream(values())
                .filter(dialect -> dialect.wireName.equals(wireName))
                .findFirst();
    }

    /** The dialect of filters that are expressions of this language. */
    static FilterDialect of(Dialect language) {
        return language == Dialect.JSONPATH2 ? JSONPATH2 : JSONPATH;
    }

    /** The page about a dialect of Fanfare's own; the others are explained by their specification. */
    public Optional<String> page() {
        if (!wireName.startsWith(OWN)) {
            return Optional.empty();
        }
        String file = wireName.substring(OWN.length()) + ".txt";
        try (InputStream page = FilterDialect.class.getResourceAsStream(file)) {
            return Optional.of(new String(page.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file, unreadable);
        }
    }

    /** All names, for the sentence that refuses another. */
    static String names() {
        return Arrays.stream(values()).map(FilterDialect::wireName).collect(Collectors.joining(", "));
    }
}
