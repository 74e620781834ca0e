package org.fanfare.jsonpath;

import jakarta.json.JsonValue;

/** RFC 9535: compares two values, of which each may be missing. */
record StandardComparison(Operand left, StandardOperator operator, Operand right) implements Condition {

    @Override
    public boolean holds(JsonValue current, Run run) {
        run.budget().step();
        return operator.holds(left.single(current, run), right.single(current, run), run);
    }

    @Override
    public void print(Printer out) {
        left.print(out);
        out.text(" " + operator.sign() + " ");
        right.print(out);
    }

    @Override
    public boolean isCompound() {
        return true;
    }
}
