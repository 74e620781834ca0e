package org.fanfare.jsonpath;

import org.fanfare.jsonpath.Token.Kind;
import org.fanfare.syntax.Limits;

/** The tokens of an expression with one token of foresight, and how deep the parser is in it. */
final class Tokens {

    private final Lexer lexer;
    private final Nesting nesting;
    private Token next;

    Tokens(String text, Limits limits) {
        this.lexer = new Lexer(text);
        this.nesting = new Nesting(limits);
        this.next = lexer.next();
    }

    Token peek() {
        return next;
    }

    Token next() {
        Token token = next;
        next = token.is(Kind.END) ? token : lexer.next();
        return token;
    }

    boolean skip(String sign) {
        if (!next.is(sign)) {
            return false;
        }
        next();
        return true;
    }

    void take(String sign) {
        take(sign, "'" + sign + "'");
    }

    void take(String sign, String expected) {
        if (!skip(sign)) {
            throw next.insteadOf(expected);
        }
    }

    Token take(Kind kind, String expected) {
        if (!next.is(kind)) {
            throw next.insteadOf(expected);
        }
        return next();
    }

    void deepen() {
        nesting.deepen(next.position());
    }

    void rise() {
        nesting.rise();
    }
}
