package org.fanfare.cesql;

import java.util.ArrayList;
import java.util.List;
import org.fanfare.cesql.Token.Kind;
import org.fanfare.syntax.SyntaxFault;

/** Cuts an expression into tokens, each as long as it can be. */
final class Lexer {

    private static final List<String> SIGNS =
            List.of("!=", "<>", "<=", ">=", "=", "<", ">", "+", "-", "*", "/", "%", "(", ")", ",");

    private final String text;
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    /** All tokens; the last one, and no other, is the end. */
    static List<Token> read(String text) {
        Lexer lexer = new Lexer(text);
        List<Token> tokens = new ArrayList<>();
        do {
            tokens.add(lexer.next());
        } while (tokens.get(tokens.size() - 1).kind() != Kind.END);
        return tokens;
    }

    private Token next() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        int start = at;
        if (start == text.length()) {
            return new Token(Kind.END, "", start);
        }
        char first = text.charAt(start);
        if (isWordPart(first)) {
            return word(start);
        }
        if (first == '\'' || first == '"') {
            return new Token(Kind.STRING, string(first), start);
        }
        return new Token(Kind.SIGN, sign(), start);
    }

    private Token word(int start) {
        boolean onlyDigits = true;
        while (at < text.length() && isWordPart(text.charAt(at))) {
            onlyDigits &= isDigit(text.charAt(at++));
        }
        return new Token(onlyDigits ? Kind.DIGITS : Kind.WORD, text.substring(start, at), start);
    }

    private String sign() {
        for (String sign : SIGNS) {
            if (text.startsWith(sign, at)) {
                at += sign.length();
                return sign;
            }
        }
        throw SyntaxFault.unexpected(
                "'" + Character.toString(text.codePointAt(at)) + "'", at, "a name, a literal or an operator");
    }

    /** A backslash stands for itself, except before the quote; it always keeps what follows from ending the string. */
    private String string(char quote) {
        int start = at++;
        StringBuilder decoded = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote) {
            char here = text.charAt(at++);
            if (here == '\\' && at < text.length()) {
                char escaped = text.charAt(at++);
                decoded.append(escaped == quote ? "" : "\\").append(escaped);
            } else {
                decoded.append(here);
            }
        }
        if (at == text.length()) {
            throw SyntaxFault.unexpected("the end", at, quote + " to close the string begun at " + start);
        }
        at++;
        return decoded.toString();
    }

    private static boolean isWordPart(char unit) {
        return 'a' <= unit && unit <= 'z' || 'A' <= unit && unit <= 'Z' || isDigit(unit) || unit == '_';
    }

    private static boolean isDigit(char unit) {
        return '0' <= unit && unit <= '9';
    }
}
