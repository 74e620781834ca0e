package org.fanfare.jsonpath;

import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** jsonpath2: a function of the current value. Arguments that stand for several values call it for each. */
record Call(Function function, List<Operand> arguments) implements Selector {

    @Override
    public boolean select(JsonValue value, Steps next, Run run, Sink sink) {
        List<List<JsonValue>> choices = new ArrayList<>(arguments.size());
        for (Operand argument : arguments) {
            choices.add(values(argument, value, run));
        }
        if (!function.takes(arguments.size())) {
            return false;
        }
        return call(new ArrayList<>(), choices, value, next, run, sink);
    }

    private static List<JsonValue> values(Operand argument, JsonValue current, Run run) {
        List<JsonValue> values = new ArrayList<>();
        argument.each(current, run, (value, same) -> {
            values.add(value);
            return false;
        });
        return values;
    }

    /** No function takes more than two arguments, so this goes no deeper. */
    private boolean call(
            List<JsonValue> chosen, List<List<JsonValue>> choices, JsonValue value, Steps next, Run run, Sink sink) {
        if (chosen.size() == choices.size()) {
            run.budget().step();
            JsonValue result = function.apply(value, chosen, run.budget());
            return result != null && next.visit(result, run, sink);
        }
        for (JsonValue choice : choices.get(chosen.size())) {
            chosen.add(choice);
            if (call(chosen, choices, value, next, run, sink)) {
                return true;
            }
            chosen.remove(chosen.size() - 1);
        }
        return false;
    }

    @Override
    public void print(Printer out) {
        out.list(function.text() + "(", arguments, Operand::print, ",", ")");
    }
}
