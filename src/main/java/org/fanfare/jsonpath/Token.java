package org.fanfare.jsonpath;

import java.util.Map;
import org.fanfare.syntax.SyntaxFault;

/** A word or sign of a jsonpath2 expression. Strings keep their quotes. */
record Token(Kind kind, String text, int position) {

    /** The kinds of token; all but the first ones are always spelt alike. */
    enum Kind {
        NAME,
        STRING,
        NUMBER,
        END,
        WORD,
        SIGN
    }

    private static final Map<String, Operator> OPERATORS = Map.of(
            "=", Operator.EQUAL,
            "!=", Operator.NOT_EQUAL,
            "<", Operator.LESS,
            "<=", Operator.LESS_OR_EQUAL,
            ">", Operator.GREATER,
            ">=", Operator.GREATER_OR_EQUAL,
            "contains", Operator.CONTAINS);

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    /** Whether this is that sign or reserved word. */
    boolean is(String wanted) {
        return (kind == Kind.SIGN || kind == Kind.WORD) && text.equals(wanted);
    }

    boolean isPathStart() {
        return is("$") || is("@");
    }

    boolean isInteger() {
        return kind == Kind.NUMBER && text.chars().noneMatch(unit -> unit == '.' || unit == 'e' || unit == 'E');
    }

    boolean isOperator() {
        return (kind == Kind.SIGN || kind == Kind.WORD) && OPERATORS.containsKey(text);
    }

    Operator operator() {
        return OPERATORS.get(text);
    }

    /** A string without its quotes; escapes are never decoded in jsonpath2. */
    String content() {
        return text.substring(1, text.length() - 1);
    }

    SyntaxFault insteadOf(String expected) {
        return SyntaxFault.unexpected(kind == Kind.END ? "the end" : "'" + text + "'", position, expected);
    }
}
