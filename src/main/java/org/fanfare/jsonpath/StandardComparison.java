package org.fanfare.jsonpath;

import jakarta.json.JsonValue;
import java.util.Map;

/** RFC 9535: compares two values, of which each may be missing. */
record StandardComparison(Operand left, StandardOperator operator, Operand right) implements Condition {

    @Override
    public boolean holds(JsonValue current, Run run) {
        run.budget().step();
        return operator.holds(left.single(current, run), right.single(current, run), run);
    }

    @Override
    public void require(Here here, RequirementCollector into) {
        if (!fixes().isEmpty()) {
            into.add(here.fixing(fixes()).trait());
            return;
        }
        Bearing bearing = operator.bearing();
        if (operator.needs(right)) {
            left.require(here.place(), bearing.ending(right), into);
        }
        if (operator.needs(left)) {
            right.require(here.place(), bearing.mirrored().ending(left), into);
        }
    }

    @Override
    public Map<String, Object> fixes() {
        return operator.bearing().fixes(left, right);
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
