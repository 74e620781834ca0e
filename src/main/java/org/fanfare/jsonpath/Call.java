package org.fanfare.jsonpath;

import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.fanfare.trait.Trait;

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
        int[] choice = new int[choices.size()];
        boolean enough = false;
        for (boolean more = choices.stream().noneMatch(List::isEmpty);
                more && !enough;
                more = advance(choice, choices)) {
            run.budget().step();
            JsonValue result = function.apply(value, chosen(choice, choices), run.budget());
            enough = result != null && next.visit(result, run, sink);
        }
        return enough;
    }

    private static List<JsonValue> values(Operand argument, JsonValue current, Run run) {
        List<JsonValue> values = new ArrayList<>();
        argument.each(current, run, (value, same) -> {
            values.add(value);
            return false;
        });
        return values;
    }

    private static List<JsonValue> chosen(int[] choice, List<List<JsonValue>> choices) {
        List<JsonValue> chosen = new ArrayList<>(choice.length);
        for (int i = 0; i < choice.length; i++) {
            chosen.add(choices.get(i).get(choice[i]));
        }
        return chosen;
    }

    /** Goes on to the next choice, the last argument's first; answers whether there is one. */
    private static boolean advance(int[] choice, List<List<JsonValue>> choices) {
        for (int i = choice.length - 1; i >= 0; i--) {
            if (++choice[i] < choices.get(i).size()) {
                return true;
            }
            choice[i] = 0;
        }
        return false;
    }

    @Override
    public Here reach(Here here, Steps next, RequirementCollector into) {
        here.require(Trait.Present::new, into);
        into.cannotTell();
        arguments.forEach(argument -> argument.require(here, Trait.Present::new, into));
        return null;
    }

    @Override
    public void print(Printer out) {
        out.list(function.text() + "(", arguments, Operand::print, ",", ")");
    }
}
