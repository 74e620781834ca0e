package org.fanfare.routing;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.function.BiConsumer;

/** Things that belong to names, and objects with members of such names. */
final class Named {

    private Named() {}

    /**
     * Brings together what an object and a map have under the same names. Goes through the smaller of the two: neither an
     * object with thousands of members nor an index with thousands of names is to make the other expensive.
     */
    static <T> void inBoth(JsonObject object, Map<String, T> named, BiConsumer<JsonValue, T> action) {
        if (named.size() < object.size()) {
            named.forEach((name, thing) -> {
                JsonValue member = object.get(name);
                if (member != null) {
                    action.accept(member, thing);
                }
            });
        } else {
            object.forEach((name, member) -> {
                T thing = named.get(name);
                if (thing != null) {
                    action.accept(member, thing);
                }
            });
        }
    }
}
