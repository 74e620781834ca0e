package org.fanfare.jsonpath;

import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fanfare.jsonpath.Condition.All;
import org.fanfare.jsonpath.Condition.Any;
import org.fanfare.jsonpath.Condition.Exists;
import org.fanfare.jsonpath.Condition.Not;
import org.fanfare.jsonpath.Condition.Truth;
import org.fanfare.jsonpath.Token.Kind;

/** Reads the conditions and literals of the jsonpath2 dialect, in which {@code or} binds tighter than {@code and}. */
final class Jsonpath2Filters {

    private final Tokens tokens;
    private final Jsonpath2Parser paths;

    Jsonpath2Filters(Tokens tokens, Jsonpath2Parser paths) {
        this.tokens = tokens;
        this.paths = paths;
    }

    Condition inParentheses() {
        tokens.take("(");
        tokens.deepen();
        Condition condition = and();
        tokens.take(")", "an operator, 'and', 'or' or ')'");
        tokens.rise();
        return condition;
    }

    private Condition and() {
        List<Condition> parts = new ArrayList<>();
        do {
            Condition part = or();
            parts.addAll(part instanceof All all ? all.parts() : List.of(part));
        } while (tokens.skip("and"));
        return parts.size() == 1 ? parts.get(0) : new All(List.copyOf(parts));
    }

    private Condition or() {
        List<Condition> parts = new ArrayList<>();
        do {
            Condition part = not();
            parts.addAll(part instanceof Any any ? any.parts() : List.of(part));
        } while (tokens.skip("or"));
        return parts.size() == 1 ? parts.get(0) : new Any(List.copyOf(parts));
    }

    /** Counts negations: a thousand of them must not become a thousand calls. */
    private Condition not() {
        boolean negated = false;
        while (tokens.skip("not")) {
            negated = !negated;
        }
        Condition condition = tokens.peek().is("(") ? inParentheses() : comparison();
        if (!negated) {
            return condition;
        }
        return condition instanceof Not inner ? inner.condition() : new Not(condition);
    }

    private Condition comparison() {
        Operand left = operand();
        if (tokens.peek().isOperator()) {
            return new Comparison(left, tokens.next().operator(), operand());
        }
        return left instanceof Path path ? new Exists(path) : new Truth((Literal) left);
    }

    Operand operand() {
        return tokens.peek().isPathStart() ? paths.path() : new Literal(value());
    }

    private JsonValue value() {
        Token token = tokens.next();
        if (token.is(Kind.STRING)) {
            return JsonValues.text(token.content());
        }
        if (token.is(Kind.NUMBER)) {
            return JsonValues.number(token.text());
        }
        if (token.is("true")) {
            return JsonValue.TRUE;
        }
        if (token.is("false")) {
            return JsonValue.FALSE;
        }
        if (token.is("null")) {
            return JsonValue.NULL;
        }
        if (token.is("[")) {
            return array();
        }
        if (token.is("{")) {
            return object();
        }
        throw token.insteadOf("a path or a JSON value");
    }

    private JsonValue array() {
        tokens.deepen();
        List<JsonValue> elements = new ArrayList<>();
        if (!tokens.peek().is("]")) {
            do {
                elements.add(value());
            } while (tokens.skip(","));
        }
        tokens.take("]", "',' or ']'");
        tokens.rise();
        return JsonValues.array(elements);
    }

    private JsonValue object() {
        tokens.deepen();
        Map<String, JsonValue> members = new LinkedHashMap<>();
        if (!tokens.peek().is("}")) {
            do {
                String name =
                        tokens.take(Kind.STRING, "a string in double quotes").content();
                tokens.take(":");
                members.put(name, value());
            } while (tokens.skip(","));
        }
        tokens.take("}", "',' or '}'");
        tokens.rise();
        return JsonValues.object(members);
    }
}
