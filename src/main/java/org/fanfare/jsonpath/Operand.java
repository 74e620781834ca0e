package org.fanfare.jsonpath;

import jakarta.json.JsonValue;

/** One side of a comparison, or an argument of a function: it stands for any number of values. */
sealed interface Operand permits Path, Literal, Computed {

    /** Hands over the values, seen from {@code current}; answers whether the sink has had enough. */
    boolean each(JsonValue current, Run run, Sink sink);

    /** Whether this can never stand for more than one value. */
    boolean isSingle();

    /** The value of a single operand, or null where it has none; spares the sink. */
    JsonValue single(JsonValue current, Run run);

    void print(Printer out);
}
