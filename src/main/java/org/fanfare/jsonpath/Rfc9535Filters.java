package org.fanfare.jsonpath;

import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fanfare.jsonpath.Condition.All;
import org.fanfare.jsonpath.Condition.Any;
import org.fanfare.jsonpath.Condition.Exists;
import org.fanfare.jsonpath.Condition.Not;
import org.fanfare.syntax.SyntaxFault;

/** Reads filters as RFC 9535, sections 2.3.5 and 2.4, has them, and checks that functions are well-typed. */
final class Rfc9535Filters {

    private static final Map<String, JsonValue> WORDS =
            Map.of("true", JsonValue.TRUE, "false", JsonValue.FALSE, "null", JsonValue.NULL);

    private final Cursor cursor;
    private final Rfc9535Parser paths;

    Rfc9535Filters(Cursor cursor, Rfc9535Parser paths) {
        this.cursor = cursor;
        this.paths = paths;
    }

    Condition or() {
        List<Condition> parts = new ArrayList<>();
        do {
            cursor.blanks();
            Condition part = and();
            parts.addAll(part instanceof Any any ? any.parts() : List.of(part));
            cursor.blanks();
        } while (cursor.skip("||"));
        return parts.size() == 1 ? parts.get(0) : new Any(List.copyOf(parts));
    }

    private Condition and() {
        List<Condition> parts = new ArrayList<>();
        do {
            cursor.blanks();
            Condition part = basic();
            parts.addAll(part instanceof All all ? all.parts() : List.of(part));
            cursor.blanks();
        } while (cursor.skip("&&"));
        return parts.size() == 1 ? parts.get(0) : new All(List.copyOf(parts));
    }

    private Condition basic() {
        if (cursor.skip("!")) {
            cursor.blanks();
            return new Not(cursor.peek() == '(' ? inParentheses() : test());
        }
        return cursor.peek() == '(' ? inParentheses() : comparisonOrTest();
    }

    private Condition inParentheses() {
        cursor.take("(", "'('");
        cursor.deepen();
        Condition condition = or();
        cursor.take(")", "'&&', '||' or ')'");
        cursor.rise();
        return condition;
    }

    private Condition test() {
        return term().test();
    }

    private Condition comparisonOrTest() {
        Term left = term();
        cursor.blanks();
        Optional<StandardOperator> operator = StandardOperator.at(cursor);
        if (operator.isEmpty()) {
            return left.test();
        }
        cursor.blanks();
        return new StandardComparison(left.comparable(), operator.get(), term().comparable());
    }

    private Term term() {
        int start = cursor.position();
        if (cursor.peek() == '$' || cursor.peek() == '@') {
            return new Term(start, paths.path(), null);
        }
        if (cursor.isQuote()) {
            return new Term(start, new Literal(JsonValues.text(cursor.string())), null);
        }
        if (cursor.isInteger()) {
            return new Term(start, cursor.number(), null);
        }
        String word = cursor.word();
        if (cursor.peek() == '(') {
            return call(start, word);
        }
        if (WORDS.containsKey(word)) {
            return new Term(start, new Literal(WORDS.get(word)), null);
        }
        cursor.backTo(start);
        throw cursor.insteadOf("a path, a literal, a function, '!' or '('");
    }

    private Term call(int start, String name) {
        List<Term> arguments = arguments();
        boolean isMatching = name.equals("match") || name.equals("search");
        if (arguments.size() != (isMatching ? 2 : 1)) {
            throw SyntaxFault.unacceptable(
                    "wrong number of arguments", start, isMatching ? "two arguments" : "one argument");
        }
        if (isMatching) {
            Operand text = arguments.get(0).comparable();
            Operand pattern = arguments.get(1).comparable();
            return new Term(start, null, Matching.of(name.equals("match"), text, pattern));
        }
        StandardFunction function = StandardFunction.named(name)
                .orElseThrow(() -> SyntaxFault.unexpected(
                        "the function '" + name + "'", start, "length, count, value, match or search"));
        Term argument = arguments.get(0);
        return new Term(
                start, new Computed(function, function.takesNodes() ? argument.path() : argument.comparable()), null);
    }

    private List<Term> arguments() {
        cursor.take("(", "'('");
        cursor.deepen();
        List<Term> arguments = new ArrayList<>();
        cursor.blanks();
        if (!cursor.skip(")")) {
            do {
                cursor.blanks();
                arguments.add(term());
                cursor.blanks();
            } while (cursor.skip(","));
            cursor.take(")", "',' or ')'");
        }
        cursor.rise();
        return arguments;
    }

    /** Something read before it is known whether it is compared, tested or an argument: values, or yes or no. */
    private record Term(int position, Operand operand, Condition condition) {

        Condition test() {
            if (condition != null) {
                return condition;
            }
            if (operand instanceof Path path) {
                return new Exists(path);
            }
            throw SyntaxFault.unacceptable("a value alone is no condition", position, "a path or a comparison");
        }

        Operand comparable() {
            if (operand == null || !operand.isSingle()) {
                throw SyntaxFault.unacceptable(
                        "this may be none or several values", position, "a literal or a path of names and indexes");
            }
            return operand;
        }

        Path path() {
            if (operand instanceof Path path) {
                return path;
            }
            throw SyntaxFault.unacceptable("this is no path", position, "a path");
        }
    }
}
