package org.fanfare.jsonpath;

import org.fanfare.syntax.Limits;
import org.fanfare.syntax.SyntaxFault;

/** A place in the text of an RFC 9535 expression, and the literals that can stand there. */
final class Cursor {

    private final String text;
    private final Nesting nesting;
    private int at;

    Cursor(String text, Limits limits) {
        this.text = text;
        this.nesting = new Nesting(limits);
    }

    int position() {
        return at;
    }

    void backTo(int position) {
        at = position;
    }

    boolean isAtEnd() {
        return at == text.length();
    }

    /** The character here, or 0 at the end. */
    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
    }

    boolean skip(String sign) {
        if (!text.startsWith(sign, at)) {
            return false;
        }
        at += sign.length();
        return true;
    }

    void take(String sign, String expected) {
        if (!skip(sign)) {
            throw insteadOf(expected);
        }
    }

    void blanks() {
        while (!isAtEnd() && " \t\n\r".indexOf(peek()) >= 0) {
            at++;
        }
    }

    void deepen() {
        nesting.deepen(at);
    }

    void rise() {
        nesting.rise();
    }

    SyntaxFault insteadOf(String expected) {
        String found = isAtEnd() ? "the end" : "'" + Character.toString(text.codePointAt(at)) + "'";
        return SyntaxFault.unexpected(found, at, expected);
    }

    boolean isNameStart() {
        return !isAtEnd() && isNameStart(text.codePointAt(at));
    }

    /** A member name as it may stand behind a dot. */
    String name() {
        if (!isNameStart()) {
            throw insteadOf("a name, '*' or '['");
        }
        int start = at;
        while (isNameStart() || isDigit(peek())) {
            at += Character.charCount(text.codePointAt(at));
        }
        return text.substring(start, at);
    }

    /** A word as functions and {@code true} are written; empty if none stands here. */
    String word() {
        int start = at;
        while (isLower(peek()) || at > start && (isDigit(peek()) || peek() == '_')) {
            at++;
        }
        return text.substring(start, at);
    }

    boolean isInteger() {
        return peek() == '-' || isDigit(peek());
    }

    /** An index or a bound of a slice: no leading zero, no minus zero, exact as a double. */
    Whole integer() {
        int start = at;
        boolean negative = skip("-");
        digitsWithoutLeadingZero();
        if (negative && text.startsWith("-0", start)) {
            throw SyntaxFault.unexpected("'-0'", start, "'0'");
        }
        Whole whole = Whole.of(text.substring(start, at));
        if (Math.abs(whole.clamped()) >= 1L << 53) {
            throw SyntaxFault.unacceptable("the integer is too large", start, "less than 2^53");
        }
        return whole;
    }

    Literal number() {
        int start = at;
        skip("-");
        digitsWithoutLeadingZero();
        if (skip(".")) {
            digits();
        }
        if (skip("e") || skip("E")) {
            if (!skip("+")) {
                skip("-");
            }
            digits();
        }
        return new Literal(JsonValues.number(text.substring(start, at)));
    }

    private void digitsWithoutLeadingZero() {
        if (!skip("0")) {
            digits();
        }
    }

    private void digits() {
        if (!isDigit(peek())) {
            throw insteadOf("a digit");
        }
        while (isDigit(peek())) {
            at++;
        }
    }

    boolean isQuote() {
        return peek() == '"' || peek() == '\'';
    }

    /** A string in single or double quotes, its escapes decoded. */
    String string() {
        int start = at;
        char quote = text.charAt(at++);
        StringBuilder decoded = new StringBuilder();
        while (isAtEnd() || peek() != quote) {
            if (isAtEnd()) {
                throw insteadOf(quote + " to close the string begun at " + start);
            }
            character(quote, decoded);
        }
        at++;
        return decoded.toString();
    }

    private void character(char quote, StringBuilder decoded) {
        int character = text.codePointAt(at);
        if (character == '\\') {
            escape(quote, decoded);
        } else if (character < ' ' || isSurrogate(character)) {
            throw insteadOf("no bare control characters or surrogates in a string");
        } else {
            decoded.appendCodePoint(character);
            at += Character.charCount(character);
        }
    }

    private void escape(char quote, StringBuilder decoded) {
        char kind = peek(1);
        int simple = "bfnrt/\\".indexOf(kind);
        if (kind == 'u') {
            unicode(decoded);
        } else if (kind == quote && kind != 0) {
            decoded.append(quote);
            at += 2;
        } else if (simple >= 0 && kind != 0) {
            decoded.append("\b\f\n\r\t/\\".charAt(simple));
            at += 2;
        } else {
            throw insteadOf("one of b f n r t / \\ u or the quote behind '\\'");
        }
    }

    private void unicode(StringBuilder decoded) {
        int start = at;
        char unit = hexadecimal();
        decoded.append(unit);
        if (Character.isSurrogate(unit)) {
            char low = Character.isHighSurrogate(unit) && peek() == '\\' && peek(1) == 'u' ? hexadecimal() : 0;
            if (!Character.isLowSurrogate(low)) {
                throw SyntaxFault.unacceptable("half a surrogate pair", start, "a high and a low surrogate");
            }
            decoded.append(low);
        }
    }

    private char hexadecimal() {
        int value = 0;
        for (int i = 2; i < 6; i++) {
            int digit = peek(i) < 128 ? Character.digit(peek(i), 16) : -1;
            if (digit < 0) {
                throw insteadOf("four hexadecimal digits behind '\\u'");
            }
            value = value * 16 + digit;
        }
        at += 6;
        return (char) value;
    }

    private static boolean isNameStart(int character) {
        return character == '_'
                || 'A' <= character && character <= 'Z'
                || 'a' <= character && character <= 'z'
                || character >= 0x80 && !isSurrogate(character);
    }

    private static boolean isSurrogate(int character) {
        return Character.MIN_SURROGATE <= character && character <= Character.MAX_SURROGATE;
    }

    private static boolean isLower(char unit) {
        return 'a' <= unit && unit <= 'z';
    }

    private static boolean isDigit(char unit) {
        return '0' <= unit && unit <= '9';
    }
}
