package org.fanfare.jsonpath;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** jsonpath2's functions. Values and arguments of other types than theirs give nothing. */
enum Function {
    LENGTH("length", 0, 0) {
        @Override
        JsonValue apply(JsonValue value, List<JsonValue> arguments, Budget budget) {
            if (value instanceof JsonArray array) {
                return JsonValues.whole(array.size());
            }
            return value instanceof JsonString string
                    ? JsonValues.whole(Text.of(string, budget).length())
                    : null;
        }
    },
    KEYS("keys", 0, 0) {
        @Override
        JsonValue apply(JsonValue value, List<JsonValue> arguments, Budget budget) {
            return made(value, budget, (key, member) -> key);
        }
    },
    VALUES("values", 0, 0) {
        @Override
        JsonValue apply(JsonValue value, List<JsonValue> arguments, Budget budget) {
            return value instanceof JsonArray ? value : made(value, budget, (key, member) -> member);
        }
    },
    ENTRIES("entries", 0, 0) {
        @Override
        JsonValue apply(JsonValue value, List<JsonValue> arguments, Budget budget) {
            return made(value, budget, (key, member) -> JsonValues.array(List.of(key, member)));
        }
    },
    CHAR_AT("charAt", 1, 1) {
        @Override
        JsonValue apply(JsonValue value, List<JsonValue> arguments, Budget budget) {
            if (!(value instanceof JsonString string) || !Numbers.isWhole(arguments.get(0))) {
                return null;
            }
            Text text = Text.of(string, budget);
            long index = text.fromBack(Numbers.clamped(arguments.get(0)));
            return index >= 0 && index < text.length() ? JsonValues.text(text.part(index, index + 1)) : null;
        }
    },
    SUBSTRING("substring", 1, 2) {
        @Override
        JsonValue apply(JsonValue value, List<JsonValue> arguments, Budget budget) {
            if (!(value instanceof JsonString string) || !arguments.stream().allMatch(Numbers::isWhole)) {
                return null;
            }
            Text text = Text.of(string, budget);
            long start = text.fromBack(Numbers.clamped(arguments.get(0)));
            long end = arguments.size() == 1 ? text.length() : text.fromBack(Numbers.clamped(arguments.get(1)));
            return JsonValues.text(text.part(start, end));
        }
    };

    private final String text;
    private final int fewest;
    private final int most;

    Function(String text, int fewest, int most) {
        this.text = text;
        this.fewest = fewest;
        this.most = most;
    }

    static Optional<Function> named(String text) {
        for (Function function : values()) {
            if (function.text.equals(text)) {
                return Optional.of(function);
            }
        }
        return Optional.empty();
    }

    String text() {
        return text;
    }

    boolean takes(int arguments) {
        return fewest <= arguments && arguments <= most;
    }

    /** The result, or null where there is none. */
    abstract JsonValue apply(JsonValue value, List<JsonValue> arguments, Budget budget);

    private static JsonValue made(JsonValue value, Budget budget, Maker maker) {
        List<JsonValue> made = new ArrayList<>();
        if (value instanceof JsonObject object) {
            budget.charge(object.size());
            object.forEach((name, member) -> made.add(maker.make(JsonValues.text(name), member)));
            return JsonValues.array(made);
        }
        if (value instanceof JsonArray array) {
            budget.charge(array.size());
            for (int i = 0; i < array.size(); i++) {
                made.add(maker.make(JsonValues.whole(i), array.get(i)));
            }
            return JsonValues.array(made);
        }
        return null;
    }

    /** Makes something of a key or index and what is there. */
    private interface Maker {
        JsonValue make(JsonValue key, JsonValue member);
    }

    /** A string counted in code points, as Python counts. */
    private record Text(String units, int length) {

        static Text of(JsonString string, Budget budget) {
            String units = string.getString();
            budget.chargeText(units.length());
            return new Text(units, units.codePointCount(0, units.length()));
        }

        long fromBack(long index) {
            return index < 0 ? index + length : index;
        }

        /** Bounds beyond the ends are taken as the ends. */
        String part(long start, long end) {
            int from = (int) Math.min(Math.max(start, 0), length);
            int to = (int) Math.max(Math.min(end, length), from);
            int first = units.offsetByCodePoints(0, from);
            return units.substring(first, units.offsetByCodePoints(first, to - from));
        }
    }
}
