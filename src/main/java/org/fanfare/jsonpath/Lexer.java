package org.fanfare.jsonpath;

import java.util.Set;
import org.fanfare.jsonpath.Token.Kind;
import org.fanfare.syntax.SyntaxFault;

/** Cuts a jsonpath2 expression into tokens, each as long as it can be. */
final class Lexer {

    private static final Set<String> WORDS = Set.of("and", "or", "not", "contains", "true", "false", "null");
    private static final String SIGNS = "$@.*[]{}(),:?=<>";

    private final String text;
    private int at;

    Lexer(String text) {
        this.text = text;
    }

    Token next() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (at == text.length()) {
            return new Token(Kind.END, "", at);
        }
        char first = text.charAt(at);
        if (isNameStart(first)) {
            return name();
        }
        if (first == '"') {
            return token(Kind.STRING, string());
        }
        if (first == '-' || isDigit(first)) {
            return token(Kind.NUMBER, number());
        }
        return token(Kind.SIGN, sign(first));
    }

    private Token token(Kind kind, int end) {
        Token token = new Token(kind, text.substring(at, end), at);
        at = end;
        return token;
    }

    private Token name() {
        int end = at + 1;
        while (end < text.length() && (isNameStart(text.charAt(end)) || isDigit(text.charAt(end)))) {
            end++;
        }
        return token(WORDS.contains(text.substring(at, end)) ? Kind.WORD : Kind.NAME, end);
    }

    private int sign(char first) {
        char second = charAt(at + 1);
        boolean isLong =
                first == '.' && second == '.' || (first == '!' || first == '<' || first == '>') && second == '=';
        if (!isLong && SIGNS.indexOf(first) < 0) {
            throw SyntaxFault.unexpected(
                    "'" + Character.toString(text.codePointAt(at)) + "'", at, "a name, string, number or operator");
        }
        return isLong ? at + 2 : at + 1;
    }

    private int string() {
        int i = at + 1;
        while (charAt(i) != '"' || i == text.length()) {
            if (i == text.length()) {
                throw SyntaxFault.unexpected("the end", i, "'\"' to close the string begun at " + at);
            }
            if (text.charAt(i) < ' ') {
                throw SyntaxFault.unexpected("a control character", i, "printable characters in a string");
            }
            i = text.charAt(i) == '\\' ? escape(i) : i + 1;
        }
        return i + 1;
    }

    private int escape(int backslash) {
        char kind = charAt(backslash + 1);
        if (kind == 'u') {
            for (int i = backslash + 2; i < backslash + 6; i++) {
                if (Character.digit(charAt(i), 16) < 0 || charAt(i) > 'f') {
                    throw SyntaxFault.unexpected("'\\u'", backslash, "four hexadecimal digits behind '\\u'");
                }
            }
            return backslash + 6;
        }
        if (kind == 0 || "\"\\/bfnrt".indexOf(kind) < 0) {
            throw SyntaxFault.unexpected("'\\'", backslash, "one of \" \\ / b f n r t u behind '\\'");
        }
        return backslash + 2;
    }

    private int number() {
        int end = integer(charAt(at) == '-' ? at + 1 : at);
        if (end < 0) {
            throw SyntaxFault.unexpected("'-'", at, "a digit behind '-'");
        }
        if (charAt(end) == '.' && isDigit(charAt(end + 1))) {
            end = digits(end + 1);
        }
        if (charAt(end) == 'e' || charAt(end) == 'E') {
            boolean signed = charAt(end + 1) == '+' || charAt(end + 1) == '-';
            int exponent = integer(signed ? end + 2 : end + 1);
            end = exponent < 0 ? end : exponent;
        }
        return end;
    }

    /** The end of an integer without leading zeros, or -1 if none begins there. */
    private int integer(int start) {
        if (!isDigit(charAt(start))) {
            return -1;
        }
        return charAt(start) == '0' ? start + 1 : digits(start);
    }

    private int digits(int start) {
        int end = start;
        while (isDigit(charAt(end))) {
            end++;
        }
        return end;
    }

    /** The character there, or 0 behind the end. */
    private char charAt(int i) {
        return i < text.length() ? text.charAt(i) : 0;
    }

    private static boolean isNameStart(char unit) {
        return unit == '_' || 'A' <= unit && unit <= 'Z' || 'a' <= unit && unit <= 'z';
    }

    private static boolean isDigit(char unit) {
        return '0' <= unit && unit <= '9';
    }
}
