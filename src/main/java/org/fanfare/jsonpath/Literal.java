package org.fanfare.jsonpath;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/** A value written in the expression. Like names, texts are kept once however many expressions have them. */
record Literal(JsonValue value) implements Operand {

    Literal {
        value = value instanceof JsonString text
                ? JsonValues.text(text.getString().intern())
                : value;
    }

    @Override
    public boolean each(JsonValue current, Run run, Sink sink) {
        return sink.accept(value, run);
    }

    @Override
    public boolean isSingle() {
        return true;
    }

    @Override
    public JsonValue single(JsonValue current, Run run) {
        return value;
    }

    /** Truth as Python has it: nothing, zero and everything empty is false. */
    boolean isTrue() {
        if (value instanceof JsonString string) {
            return !string.getString().isEmpty();
        }
        if (value instanceof JsonArray array) {
            return !array.isEmpty();
        }
        if (value instanceof JsonObject object) {
            return !object.isEmpty();
        }
        return Numbers.isNumeric(value) && Numbers.compare(value, JsonValue.FALSE) != 0;
    }

    @Override
    public void print(Printer out) {
        out.value(value);
    }
}
