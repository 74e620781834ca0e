package org.fanfare.jsonpath;

import jakarta.json.JsonValue;

/** RFC 9535: the value a function answers, which may be none. */
record Computed(StandardFunction function, Operand argument) implements Operand {

    @Override
    public boolean each(JsonValue current, Run run, Sink sink) {
        JsonValue value = single(current, run);
        return value != null && sink.accept(value, run);
    }

    @Override
    public boolean isSingle() {
        return true;
    }

    @Override
    public JsonValue single(JsonValue current, Run run) {
        run.budget().step();
        return function.apply(argument, current, run);
    }

    @Override
    public void print(Printer out) {
        out.text(function.text() + "(");
        argument.print(out);
        out.text(")");
    }
}
