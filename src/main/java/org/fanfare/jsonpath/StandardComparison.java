package org.fanfare.jsonpath;

import jakarta.json.JsonValue;
import org.fanfare.trait.Trait;

/** RFC 9535: compares two values, of which each may be missing. */
record StandardComparison(Operand left, StandardOperator operator, Operand right) implements Condition {

    @Override
    public boolean holds(JsonValue current, Run run) {
        run.budget().step();
        return operator.holds(left.single(current, run), right.single(current, run), run);
    }

    @Override
    public void require(Here here, RequirementCollector into) {
        Bearing bearing = operator.bearing();
        if (!bearing.isTold(left, right) || isAsTruth(left) || isAsTruth(right)) {
            into.cannotTell();
        }
        if (operator.needs(right)) {
            left.require(here, bearing.ending(right), into);
        }
        if (operator.needs(left)) {
            right.require(here, bearing.mirrored().ending(left), into);
        }
    }

    /** Numbers and truth values that have a key in common, though the standard tells them apart. */
    private static boolean isAsTruth(Operand operand) {
        Object key = operand instanceof Literal literal ? Trait.keyOf(literal.value()) : null;
        return Trait.keyOf(JsonValue.TRUE).equals(key)
                || Trait.keyOf(JsonValue.FALSE).equals(key);
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

    @Override
    public boolean isCompound() {
        return true;
    }
}
