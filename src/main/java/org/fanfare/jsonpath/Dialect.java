package org.fanfare.jsonpath;

import java.util.Optional;

/** The JSONPath languages Fanfare speaks; one text may mean different things in them, so a stored expression names its own. */
public enum Dialect {
    /** The language of the Python library jsonpath2: a filter tests the value it stands on. The default. */
    JSONPATH2("jsonpath2"),
    /** The internet standard: a filter tests the children of the value it stands on. */
    RFC9535("rfc9535");

    private final String wireName;

    Dialect(String wireName) {
        this.wireName = wireName;
    }

    /** The name by which requests, answers and tables call this dialect. */
    public String wireName() {
        return wireName;
    }

    /** The dialect of that wire name; names are exact, and an unknown one is nobody's. */
    public static Optional<Dialect> named(String wireName) {
        for (Dialect dialect : values()) {
            if (dialect.wireName.equals(wireName)) {
                return Optional.of(dialect);
            }
        }
        return Optional.empty();
    }
}
