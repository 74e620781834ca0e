package org.fanfare.jsonpath;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** Does something at a value and hands what it finds to a sink. */
@FunctionalInterface
interface Visitor {

    /** Answers whether the sink has had enough. */
    boolean visit(JsonValue value, Run run, Sink sink);

    /** Visits the members or elements of {@code parent} in order. */
    default boolean visitChildren(JsonValue parent, Run run, Sink sink) {
        if (parent instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                run.budget().step();
                if (visit(array.get(i), run, sink)) {
                    return true;
                }
            }
        } else if (parent instanceof JsonObject object) {
            for (JsonValue member : object.values()) {
                run.budget().step();
                if (visit(member, run, sink)) {
                    return true;
                }
            }
        }
        return false;
    }
}
