package org.fanfare.jsonpath;

import jakarta.json.JsonValue;

/** jsonpath2: holds if any value on the left and any on the right compare; a side without values never does. */
record Comparison(Operand left, Operator operator, Operand right) implements Condition {

    @Override
    public boolean holds(JsonValue current, Run run) {
        if (left.isSingle() && right.isSingle()) {
            JsonValue one = left.single(current, run);
            JsonValue other = one == null ? null : right.single(current, run);
            return other != null && compare(one, other, run);
        }
        return left.each(
                current, run, (one, same) -> right.each(current, same, (other, again) -> compare(one, other, again)));
    }

    private boolean compare(JsonValue one, JsonValue other, Run run) {
        run.budget().step();
        return operator.holds(one, other, run);
    }

    @Override
    public void require(Here here, RequirementCollector into) {
        Bearing bearing = operator.bearing();
        if (!bearing.isTold(left, right)) {
            into.cannotTell();
        }
        left.require(here, bearing.ending(right), into);
        right.require(here, bearing.mirrored().ending(left), into);
    }

    @Override
    public Members members() {
        return operator.bearing().members(left, right);
    }

    @Override
    public void print(Printer out) {
        left.print(out);
        out.text(" " + operator.sign() + " ");
        right.print(out);
    }
}
