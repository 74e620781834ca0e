package org.fanfare.jsonpath;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import org.fanfare.trait.Trait;

/**
 * RFC 9535's {@code match} and {@code search}.
 *
 * @param whole whether the text must match as a whole, or some part of it
 * @param fixed the compiled pattern if it is a literal, otherwise null
 */
record Matching(boolean whole, Operand text, Operand pattern, IRegexp fixed) implements Condition {

    static Matching of(boolean whole, Operand text, Operand pattern) {
        boolean isLiteral = pattern instanceof Literal literal && literal.value() instanceof JsonString;
        return new Matching(whole, text, pattern, isLiteral ? compiled((Literal) pattern) : null);
    }

    private static IRegexp compiled(Literal pattern) {
        return IRegexp.compile(((JsonString) pattern.value()).getString());
    }

    @Override
    public boolean holds(JsonValue current, Run run) {
        if (!(text.single(current, run) instanceof JsonString string)) {
            return false;
        }
        if (fixed != null) {
            return fixed.matches(string.getString(), whole, run.budget());
        }
        return pattern.single(current, run) instanceof JsonString written
                && run.regexp(written.getString()).matches(string.getString(), whole, run.budget());
    }

    @Override
    public void require(Here here, RequirementCollector into) {
        into.cannotTell();
        text.require(here, Trait.Present::new, into);
        pattern.require(here, Trait.Present::new, into);
    }

    @Override
    public void print(Printer out) {
        out.text(whole ? "match(" : "search(");
        text.print(out);
        out.text(",");
        pattern.print(out);
        out.text(")");
    }
}
