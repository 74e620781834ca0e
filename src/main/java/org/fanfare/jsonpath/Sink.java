package org.fanfare.jsonpath;

import jakarta.json.JsonValue;

/** Takes the values a path selects, one after the other. */
@FunctionalInterface
interface Sink {

    /** Ends the search at the first value. */
    Sink FIRST = (value, run) -> true;

    /** Takes a value; answers whether that is enough. */
    boolean accept(JsonValue value, Run run);
}
