package org.fanfare.jsonpath;

import jakarta.json.JsonValue;
import java.util.stream.Stream;
import org.fanfare.trait.Range;
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
        if (!bearing.isTold(left, right) || mayBeTruth(left, bearing.mirrored()) || mayBeTruth(right, bearing)) {
            into.cannotTell();
        }
        if (operator.needs(right)) {
            left.require(here, bearing.ending(right), into);
        }
        if (operator.needs(left)) {
            right.require(here, bearing.mirrored().ending(left), into);
        }
    }

    /** Truth values and numbers have keys in common, though the standard tells them apart and does not order the former. */
    private static boolean mayBeTruth(Operand one, Bearing other) {
        Object known = other.known(one);
        return Stream.of(Trait.keyOf(JsonValue.TRUE), Trait.keyOf(JsonValue.FALSE))
                .anyMatch(truth ->
                        truth.equals(Bearing.key(one)) || known instanceof Range range && range.has((double) truth));
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
