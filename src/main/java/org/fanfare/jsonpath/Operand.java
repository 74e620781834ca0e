package org.fanfare.jsonpath;

import jakarta.json.JsonValue;
import org.fanfare.jsonpath.RequirementCollector.Ending;

/** One side of a comparison, or an argument of a function: it stands for any number of values. */
sealed interface Operand permits Path, Literal, Computed {

    /** Hands over the values, seen from {@code current}; answers whether the sink has had enough. */
    boolean each(JsonValue current, Run run, Sink sink);

    /** Whether this can never stand for more than one value. */
    boolean isSingle();

    /** The value of a single operand, or null where it has none; spares the sink. */
    JsonValue single(JsonValue current, Run run);

    /**
     * Adds what must be so if this stands for a value that has the trait of {@code ending}: what is not in the document
     * requires nothing of it.
     *
     * @param current the current value
     */
    default void require(Here current, Ending ending, RequirementCollector into) {}

    void print(Printer out);
}
