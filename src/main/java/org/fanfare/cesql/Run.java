package org.fanfare.cesql;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import org.fanfare.cesql.Evaluation.Faulted;
import org.fanfare.cesql.Evaluation.Reason;

/** One evaluation: the event's attributes, the first fault, and what may still be spent. */
final class Run {

    private final JsonObject attributes;
    private final long steps;
    private long left;
    private Reason reason;
    private String sentence;

    Run(JsonObject attributes, long steps) {
        this.attributes = attributes;
        this.steps = steps;
        this.left = steps;
    }

    /** Takes steps before the work they stand for, so that the work is never done unpaid. */
    void charge(long cost) {
        if (cost > left) {
            throw new StepsExceeded("The expression takes more than %d steps on this event.".formatted(steps));
        }
        left -= cost;
    }

    long spent() {
        return steps - left;
    }

    /** The work on a text is cheap compared with a step, but texts can be long. */
    void chargeText(long length) {
        charge(1 + length / 32);
    }

    /** Remembers what went wrong, unless something already has; gives the value to go on with. */
    <T> T fail(Reason kind, String what, T instead) {
        if (reason == null) {
            reason = kind;
            sentence = what;
        }
        return instead;
    }

    boolean failed() {
        return reason != null;
    }

    Evaluation outcome(Value value) {
        if (failed()) {
            return new Faulted(reason, sentence, value);
        }
        return value instanceof Value.Truth truth
                ? new Evaluation.Answered(truth.holds())
                : new Evaluation.NotBoolean(value);
    }

    boolean has(String attribute) {
        return find(attribute).isPresent();
    }

    /** The attribute, or false and a fault: what the specification gives where no type is known. */
    Value attribute(String name) {
        return find(name)
                .orElseGet(() -> fail(
                        Reason.MISSING_ATTRIBUTE,
                        "The event has no attribute \"%s\".".formatted(name),
                        Value.Truth.FALSE));
    }

    private Optional<Value> find(String name) {
        JsonValue value = attributes.getOrDefault(name, JsonValue.NULL);
        return switch (value.getValueType()) {
            case STRING -> Optional.of(new Value.Text(((JsonString) value).getString()));
            case NUMBER -> Optional.of(number((JsonNumber) value));
            case TRUE -> Optional.of(Value.Truth.TRUE);
            case FALSE -> Optional.of(Value.Truth.FALSE);
            default -> Optional.empty();
        };
    }

    /** What is not of the language's types is a string to it. */
    private static Value number(JsonNumber number) {
        double value = number.doubleValue();
        return value == (int) value && number.isIntegral()
                ? new Value.Whole((int) value)
                : new Value.Text(number.toString());
    }

    String text(Value value) {
        String text = value.text();
        chargeText(text.length());
        return text;
    }

    int whole(Value value) {
        chargeText(value.text().length());
        return value.whole().orElseGet(() -> fail(Reason.CAST, cannotBe(value, "an integer of 32 bits"), 0));
    }

    boolean truth(Value value) {
        return value.truth().orElseGet(() -> fail(Reason.CAST, cannotBe(value, "true or false"), false));
    }

    private static String cannotBe(Value value, String type) {
        String text = value.text();
        String shown = text.length() > 40 ? text.substring(0, text.offsetByCodePoints(0, 20)) + "..." : text;
        return "\"%s\" is not %s.".formatted(shown, type);
    }

    /** Leaves the evaluation from any depth; the door turns it into a fault, it never gets further. */
    static final class StepsExceeded extends RuntimeException {
        private StepsExceeded(String sentence) {
            super(sentence, null, false, false);
        }

        Faulted faulted() {
            return new Faulted(Reason.STEPS, getMessage(), Value.Truth.FALSE);
        }
    }
}
