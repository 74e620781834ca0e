package org.fanfare.jsonpath;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Locale;
import java.util.Optional;

/** Those of RFC 9535's functions that answer a value. */
enum StandardFunction {
    LENGTH {
        @Override
        JsonValue apply(Operand argument, JsonValue current, Run run) {
            JsonValue value = argument.single(current, run);
            if (value instanceof JsonString string) {
                String text = string.getString();
                run.budget().chargeText(text.length());
                return JsonValues.whole(text.codePointCount(0, text.length()));
            }
            if (value instanceof JsonArray array) {
                return JsonValues.whole(array.size());
            }
            return value instanceof JsonObject object ? JsonValues.whole(object.size()) : null;
        }
    },
    COUNT {
        @Override
        JsonValue apply(Operand argument, JsonValue current, Run run) {
            int[] count = new int[1];
            argument.each(current, run, (value, same) -> {
                count[0]++;
                return false;
            });
            return JsonValues.whole(count[0]);
        }
    },
    VALUE {
        @Override
        JsonValue apply(Operand argument, JsonValue current, Run run) {
            JsonValue[] firstTwo = new JsonValue[2];
            argument.each(current, run, (value, same) -> {
                firstTwo[firstTwo[0] == null ? 0 : 1] = value;
                return firstTwo[1] != null;
            });
            return firstTwo[1] == null ? firstTwo[0] : null;
        }
    };

    static Optional<StandardFunction> named(String text) {
        for (StandardFunction function : values()) {
            if (function.text().equals(text)) {
                return Optional.of(function);
            }
        }
        return Optional.empty();
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the argument is a path with all it selects; otherwise it is one value, or none. */
    boolean takesNodes() {
        return this != LENGTH;
    }

    /** The value, or null where there is none. */
    abstract JsonValue apply(Operand argument, JsonValue current, Run run);
}
